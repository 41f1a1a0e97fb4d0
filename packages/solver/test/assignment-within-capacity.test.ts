import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assignWithinCapacity,
  type CapacityAnswer,
  type CapacityProblem,
  searchWithinCapacity,
} from '../src/assignment/within-capacity.ts';

type Plain = { costs: number[][]; loads: number[][]; capacities: number[]; leaveOut?: number[] };

const solved = (problem: CapacityProblem, options = { seed: 1, steps: 120 }): CapacityAnswer => {
  const answer = assignWithinCapacity(problem, options);
  if (!answer.ok) throw new Error(answer.reasons[0].code);
  return answer.value;
};

/** What is wrong with an answer, judged by the problem alone. */
function faults(problem: Plain, answer: CapacityAnswer): string[] {
  const used = problem.capacities.map(() => 0);
  const found: string[] = [];
  const unplaced: number[] = [];
  let total = 0;
  const jobs = problem.costs[0]?.length ?? problem.leaveOut?.length ?? 0;
  if (answer.agentOfJob.length !== jobs) found.push('jobs missing');
  answer.agentOfJob.forEach((agent, job) => {
    if (agent === -1) {
      if (problem.leaveOut) total += problem.leaveOut[job]!;
      else unplaced.push(job);
      return;
    }
    const cost = problem.costs[agent]?.[job];
    if (cost === undefined || cost === Number.POSITIVE_INFINITY) found.push(`job ${job} cannot be with ${agent}`);
    else total += cost;
    used[agent]! += problem.loads[agent]![job]!;
  });
  used.forEach((load, agent) => {
    if (load > problem.capacities[agent]!) found.push(`agent ${agent} is overloaded`);
  });
  if (total !== answer.total) found.push(`total ${answer.total} is ${total}`);
  if (JSON.stringify(unplaced) !== JSON.stringify(answer.unplaced)) found.push('unplaced is wrong');
  return found;
}

/** Fewest unplaced, then least total, over all (agents + 1)^jobs ways. */
function byTrying({ costs, loads, capacities, leaveOut }: Plain): { unplaced: number; total: number } {
  const jobs = costs[0]?.length ?? leaveOut?.length ?? 0;
  let best = { unplaced: Number.POSITIVE_INFINITY, total: Number.POSITIVE_INFINITY };
  const left = capacities.slice();
  const walk = (job: number, unplaced: number, total: number): void => {
    if (job === jobs) {
      if (unplaced < best.unplaced || (unplaced === best.unplaced && total < best.total)) best = { unplaced, total };
      return;
    }
    if (leaveOut) walk(job + 1, unplaced, total + leaveOut[job]!);
    else walk(job + 1, unplaced + 1, total);
    costs.forEach((row, agent) => {
      if (row[job] === Number.POSITIVE_INFINITY || loads[agent]![job]! > left[agent]!) return;
      left[agent]! -= loads[agent]![job]!;
      walk(job + 1, unplaced, total + row[job]!);
      left[agent]! += loads[agent]![job]!;
    });
  };
  walk(0, 0, 0);
  return best;
}

const small = (withPrice: boolean): fc.Arbitrary<Plain> =>
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 })).chain(([agents, jobs]) => {
    const row = (cell: fc.Arbitrary<number>) => fc.array(cell, { minLength: jobs, maxLength: jobs });
    const rows = (cell: fc.Arbitrary<number>) => fc.array(row(cell), { minLength: agents, maxLength: agents });
    const cost = fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: -9, max: 30 }) },
      { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
    );
    const base = {
      costs: rows(cost),
      loads: rows(fc.integer({ min: 0, max: 9 })),
      capacities: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: agents, maxLength: agents }),
    };
    return withPrice ? fc.record({ ...base, leaveOut: row(fc.integer({ min: -5, max: 25 })) }) : fc.record(base);
  });

