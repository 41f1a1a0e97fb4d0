import type { DemandId } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tallyOf } from '../../src/delivery/goods.ts';
import { type LineFate, type TotalsLevel, type TotalsLine, type TotalsRow, totals, wholeLine } from '../../src/totals/totals.ts';
import { totalsFlaws } from '../../src/totals/totals-laws.ts';
import { person } from '../visit/played.ts';

const line = (
  id: string,
  item: string,
  unit: string | null,
  quantity: number | null,
  fate: LineFate,
  grid: number | null = 1,
): TotalsLine => wholeLine({ demandId: id as DemandId, residentId: person(id), grid, item, unit, quantity, fate });
const none = { delivered: 0, returned: 0, missing: 0, carried: 0, cancelled: 0, open: 0 };

describe('D-36: demand statistics by hand', () => {
  const [egg] = tallyOf(
    [{ item: 'egg', unit: 'piece', quantity: 30 }],
    [{ item: 'egg', unit: 'piece', quantity: 4, fate: 'returned' }],
    'delivered',
  );
  const lines = [
    { ...line('jia', 'egg', 'piece', 30, 'done'), count: egg!.count },
    line('yi', 'egg', 'piece', 10, 'carried', 2),
    line('bing', 'egg', 'jin', 2, 'open', 2),
    line('ding', 'egg', null, null, 'done', null),
    line('wu', 'rice', 'jin', 10, 'cancelled'),
  ];

  it('30 eggs in, 26 delivered and 4 returned; jin and pieces are never added; an unknown quantity is counted apart', () => {
    expect(totals('all', lines)).toEqual([
      {
        key: null,
        lines: { in: 5, done: 2, cancelled: 1, carried: 1, open: 1 },
        goods: [
          { item: 'egg', unit: 'jin', quantity: 2, count: { ...none, open: 2 }, unknownLines: 0, unknown: none },
          {
            item: 'egg',
            unit: 'piece',
            quantity: 40,
            count: { ...none, delivered: 26, returned: 4, carried: 10 },
            unknownLines: 0,
            unknown: none,
          },
          { item: 'egg', unit: null, quantity: 0, count: none, unknownLines: 1, unknown: { ...none, delivered: 1 } },
          { item: 'rice', unit: 'jin', quantity: 10, count: { ...none, cancelled: 10 }, unknownLines: 0, unknown: none },
        ],
      },
    ]);
  });

  it('by item, grid, person and unit; what is not known has its own row, the last', () => {
    const rows = (level: TotalsLevel) => totals(level, lines).map(({ key, lines: count }) => [key, count.in]);
    expect(rows('item')).toEqual([
      ['egg', 4],
      ['rice', 1],
    ]);
    expect(rows('grid')).toEqual([
      [1, 2],
      [2, 2],
      [null, 1],
    ]);
    expect(rows('person')).toEqual([
      ['bing', 1],
      ['ding', 1],
      ['jia', 1],
      ['wu', 1],
      ['yi', 1],
    ]);
    expect(rows('unit')).toEqual([
      ['jin', 2],
      ['piece', 2],
      [null, 1],
    ]);
    expect(totals('unit', lines)[0]!.goods.map(({ item, quantity }) => [item, quantity])).toEqual([
      ['egg', 2],
      ['rice', 10],
    ]);
  });

  it('a line that does not add up, or stands otherwise than its goods, is named', () => {
    const wrong = [
      { ...lines[0]!, quantity: 31 },
      { ...lines[1]!, fate: 'done' as const },
    ];
    expect(totalsFlaws('all', wrong, totals('all', wrong)).map(({ code }) => code)).toEqual([
      'totals/line-does-not-add-up',
      'totals/line-stands-otherwise',
      'totals/goods-do-not-add-up',
    ]);
  });
});

