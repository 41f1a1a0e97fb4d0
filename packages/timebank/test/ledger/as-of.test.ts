import { seededRandom } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { balance, earnedIn } from '../../src/balance.ts';
import { emptyLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { post } from '../../src/post.ts';
import { reversalOf } from '../../src/reversal-of.ts';
import { statement, statementPage } from '../../src/statement.ts';
import { after, ann, at, bo, issuer, move, pool, why } from './records.ts';

/** 5 000 transfers of which many count earlier than they were written down: blocks of every size come up. */
const versions: Ledger[] = [];
const random = seededRandom(7);
const moved = Array.from({ length: 5000 }, (_, index) => {
  const [from, to] = index % 3 === 2 ? [ann, pool] : [issuer, ann];
  const effectiveAt = random.nextInt(2) === 0 ? index * 10 : random.nextInt(50_000);
  return move(`t-${index}`, from, to, from === ann ? 1 : 5, { at: at(index * 10), effectiveAt: at(effectiveAt) });
});
let ledger = emptyLedger;
for (const transfer of moved) {
  const decision = post(ledger, transfer);
  if (!decision.ok) throw new Error(decision.reasons[0].code);
  ledger = decision.value;
  versions.push(ledger);
}

describe('balance as of an instant', () => {
  it('L-10: is the sum of what was recorded by then and counts by then, in every version, however late it came', () => {
    for (let round = 0; round < 400; round += 1) {
      const version = versions[random.nextInt(versions.length)]!;
      const asOf = {
        ...(random.nextInt(2) === 0 ? {} : { asOfRecorded: at(random.nextInt(55_000)) }),
        ...(random.nextInt(3) === 0 ? {} : { asOfEffective: at(random.nextInt(55_000)) }),
      };
      let units = 0;
      for (const { at: recorded, effectiveAt, from, units: sum } of moved.slice(0, version.length)) {
        if (recorded > (asOf.asOfRecorded ?? Infinity) || effectiveAt > (asOf.asOfEffective ?? Infinity)) continue;
        units += from === ann ? -sum : sum;
      }
      expect([version.length, asOf, balance(version, ann, 'second', asOf)]).toEqual([version.length, asOf, units]);
    }
  });

  it('L-12: what a day’s services earned is found whenever they were recorded, and a reversal counts on the day of its original', () => {
    const span = { from: at(20_000), until: at(21_000) };
    const sum = () =>
      moved.filter(({ from, effectiveAt }) => from === issuer && effectiveAt >= 20_000 && effectiveAt < 21_000).length * 5;
    expect(earnedIn(ledger, ann, 'second', span)).toBe(sum());
    const late = after(ledger, [move('late', issuer, ann, 5, { at: at(60_000), effectiveAt: at(20_500) })]);
    expect(earnedIn(late, ann, 'second', span)).toBe(sum() + 5);
    const back = reversalOf(move('late', issuer, ann, 5), { id: 'r-1', units: 3, at: at(61_000), effectiveAt: at(61_000), why });
    expect(earnedIn(after(late, [back]), ann, 'second', span)).toBe(sum() + 2);
    expect(earnedIn(ledger, bo, 'second', span)).toBe(0);
  });
});

describe('a statement in pages', () => {
  const all = statement(ledger, ann);
  const page = (query: Omit<Parameters<typeof statementPage>[2], 'asset'>) =>
    statementPage(ledger, ann, { asset: 'second', ...query });

  it('goes through all entries once, forwards', () => {
    const seen = [];
    for (let after = 0, more = true; more; ) {
      const { entries, hasMore, totalCount } = page({ after, limit: 700 });
      expect(totalCount).toBe(5000);
      seen.push(...entries);
      after = entries.at(-1)!.sequence;
      more = hasMore;
    }
    expect(seen).toEqual(all);
  });

  it('shows the latest first page and those before it', () => {
    const latest = page({ limit: 3, from: 'latest' });
    expect(latest.entries).toEqual(all.slice(-3));
    expect(page({ limit: 2, before: latest.entries[0]!.sequence, from: 'latest' }).entries).toEqual(all.slice(-5, -3));
    expect(page({ limit: 10, after: 4995 })).toMatchObject({ hasMore: false, entries: all.slice(-5) });
    expect(page({ limit: 10, after: 5000 })).toEqual({ entries: [], totalCount: 5000, hasMore: false });
  });

  it('L-04: of an earlier version shows what it knew', () => {
    const early = statementPage(versions[99]!, ann, { asset: 'second', limit: 1000 });
    expect([early.totalCount, early.entries]).toEqual([100, all.slice(0, 100)]);
    expect(statementPage(ledger, bo, { asset: 'second', limit: 10 }).totalCount).toBe(0);
  });
});