/** Type d of the literature: what is quick for an agent is dear, so that capacity must be used to the last unit. */
function hard(agents: number, jobs: number, seed: number): Plain {
  let state = seed;
  const next = (sides: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % sides;
  };
  const loads = Array.from({ length: agents }, () => Array.from({ length: jobs }, () => 1 + next(100)));
  const costs = loads.map((row) => row.map((load) => 111 - load + next(21) - 10));
  return { costs, loads, capacities: loads.map((row) => Math.floor((0.8 * row.reduce((a, b) => a + b, 0)) / agents)) };
}

describe('assignWithinCapacity', () => {
  it('shares three visits between two helpers, each within their hour', () => {
    // 0 does a and c (30 + 30 min, 2 + 4), 1 does b (60 min, 3): 9. Any other full answer overloads or costs more.
    const problem = {
      costs: [
        [2, 9, 4],
        [6, 3, 8],
      ],
      loads: [
        [30, 60, 30],
        [30, 60, 30],
      ],
      capacities: [60, 60],
    };
    expect(solved(problem)).toMatchObject({ agentOfJob: [0, 1, 0], total: 9, unplaced: [], bound: 9, proved: true });
  });

  it('says which job finds no place, and proves that one must stay out', () => {
    const answer = solved({ costs: [[1, 2, 3]], loads: [[2, 2, 2]], capacities: [5] });
    expect(answer).toMatchObject({ agentOfJob: [0, 0, -1], total: 3, unplaced: [2], mustStayOut: 1, proved: true });
  });

  it('leaves a job out at its price where that is cheaper', () => {
    const answer = solved({ costs: [[1, 2, 30]], loads: [[2, 2, 2]], capacities: [9], leaveOut: [5, 5, 5] });
    expect(answer).toMatchObject({ agentOfJob: [0, 0, -1], total: 8, unplaced: [], proved: true });
  });

  it('law: bound <= best possible <= found, within capacity, nothing unplaced without need (against trying everything)', () => {
    fc.assert(
      fc.property(fc.boolean().chain(small), (problem) => {
        const answer = solved(problem);
        const best = byTrying(problem);
        expect(faults(problem, answer)).toEqual([]);
        expect(answer.unplaced.length).toBe(best.unplaced);
        expect(answer.total).toBe(best.total);
        expect(answer.bound).toBeLessThanOrEqual(best.total);
        expect(answer.mustStayOut).toBeLessThanOrEqual(best.unplaced);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('law: on hard problems of 5 to 12 agents the answer is sound, near its bound, and never below it', () => {
    for (const [agents, jobs, seed] of [
      [5, 30, 1],
      [8, 40, 2],
      [12, 60, 3],
    ] as const) {
      const problem = hard(agents, jobs, seed);
      const answer = solved(problem, { seed: 1, steps: 600 });
      expect(faults(problem, answer)).toEqual([]);
      expect(answer.unplaced).toEqual([]);
      expect(answer.total).toBeGreaterThanOrEqual(answer.bound);
      expect(answer.total).toBeLessThan(answer.bound * 1.03);
    }
  });

  it('law: same problem, seed and steps, same answer, whether run at once or in pieces', () => {
    const problem = hard(6, 40, 5);
    const atOnce = solved(problem, { seed: 3, steps: 700 });
    const search = searchWithinCapacity(problem, { seed: 3 });
    if (!search.ok) throw new Error('refused');
    for (const steps of [1, 99, 350, 250]) search.value.run(steps);
    expect(search.value.best).toEqual(atOnce);
  });

  it('law: more steps never make it worse, and there is an answer before the first', () => {
    const problem = hard(7, 45, 6);
    const search = searchWithinCapacity(problem);
    if (!search.ok) throw new Error('refused');
    let before = search.value.best;
    expect(before.unplaced.length).toBe(45);
    for (let k = 0; k < 20; k++) {
      search.value.run(60);
      const now = search.value.best;
      expect(faults(problem, now)).toEqual([]);
      expect(now.unplaced.length).toBeLessThanOrEqual(before.unplaced.length);
      if (now.unplaced.length === before.unplaced.length) expect(now.total).toBeLessThanOrEqual(before.total);
      before = now;
    }
  });

  it('law: other names for agents and jobs, or other units of load, do not change the best total', () => {
    fc.assert(
      fc.property(small(false), fc.integer({ min: 2, max: 7 }), (problem, unit) => {
        const turned = {
          costs: problem.costs.toReversed().map((row) => row.toReversed()),
          loads: problem.loads.toReversed().map((row) => row.toReversed()),
          capacities: problem.capacities.toReversed(),
        };
        const scaled = {
          ...problem,
          loads: problem.loads.map((row) => row.map((load) => load * unit)),
          capacities: problem.capacities.map((capacity) => capacity * unit + unit - 1),
        };
        const answer = solved(problem);
        for (const other of [turned, scaled]) {
          const again = solved(other);
          expect([again.total, again.unplaced.length]).toEqual([answer.total, answer.unplaced.length]);
        }
      }),
      { seed: 12, numRuns: 60 },
    );
  });

  it('law: a helper more or more room never makes the best worse', () => {
    fc.assert(
      fc.property(small(true), (problem) => {
        const wider = { ...problem, capacities: problem.capacities.map((capacity) => capacity + 3) };
        const more = {
          ...problem,
          costs: [...problem.costs, problem.costs[0]!],
          loads: [...problem.loads, problem.loads[0]!],
          capacities: [...problem.capacities, 0],
        };
        expect(solved(wider).total).toBeLessThanOrEqual(solved(problem).total);
        expect(solved(more).total).toBeLessThanOrEqual(solved(problem).total);
      }),
      { seed: 13, numRuns: 60 },
    );
  });

  it('counts in coarser units where capacities are huge, and still keeps them', () => {
    const problem = hard(5, 25, 9);
    const huge = {
      ...problem,
      loads: problem.loads.map((row) => row.map((load, job) => load * 1_000_003 + job)),
      capacities: problem.capacities.map((capacity) => capacity * 1_000_003 + 25),
    };
    const answer = solved(huge, { seed: 1, steps: 300 });
    expect(faults(huge, answer)).toEqual([]);
    expect(answer.unplaced).toEqual([]);
    expect(answer.total).toBeGreaterThanOrEqual(answer.bound);
  });

  it('refuses what is no problem, and says where', () => {
    const code = (input: unknown): unknown => {
      const answer = assignWithinCapacity(input as CapacityProblem);
      return answer.ok ? 'ok' : answer.reasons[0].code;
    };
    const good = { costs: [[1, 2]], loads: [[1, 1]], capacities: [2] };
    expect(code(good)).toBe('ok');
    expect(code({ ...good, loads: [[1, -1]] })).toBe('assignment/not-whole');
    expect(code({ ...good, loads: [[1, Number.POSITIVE_INFINITY]] })).toBe('assignment/not-whole');
    expect(code({ ...good, capacities: [Number.NaN] })).toBe('assignment/not-whole');
    expect(code({ ...good, capacities: [] })).toBe('assignment/ragged');
    expect(code({ ...good, loads: [[1]] })).toBe('assignment/ragged');
    expect(code({ ...good, leaveOut: [1] })).toBe('assignment/ragged');
    expect(code({ ...good, leaveOut: [1, 0.5] })).toBe('assignment/not-whole');
    expect(code({ ...good, costs: [[1, 2 ** 52]] })).toBe('assignment/too-large');
    for (const garbage of [
      null,
      undefined,
      7,
      {},
      { ...good, costs: 3 },
      { ...good, capacities: 'x' },
      { ...good, leaveOut: 1 },
    ]) {
      expect(code(garbage)).toMatch(/^assignment\//);
    }
  });

  it('law: garbage is answered or refused by a code, never thrown back', () => {
    const part = fc.anything();
    fc.assert(
      fc.property(fc.oneof(part, fc.record({ costs: part, loads: part, capacities: part, leaveOut: part })), (input) => {
        const answer = assignWithinCapacity(input as CapacityProblem, { steps: 20 });
        expect(answer.ok || answer.reasons[0].code.startsWith('assignment/')).toBe(true);
      }),
      { seed: 14, numRuns: 500 },
    );
  });
});
