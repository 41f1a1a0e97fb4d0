import type { PersonId, Reason, ServiceId, Text } from '@linli/model';
import { canonical } from '../ledger/canonical.ts';
import type { Unit } from '../pack/amount.ts';
import type { CreditStep } from '../pack/credit-standard.ts';
import type { TimeBankPack } from '../pack/time-bank-pack.ts';
import type { CreditCode } from '../texts/credit.ts';
import type { DiffCode } from '../texts/review.ts';
import { type Explained, explainAll } from './explain-all.ts';
import { pathWords, valueWords } from './field-words.ts';
import type { LocatedReason } from './located-reason.ts';
import type { ServiceList } from './services-file.ts';
import { stepWords } from './step-words.ts';

/** One service that earns differently, and why: the reasons of either standard. */
export interface ChangedService {
  readonly serviceId: ServiceId;
  readonly helperId: PersonId;
  readonly beforeSeconds: number;
  readonly afterSeconds: number;
  readonly beforePoolSeconds: number;
  readonly afterPoolSeconds: number;
  readonly before: readonly Reason<CreditCode>[];
  readonly after: readonly Reason<CreditCode>[];
}

/** What is different between two packs. Empty lists where nothing is. */
export interface PackDifference {
  readonly from: string;
  readonly to: string;
  /** In the order of the file. `path` leads into the second pack; into the first where something is gone. */
  readonly rules: readonly LocatedReason<DiffCode>[];
  /** Null where no services were given or one of the two says nothing about credit. */
  readonly services: {
    readonly judged: number;
    readonly changed: readonly ChangedService[];
    /** Those whose credit changes, the largest change first. */
    readonly people: readonly { readonly helperId: PersonId; readonly beforeSeconds: number; readonly afterSeconds: number }[];
    readonly beforeSeconds: number;
    readonly afterSeconds: number;
  } | null;
}

/** How `after` differs from `before`: header, each step of the credit standard, exchange and accounts; and on real services. */
export function comparePacks(before: TimeBankPack, after: TimeBankPack, list?: ServiceList): PackDifference {
  const name = ({ id, edition }: TimeBankPack): string => `${id}/${edition}`;
  const units: Units = [before.unit, after.unit];
  return {
    from: name(before),
    to: name(after),
    rules: [
      ...fieldDifferences(headOf(before), headOf(after), [], units),
      ...stepDifferences(before, after),
      ...fieldDifferences(before.credit?.calendar, after.credit?.calendar, ['credit', 'calendar'], units),
      ...fieldDifferences(rulesOf(before.exchange), rulesOf(after.exchange), ['exchange'], units),
      ...fieldDifferences(before.accounts, after.accounts, ['accounts'], units),
    ],
    services: list === undefined ? null : serviceDifferences(before, after, list),
  };
}

/** Where a rule was found is no rule. */
const headOf = ({ id, edition, effective, name, source: { confidence }, unit }: TimeBankPack): unknown => ({
  id,
  edition,
  effective,
  name,
  source: { confidence },
  unit,
});

/** An exchange standard without the header that the pack has already. */
function rulesOf(exchange: TimeBankPack['exchange']): unknown {
  if (exchange === null) return undefined;
  const {
    format: _,
    id: _id,
    edition: _edition,
    effective: _effective,
    name: _name,
    source: _source,
    unit: _unit,
    ...rules
  } = exchange;
  return { ...rules, offers: Object.fromEntries(rules.offers.map((offer) => [offer.code, offer])) };
}

type Path = LocatedReason['path'];
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Field by field; a list that differs is one difference. Amounts are said in the words of either unit. */
function fieldDifferences(before: unknown, after: unknown, path: Path, units: Units): readonly LocatedReason<DiffCode>[] {
  if (before === after || (before !== undefined && after !== undefined && canonical(before) === canonical(after))) return [];
  const what = { path: path.join('.') || '-', whatZh: pathWords(path, 'zh'), whatEn: pathWords(path, 'en') };
  const said = (name: 'before' | 'after', value: unknown, unit: Unit): Readonly<Record<string, string>> =>
    wordsAs(name, { zh: valueWords(value, unit, 'zh'), en: valueWords(value, unit, 'en') });
  const old = said('before', before, units[0]);
  const now = said('after', after, units[1]);
  if (before === undefined) return [{ code: 'diff/added', data: { ...what, ...now }, path }];
  if (after === undefined) return [{ code: 'diff/removed', data: { ...what, ...old }, path }];
  const isAmount = isRecord(before) && isRecord(after) && typeof amountSeconds(before, units[0]) === 'string';
  if (isAmount || !isRecord(before) || !isRecord(after))
    return [{ code: 'diff/changed', data: { ...what, ...old, ...now }, path }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => fieldDifferences(before[key], after[key], [...path, key], units));
}
type Units = readonly [Unit, Unit];

type Steps = readonly CreditStep[];

