import { type Decision, no, yes } from '@linli/model';
import { canonical } from '../src/ledger/canonical.ts';
import type { Entry, LedgerView } from '../src/ledger/ledger.ts';
import { type Account, isSameAccount, type Transfer } from '../src/ledger/transfer.ts';
import type { PostCode } from '../src/texts.ts';

/** What can be wrong with a ledger, each with the law that must notice. */
export const plantedBugs = {
  'forgets the other side': 'L-01',
  'pays interest out of nothing': 'L-02',
  'takes nothing and halves for amounts': 'L-03',
  'edits the original when it is reversed': 'L-04',
  'posts a double click twice': 'L-05',
  'keeps the first of two bodies and says yes': 'L-05',
  'looks at the floor before taking': 'L-06',
  'compares each reversal alone': 'L-08',
  'shows the balance from before': 'L-10',
  'lets a late record slip in before': 'L-10',
  'counts what it refused': 'L-15',
} as const;
export type PlantedBug = keyof typeof plantedBugs;

export interface LedgerUnderTest {
  post(transfer: Transfer): Decision<unknown, PostCode>;
  view(): LedgerView;
}

/** The plainest ledger that keeps the laws: one list, searched from end to end. With a bug it breaks one. */
export function naiveLedger(bug?: PlantedBug): LedgerUnderTest {
  let transfers: readonly Transfer[] = [];
  let entries: readonly Entry[] = [];
  let refused = 0;
  const balanceOf = (account: Account, asset: string): number =>
    entries
      .filter((entry) => isSameAccount(entry.account, account) && entry.asset === asset)
      .reduce((sum, { units }) => sum + units, 0);

  const enter = (transfer: Transfer, account: Account, units: number): void => {
    const { asset } = transfer;
    const before = balanceOf(account, asset);
    const sequence = transfers.length + refused;
    const balanceUnits = bug === 'shows the balance from before' ? before : before + units;
    entries = [...entries, { sequence, account, asset, units, balanceUnits, transfer }];
  };

  const refusalOf = (next: Transfer): PostCode | undefined => {
    const isAmount = Number.isInteger(next.units) && next.units > 0;
    if (!isAmount && bug !== 'takes nothing and halves for amounts') return 'transfer/invalid';
    if (next.at < (transfers.at(-1)?.at ?? next.at) && bug !== 'lets a late record slip in before') {
      return 'transfer/recorded-too-early';
    }
    if (next.reverses !== undefined) {
      const original = transfers.find(({ id }) => id === next.reverses);
      if (original === undefined) return 'transfer/original-unknown';
      if (original.reverses !== undefined) return 'transfer/original-is-reversal';
      const mirrors =
        isSameAccount(original.from, next.to) && isSameAccount(original.to, next.from) && original.asset === next.asset;
      if (!mirrors) return 'transfer/not-a-mirror';
      const earlier = bug === 'compares each reversal alone' ? [] : transfers.filter(({ reverses }) => reverses === original.id);
      if (earlier.reduce((sum, { units }) => sum + units, next.units) > original.units) return 'transfer/reversed-too-much';
    }
    const balance = balanceOf(next.from, next.asset);
    const isShort = bug === 'looks at the floor before taking' ? balance < 0 : balance < next.units;
    return next.from.kind !== 'issuer' && isShort ? 'account/below-floor' : undefined;
  };

  return {
    post(next) {
      const posted = transfers.find(({ id }) => id === next.id);
      if (posted !== undefined && bug !== 'posts a double click twice') {
        const isSame = canonical(posted) === canonical(next) || bug === 'keeps the first of two bodies and says yes';
        return isSame ? yes(undefined, [{ code: 'transfer/already-posted' }]) : no('transfer/id-reused');
      }
      const refusal = refusalOf(next);
      if (refusal !== undefined) {
        if (bug === 'counts what it refused') refused += 1;
        return no(refusal);
      }
      if (next.reverses !== undefined && bug === 'edits the original when it is reversed') {
        transfers = transfers.map((old) => (old.id === next.reverses ? { ...old, why: [{ code: 'reversed' }] } : old));
      }
      transfers = [...transfers, next];
      enter(next, next.from, -next.units);
      if (bug !== 'forgets the other side') enter(next, next.to, next.units);
      if (bug === 'pays interest out of nothing' && transfers.length % 5 === 0) {
        enter({ ...next, id: `interest-${next.id}` }, next.to, 1);
      }
      return yes(undefined);
    },
    view: () => ({ transfers, entries }),
  };
}
