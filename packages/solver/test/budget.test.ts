import { describe, expect, it } from 'vitest';
import { Budget } from '../src/budget.ts';
import { check } from '../src/check.ts';
import { type SolveAsyncOptions, solve, solveAsync } from '../src/solve.ts';
import { richProblem } from './rich-problems.ts';

/** A clock that moves by so many milliseconds whenever it is read. */
function ticking(by: number): () => number {
  let time = 1000;
  return () => (time += by);
}

const refusal = (code: string) => expect.objectContaining({ code });

describe('a budget of steps', () => {
  it('is spent in turns of the same size, whatever the machine', () => {
    const budget = new Budget({ steps: 10 });
    const turns: number[] = [];
    while (!budget.isSpent) {
      turns.push(budget.nextSteps());
      budget.spend(turns.at(-1)!);
    }
    expect(turns).toEqual([4, 4, 2]);
    expect(budget.share).toBe(1);
  });

  it('of none is spent at once', () => expect(new Budget({ steps: 0 }).isSpent).toBe(true));
});

describe('a budget of time', () => {
  it('fits its turns to the pace it measures', () => {
    // every turn takes 4 ms, whatever it does: the first does one step, the next may do two in 8 ms
    const budget = new Budget({ milliseconds: 20, now: ticking(4) });
    const turns: number[] = [];
    while (!budget.isSpent) {
      turns.push(budget.nextSteps());
      budget.spend(turns.at(-1)!);
    }
    expect(turns).toEqual([1, 2, 4, 8, 8]);
  });

  it('never exceeds what is left of the steps', () => {
    // on a clock too coarse to see a turn, each does as much as all before
    const budget = new Budget({ steps: 6, milliseconds: 1000, now: ticking(0) });
    const turns: number[] = [];
    while (!budget.isSpent) {
      turns.push(budget.nextSteps());
      budget.spend(turns.at(-1)!);
    }
    expect(turns).toEqual([1, 1, 2, 2]);
  });

  it('says how much is used, the larger of steps and time', () => {
    const budget = new Budget({ steps: 100, milliseconds: 40, now: ticking(10) });
    budget.spend(10);
    expect(budget.share).toBe(0.25);
    expect(budget.shareAfter(90)).toBe(1);
  });

  it.each([
    ['options/no-budget', {}],
    ['options/bad-steps', { steps: -1 }],
    ['options/bad-steps', { steps: 1.5 }],
    ['options/bad-milliseconds', { milliseconds: 10 }],
    ['options/bad-milliseconds', { milliseconds: Number.NaN, now: () => 0 }],
  ])('is refused with %s as a broken contract', (code, options) => {
    expect(() => new Budget(options)).toThrow(refusal(code));
  });
});

describe('solveAsync', () => {
  const problem = richProblem(11);
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

  it('gives what `solve` gives for the same seed and steps', async () => {
    const options = { seed: 4, steps: 300 };
    expect(await solveAsync(problem, { ...options, pause })).toEqual(solve(problem, options));
  });

  it('lets others abort it between two turns, with a valid plan', async () => {
    const controller = new AbortController();
    const options: SolveAsyncOptions = { seed: 4, steps: Number.MAX_SAFE_INTEGER, pause, signal: controller.signal };
    setImmediate(() => controller.abort());
    expect(check(problem, await solveAsync(problem, options)).violations).toEqual([]);
  });

  it('ends by the clock', async () => {
    const plan = await solveAsync(problem, { seed: 4, milliseconds: 50, now: ticking(10), pause });
    expect(check(problem, plan).ok).toBe(true);
  });
});
