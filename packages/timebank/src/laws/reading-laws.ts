import type { Entry } from '../ledger/ledger.ts';
import type { Lot } from '../ledger/lot.ts';
import { debtUnits } from './plain-lots.ts';
import type { LedgerReading } from './reading.ts';
import { type Posted, slotOf, type Tally } from './tally.ts';

/** A law about what a ledger answers right after a record, when the tally has it as well. */
export interface ReadingLaw {
  readonly id: string;
  readonly says: string;
  breach(after: Tally, posted: Posted, reading: LedgerReading): string | undefined;
}

/** Of the accounts that the record touched. */
export const readingLaws: readonly ReadingLaw[] = [
  {
    id: 'L-10',
    says: 'A balance, now or as of any instant, is the sum of the entries up to it, by recorded and by effective time.',
    breach(after, { record, entries }, reading) {
      for (const { account, asset, transfer } of entries) {
        const slot = slotOf(after, account, asset);
        if (reading.balance(account, asset) !== slot.balanceUnits) return `${account.id} does not hold what its entries sum to`;
        const asOfEffective = transfer.effectiveAt;
        const effective = sumOf(slot.entries, (entry) => entry.transfer.effectiveAt <= asOfEffective);
        if (reading.balance(account, asset, { asOfEffective }) !== effective)
          return `${account.id} by effective time of ${record.id}`;
        const asOfRecorded = slot.entries[slot.entries.length >> 1]!.transfer.at;
        const both = sumOf(
          slot.entries,
          (entry) => entry.transfer.at <= asOfRecorded && entry.transfer.effectiveAt <= asOfEffective,
        );
        if (reading.balance(account, asset, { asOfRecorded, asOfEffective }) !== both) return `${account.id} by both times`;
      }
      return undefined;
    },
  },
  {
    id: 'L-13',
    says: 'The lots of an account sum to its balance, oldest first: what is spent, expires or comes back is the right lot.',
    breach(after, { entries }, reading) {
      for (const { account, asset } of entries) {
        if (account.kind === 'issuer') continue;
        const plain = slotOf(after, account, asset).lots;
        const told = reading.lots(account, asset);
        const sum = told.reduce((units, lot) => units + lot.units, 0) - debtUnits(plain);
        const balanceUnits = slotOf(after, account, asset).balanceUnits;
        if (sum !== balanceUnits) return `the lots of ${account.id} sum to ${sum}, not ${balanceUnits}`;
        if (!isSameLots(told, plain.lots)) return `the lots of ${account.id} are not the ones that should be left`;
      }
      return undefined;
    },
  },
];

const sumOf = (entries: readonly Entry[], counts: (entry: Entry) => boolean): number => {
  let sum = 0;
  for (const entry of entries) if (counts(entry)) sum += entry.units;
  return sum;
};

/** The plain ones are in no order. */
function isSameLots(told: readonly Lot[], plain: readonly Lot[]): boolean {
  if (told.length !== plain.length) return false;
  return told.every((lot, index) => {
    const before = told[index - 1];
    if (before !== undefined && before.effectiveAt > lot.effectiveAt) return false;
    const twin = plain.find(({ sequence }) => sequence === lot.sequence);
    return (
      twin !== undefined && twin.units === lot.units && twin.expiresAt === lot.expiresAt && twin.effectiveAt === lot.effectiveAt
    );
  });
}
