import { type Random, seededRandom } from '@linli/model/kernel';
import { check } from './check.ts';
import { frameOf } from './frame.ts';
import type { Plan } from './plan.ts';
import type { Helper, Problem } from './problem.ts';
import { plannedIn, putAt, putIn, type Rota, rotaOf } from './rota.ts';
import type { Rule } from './rules/rule.ts';

/** A sentence that always holds. `breach` says where it does not, and undefined where it does. */
export interface Law<Subject> {
  readonly id: string;
  readonly says: string;
  breach(subject: Subject): string | undefined;
}

/** One rule on one problem; `seed` picks the plans, good and bad ones, on which it is tried. */
export interface RuleTrial {
  readonly rule: Rule;
  readonly problem: Problem;
  readonly seed: number;
}

/** A rota at random, put together visit by visit; `tell` sees each step. About a quarter of the visits is left out. */
function randomRota(
  problem: Problem,
  random: Random,
  tell: (rota: Rota, put: ReturnType<typeof putAt>) => void = () => {},
): Rota {
  const frame = frameOf(problem);
  let rota = rotaOf(frame, []);
  const order = shuffled([...frame.visits.keys()], random);
  for (const visit of order) {
    if (frame.helpers.length === 0 || random.nextInt(4) === 0) continue;
    const { windows, duration } = frame.visits[visit]!;
    const { from, until } = windows[random.nextInt(windows.length)]!;
    // Mostly inside the window, at times a little beside it.
    const room = Math.min(Math.max(1, until - from - duration + 1), 1e6);
    const start = Math.max(0, from + random.nextInt(room) + (random.nextInt(4) === 0 ? random.nextInt(21) - 10 : 0));
    const put = putAt(rota, random.nextInt(frame.helpers.length), visit, start);
    tell(rota, put);
    rota = putIn(rota, put);
  }
  return rota;
}

function shuffled<Entry>(list: Entry[], random: Random): Entry[] {
  for (let index = list.length - 1; index > 0; index--) {
    const other = random.nextInt(index + 1);
    [list[index], list[other]] = [list[other]!, list[index]!];
  }
  return list;
}

const reversed = (problem: Problem): Problem => ({
  ...problem,
  helpers: problem.helpers.toReversed(),
  visits: problem.visits.toReversed(),
  links: problem.links.toReversed(),
  spacings: problem.spacings.map((spacing) => ({ ...spacing, visits: spacing.visits.toReversed() })).toReversed(),
});

/** What holds for every rule, the solver's own and a caller's. */
export const ruleLaws: readonly Law<RuleTrial>[] = [
  {
    id: 'delta-is-recompute',
    says: 'What `delta` tells of a visit put in is exactly what `amount` becomes, less what it was.',
    breach({ rule, problem, seed }) {
      let found: string | undefined;
      randomRota(problem, seededRandom(seed), (rota, put) => {
        const told = rule.delta(rota, put);
        const counted = rule.amount(putIn(rota, put)) - rule.amount(rota);
        if (told === counted || found !== undefined) return;
        const { stop, round } = put;
        found = `${rule.id}: delta ${told}, recomputed ${counted}, for ${stop.visit.id} with ${round.helper.id} at ${stop.from}`;
      });
      return found;
    },
  },
  {
    id: 'amounts-are-whole',
    says: 'Amounts are whole numbers, exact; those of a hard rule are never below 0.',
    breach({ rule, problem, seed }) {
      const amount = rule.amount(randomRota(problem, seededRandom(seed)));
      if (!Number.isSafeInteger(amount)) return `${rule.id}: ${amount} is not a whole number`;
      return rule.level === 'hard' && amount < 0 ? `${rule.id}: ${amount} is below 0` : undefined;
    },
  },
  {
    id: 'order-is-nothing',
    says: 'The order of the input and of the plan changes nothing.',
    breach({ rule, problem, seed }) {
      const random = seededRandom(seed);
      const rota = randomRota(problem, random);
      const again = rotaOf(frameOf(reversed(problem)), shuffled(plannedIn(rota), random));
      const [one, other] = [rule.amount(rota), rule.amount(again)];
      return one === other ? undefined : `${rule.id}: ${one} in one order, ${other} in another`;
    },
  },
  {
    id: 'nothing-is-remembered',
    says: 'Asked twice, a rule answers the same, whatever it was asked in between.',
    breach({ rule, problem, seed }) {
      const rota = randomRota(problem, seededRandom(seed));
      const first = rule.amount(rota);
      rule.amount(randomRota(problem, seededRandom(seed + 1)));
      const second = rule.amount(rota);
      return first === second ? undefined : `${rule.id}: first ${first}, then ${second}`;
    },
  },
  {
    id: 'what-costs-says-why',
    says: 'Where the amount is not 0, `why` names at least one reason.',
    breach({ rule, problem, seed }) {
      const rota = randomRota(problem, seededRandom(seed));
      return rule.amount(rota) === 0 || rule.why(rota).length > 0
        ? undefined
        : `${rule.id}: ${rule.amount(rota)} without a reason`;
    },
  },
];