describe('laws of totals', () => {
  const levels: readonly TotalsLevel[] = ['all', 'item', 'grid', 'person', 'unit'];
  const lines = fc.array(
    fc
      .record({
        item: fc.constantFrom('egg', 'rice', 'oil'),
        unit: fc.constantFrom('jin', 'piece', null),
        quantity: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
        fate: fc.constantFrom<LineFate>('done', 'cancelled', 'carried', 'open'),
        grid: fc.constantFrom(1, 2, 8, null),
        who: fc.constantFrom('jia', 'yi', null),
        short: fc.nat(40),
        shortFate: fc.constantFrom('missing' as const, 'returned' as const),
      })
      .map(({ who, short, shortFate, fate, ...rest }): TotalsLine => {
        const part = short % ((rest.quantity ?? 1) + 1);
        const shorts =
          part === 0
            ? []
            : [{ item: rest.item, unit: rest.unit, quantity: rest.quantity === null ? null : part, fate: shortFate }];
        const ways = { done: 'delivered', cancelled: 'cancelled', carried: 'carried', open: 'open' } as const;
        const [{ count } = { count: none }] = tallyOf([rest], shorts, ways[fate]);
        return { ...rest, demandId: 'd' as DemandId, residentId: who === null ? null : person(who), fate, count };
      }),
    { maxLength: 25 },
  );
  const flawsOf = (make: typeof totals, made: readonly TotalsLine[]) =>
    levels.flatMap((level) => totalsFlaws(level, made, make(level, made)).map(({ code }) => code));

  it('D-36 W-17: at every level lines in = done + cancelled + carried + open, and goods likewise, per item and unit', () => {
    fc.assert(
      fc.property(lines, (made) => {
        expect(flawsOf(totals, made)).toEqual([]);
      }),
      { seed: 36, numRuns: 300 },
    );
  });

  it('every level tells of the same lines and the same goods', () => {
    fc.assert(
      fc.property(lines, (made) => {
        const sums = levels.map((level) => {
          const rows = totals(level, made);
          const amount = (item: string, unit: string | null) =>
            rows
              .flatMap(({ goods }) => goods.filter((one) => one.item === item && one.unit === unit))
              .reduce((sum, { count }) => sum + count.delivered, 0);
          return [
            rows.reduce((sum, row) => sum + row.lines.in, 0),
            amount('egg', 'jin'),
            amount('egg', 'piece'),
            amount('egg', null),
            amount('rice', 'jin'),
          ];
        });
        for (const sum of sums) expect(sum).toEqual(sums[0]);
      }),
      { seed: 36, numRuns: 100 },
    );
  });

  it('planted bugs are caught', () => {
    const caught = (bug: typeof totals) =>
      new Set(fc.sample(lines, { seed: 36, numRuns: 100 }).flatMap((made) => flawsOf(bug, made)));
    const changed =
      (change: (row: TotalsRow) => TotalsRow): typeof totals =>
      (level, made) =>
        totals(level, made).map(change);
    const dropsUnknownGrid: typeof totals = (level, made) =>
      totals(level, made).filter(({ key }) => level === 'all' || key !== null);
    const addsUnits = changed((row) => ({ ...row, goods: [...new Map(row.goods.map((goods) => [goods.item, goods])).values()] }));
    const unknownIsZero = changed((row) => ({
      ...row,
      goods: row.goods.map((goods) => ({ ...goods, unknownLines: 0, unknown: none })),
    }));
    const forgetsCarried = changed((row) => ({ ...row, lines: { ...row.lines, carried: 0 } }));
    const swallowsMissing = changed((row) => ({
      ...row,
      goods: row.goods.map((goods) => ({ ...goods, count: { ...goods.count, missing: 0 } })),
    }));
    expect(caught(dropsUnknownGrid)).toContain('totals/lines-lost');
    expect(caught(addsUnits)).toContain('totals/goods-lost');
    expect(caught(unknownIsZero)).toContain('totals/goods-lost');
    expect(caught(forgetsCarried)).toContain('totals/lines-do-not-add-up');
    expect(caught(swallowsMissing)).toContain('totals/goods-do-not-add-up');
  });
});
