import type { DemandId, Seconds } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Cents } from '../../src/purchase/cents.ts';
import { largestRemainder } from '../../src/purchase/largest-remainder.ts';
import { purchaseList, type Wanted } from '../../src/purchase/purchase-list.ts';
import { compareReceipt, parseReceipt, Receipt } from '../../src/purchase/receipt.ts';
import { type ReceiptSplit, splitReceipt, type Taken } from '../../src/purchase/split-receipt.ts';
import { at, person } from '../visit/played.ts';

const wanted = (who: string, item: string, unit: string | null, quantity: number | null): Wanted => ({
  demandId: `${who} ${item}` as DemandId,
  residentId: person(who),
  words: `${item} ${quantity ?? 'some'}`,
  item,
  unit,
  quantity,
});
type Paid = readonly [item: string, unit: string | null, quantity: number, cents: number];
const receipt = (lines: readonly Paid[], adjustmentCents = 0): Receipt =>
  Receipt.parse({
    format: 'linli-receipt/1',
    id: 'r1',
    at: at('09:30'),
    lines: lines.map(([item, unit, quantity, cents]) => ({ item, unit, quantity, cents })),
    adjustmentCents,
    totalCents: lines.reduce((sum, [, , , cents]) => sum + cents, adjustmentCents),
  });
const took = (who: string, item: string, unit: string | null, quantity: number): Taken => ({
  residentId: person(who),
  item,
  unit,
  quantity,
});

describe('D-37: the purchase list', () => {
  it('30 and 10 eggs are 40 eggs; 2 jin of eggs are another thing to buy; "some soap" is asked about', () => {
    const soap = wanted('jia', 'soap', null, null);
    expect(
      purchaseList([wanted('jia', 'egg', 'piece', 30), soap, wanted('yi', 'egg', 'piece', 10), wanted('yi', 'egg', 'jin', 2)]),
    ).toEqual({
      items: [
        { item: 'egg', unit: 'jin', quantity: 2, lines: 1 },
        { item: 'egg', unit: 'piece', quantity: 40, lines: 2 },
      ],
      toAsk: [soap],
    });
  });
});

describe('D-37: the list and the receipt', () => {
  it('every difference is named, item by item', () => {
    const list = purchaseList([
      wanted('jia', 'egg', 'piece', 30),
      wanted('jia', 'rice', 'jin', 10),
      wanted('jia', 'oil', 'bottle', 1),
      wanted('jia', 'carrot', 'jin', 2),
      wanted('jia', 'milk', 'box', 2),
      wanted('jia', 'soap', null, null),
    ]);
    const bought = receipt([
      ['egg', 'piece', 30, 3000],
      ['rice', 'jin', 8, 2400],
      ['carrot', 'bag', 1, 500],
      ['milk', 'box', 3, 1800],
      ['soap', 'piece', 1, 400],
      ['salt', 'bag', 1, 200],
    ]);
    expect(
      compareReceipt(list, bought).map(({ item, wanted: asked, bought: got, reason }) => [item, asked, got, reason.code]),
    ).toEqual([
      ['carrot', 2, 0, 'receipt/bought-in-other-unit'],
      ['milk', 2, 3, 'receipt/bought-more'],
      ['oil', 1, 0, 'receipt/not-bought'],
      ['rice', 10, 8, 'receipt/bought-less'],
      ['carrot', 0, 1, 'receipt/not-on-list'],
      ['salt', 0, 1, 'receipt/not-on-list'],
    ]);
    expect(compareReceipt(purchaseList([wanted('jia', 'egg', 'piece', 30)]), receipt([['egg', 'piece', 30, 3000]]))).toEqual([]);
  });

  it('a receipt that does not add up is refused with the place and both sums', () => {
    const good = receipt([['egg', 'piece', 30, 3000]], -100);
    expect(parseReceipt(good).ok).toBe(true);
    expect(parseReceipt({ ...good, totalCents: 2901 }).reasons).toEqual([
      { code: 'receipt/sum-differs', data: { path: 'totalCents', sum: 2900, total: 2901 } },
    ]);
    expect(parseReceipt({ ...good, lines: [good.lines[0], good.lines[0]], totalCents: 5900 }).reasons).toEqual([
      { code: 'receipt/item-twice', data: { path: 'lines.1.item' } },
    ]);
    expect(parseReceipt({ ...good, totalCents: 29.5 }).reasons[0]).toMatchObject({
      code: 'receipt/malformed',
      data: { path: 'totalCents' },
    });
  });
});

