import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Problem, ProblemInput } from '../../src/problem.ts';
import { solveAsync } from '../../src/solve.ts';
import type { RunBudget } from '../budget.ts';
import { problemOfHhcrsp } from '../hhcrsp-problem.ts';
import { makeHhcrsp } from '../make-hhcrsp.ts';
import { parsed } from '../solve-problem.ts';
import { communityDay, communitySize } from './community.ts';
import { quantile, rounded } from './solved-at.ts';
import { communityWeek, weeklySize } from './weekly.ts';

/** From the signal to the answer, wall clock. */
export interface Aborted {
  readonly visits: number;
  readonly asked: number;
  readonly medianMilliseconds: number;
  readonly largestMilliseconds: number;
}

const ASKED = 12;

export async function aborted(budget: RunBudget): Promise<Readonly<Record<string, Aborted>>> {
  const { seed } = budget;
  const inputs: Readonly<Record<string, ProblemInput>> = {
    community: communityDay(communitySize, seed),
    weekly: communityWeek(weeklySize, seed),
    'home care, 100 patients': problemOfHhcrsp(makeHhcrsp(100, 20, seed)).input,
    '1600 visits': communityDay({ elders: 1333, helpers: 178, twoPersonPermille: 200 }, seed),
    // Large enough that the signal comes while the first plan is still made.
    '5040 visits': communityDay({ elders: 4200, helpers: 560, twoPersonPermille: 200 }, seed),
  };
  const found: Record<string, Aborted> = {};
  for (const [name, input] of Object.entries(inputs)) found[name] = await measured(parsed(input, name), seed);
  return found;
}

async function measured(problem: Problem, seed: number): Promise<Aborted> {
  const times: number[] = [];
  for (let run = 0; run < ASKED; run++) {
    const abort = new AbortController();
    const answer = solveAsync(problem, {
      seed: seed + run,
      milliseconds: 60_000,
      now: () => performance.now(),
      signal: abort.signal,
      pause: () => setImmediate(),
    });
    // Never at the same moment of the search twice.
    await setTimeout(100 + 37 * run);
    const begin = performance.now();
    abort.abort();
    await answer;
    times.push(performance.now() - begin);
  }
  return {
    visits: problem.visits.length,
    asked: ASKED,
    medianMilliseconds: rounded(quantile(times, 500), 1),
    largestMilliseconds: rounded(Math.max(...times), 1),
  };
}
