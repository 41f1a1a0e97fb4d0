import { addDays, type LocalDate } from '@linli/model';
import type { CreditStandard, CreditStep } from '../pack/credit-standard.ts';
import { periodOf } from '../pack/period.ts';
import type { ReviewCode } from '../texts/review.ts';
import type { SearchPart } from './effort.ts';
import { type Finding, finding, outcomesOf, type Severity } from './finding.ts';
import { type Draft, sceneOf } from './scene.ts';
import type { ServiceList } from './services-file.ts';
import { stepWords } from './step-words.ts';
import { sumOf, type Trial, without } from './trial.ts';

/** Two ways to put the same work down. */
interface Pair {
  readonly before: readonly Draft[];
  readonly after: readonly Draft[];
}

/**
 * Searches for work that earns more when it is put down in another way: cut in two, cut at midnight, joined, or in another
 * order. For each step that causes it, the shortest example.
 */
export function evasions(trial: Trial, path: Finding['path']): readonly Finding[] {
  const kinds = kindsOf(trial);
  return [
    ...search(
      trial,
      path,
      'split',
      cuts(trial, kinds),
      (step) => (step === 'cap' ? 'review/split-beats-cap' : 'review/split-gains'),
      'risk',
    ),
    ...search(
      trial,
      path,
      'midnight',
      midnightCuts(trial, kinds),
      (step) => (step === 'cap' || step === 'limit-services' ? 'review/midnight-beats-cap' : null),
      'note',
    ),
    ...search(trial, path, 'join', joins(trial, kinds), () => 'review/joining-gains', 'note'),
    ...search(trial, path, 'order', orders(trial, kinds), () => 'review/order-gains', 'note'),
  ];
}

/** One easy service of each category, at most six. */
function kindsOf({ easy }: Trial): readonly Draft[] {
  const kinds = new Map<string, Draft>();
  for (const draft of easy) if (!kinds.has(draft.category)) kinds.set(draft.category, draft);
  return [...kinds.values()].slice(0, 6);
}

const cut = (draft: Draft, at: number): readonly Draft[] => [
  { ...draft, minutes: at },
  { ...draft, fromMinute: draft.fromMinute + at, minutes: draft.minutes - at },
];

/** Where a service of so many minutes may be cut: in the middle, and near every amount the standard names. */
const placesIn = (minutes: number, amounts: readonly number[]): readonly number[] =>
  [...new Set([Math.floor(minutes / 2), ...amounts])].filter((one) => one > 0 && one < minutes);

function* cuts({ minutes }: Trial, kinds: readonly Draft[]): Iterable<Pair> {
  for (const length of minutes.filter((one) => one <= 960)) {
    for (const draft of kinds) {
      const whole = { ...draft, minutes: length, fromMinute: length > 840 ? 0 : draft.fromMinute };
      for (const place of placesIn(length, minutes)) yield { before: [whole], after: cut(whole, place) };
    }
  }
}

function* joins(trial: Trial, kinds: readonly Draft[]): Iterable<Pair> {
  for (const { before, after } of cuts(trial, kinds)) yield { before: after, after: before };
}

/** Work past the end of a day, week, month or year for which there is a cap. */
function* midnightCuts({ standard, minutes }: Trial, kinds: readonly Draft[]): Iterable<Pair> {
  const periods = standard.steps.flatMap((step) =>
    step.do === 'cap' && step.per !== 'service' && step.per !== 'life' ? [step] : [],
  );
  for (const length of minutes.filter((one) => one >= 2)) {
    for (const { per, yearFrom } of periods) {
      for (const draft of kinds) {
        const date = addDays(periodOf(per as 'day', draft.date, yearFrom).until, -1) as LocalDate;
        const { effective } = standard;
        if (effective.until !== undefined && addDays(date, 1) >= effective.until) continue;
        const half = Math.floor(length / 2);
        const whole = { ...draft, date, minutes: length, fromMinute: 1440 - half };
        yield { before: [whole], after: cut(whole, half) };
      }
    }
  }
}