describe('largest remainder', () => {
  it('100 cents by 1, 1, 1: 34, 33, 33; 10 by 7, 2, 1 of 10: exactly; 5 by 3, 3, 2: 2, 2, 1', () => {
    expect(largestRemainder(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(largestRemainder(10, [7, 2, 1])).toEqual([7, 2, 1]);
    expect(largestRemainder(5, [3, 3, 2])).toEqual([2, 2, 1]);
    expect(largestRemainder(0, [0, 5])).toEqual([0, 0]);
    expect(() => largestRemainder(1, [0, 0])).toThrow(expect.objectContaining({ code: 'split/no-weights' }));
  });

  it('adds up exactly and keeps everybody within one of his quota, also where products pass 2^53', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 12 }), (amount, weights) => {
        fc.pre(weights.some((weight) => weight > 0));
        const parts = largestRemainder(amount, weights);
        const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        for (const [index, part] of parts.entries()) {
          const off = BigInt(part) * total - BigInt(amount) * BigInt(weights[index]!);
          expect(off > -total && off < total).toBe(true);
        }
      }),
      { seed: 37, numRuns: 200 },
    );
  });
});

describe('D-37: who owes how much of a receipt', () => {
  const split = (paid: Receipt, taken: readonly Taken[]): ReceiptSplit => {
    const decision = splitReceipt(paid, taken);
    if (!decision.ok) throw new Error(decision.reasons[0].code);
    return decision.value;
  };

  it('10.00 for 3 bottles, one each: 3.34, 3.33, 3.33', () => {
    const { shares, rest } = split(
      receipt([['oil', 'bottle', 3, 1000]]),
      ['a', 'b', 'c'].map((who) => took(who, 'oil', 'bottle', 1)),
    );
    expect(shares.map(({ residentId, cents }) => [residentId, cents])).toEqual([
      ['a', 334],
      ['b', 333],
      ['c', 333],
    ]);
    expect(rest.cents).toBe(0);
  });

  it('30 eggs for 30.01, 26 delivered: jia owes 26.01, the 4 returned stay with the community', () => {
    const { shares, rest } = split(receipt([['egg', 'piece', 30, 3001]]), [took('jia', 'egg', 'piece', 26)]);
    expect(shares).toEqual([
      { residentId: 'jia', lines: [{ item: 'egg', unit: 'piece', quantity: 26, cents: 2601 }], adjustmentCents: 0, cents: 2601 },
    ]);
    expect(rest).toEqual({ lines: [{ item: 'egg', unit: 'piece', quantity: 4, cents: 400 }], adjustmentCents: 0, cents: 400 });
  });

  it('a discount of 1.00 on 30.00 and 10.00 goes 0.75 and 0.25; a fee the same way up', () => {
    const lines: readonly Paid[] = [
      ['egg', 'piece', 30, 3000],
      ['rice', 'jin', 5, 1000],
    ];
    const taken = [took('jia', 'egg', 'piece', 30), took('yi', 'rice', 'jin', 5)];
    expect(split(receipt(lines, -100), taken).shares.map(({ cents }) => cents)).toEqual([2925, 975]);
    expect(split(receipt(lines, 100), taken).shares.map(({ cents }) => cents)).toEqual([3075, 1025]);
    expect(split(receipt([['gift', null, 1, 0]], 50), [took('jia', 'gift', null, 1)]).rest.adjustmentCents).toBe(50);
  });

  it('more handed out than bought is refused, item by item', () => {
    const taken = [took('jia', 'egg', 'piece', 20), took('yi', 'egg', 'piece', 11), took('yi', 'egg', 'jin', 1)];
    expect(splitReceipt(receipt([['egg', 'piece', 30, 3000]]), taken)).toEqual({
      ok: false,
      reasons: [
        { code: 'receipt/took-more-than-bought', data: { item: 'egg', unit: 'piece', took: 31, bought: 30 } },
        { code: 'receipt/took-what-was-not-bought', data: { item: 'egg', unit: 'jin', took: 1 } },
      ],
    });
  });

  it('money is never credited time: cents are no seconds, and no share knows of any', () => {
    expectTypeOf<Cents>().not.toExtend<Seconds>();
    expectTypeOf<Seconds>().not.toExtend<Cents>();
    const told = JSON.stringify(split(receipt([['oil', 'bottle', 3, 1000]]), [took('a', 'oil', 'bottle', 1)]));
    expect(told).not.toMatch(/seconds|credit|account/i);
  });
});

