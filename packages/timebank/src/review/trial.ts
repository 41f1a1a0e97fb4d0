import { addDays, type LocalDate, weekdayOf } from '@linli/model';
import { dayKindOf } from '../credit/calendar-time.ts';
import { creditAll } from '../credit-all.ts';
import { secondsOf } from '../pack/amount.ts';
import type { CreditStandard, CreditStep } from '../pack/credit-standard.ts';
import type { PersonClause, PersonCondition } from '../pack/person-condition.ts';
import { isListed, type ServiceCondition, type When } from '../pack/service-condition.ts';
import { Effort, evenly, usualBudget } from './effort.ts';
import { idealPerson, nearMisses, waysOfAll } from './ideal-person.ts';
import { type Draft, sceneOf } from './scene.ts';
import type { ServiceList } from './services-file.ts';

/** What a list of services comes to. */
export interface Sum {
  readonly seconds: number;
  readonly poolSeconds: number;
  readonly honourSeconds: number;
  readonly credited: number;
}

export function sumOf(list: ServiceList, standard: CreditStandard): Sum {
  const sum = { seconds: 0, poolSeconds: 0, honourSeconds: 0, credited: 0 };
  for (const decision of creditAll(list.records, standard, list.people, list.zone, list.facts)) {
    if (!decision.ok) continue;
    sum.seconds += decision.value.seconds;
    sum.poolSeconds += decision.value.poolSeconds;
    sum.honourSeconds += decision.value.honourSeconds;
    if (decision.value.seconds > 0) sum.credited += 1;
  }
  return sum;
}

/** What a standard's own words suggest trying. */
export interface Trial {
  readonly standard: CreditStandard;
  /** Services that earn something, the shortest first; empty where nobody can earn. */
  readonly easy: readonly Draft[];
  /** Lengths near every amount the standard names, in whole minutes, rising. */
  readonly minutes: readonly number[];
  /** Categories the standard names, and one it does not. */
  readonly categories: readonly string[];
  /** For each step, services it should act on and services near them. */
  readonly drafts: readonly (readonly Draft[])[];
  /** What may still be tried, and what was left out. */
  readonly effort: Effort;
}

export function trialOf(
  standard: CreditStandard,
  catalogue: readonly string[] = [],
  effort: Effort = new Effort(usualBudget, standard.steps.length),
): Trial {
  const minutes = minutesOf(standard);
  const categories = categoriesOf(standard, catalogue);
  const bases = basesOf(standard, categories);
  const drafts = standard.steps.map((step, place) => draftsOf(step, place, bases, standard, minutes, effort));
  const lengths = bases.flatMap((base) => minutes.filter((one) => one <= 720).map((one) => ({ ...base, minutes: one })));
  const easy = effort
    .some('earning', null, lengths)
    .filter((draft) => sumOf(sceneOf([draft]), standard).seconds > 0)
    .sort((a, b) => Math.abs(a.minutes - 60) - Math.abs(b.minutes - 60));
  const found =
    easy.length > 0
      ? easy
      : effort.some('earning', null, drafts.flat()).filter((draft) => sumOf(sceneOf([draft]), standard).seconds > 0);
  return { standard, easy: found, minutes, categories, drafts, effort };
}

/** Around as many bases as the budget of the step allows; the first tells how many services there are around one. */
function draftsOf(
  step: CreditStep,
  place: number,
  bases: readonly Draft[],
  standard: CreditStandard,
  minutes: readonly number[],
  effort: Effort,
): readonly Draft[] {
  const [first, ...rest] = bases;
  if (first === undefined) return [];
  const one = around(step, first, standard, minutes);
  const count = Math.max(0, Math.ceil(effort.most(place) / Math.max(1, one.length)) - 1);
  const all = [...one, ...evenly(rest, count).flatMap((base) => around(step, base, standard, minutes))];
  return effort.some('step', place, all, rest.length <= count ? all.length : one.length * bases.length);
}

