import { addDays, type LocalDate } from '@linli/model';
import { secondsOf } from '../pack/amount.ts';
import type { CreditStandard, CreditStep } from '../pack/credit-standard.ts';
import { type Days, periodOf } from '../pack/period.ts';
import { isInForce } from '../pack/standard-fields.ts';
import { explainAll } from './explain-all.ts';
import { type Finding, finding, outcomesOf } from './finding.ts';
import { type Draft, sceneOf } from './scene.ts';
import type { ServiceList } from './services-file.ts';
import { stepWords } from './step-words.ts';
import { sumOf, type Trial, without } from './trial.ts';

type Cap = Extract<CreditStep, { readonly do: 'cap' }>;

/** Nobody earns whatever is tried: the fewest steps that together let nothing through, and a service they refuse. */
export function nobodyEarns(trial: Trial, path: readonly (string | number)[]): readonly Finding[] {
  const { standard, drafts, minutes } = trial;
  const lists = trial.effort
    .some(
      'earning',
      null,
      drafts.flat().flatMap((draft) => [draft, ...minutes.slice(-4).map((one) => ({ ...draft, minutes: one }))]),
    )
    .map((draft) => sceneOf([draft]));
  const earns = (by: CreditStandard): boolean => lists.some((list) => sumOf(list, by).seconds > 0);
  let rest = standard.steps.map((step, place) => ({ step, place }));
  for (const one of [...rest]) {
    const fewer = rest.filter((other) => other !== one);
    if (!earns({ ...standard, steps: fewer.map(({ step }) => step) })) rest = fewer;
  }
  const guilty = rest.length === 0 ? standard.steps.map((step, place) => ({ step, place })) : rest;
  const example = lists[0] ?? sceneOf([]);
  const places = guilty.map(({ place }) => place + 1).join(', ');
  return [
    finding(
      'review/nobody-earns',
      'wrong',
      [...path, 'steps', guilty[0]?.place ?? 0],
      { places },
      { claim: 'nothing', before: outcomesOf(example, standard) },
    ),
  ];
}

/** Steps that change nothing for any service tried: every one of them could be left out. */
export function idleSteps(trial: Trial, path: readonly (string | number)[]): readonly Finding[] {
  const { standard, easy, effort } = trial;
  const [base] = easy;
  if (base === undefined) return [];
  return standard.steps.flatMap((step, place): readonly Finding[] => {
    // "Everything counts once" is a sentence of the standard, not a step that ought to change something.
    if (step.do === 'rate' && step.byCategory === undefined && step.otherwise === 1) return [];
    const fewer = without(standard, place);
    const lists = listsFor(step, place, trial);
    if (lists.some((list) => acts(list, standard, place) && !isSame(list, standard, fewer))) return [];
    const words = stepWords(step, standard.unit);
    const data = { place: place + 1, stepZh: words.zh, stepEn: words.en };
    const at = [...path, 'steps', place];
    const cut = effort.skipped.find((one) => one.part === 'step' && one.place === place + 1);
    if (cut === undefined && step.do === 'cap') return capFinding(step, place, trial, data, at);
    const example = lists.find((list) => sumOf(list, standard).seconds > 0) ?? sceneOf([base]);
    const shown = { claim: 'idle', before: outcomesOf(example, standard), after: outcomesOf(example, fewer) } as const;
    // Where the search was cut short, nothing can be said of "never".
    return [
      cut === undefined
        ? finding('review/step-idle', 'risk', at, data, shown)
        : finding('review/step-not-seen', 'note', at, { ...data, tried: cut.tried, of: cut.of }, shown),
    ];
  });
}

const acts = (list: ServiceList, standard: CreditStandard, place: number): boolean =>
  explainAll(list.records, standard, list.people, list.zone, list.facts).some(({ steps }) => {
    const outcome = steps[place]?.outcome;
    return outcome === 'changed' || outcome === 'refused';
  });

const isSame = (list: ServiceList, a: CreditStandard, b: CreditStandard): boolean =>
  JSON.stringify(sumOf(list, a)) === JSON.stringify(sumOf(list, b));

/** Lists on which a step should act: single services first, then several that only together reach it. */
function listsFor(step: CreditStep, place: number, trial: Trial): readonly ServiceList[] {
  const { drafts, easy } = trial;
  const own = drafts[place] ?? [];
  const singles = [...own, ...easy.slice(0, 60)].map((draft) => sceneOf([draft]));
  const [base] = easy;
  if (base === undefined) return singles;
  const meant = own.filter((draft) => draft.minutes <= 240);
  const starts = meant.length === 0 ? easy : meant;
  switch (step.do) {
    case 'refuse-overlap':
      return [sceneOf([base, base])];
    case 'round':
      return [...singles, ...starts.slice(0, 40).map((draft) => sceneOf([draft, later(draft, 60)]))];
    case 'first':
      return [
        ...singles,
        ...starts
          .slice(-40)
          .map((draft) => sceneOf(Array.from({ length: 8 }, (_, index) => later(draft, index * draft.minutes)))),
      ];
    case 'limit-services': {
      if (step.most > 800) return singles;
      const most = step.per === 'day' ? Math.floor(1440 / (step.most + 1)) : 60;
      const [first = base] = starts.filter(({ minutes: one }) => one <= most);
      const many = Array.from({ length: step.most + 1 }, (_, index) => spreadOver(first, index, step.per));
      return [...singles, sceneOf(many)];
    }
    case 'cap':
      return [...singles, ...capLists(step, own, trial)];
    default:
      return singles;
  }
}