describe('laws of the split', () => {
  const items = ['egg', 'rice', 'oil', 'salt'];
  const purchase = fc
    .record({
      lines: fc.uniqueArray(
        fc.record({ item: fc.constantFrom(...items), quantity: fc.integer({ min: 1, max: 60 }), cents: fc.nat(9999) }),
        { selector: ({ item }) => item, minLength: 1 },
      ),
      adjustment: fc.integer({ min: -500, max: 500 }),
      claims: fc.array(
        fc.record({ who: fc.constantFrom('a', 'b', 'c', 'd'), item: fc.nat(3), part: fc.integer({ min: 1, max: 30 }) }),
        { maxLength: 12 },
      ),
    })
    .map(({ lines, adjustment, claims }) => {
      const sum = lines.reduce((cents, line) => cents + line.cents, 0);
      const paid = receipt(
        lines.map(({ item, quantity, cents }) => [item, 'jin', quantity, cents]),
        Math.max(adjustment, -sum),
      );
      const left = new Map(lines.map(({ item, quantity }) => [item, quantity]));
      const taken = claims.flatMap(({ who, item, part }) => {
        const { item: name } = lines[item % lines.length]!;
        const quantity = Math.min(part, left.get(name)!);
        left.set(name, left.get(name)! - quantity);
        return quantity === 0 ? [] : [took(who, name, 'jin', quantity)];
      });
      return { paid, taken };
    });
  type Split = typeof splitReceipt;

  function violationsOf(
    { paid, taken }: { readonly paid: Receipt; readonly taken: readonly Taken[] },
    make: Split,
  ): readonly string[] {
    const decision = make(paid, taken);
    if (!decision.ok) return ['what was bought can be split'];
    const { shares, rest, totalCents } = decision.value;
    const all = [rest, ...shares];
    const broken: string[] = [];
    const law = (name: string, holds: boolean): void => {
      if (!holds) broken.push(name);
    };
    const linesOf = (item: string) => all.flatMap(({ lines }) => lines.filter((one) => one.item === item));
    law(
      'shares sum to the receipt, to the cent',
      all.reduce((sum, { cents }) => sum + cents, 0) === paid.totalCents && totalCents === paid.totalCents,
    );
    law(
      'each line sums to what was paid for it',
      paid.lines.every(
        ({ item, cents, quantity }) =>
          linesOf(item).reduce((sum, one) => sum + one.cents, 0) === cents &&
          linesOf(item).reduce((sum, one) => sum + one.quantity, 0) === quantity,
      ),
    );
    law(
      'a share is its lines and its adjustment, and never below 0',
      all.every(
        ({ lines, adjustmentCents, cents }) =>
          cents >= 0 && cents === lines.reduce((sum, one) => sum + one.cents, adjustmentCents),
      ),
    );
    law(
      'nobody is a cent or more from his quota of a line',
      paid.lines.every((line) =>
        linesOf(line.item).every((one) => Math.abs(one.cents * line.quantity - line.cents * one.quantity) < line.quantity),
      ),
    );
    law('the order of hand-outs does not matter', JSON.stringify(make(paid, taken.toReversed())) === JSON.stringify(decision));
    return broken;
  }

  it('D-37: shares sum to the receipt to the cent, whatever was bought and whoever took it', () => {
    fc.assert(
      fc.property(purchase, (made) => {
        expect(violationsOf(made, splitReceipt)).toEqual([]);
      }),
      { seed: 37, numRuns: 300 },
    );
  });

  it('planted bugs are caught', () => {
    const caught = (bug: Split) =>
      new Set(fc.sample(purchase, { seed: 37, numRuns: 200 }).flatMap((made) => violationsOf(made, bug)));
    const changed =
      (change: (split: ReceiptSplit, taken: readonly Taken[]) => ReceiptSplit): Split =>
      (paid, taken) => {
        const decision = splitReceipt(paid, taken);
        return decision.ok ? { ...decision, value: change(decision.value, taken) } : decision;
      };
    const roundsDown = changed(({ shares, ...rest }) => ({
      ...rest,
      shares: shares.map((share) => ({ ...share, cents: (share.cents - (share.cents % 10)) as Cents })),
    }));
    const forgetsTheRest = changed((split) => ({ ...split, rest: { lines: [], adjustmentCents: 0, cents: 0 as Cents } }));
    const firstComeFirst = changed((split, taken) => ({
      ...split,
      shares: split.shares.toSorted(
        (a, b) =>
          taken.findIndex((one) => one.residentId === a.residentId) - taken.findIndex((one) => one.residentId === b.residentId),
      ),
    }));
    const oneHasTheLot = changed(({ shares, rest, totalCents }) => ({
      totalCents,
      shares,
      rest: { ...rest, lines: rest.lines.map((one, index) => (index === 0 ? { ...one, cents: (one.cents + 1) as Cents } : one)) },
    }));
    const oneBearsIt = changed((split) => {
      const payers = split.shares.filter(({ lines }) => lines.length > 0);
      const [first, second] = payers;
      const same = first?.lines.find((one) => one.cents > 1 && second?.lines.some(({ item }) => item === one.item));
      if (first === undefined || second === undefined || same === undefined) return split;
      const moved = (share: ReceiptSplit['shares'][number], cents: number) => ({
        ...share,
        cents: (share.cents + cents) as Cents,
        lines: share.lines.map((one) => (one.item === same.item ? { ...one, cents: (one.cents + cents) as Cents } : one)),
      });
      const by = (share: ReceiptSplit['shares'][number]) => (share === first ? -2 : share === second ? 2 : 0);
      return { ...split, shares: split.shares.map((share) => (by(share) === 0 ? share : moved(share, by(share)))) };
    });
    expect(caught(oneBearsIt)).toContain('nobody is a cent or more from his quota of a line');
    expect(caught(roundsDown)).toContain('shares sum to the receipt, to the cent');
    expect(caught(forgetsTheRest)).toContain('each line sums to what was paid for it');
    expect(caught(firstComeFirst)).toContain('the order of hand-outs does not matter');
    expect(caught(oneHasTheLot)).toContain('a share is its lines and its adjustment, and never below 0');
  });
});