/** Two services of a day, one way round and the other. */
function* orders({ minutes, standard }: Trial, kinds: readonly Draft[]): Iterable<Pair> {
  if (
    !standard.steps.some(
      (step) => step.do === 'cap' || step.do === 'first' || step.do === 'limit-services' || step.do === 'round',
    )
  )
    return;
  const few = minutes.filter((one) => one <= 300);
  const lengths = few.length <= 8 ? few : few.filter((_, index) => index % Math.ceil(few.length / 8) === 0);
  for (const first of kinds.slice(0, 4)) {
    for (const second of kinds.slice(0, 4)) {
      for (const a of lengths) {
        for (const b of lengths) {
          if (first === second && a === b) continue;
          const at = (draft: Draft, fromMinute: number, length: number): Draft => ({
            ...draft,
            date: first.date,
            helper: first.helper,
            fromMinute,
            minutes: length,
          });
          yield { before: [at(first, 540, a), at(second, 900, b)], after: [at(second, 540, b), at(first, 900, a)] };
        }
      }
    }
  }
}

const gainIn = (before: ServiceList, after: ServiceList, standard: CreditStandard): number =>
  sumOf(after, standard).seconds - sumOf(before, standard).seconds;

/** The shortest pair for each step without which there is no gain; where no single step is the cause, the unit itself is. */
function search(
  { standard, effort }: Trial,
  path: Finding['path'],
  part: SearchPart,
  pairs: Iterable<Pair>,
  codeOf: (step: string) => ReviewCode | null,
  severity: Severity,
): readonly Finding[] {
  const found = new Map<number, Finding>();
  // A pair is judged as two lists of up to two services.
  const most = Math.min(20_000, Math.ceil(effort.most(null) / 3));
  let tries = 0;
  let isDone = false;
  for (const pair of pairs) {
    tries += 1;
    if (isDone || tries > most) continue;
    isDone = found.size >= standard.steps.length;
    if (isDone) continue;
    const [before, after] = [sceneOf(pair.before), sceneOf(pair.after)];
    const gainSeconds = gainIn(before, after, standard);
    if (gainSeconds <= 0) continue;
    const cause = causeOf(before, after, standard);
    if (found.has(cause)) continue;
    const step = standard.steps[cause];
    const code = codeOf(step?.do ?? 'unit');
    if (code === null) continue;
    const words = step === undefined ? { zh: '只记整数单位', en: 'whole units only' } : stepWords(step, standard.unit);
    const [first, last] = [outcomesOf(before, standard), outcomesOf(after, standard)];
    const said = step === undefined ? words : { zh: `第 ${cause + 1} 步：${words.zh}`, en: `step ${cause + 1}: ${words.en}` };
    const data = {
      place: cause + 1,
      stepZh: said.zh,
      stepEn: said.en,
      beforeSeconds: first.seconds,
      afterSeconds: last.seconds,
      gainSeconds,
    };
    const at = step === undefined ? [...path.slice(0, -1), 'unit'] : [...path, 'steps', cause];
    found.set(cause, finding(code, severity, at, data, { claim: 'more', before: first, after: last }));
  }
  if (!isDone && tries > most) effort.skip({ part, place: null, tried: most, of: tries });
  return [...found.values()];
}

/** Steps that look at one amount at a time in proportion only make a gain larger; they never are its cause. */
const proportional: readonly CreditStep['do'][] = ['rate', 'multiply', 'multiply-highest', 'many-beneficiaries', 'many-helpers'];

/** The step without which least of the gain is left; -1 where it is the unit, which is kept whole. */
function causeOf(before: ServiceList, after: ServiceList, standard: CreditStandard): number {
  let cause = -1;
  let least = standard.unit.asset === 'second' ? Infinity : gainIn(before, after, standard);
  for (const [place, step] of standard.steps.entries()) {
    if (proportional.includes(step.do)) continue;
    const rest = gainIn(before, after, without(standard, place));
    if (rest < least) [cause, least] = [place, rest];
  }
  return cause;
}
