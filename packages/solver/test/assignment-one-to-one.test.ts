import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Costs } from '../src/assignment/cost-table.ts';
import { assignOneToOne, type OneToOne, provesOptimal } from '../src/assignment/one-to-one.ts';
import { freeTheWronged } from '../src/assignment/whole-table.ts';

const solved = (costs: Costs): OneToOne => {
  const answer = assignOneToOne(costs);
  if (!answer.ok) throw new Error(answer.reasons[0].code);
  return answer.value;
};

/** Most pairs, then least cost, by trying every way; costs of `Infinity` make no pair. */
function byTrying(costs: readonly (readonly number[])[]): { pairs: number; total: number } {
  let best = { pairs: 0, total: 0 };
  const taken = new Set<number>();
  const walk = (row: number, pairs: number, total: number): void => {
    if (row === costs.length) {
      if (pairs > best.pairs || (pairs === best.pairs && total < best.total)) best = { pairs, total };
      return;
    }
    walk(row + 1, pairs, total);
    costs[row]!.forEach((cost, column) => {
      if (taken.has(column) || cost === Number.POSITIVE_INFINITY) return;
      taken.add(column);
      walk(row + 1, pairs + 1, total + cost);
      taken.delete(column);
    });
  };
  walk(0, 0, 0);
  return best;
}

const table = (cost: fc.Arbitrary<number>, most: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cost, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
const square = (cost: fc.Arbitrary<number>, size: number) =>
  fc.array(fc.array(cost, { minLength: size, maxLength: size }), { minLength: size, maxLength: size });
const orNever = (cost: fc.Arbitrary<number>) =>
  fc.oneof({ weight: 3, arbitrary: cost }, { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) });
const anyCost = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -50, max: 50 }), fc.integer());
const pairsOf = ({ columnOfRow }: OneToOne): number => columnOfRow.filter((column) => column >= 0).length;

