import { type Random, seededRandom } from '@linli/model';
import { type Problem, type ProblemInput, parseProblem } from '../src/problem.ts';

const DAY = 100;

/**
 * Small problems with everything in them: several days and shifts, breaks, loads, gaps in windows, soft ends, links of every
 * kind, repeats, optional visits, wishes, wages; ways that do not keep the triangle inequality. The same for the same seed.
 */
export function richProblem(seed: number): Problem {
  const chance = seededRandom(seed);
  const days = 1 + chance.nextInt(4);
  const places = Array.from({ length: 2 + chance.nextInt(6) }, (_, index) => `p${index}`);
  const loadKinds = chance.nextInt(3);
  const context: Context = { chance, days, places, loadKinds, helpers: 1 + chance.nextInt(5) };
  const visits = Array.from({ length: 1 + chance.nextInt(14) }, (_, index) => visit(context, index));
  const answer = parseProblem({
    helpers: Array.from({ length: context.helpers }, (_, index) => helper(context, index)),
    visits,
    links: links(
      context,
      visits.filter(({ repeat }) => repeat === undefined).map(({ id }) => id),
    ),
    dayLength: DAY,
    travel: { kind: 'matrix', places, times: places.map((a) => places.map((b) => (a === b ? 0 : 1 + chance.nextInt(12)))) },
    weights: percent(chance, 50) ? {} : { fairness: 0, overtime: 0 },
  });
  // Links drawn by chance may contradict each other; then the next seed has its turn.
  return answer.ok ? answer.value : richProblem(seed + 1_000_003);
}

interface Context {
  readonly chance: Random;
  readonly days: number;
  readonly places: readonly string[];
  readonly loadKinds: number;
  readonly helpers: number;
}

const percent = (chance: Random, share: number): boolean => chance.nextInt(100) < share;
const pick = <Value>(chance: Random, values: readonly Value[]): Value => values[chance.nextInt(values.length)]!;

function helper({ chance, days, places, loadKinds }: Context, index: number): ProblemInput['helpers'][number] {
  const shifts: { from: number; until: number }[] = [];
  for (let day = 0; day < days * DAY; day += DAY) {
    if (percent(chance, 80)) shifts.push({ from: day + chance.nextInt(20), until: day + 30 + chance.nextInt(20) });
    if (percent(chance, 50)) shifts.push({ from: day + 52 + chance.nextInt(10), until: day + 70 + chance.nextInt(30) });
  }
  return {
    id: `h${index}`,
    shifts,
    breaks: percent(chance, 30) ? [{ from: 20, until: 30 }] : [],
    skills: ['a', 'b'].filter(() => percent(chance, 70)),
    from: percent(chance, 60) ? pick(chance, places) : null,
    to: percent(chance, 50) ? pick(chance, places) : null,
    capacity: Array.from({ length: chance.nextInt(loadKinds + 1) }, () => chance.nextInt(8)),
    maxVisits: percent(chance, 20) ? chance.nextInt(5) : null,
    maxWork: percent(chance, 20) ? 10 + chance.nextInt(100) : null,
    overtimeAfter: percent(chance, 30) ? chance.nextInt(60) : null,
    cost: chance.nextInt(4),
    wage: chance.nextInt(3),
  };
}

function visit({ chance, days, places, loadKinds, helpers }: Context, index: number): ProblemInput['visits'][number] {
  const windows = Array.from({ length: 1 + chance.nextInt(3) }, () => {
    const from = chance.nextInt(days) * DAY + chance.nextInt(60);
    const until = from + 8 + chance.nextInt(40);
    return { from, until, softUntil: percent(chance, 20) ? Math.min(until, from + 6 + chance.nextInt(20)) : null };
  });
  const someone = (): string => `h${chance.nextInt(helpers)}`;
  return {
    id: `v${index}`,
    windows,
    duration: 1 + chance.nextInt(8),
    skills: ['a', 'b'].filter(() => percent(chance, 20)),
    place: pick(chance, places),
    loads: Array.from({ length: loadKinds }, () => chance.nextInt(3)),
    priority: 1 + chance.nextInt(3),
    penalty: percent(chance, 20) ? chance.nextInt(20) : null,
    wanted: percent(chance, 30) ? [someone()] : [],
    refused: percent(chance, 20) ? [someone()] : [],
    for: percent(chance, 40) ? `e${chance.nextInt(3)}` : null,
    effort: percent(chance, 20) ? { [someone()]: chance.nextInt(10) } : {},
    ...(days > 1 && percent(chance, 15)
      ? { repeat: { times: 2 + chance.nextInt(2), minDays: 1 + chance.nextInt(2), maxDays: percent(chance, 50) ? 3 : null } }
      : {}),
  };
}

type LinkInput = NonNullable<ProblemInput['links']>[number];

function links({ chance }: Context, visits: readonly string[]): LinkInput[] {
  const drawn: LinkInput[] = [];
  for (let at = 0; at + 1 < visits.length && percent(chance, 60); at += 2) {
    const [first, second, third] = visits.slice(at);
    const helper = pick(chance, ['any', 'same', 'other'] as const);
    const kinds = [
      { minLag: 0, maxLag: 0, helper: 'other' },
      { minLag: chance.nextInt(5), maxLag: 5 + chance.nextInt(20), helper },
      { minLag: -5, maxLag: null, helper },
      { minLag: null, maxLag: null, helper },
    ] as const;
    drawn.push({ first: first!, second: second!, ...pick(chance, kinds) });
    if (third !== undefined && percent(chance, 20))
      drawn.push({ first: second!, second: third, minLag: 0, maxLag: 60, helper: 'any' });
  }
  return drawn;
}