const later = (draft: Draft, by: number): Draft => ({ ...draft, fromMinute: draft.fromMinute + by });

/** The index-th service of many in one period: some a day, one after the other. */
const spreadOver = (draft: Draft, index: number, per: string): Draft =>
  per === 'day'
    ? { ...draft, fromMinute: index * draft.minutes }
    : { ...draft, date: addDays(draft.date, Math.floor(index / 6) % daysIn(per)), fromMinute: 360 + (index % 6) * 150 };
const daysIn = (per: string): number => (per === 'week' ? 5 : per === 'month' ? 25 : 300);

/** Full days from one length of service after another: 24 hours of work, in the order of time. */
function fullDay(draft: Draft): readonly Draft[] {
  const count = Math.max(1, Math.floor(1440 / draft.minutes));
  return Array.from({ length: Math.min(count, 48) }, (_, index) => ({ ...draft, fromMinute: index * draft.minutes }));
}

/** How many services a list may have; a period that takes more is not judged. */
const mostServices = 800;

/**
 * Work without a pause over the whole period of a cap, in the length that earns most with the fewest services; a life begins
 * just below its cap. Nothing where that takes too many services to try.
 */
function capLists({ per, yearFrom, when }: Cap, own: readonly Draft[], { minutes, standard }: Trial): readonly ServiceList[] {
  const [base] = own;
  if (base === undefined || per === 'service') return [];
  if (per === 'life' && when?.categories === undefined)
    return own.slice(0, 12).map((draft) => sceneOf([{ ...draft, helper: { ...draft.helper, history: nearlyForever } }]));
  const lengths = [...new Set([1440, ...minutes.filter((one) => one >= 30)])];
  const days = lengths.map((one) => fullDay({ ...base, minutes: one })).sort((a, b) => a.length - b.length);
  if (per === 'day') return days.map(sceneOf);
  let [best = [base]] = days;
  let most = -1;
  for (const day of days) {
    const { seconds } = sumOf(sceneOf(day), standard);
    if (seconds > most) [best, most] = [day, seconds];
  }
  // A standard may come into force in the middle of a period: the next one is whole.
  const around = (date: LocalDate): Days => periodOf(per === 'life' ? 'year' : per, date, yearFrom);
  const first = around(base.date);
  const { from, until } = isInForce(standard, first.from) || !isInForce(standard, first.until) ? first : around(first.until);
  const dates: LocalDate[] = [];
  for (let date = from; date < until; date = addDays(date, 1)) if (isInForce(standard, date)) dates.push(date);
  if (dates.length * best.length > mostServices) return [];
  return [sceneOf(dates.flatMap((date) => best.map((draft) => ({ ...draft, date }))))];
}
const nearlyForever = { earlierSeconds: 4_000_000_000, past: [] };

/** A cap that work without a pause never reaches, with the most that was reached. */
function capFinding(
  step: Cap,
  place: number,
  trial: Trial,
  data: Readonly<Record<string, string | number>>,
  at: Finding['path'],
): readonly Finding[] {
  const { standard, easy } = trial;
  const fewer = without(standard, place);
  const worked = capLists(step, trial.drafts[place] ?? [], trial);
  // A period too long to be tried, or a whole life of some categories: nobody knows.
  if ((worked.length === 0 && step.per !== 'service') || (step.per === 'life' && step.when?.categories !== undefined)) return [];
  const singles = trial.effort.some('step', place, [...(trial.drafts[place] ?? []), ...easy]);
  const lists = [...worked, ...singles.map((draft) => sceneOf([draft]))];
  let best = lists[0] ?? sceneOf([]);
  let most = -1;
  for (const list of lists) {
    const { seconds } = sumOf(list, standard);
    if (seconds > most || (seconds === most && list.records.length < best.records.length)) [best, most] = [list, seconds];
  }
  // Where every day of a year counts, none can be left out.
  const shown = best.records.length > 60 ? best : smallest(best, (list) => sumOf(list, standard).seconds === most);
  const capSeconds = secondsOf(step.most, standard.unit);
  return [
    finding(
      'review/cap-out-of-reach',
      'risk',
      at,
      { ...data, capSeconds, mostSeconds: most },
      { claim: 'idle', before: outcomesOf(shown, standard), after: outcomesOf(shown, fewer) },
    ),
  ];
}

/** The list with every service left out that is not needed to show the same. */
function smallest(list: ServiceList, shows: (list: ServiceList) => boolean): ServiceList {
  let found = list;
  let size = Math.max(1, Math.floor(list.records.length / 2));
  while (true) {
    for (let from = 0; from < found.records.length && found.records.length > 1; ) {
      const fewer = { ...found, records: [...found.records.slice(0, from), ...found.records.slice(from + size)] };
      if (fewer.records.length > 0 && shows(fewer)) found = fewer;
      else from += size;
    }
    if (size === 1) return found;
    size = Math.max(1, Math.floor(size / 2));
  }
}