describe('assignOneToOne', () => {
  it('pairs three callers with three lines', () => {
    // 1+5+3 = 9, 1+6+1 = 8, 2+4+3 = 9, 2+6+7 = 15, 3+4+1 = 8, 3+5+7 = 15
    const costs = [
      [1, 2, 3],
      [4, 5, 6],
      [7, 1, 3],
    ];
    const answer = solved(costs);
    expect(answer.total).toBe(8);
    expect(provesOptimal(costs, answer)).toBe(true);
  });

  it('leaves a row without a column where it may have none', () => {
    const never = Number.POSITIVE_INFINITY;
    const costs = [
      [never, never],
      [5, never],
      [never, 7],
    ];
    expect(solved(costs)).toMatchObject({ columnOfRow: [-1, 0, 1], total: 12 });
    expect(solved([[never]])).toMatchObject({ columnOfRow: [-1], total: 0 });
  });

  it('would rather make two dear pairs than one cheap pair', () => {
    const costs = [
      [1, 1000],
      [1000, Number.POSITIVE_INFINITY],
    ];
    expect(solved(costs)).toMatchObject({ columnOfRow: [1, 0], total: 2000 });
  });

  it('takes tables without rows or without columns', () => {
    expect(solved([])).toMatchObject({ columnOfRow: [], total: 0 });
    expect(solved([[], []])).toMatchObject({ columnOfRow: [-1, -1], total: 0 });
    expect(provesOptimal([[], []], solved([[], []]))).toBe(true);
  });

  it('law: as good as trying everything, and its prices prove it (small tables of any shape, negative, equal, forbidden)', () => {
    fc.assert(
      fc.property(table(orNever(anyCost), 6), (costs) => {
        const answer = solved(costs);
        const best = byTrying(costs);
        expect({ pairs: pairsOf(answer), total: answer.total }).toEqual(best);
        expect(provesOptimal(costs, answer)).toBe(true);
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it('law: the prices prove large tables too, of every shape', () => {
    const cost = fc.oneof(fc.constant(7), fc.integer({ min: 1, max: 3 }), fc.integer({ min: -1000, max: 1000 }));
    const kind = fc.constantFrom<'few' | 'many' | 'one' | 'never'>('few', 'many', 'one', 'never');
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 130 }),
        fc.integer({ min: 40, max: 130 }),
        kind,
        cost,
        fc.nat(1e6),
        (m, n, how, base, seed) => {
          let state = seed + 1;
          const next = (sides: number): number => {
            state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
            return (state >>> 8) % sides;
          };
          const sides = how === 'few' ? 3 : 100_000;
          const one = (): number => {
            if (how === 'one') return base;
            return how === 'never' && next(3) > 0 ? Number.POSITIVE_INFINITY : next(sides);
          };
          const costs = Array.from({ length: m }, () => Array.from({ length: n }, one));
          expect(provesOptimal(costs, solved(costs))).toBe(true);
        },
      ),
      { seed: 2, numRuns: 60 },
    );
  });

  it('law: hard tables (products, distances, many equal rows) are proved as well', () => {
    const sizes = [60, 97];
    for (const n of sizes) {
      const tables = [
        Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i + 1) * (j + 1))),
        Array.from({ length: n }, (_, i) => Array.from({ length: n + 9 }, (_, j) => Math.abs(i * 7 - j * 5))),
        Array.from({ length: n }, () => Array.from({ length: n }, (_, j) => j)),
        Array.from({ length: n + 20 }, (_, i) => Array.from({ length: n }, (_, j) => (i * j) % 11)),
      ];
      for (const costs of tables) expect(provesOptimal(costs, solved(costs))).toBe(true);
    }
  });

  it('law: turning the table turns nothing but the table', () => {
    fc.assert(
      fc.property(table(orNever(anyCost), 7), (costs) => {
        const turned = costs[0]!.map((_, j) => costs.map((row) => row[j]!));
        const [one, other] = [solved(costs), solved(turned)];
        expect([other.total, pairsOf(other)]).toEqual([one.total, pairsOf(one)]);
      }),
      { seed: 3 },
    );
  });

  it('law: an amount added to a row that must be paired is added to the total', () => {
    fc.assert(
      fc.property(
        square(fc.integer({ min: -99, max: 99 }), 5),
        fc.nat(4),
        fc.integer({ min: -50, max: 50 }),
        (costs, at, more) => {
          const raised = costs.map((row, i) => (i === at ? row.map((cost) => cost + more) : row));
          expect(solved(raised).total).toBe(solved(costs).total + more);
        },
      ),
      { seed: 4 },
    );
  });

  it('law: nested, flat and typed tables are the same table', () => {
    fc.assert(
      fc.property(table(orNever(fc.integer({ min: -999, max: 999 })), 6), (costs) => {
        const shape = { rows: costs.length, columns: costs[0]!.length };
        const flat = costs.flat();
        const ints = Int32Array.from(flat, (cost) => (cost === Number.POSITIVE_INFINITY ? 2_147_483_647 : cost));
        expect(solved({ ...shape, costs: flat })).toEqual(solved(costs));
        expect(solved({ ...shape, costs: Float64Array.from(flat) })).toEqual(solved(costs));
        expect(solved({ ...shape, costs: ints })).toEqual(solved(costs));
      }),
      { seed: 5 },
    );
  });

  it('gives the same of several best answers every time, and leaves the table as it was', () => {
    const costs = Array.from({ length: 80 }, (_, i) => Array.from({ length: 80 }, (_, j) => (i * 31 + j * 17) % 5));
    const before = JSON.stringify(costs);
    expect(solved(costs)).toEqual(solved(costs));
    expect(JSON.stringify(costs)).toBe(before);
  });

  it('refuses what is no table of whole numbers, and says where', () => {
    const code = (input: unknown): unknown => {
      const answer = assignOneToOne(input as Costs);
      return answer.ok ? 'ok' : answer.reasons[0];
    };
    expect(code([[1, 2], [3]])).toEqual({ code: 'assignment/ragged', data: { row: 1, found: 1, expected: 2 } });
    expect(code([[1, 2.5]])).toEqual({ code: 'assignment/not-whole', data: { what: 'costs', row: 0, column: 1 } });
    expect(code([[Number.NaN]])).toMatchObject({ code: 'assignment/not-whole' });
    expect(code([[Number.NEGATIVE_INFINITY]])).toMatchObject({ code: 'assignment/not-whole' });
    expect(code([['1']])).toMatchObject({ code: 'assignment/not-whole' });
    expect(code([[2 ** 52]])).toMatchObject({ code: 'assignment/too-large' });
    expect(code({ rows: 2, columns: 2, costs: [1, 2, 3] })).toMatchObject({ code: 'assignment/ragged' });
    for (const garbage of [
      null,
      undefined,
      7,
      'x',
      {},
      [1],
      [null],
      { rows: -1, columns: 1, costs: [] },
      { rows: 1e9, columns: 1e9, costs: [] },
    ]) {
      expect(code(garbage)).toMatchObject({ code: expect.stringMatching(/^assignment\//) });
    }
  });

  it('law: garbage is answered or refused by a code, never thrown back', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        const answer = assignOneToOne(input as Costs);
        expect(answer.ok || answer.reasons[0].code.startsWith('assignment/')).toBe(true);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});

describe('provesOptimal', () => {
  const costs = [
    [4, 1, 3],
    [2, 0, 5],
    [3, 2, 2],
  ];
  const good = solved(costs);
  const planted: [string, OneToOne][] = [
    ['a worse assignment', { ...good, columnOfRow: [0, 1, 2], total: 6 }],
    ['a column taken twice', { ...good, columnOfRow: [1, 1, 2] }],
    ['a column that does not exist', { ...good, columnOfRow: [3, 0, 2] }],
    ['a wrong total', { ...good, total: good.total - 1 }],
    ['prices too low to prove anything', { ...good, rowPrices: good.rowPrices.map((price) => price - 1) }],
    ['a price above what a pair costs', { ...good, rowPrices: good.rowPrices.map((price) => price + 1) }],
    ['a row left out', { ...good, columnOfRow: [-1, 0, 2], total: 4 }],
    ['half a price', { ...good, columnPrices: good.columnPrices.map((price) => price + 0.5) }],
  ];
  it.each(planted)('catches %s', (_, wrong) => expect(provesOptimal(costs, wrong)).toBe(false));
  it('accepts the true one', () => expect(provesOptimal(costs, good)).toBe(true));
});

describe('freeTheWronged', () => {
  const matched = (columns: number, columnOfRow: number[], price: number[]) => {
    const rowOfColumn = new Int32Array(columns).fill(-1);
    columnOfRow.forEach((column, row) => {
      rowOfColumn[column] = row;
    });
    return { columnOfRow: Int32Array.from(columnOfRow), rowOfColumn, price: Float64Array.from(price) };
  };

  it('frees a row that would be better off by one, and no other', () => {
    const matching = matched(2, [0, 1], [0, 0]);
    const rows = [
      [1, 0],
      [5, 5],
    ];
    expect(freeTheWronged(rows, matching, false, new Int32Array(2))).toBe(1);
    expect([...matching.columnOfRow, ...matching.rowOfColumn]).toEqual([-1, 1, -1, 1]);
  });

  it('puts a freed column that may stay free back to price 0, and frees whoever now wants it', () => {
    // row 0 pays 0 + 2 and could have 1 elsewhere; at price 0 its column suits row 1 better (0) than its own (1)
    const matching = matched(3, [0, 1], [-2, 0, 0]);
    const rows = [
      [0, 5, 1],
      [0, 1, 9],
    ];
    expect(freeTheWronged(rows, matching, true, new Int32Array(2))).toBe(2);
    expect([...matching.price, ...matching.columnOfRow, ...matching.rowOfColumn]).toEqual([0, 0, 0, -1, -1, -1, -1, -1]);
  });
});