/** A standard without one of its steps. */
export const without = (standard: CreditStandard, place: number): CreditStandard => ({
  ...standard,
  steps: standard.steps.filter((_, index) => index !== place),
});

/** A workday in force: the first Monday from March 2026 on, or the first day of a standard that ended before. */
function ordinaryDay({ effective: { from, until }, calendar }: CreditStandard): LocalDate {
  const start = from > '2026-03-02' ? from : ('2026-03-02' as LocalDate);
  for (let date = start, tries = 0; tries < 60; date = addDays(date, 1), tries += 1) {
    const isInside = until === undefined || date < until;
    if (isInside && weekdayOf(date) === 1 && dayKindOf(date, calendar) === 'workday') return date;
  }
  return until === undefined || start < until ? start : from;
}

function minutesOf(standard: CreditStandard): readonly number[] {
  const found = new Set([10, 30, 45, 60, 90, 120, 180, 240, 480]);
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (['hours', 'minutes', 'seconds', 'units'].some((key) => typeof (value as Record<string, unknown>)[key] === 'number')) {
      const near = secondsOf(value as never, standard.unit) / 60;
      for (const one of [near - 1, near, near + 1, near / 2, near * 2]) found.add(Math.round(one));
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(standard.steps);
  return [...found].filter((one) => one > 0 && one <= 1440).sort((a, b) => a - b);
}

function categoriesOf({ steps }: CreditStandard, catalogue: readonly string[]): readonly string[] {
  const named = steps.flatMap((step) => [
    ...(step.when?.categories ?? []),
    ...(step.do === 'require-category' ? step.categories : []),
    ...(step.do === 'rate' ? Object.keys(step.byCategory ?? {}) : []),
    ...(step.do === 'multiply-highest' ? step.of.flatMap(({ when }) => when?.categories ?? []) : []),
  ]);
  const written = named.map((one) =>
    one.endsWith('*') ? (catalogue.find((code) => isListed(code, [one])) ?? `${one.slice(0, -1)}other`) : one,
  );
  return [...new Set(['rely.visit', ...written])];
}

const clauseless = ({
  do: _,
  when: _when,
  note: _note,
  ...condition
}: Extract<CreditStep, { do: 'require-helper' | 'require-beneficiary' }>): PersonCondition => {
  const { public: _public, ...rest } = condition as PersonCondition & { readonly public?: boolean };
  return rest;
};

const evidenceOf = ({ steps }: CreditStandard): readonly string[] => [
  ...new Set(steps.flatMap((step) => (step.do === 'require-evidence' ? step.anyOf.flat() : []))),
];

/** One ordinary service for each kind of helper, person served and category that the gates may ask for. */
function basesOf(standard: CreditStandard, categories: readonly string[]): readonly Draft[] {
  const date = ordinaryDay(standard);
  const gates = (name: 'require-helper' | 'require-beneficiary', withWhen: boolean): readonly PersonCondition[] =>
    standard.steps.flatMap((step) => (step.do === name && (withWhen || step.when === undefined) ? [clauseless(step)] : []));
  const people = (name: 'require-helper' | 'require-beneficiary'): readonly PersonClause[] => {
    const all = [...waysOfAll(gates(name, true), 6), ...waysOfAll(gates(name, false), 6)];
    return [...new Map(all.map((clause) => [JSON.stringify(clause), clause])).values()].slice(0, 8);
  };
  return people('require-helper').flatMap((helper) =>
    people('require-beneficiary').flatMap((served) =>
      categories.slice(0, 12).map(
        (category): Draft => ({
          category,
          date,
          fromMinute: 540,
          minutes: 60,
          evidence: evidenceOf(standard),
          facts: {},
          helper: { ...idealPerson(helper, date), relatives: {} },
          served: idealPerson(served, date),
        }),
      ),
    ),
  );
}

/** The helper served by nobody else: as they are, and as somebody who meets what is asked of both. */
export function servingOneself(base: Draft, standard: CreditStandard): readonly Draft[] {
  const conditions = standard.steps.flatMap((step) =>
    (step.do === 'require-helper' || step.do === 'require-beneficiary') && step.when === undefined ? [clauseless(step)] : [],
  );
  const both = waysOfAll(conditions).map((clause) => ({ ...idealPerson(clause, base.date), relatives: {} }));
  return [base.helper, ...both].map((helper) => ({ ...base, helper, served: 'self' }));
}

/** The base made to fit a condition, as far as it can be. */
function fitted(base: Draft, when: ServiceCondition | undefined, standard: CreditStandard): Draft {
  if (when === undefined) return base;
  const { categories, difficulty, marks = [], anyMark = [], begins, helper, beneficiary, from, until } = when;
  const wanted = categories?.[0]?.endsWith('*') ? `${categories[0].slice(0, -1)}other` : categories?.[0];
  const date =
    from !== undefined && from > base.date ? from : until !== undefined && until <= base.date ? addDays(until, -1) : base.date;
  const moved = begins === undefined ? { ...base, date } : duringOf({ ...base, date }, begins, standard);
  const conditions = (name: 'require-helper' | 'require-beneficiary'): readonly PersonCondition[] =>
    standard.steps.flatMap((step) => (step.do === name && step.when === undefined ? [clauseless(step)] : []));
  const person = (asked: PersonCondition | undefined, name: 'require-helper' | 'require-beneficiary') =>
    asked === undefined ? undefined : idealPerson(waysOfAll([...conditions(name), asked], 1)[0] ?? {}, moved.date);
  const other = person(helper, 'require-helper');
  const served = person(beneficiary, 'require-beneficiary');
  return {
    ...moved,
    category: categories === undefined || isListed(base.category, categories) ? base.category : (wanted ?? base.category),
    facts: {
      ...base.facts,
      ...(difficulty && { difficulty: difficulty[0]! }),
      ...(marks.length + anyMark.length > 0 && { marks: [...marks, ...anyMark.slice(0, 1)] }),
    },
    ...(other && { helper: { ...other, relatives: {} } }),
    ...(served && { served }),
  };
}

/** The base moved into stretches of the clock and the calendar. */
function duringOf(base: Draft, when: When, { calendar, effective: { from, until } }: CreditStandard): Draft {
  const hour = when.hours?.[0]?.from;
  const fromMinute = hour === undefined ? base.fromMinute : Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3, 5));
  const fits = (date: LocalDate): boolean =>
    date >= from &&
    (until === undefined || date < until) &&
    (when.weekdays === undefined || when.weekdays.includes(weekdayOf(date))) &&
    (when.days === undefined || when.days.includes(dayKindOf(date, calendar)));
  const near = Array.from({ length: 400 }, (_, day) => addDays(base.date, day));
  const date = [...near, ...(calendar?.holidays ?? []), ...(calendar?.workdays ?? [])].find(fits) ?? base.date;
  return { ...base, date, fromMinute };
}

