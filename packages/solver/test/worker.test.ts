import { getEventListeners } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { communityDay } from '../bench/shapes/community.ts';
import { SourceWorker } from '../bench/source-worker.ts';
import { check, solve } from '../src/index.ts';
import { solveInWorkers } from '../src/worker.ts';
import { problem } from './problems.ts';

const day = problem(communityDay({ elders: 20, helpers: 4, twoPersonPermille: 200 }, 1));
const byScore = ({ score }: ReturnType<typeof solve>): readonly number[] => [
  score.medium.unassigned,
  Object.values(score.soft).reduce((sum, amount) => sum + amount, 0),
];

it('one worker finds what solve finds with the same seed and steps', async () => {
  const plan = await solveInWorkers(day, { workers: 1, seed: 7, steps: 300, Worker: SourceWorker });
  expect(plan).toEqual(solve(day, { seed: 7, steps: 300 }));
});

it('several workers give the same plan twice, sound, and none worse than the first of them alone', async () => {
  const ask = () => solveInWorkers(day, { workers: 2, seed: 7, steps: 300, Worker: SourceWorker });
  const plan = await ask();
  expect(await ask()).toEqual(plan);
  expect(check(day, plan).violations).toEqual([]);
  const [medium, soft] = byScore(plan);
  const [ownMedium, ownSoft] = byScore(solve(day, { seed: 7, steps: 300 }));
  expect(medium! < ownMedium! || (medium === ownMedium && soft! <= ownSoft!)).toBe(true);
});

it('the best of the seeds is taken: a worker with a better plan than the first wins', async () => {
  const told: number[] = [];
  const plan = await solveInWorkers(day, {
    workers: 3,
    seed: 2,
    steps: 40,
    Worker: SourceWorker,
    onProgress: ({ soft }) => told.push(soft),
  });
  expect(byScore(plan)[1]).toBe(Math.min(...told));
  expect(told).toEqual([...told].sort((a, b) => b - a));
});

it('a time budget is counted by the clock of the caller', async () => {
  let at = 0;
  const plan = await solveInWorkers(day, { workers: 2, seed: 1, milliseconds: 4, now: () => at++, Worker: SourceWorker });
  expect(check(day, plan).ok).toBe(true);
});

it('an abort ends the search with the best plan so far, and no worker is left behind', async () => {
  const opened: Worker[] = [];
  class Watched extends SourceWorker {
    constructor(...args: ConstructorParameters<typeof SourceWorker>) {
      super(...args);
      opened.push(this);
    }
  }
  const abort = new AbortController();
  let last = { unassigned: -1, soft: -1 };
  const plan = await solveInWorkers(day, {
    workers: 2,
    seed: 1,
    steps: 1e9,
    signal: abort.signal,
    Worker: Watched,
    onProgress: (progress) => {
      last = progress;
      if (progress.step > 200) abort.abort();
    },
  });
  expect(byScore(plan)).toEqual([last.unassigned, last.soft]);
  expect(opened.map(({ threadId }) => threadId)).toEqual([-1, -1]);
});

it('aborted before it begins it gives the first plan and opens nothing', async () => {
  class Never extends SourceWorker {
    constructor(...args: ConstructorParameters<typeof SourceWorker>) {
      super(...args);
      throw new Error('opened');
    }
  }
  const plan = await solveInWorkers(day, { workers: 2, seed: 1, steps: 100, signal: AbortSignal.abort(), Worker: Never });
  expect(plan).toEqual(solve(day, { seed: 1, steps: 0 }));
});

it('a worker that breaks down is a fault, and the others are sent home', async () => {
  class Broken extends Worker {
    constructor(_script: URL) {
      super('throw new Error("no luck")', { eval: true });
    }
  }
  const asked = solveInWorkers(day, { workers: 2, seed: 1, steps: 100, Worker: Broken });
  await expect(asked).rejects.toMatchObject({ code: 'worker/failed', retryable: true });
});

it.each([0, 1.5, -1])('%s workers are refused', async (workers) => {
  await expect(solveInWorkers(day, { workers, seed: 1, steps: 1 })).rejects.toMatchObject({ code: 'options/bad-workers' });
});

it('a budget that is none is refused before anything is opened', async () => {
  await expect(solveInWorkers(day, { workers: 1, seed: 1 })).rejects.toMatchObject({ code: 'options/no-budget' });
});

it('leaves no listener on the signal, however often it is given', async () => {
  const { signal } = new AbortController();
  await solveInWorkers(day, { workers: 2, seed: 7, steps: 10, signal, Worker: SourceWorker });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