/** Tries every law of rules on `trials` plans of each problem. An empty list: nothing was found. */
export function ruleBreaches(
  rule: Rule,
  problems: readonly Problem[],
  { seed = 1, trials = 20 }: { readonly seed?: number; readonly trials?: number } = {},
): readonly string[] {
  const found = problems.flatMap((problem) =>
    Array.from({ length: trials }, (_, trial) =>
      ruleLaws.flatMap((law) => {
        const breach = law.breach({ rule, problem, seed: seed + trial });
        return breach === undefined ? [] : [`${law.id}: ${breach}`];
      }),
    ).flat(),
  );
  return [...new Set(found)];
}

/** A way of solving, and a problem to try it on. */
export interface SolverTrial {
  readonly solve: (problem: Problem) => Plan;
  readonly problem: Problem;
}

const useless = (id: string): Helper => ({
  id,
  shifts: [],
  breaks: [],
  skills: [],
  from: null,
  to: null,
  capacity: [],
  maxVisits: null,
  maxWork: null,
  overtimeAfter: null,
  cost: 0,
  wage: 0,
});

const asText = (plan: Plan): string => JSON.stringify(plan);

/** What holds for every way of solving. */
export const solverLaws: readonly Law<SolverTrial>[] = [
  {
    id: 'plan-is-sound',
    says: 'The checker finds nothing, and works out the same score.',
    breach({ solve, problem }) {
      const [first] = check(problem, solve(problem)).violations;
      return first === undefined ? undefined : JSON.stringify(first);
    },
  },
  {
    id: 'order-of-input-is-nothing',
    says: 'The order of helpers, visits and links changes nothing.',
    breach({ solve, problem }) {
      return asText(solve(problem)) === asText(solve(reversed(problem))) ? undefined : 'another plan in another order';
    },
  },
  {
    id: 'useless-helper-is-nothing',
    says: 'A helper who is never there changes nothing, whatever their name.',
    breach({ solve, problem }) {
      const plan = asText(solve(problem));
      const free = ['0', 'm', '~'].filter((name) => problem.helpers.every(({ id }) => id !== name));
      const id = free.find((name) => {
        const helpers = [...problem.helpers, useless(name)];
        return plan !== asText(solve({ ...problem, helpers }));
      });
      return id === undefined ? undefined : `another plan with a helper "${id}" without shifts`;
    },
  },
  {
    id: 'wider-window-spoils-nothing',
    says: 'A plan stays sound when a window grows.',
    breach({ solve, problem }) {
      const plan = solve(problem);
      const visits = problem.visits.map((visit) => ({
        ...visit,
        windows: visit.windows.map((window) => ({ ...window, from: Math.max(0, window.from - 5), until: window.until + 5 })),
      }));
      // In a window that now holds a service as well it may be less late.
      const [first] = check({ ...problem, visits }, plan).violations.filter(({ code }) => code !== 'plan/wrong-score');
      return first === undefined ? undefined : JSON.stringify(first);
    },
  },
];
