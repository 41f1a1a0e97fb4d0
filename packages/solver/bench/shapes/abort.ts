import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Problem, ProblemInput } from '../../src/problem.ts';
import { solve, solveAsync } from '../../src/solve.ts';
import type { RunBudget } from '../budget.ts';
import { diceOf } from '../dice.ts';
import { problemOfHhcrsp } from '../hhcrsp-problem.ts';
import { makeHhcrsp } from '../make-hhcrsp.ts';
import { parsed } from '../solve-problem.ts';
import { communityDay, communitySize } from './community.ts';
import { quantile, rounded } from './solved-at.ts';
import { communityWeek, weeklySize } from './weekly.ts';

/** The first plan in one go, and from when the signal is due to the answer. Wall clock. */
export interface Aborted {
  readonly visits: number;
  readonly firstPlanMilliseconds: number;
  readonly asked: number;
  readonly medianMilliseconds: number;
  readonly p99Milliseconds: number;
  readonly largestMilliseconds: number;
}

const ASKED_SMALL = 12;
const ASKED_LARGE = 300;
/** The signal comes at any instant of these, while the search is prepared as well. */
const WITHIN_MILLISECONDS = 3000;

export async function* aborted({ seed }: RunBudget): AsyncGenerator<Aborted & { readonly problem: string }> {
  const largeDay = communityDay({ elders: 4200, helpers: 560, twoPersonPermille: 200 }, seed);
  const problems: Readonly<Record<string, readonly [ProblemInput, number]>> = {
    community: [communityDay(communitySize, seed), ASKED_SMALL],
    weekly: [communityWeek(weeklySize, seed), ASKED_SMALL],
    'home care, 100 patients': [problemOfHhcrsp(makeHhcrsp(100, 20, seed)).input, ASKED_SMALL],
    '1600 visits': [communityDay({ elders: 1333, helpers: 178, twoPersonPermille: 200 }, seed), ASKED_SMALL],
    'a large day': [largeDay, ASKED_LARGE],
    'a large day of one shift, linked': [inOneShift(largeDay), ASKED_LARGE],
    'a large week': [communityWeek({ elders: 1275, helpers: 170 }, seed), ASKED_LARGE],
  };
  for (const [problem, [input, asked]] of Object.entries(problems))
    yield { problem, ...(await measured(parsed(input, problem), seed, asked)) };
}

/** The same with everybody there at the same hours, one window each, and no matter who comes: visits that hang together, and nothing else. */
function inOneShift({ helpers, visits, ...rest }: ProblemInput): ProblemInput {
  return {
    ...rest,
    weights: { continuity: 0, fairness: 0 },
    helpers: helpers.map(({ maxVisits: _, ...helper }) => ({ ...helper, shifts: [{ from: 480, until: 1050 }] })),
    visits: visits.map((visit) => ({ ...visit, priority: 1, windows: visit.windows.slice(0, 1) })),
  };
}

/** As if nobody had seen it before: what is worked out once for a problem is worked out anew. */
const anew = (problem: Problem): Problem => ({ ...problem, travel: { ...problem.travel } });

async function measured(problem: Problem, seed: number, asked: number): Promise<Omit<Aborted, 'problem'>> {
  const dice = diceOf(seed);
  const before = performance.now();
  solve(anew(problem), { seed, steps: 0 });
  const firstPlan = performance.now() - before;
  const times: number[] = [];
  for (let run = 0; run < asked; run++) {
    const abort = new AbortController();
    const delay = dice.below(WITHIN_MILLISECONDS);
    // From when it is due: that the search holds up the signal counts as well.
    const due = performance.now() + delay;
    const over = setTimeout(delay).then(() => abort.abort());
    await solveAsync(anew(problem), {
      seed: seed + run,
      milliseconds: 60_000,
      now: () => performance.now(),
      signal: abort.signal,
      pause: () => setImmediate(),
    });
    times.push(performance.now() - due);
    await over;
  }
  return {
    visits: problem.visits.length,
    firstPlanMilliseconds: rounded(firstPlan, 1),
    asked,
    medianMilliseconds: rounded(quantile(times, 500), 1),
    p99Milliseconds: rounded(quantile(times, 990), 1),
    largestMilliseconds: rounded(Math.max(...times), 1),
  };
}