/** Steps that are equal stay together in their order; what is left over was added, removed, moved, or changed in place. */
function stepDifferences(before: TimeBankPack, after: TimeBankPack): readonly LocatedReason<DiffCode>[] {
  const [old, now]: readonly [Steps, Steps] = [before.credit?.steps ?? [], after.credit?.steps ?? []];
  const kept = longestCommon(
    old.map((step) => meaning(step, before.unit)),
    now.map((step) => meaning(step, after.unit)),
  );
  const oldLeft = new Set(old.keys());
  const nowLeft = new Set(now.keys());
  for (const [a, b] of kept) {
    oldLeft.delete(a);
    nowLeft.delete(b);
  }
  const said: LocatedReason<DiffCode>[] = [];
  const pair = (is: (a: CreditStep, b: CreditStep) => boolean, code: DiffCode): void => {
    for (const b of nowLeft) {
      const a = [...oldLeft].find((place) => is(old[place]!, now[b]!));
      if (a === undefined) continue;
      oldLeft.delete(a);
      nowLeft.delete(b);
      const data = {
        place: b + 1,
        oldPlace: a + 1,
        ...wordsAs('before', stepWords(old[a]!, before.unit)),
        ...wordsAs('after', stepWords(now[b]!, after.unit)),
      };
      said.push({ code, data, path: ['credit', 'steps', b] });
    }
  };
  pair((a, b) => meaning(a, before.unit) === meaning(b, after.unit), 'diff/step-moved');
  pair((a, b) => a.do === b.do && kindOf(a) === kindOf(b), 'diff/step-changed');
  for (const b of nowLeft) {
    said.push({
      code: 'diff/step-added',
      data: { place: b + 1, ...wordsAs('after', stepWords(now[b]!, after.unit)) },
      path: ['credit', 'steps', b],
    });
  }
  for (const a of oldLeft) {
    said.push({
      code: 'diff/step-removed',
      data: { oldPlace: a + 1, ...wordsAs('before', stepWords(old[a]!, before.unit)) },
      path: ['credit', 'steps', a],
    });
  }
  const place = ({ path }: LocatedReason): number => Number(path.at(-1));
  return said.sort((a, b) => place(a) - place(b));
}

/** A cap by the day is another rule than a cap for life. */
const kindOf = (step: CreditStep): string => ('per' in step ? String(step.per) : '');

/** What a step does, however its amounts are written; a remark changes nothing. */
function meaning(step: CreditStep, unit: Unit): string {
  const { note: _, ...rest } = step;
  return canonical(JSON.parse(JSON.stringify(rest, (_key, value: unknown) => amountSeconds(value, unit))));
}

const parts = { hours: 3600, minutes: 60, seconds: 1 } as const;
function amountSeconds(value: unknown, { scaleSeconds }: Unit): unknown {
  if (!isRecord(value)) return value;
  const keys = Object.keys(value);
  const isAmount = keys.length > 0 && keys.every((key) => (key in parts || key === 'units') && typeof value[key] === 'number');
  if (!isAmount) return value;
  const seconds = keys.reduce(
    (sum, key) => sum + Number(value[key]) * (key === 'units' ? scaleSeconds : parts[key as keyof typeof parts]),
    0,
  );
  return `${Math.round(seconds)} s`;
}

const wordsAs = (name: 'before' | 'after', { zh, en }: Text): Readonly<Record<string, string>> => ({
  [`${name}Zh`]: zh,
  [`${name}En`]: en,
});

/** Pairs of places of a longest common run of two lists, in rising order. */
function longestCommon(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}

function serviceDifferences(before: TimeBankPack, after: TimeBankPack, list: ServiceList): PackDifference['services'] {
  if (before.credit === null || after.credit === null) return null;
  const { records, people, zone, facts } = list;
  const old = explainAll(records, before.credit, people, zone, facts);
  const now = explainAll(records, after.credit, people, zone, facts);
  const value = ({ decision }: Explained): { readonly seconds: number; readonly poolSeconds: number } =>
    decision.ok ? decision.value : none;
  const changed = records.flatMap((record, place): readonly ChangedService[] => {
    const [a, b] = [old[place]!, now[place]!];
    const [was, is] = [value(a), value(b)];
    if (was.seconds === is.seconds && was.poolSeconds === is.poolSeconds && a.decision.ok === b.decision.ok) return [];
    return [
      {
        serviceId: record.id,
        helperId: record.helperId,
        beforeSeconds: was.seconds,
        afterSeconds: is.seconds,
        beforePoolSeconds: was.poolSeconds,
        afterPoolSeconds: is.poolSeconds,
        before: a.decision.reasons,
        after: b.decision.reasons,
      },
    ];
  });
  const sums = new Map<PersonId, { helperId: PersonId; beforeSeconds: number; afterSeconds: number }>();
  for (const [place, { helperId }] of records.entries()) {
    const sum = sums.get(helperId) ?? { helperId, beforeSeconds: 0, afterSeconds: 0 };
    sum.beforeSeconds += value(old[place]!).seconds;
    sum.afterSeconds += value(now[place]!).seconds;
    sums.set(helperId, sum);
  }
  const size = (one: { readonly beforeSeconds: number; readonly afterSeconds: number }): number =>
    Math.abs(one.afterSeconds - one.beforeSeconds);
  const total = (field: 'beforeSeconds' | 'afterSeconds'): number => [...sums.values()].reduce((all, one) => all + one[field], 0);
  return {
    judged: records.length,
    changed,
    people: [...sums.values()]
      .filter((one) => size(one) > 0)
      .sort((a, b) => size(b) - size(a) || (a.helperId < b.helperId ? -1 : 1)),
    beforeSeconds: total('beforeSeconds'),
    afterSeconds: total('afterSeconds'),
  };
}

const none = { seconds: 0, poolSeconds: 0 } as const;
