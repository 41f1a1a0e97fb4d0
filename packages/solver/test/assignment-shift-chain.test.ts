import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CapacityTables } from '../src/assignment/capacity-tables.ts';
import { createDice } from '../src/assignment/dice.ts';
import { createShiftChains, type ShiftChains } from '../src/assignment/shift-chain.ts';
import { assignWithinCapacity } from '../src/assignment/within-capacity.ts';

/** The tables of rows by agent; `out` is what a job left to nobody costs. */
function tablesOf(costs: number[][], loads: number[][], capacities: number[], out: number): CapacityTables {
  const jobs = costs[0]!.length;
  const agents = costs.length + 1;
  const flat = (rows: number[][], last: number): Float64Array =>
    Float64Array.from({ length: jobs * agents }, (_, at) => rows[at % agents]?.[Math.floor(at / agents)] ?? last);
  return {
    agents,
    jobs,
    cost: flat(costs, out),
    load: flat(loads, 0),
    capacity: Float64Array.from([...capacities, 0]),
    nobody: costs.length,
  };
}

const noPrices = (tables: CapacityTables): Float64Array => new Float64Array(tables.agents);

/** What is wrong, judged by the tables alone. */
function faults(tables: CapacityTables, { owner, cost }: Pick<ShiftChains, 'owner' | 'cost'>): string[] {
  const used = new Float64Array(tables.agents);
  let sum = 0;
  owner.forEach((agent, job) => {
    used[agent]! += tables.load[job * tables.agents + agent]!;
    sum += tables.cost[job * tables.agents + agent]!;
  });
  const over = [...used.keys()].filter((agent) => used[agent]! > tables.capacity[agent]!);
  return [...over.map((agent) => `agent ${agent} is overloaded`), ...(sum === cost ? [] : [`cost ${cost} is ${sum}`])];
}

const small = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 14 })).chain(([agents, jobs]) => {
  const rows = (max: number) =>
    fc.array(fc.array(fc.integer({ min: 0, max }), { minLength: jobs, maxLength: jobs }), {
      minLength: agents,
      maxLength: agents,
    });
  return fc.record({
    costs: rows(12),
    loads: rows(6),
    capacities: fc.array(fc.integer({ min: 0, max: 25 }), { minLength: agents, maxLength: agents }),
    out: fc.constantFrom(4, 200),
    prices: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: agents, maxLength: agents }),
    seed: fc.integer(),
  });
});

/** Cost and load without connection, as in types a to c of the literature: some room, many answers nearly as good. */
function loose(agents: number, jobs: number, seed: number) {
  let state = seed;
  const next = (from: number, until: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return from + ((state >>> 8) % (until - from + 1));
  };
  const rows = (from: number, until: number): number[][] =>
    Array.from({ length: agents }, () => Array.from({ length: jobs }, () => next(from, until)));
  const loads = rows(5, 25);
  const capacities = loads.map((row) => Math.floor((0.8 * row.reduce((a, b) => a + b, 0)) / agents));
  return { costs: rows(10, 50), loads, capacities };
}

describe('createShiftChains', () => {
  it('finds a ring of three where no shift and no exchange of two gains anything', () => {
    // each of a, b, c fills its helper and costs 2; one helper further it costs 1, the other way round 9: 6 becomes 3
    const costs = [
      [2, 9, 1],
      [1, 2, 9],
      [9, 1, 2],
    ];
    const full = costs.map((row) => row.map(() => 1));
    const tables = tablesOf(costs, full, [1, 1, 1], 100);
    const chains = createShiftChains(tables, noPrices(tables), createDice(1));
    chains.start(Int32Array.of(0, 1, 2));
    expect(chains.cost).toBe(6);
    chains.work(500);
    expect([...chains.owner, chains.cost]).toEqual([1, 2, 0, 3]);
  });

  it('brings a job in that fits only after another has moved on', () => {
    // job 0 fits only with helper 0 (4 of 5 units); job 1 (2 units) stands there and can go to helper 1 at one more
    const tables = tablesOf(
      [
        [3, 1],
        [3, 2],
      ],
      [
        [4, 2],
        [9, 2],
      ],
      [5, 2],
      100,
    );
    const chains = createShiftChains(tables, noPrices(tables), createDice(1));
    chains.start(Int32Array.of(tables.nobody, 0));
    chains.work(500);
    expect([...chains.owner, chains.cost]).toEqual([0, 1, 5]);
  });

  it('law: never an overload, never dearer, and the cost is what the tables say', () => {
    fc.assert(
      fc.property(small, ({ costs, loads, capacities, out, prices, seed }) => {
        const tables = tablesOf(costs, loads, capacities, out);
        const chains = createShiftChains(tables, Float64Array.from([...prices, 0]), createDice(seed));
        expect(faults(tables, chains)).toEqual([]);
        for (let k = 0; k < 12; k++) {
          const before = chains.cost;
          chains.work(60);
          expect(faults(tables, chains)).toEqual([]);
          expect(chains.cost).toBeLessThanOrEqual(before);
        }
      }),
      { seed: 21, numRuns: 300 },
    );
  });

  it('law: no single shift that fits and pays is left over', () => {
    fc.assert(
      fc.property(small, ({ costs, loads, capacities, out, seed }) => {
        const tables = tablesOf(costs, loads, capacities, out);
        const chains = createShiftChains(tables, noPrices(tables), createDice(seed));
        chains.work(20_000);
        const left = tables.capacity.slice();
        chains.owner.forEach((agent, job) => {
          left[agent]! -= tables.load[job * tables.agents + agent]!;
        });
        chains.owner.forEach((agent, job) => {
          const at = job * tables.agents;
          for (let i = 0; i < tables.agents; i++) {
            if (i !== agent && tables.load[at + i]! <= left[i]!) {
              expect(tables.cost[at + i]).toBeGreaterThanOrEqual(tables.cost[at + agent]!);
            }
          }
        });
      }),
      { seed: 22, numRuns: 100 },
    );
  });

  it('a planted overload or a wrong cost is seen by the law', () => {
    const tables = tablesOf([[1, 1]], [[2, 2]], [3], 9);
    expect(faults(tables, { owner: Int32Array.of(0, 0), cost: 2 })).toEqual(['agent 0 is overloaded']);
    expect(faults(tables, { owner: Int32Array.of(0, 1), cost: 2 })).toEqual(['cost 2 is 10']);
  });

  it('makes a first answer within 0.3 % of the bound in 60 steps, 30 helpers and 600 visits with some room', () => {
    const answer = assignWithinCapacity(loose(30, 600, 4), { seed: 1, steps: 60 });
    if (!answer.ok) throw new Error(answer.reasons[0].code);
    expect(answer.value.unplaced).toEqual([]);
    expect(answer.value.total).toBeGreaterThanOrEqual(answer.value.bound);
    expect(answer.value.total).toBeLessThan(answer.value.bound * 1.003);
  });
});