/** Services on which a step should act, and services that it should just let be. */
function around(step: CreditStep, base: Draft, standard: CreditStandard, minutes: readonly number[]): readonly Draft[] {
  return markedAs(fitted(base, step.when, standard), step, standard).flatMap((meant) => near(step, meant, standard, minutes));
}

/** The service as it is, and with each mark that some other step asks about. */
function markedAs(meant: Draft, { when }: CreditStep, { steps }: CreditStandard): readonly Draft[] {
  const asked = steps.flatMap((step) => [
    ...(step.when?.marks ?? []),
    ...(step.when?.anyMark ?? []),
    ...(step.when?.noMarks ?? []),
  ]);
  const own = meant.facts.marks ?? [];
  const free = [...new Set(asked)].filter((mark) => !own.includes(mark) && !when?.noMarks?.includes(mark)).slice(0, 4);
  return [meant, ...free.map((mark) => ({ ...meant, facts: { ...meant.facts, marks: [...own, mark] } }))];
}

function near(step: CreditStep, meant: Draft, standard: CreditStandard, minutes: readonly number[]): readonly Draft[] {
  const lengths = (draft: Draft): readonly Draft[] => minutes.map((one) => ({ ...draft, minutes: one }));
  switch (step.do) {
    case 'require-helper':
      // Also somebody who meets this step alone: where steps contradict each other, that tells which.
      return waysOfAll([clauseless(step)]).flatMap((clause) =>
        [idealPerson(clause, meant.date), ...nearMisses(clause, meant.helper, meant.date)].map((person) => ({
          ...meant,
          helper: { ...person, relatives: {} },
        })),
      );
    case 'require-beneficiary': {
      const { served } = meant;
      const misses =
        typeof served === 'object'
          ? waysOfAll([clauseless(step)]).flatMap((clause) => nearMisses(clause, served, meant.date))
          : [];
      return [
        ...misses.map((person) => ({ ...meant, served: person })),
        { ...meant, served: 'public' },
        { ...meant, served: 'uncertain' },
      ];
    }
    case 'require-category':
      return [{ ...meant, category: 'not.in-any-standard' }];
    case 'require-evidence':
      return [
        { ...meant, evidence: [] },
        { ...meant, facts: { ...meant.facts, disputed: true } },
        ...(step.withinDays === undefined
          ? []
          : [{ ...meant, facts: { ...meant.facts, proofOn: addDays(meant.date, step.withinDays + 1) } }]),
      ];
    case 'refuse-self':
      return servingOneself(meant, standard);
    case 'refuse-relatives':
      return [{ ...meant, helper: { ...meant.helper, relatives: { 'p-served': kinIn(step.kin) } } }];
    case 'count-also':
      return [{ ...meant, facts: { ...meant.facts, extraSeconds: Object.fromEntries(step.kinds.map((kind) => [kind, 3600])) } }];
    case 'many-beneficiaries':
      return [2, 3].map((beneficiaries) => ({ ...meant, facts: { ...meant.facts, beneficiaries } }));
    case 'round':
      // Half a minute is the only length that a rounding to the minute changes.
      return [...lengths(meant), { ...meant, minutes: 60.5 }];
    case 'many-helpers':
      return [{ ...meant, facts: { ...meant.facts, helpers: 2, helperPlace: 1 } }];
    case 'multiply':
      return lengths(step.during === undefined ? meant : duringOf(meant, step.during, standard));
    case 'multiply-highest':
      return step.of.flatMap(({ during, when }) => {
        const one = fitted(meant, when, standard);
        return lengths(during === undefined ? one : duringOf(one, during, standard));
      });
    case 'cap':
      // The whole service in the hours and days that count most.
      return [
        ...lengths(meant),
        ...standard.steps.flatMap((other) => {
          if (other.do === 'multiply')
            return lengths(
              other.during === undefined
                ? fitted(meant, other.when, standard)
                : duringOf(fitted(meant, other.when, standard), other.during, standard),
            );
          if (other.do === 'many-beneficiaries')
            return lengths({ ...meant, facts: { ...meant.facts, beneficiaries: Math.min(other.most ?? 30, 30) } });
          if (other.do === 'count-also')
            return lengths({
              ...meant,
              facts: { ...meant.facts, extraSeconds: Object.fromEntries(other.kinds.map((kind) => [kind, 7200])) },
            });
          return [];
        }),
      ];
    default:
      return lengths(meant);
  }
}

const kinIn = (kin: readonly string[] = ['family']): string => {
  const [first = 'family'] = kin;
  return first === 'family' || first === 'anyone' ? 'spouse' : first === 'lineal' ? 'parent' : first;
};
