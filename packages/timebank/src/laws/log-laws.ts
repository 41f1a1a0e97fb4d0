import { isSameAccount } from '../ledger/account.ts';
import { boundsOf, hardFloorUnits } from '../ledger/account-limit.ts';
import type { AccountPolicy } from '../ledger/account-policy.ts';
import type { Lot } from '../ledger/lot.ts';
import { countingOf } from '../ledger/purpose.ts';
import type { Hold } from '../ledger/record.ts';
import type { Transfer } from '../ledger/transfer.ts';
import { countedUnits, originalOf, type Posted, slotOf, type Tally } from './tally.ts';

/** A law about one more record, with what was there before. `capUnits` is what a person may earn on one day. */
export interface LogLaw {
  readonly id: string;
  readonly says: string;
  breach(before: Tally, posted: Posted, policy: AccountPolicy, capUnits: number): string | undefined;
}

/** In the order of their numbers. */
export const logLaws: readonly LogLaw[] = [
  {
    id: 'L-01',
    says: 'The entries of a transfer are its two sides and sum to 0 in its asset; nothing else has entries.',
    breach(_, { record, entries }) {
      if ('kind' in record) return entries.length === 0 ? undefined : `${record.id} has entries`;
      const [giver, taker] = entries;
      if (giver === undefined || taker === undefined || entries.length !== 2) return `${record.id} has ${entries.length} entries`;
      if (giver.units + taker.units !== 0) return `${record.id} sums to ${giver.units + taker.units}`;
      const isItsOwn =
        taker.units === record.units &&
        giver.asset === record.asset &&
        taker.asset === record.asset &&
        isSameAccount(giver.account, record.from) &&
        isSameAccount(taker.account, record.to);
      return isItsOwn ? undefined : `the entries of ${record.id} are not its own`;
    },
  },
  {
    id: 'L-02',
    says: 'All accounts together hold 0 of every asset.',
    breach(before, { entries }) {
      const [first] = entries;
      if (first === undefined) return undefined;
      let sum = before.assetSums.get(first.asset) ?? 0;
      for (const { units } of entries) sum += units;
      return sum === 0 ? undefined : `${first.asset} sums to ${sum}`;
    },
  },
  {
    id: 'L-03',
    says: 'Amounts are whole and above 0.',
    breach(_, { record }) {
      if (!('units' in record)) return undefined;
      return Number.isSafeInteger(record.units) && record.units > 0 ? undefined : `${record.id} moves ${record.units}`;
    },
  },
  {
    id: 'L-06',
    says: 'What is available never goes below the hard floor, nor a balance above the hard ceiling, but by a reversal.',
    breach(before, { record }, policy) {
      if ('kind' in record && record.kind !== 'hold') return undefined;
      return isReversal(record) ? undefined : boundBroken(before, record, policy);
    },
  },
  {
    id: 'L-07',
    says: 'A hold ends once: within its units, before its time runs out, or by an end.',
    breach(before, { record }) {
      if (!('holdId' in record) || record.holdId === undefined) return undefined;
      const state = before.holds.get(record.holdId);
      if (state === undefined) return `${record.id} ends nothing`;
      if (state.ended) return `${record.holdId} ends again`;
      const { units, until } = state.hold;
      const isDue = until !== undefined && record.at >= until;
      if ('kind' in record) return record.how === 'expire' && !isDue ? `${record.holdId} expires early` : undefined;
      if (isDue) return `${record.holdId} was over`;
      return record.units > units ? `${record.id} takes ${record.units} of ${units}` : undefined;
    },
  },
  {
    id: 'L-08',
    says: 'A reversal names an earlier transfer and mirrors it; reversals together take back no more than there was.',
    breach(before, { record }) {
      if (!isReversal(record)) return undefined;
      const original = originalOf(before, record);
      if (original === undefined) return `${record.id} reverses nothing`;
      const { from, to, asset, units } = original.transfer;
      const mirrors = asset === record.asset && isSameAccount(from, record.to) && isSameAccount(to, record.from);
      if (!mirrors) return `${record.id} does not mirror ${record.reverses}`;
      const over = original.reversedUnits + record.units - units;
      return over > 0 ? `${record.reverses} is reversed by ${over} too much` : undefined;
    },
  },
  {
    id: 'L-09',
    says: 'A reversal goes beyond a bound only where the policy lets it.',
    breach(before, { record }, policy) {
      if (!isReversal(record) || policy.reversal.belowFloor !== 'block') return undefined;
      return boundBroken(before, record, policy);
    },
  },
  {
    id: 'L-10',
    says: 'Every balance is the sum of the entries up to it, and what was recorded later stands later.',
    breach(before, { sequence, record, entries }) {
      if (sequence !== before.records.length + 1) return `${record.id} has the number ${sequence}`;
      if (record.at < (before.records.at(-1)?.at ?? record.at)) return `${record.id} was slipped in before`;
      for (const entry of entries) {
        const slot = slotOf(before, entry.account, entry.asset);
        const { earned, received } = countedUnits(before, entry);
        const isSum =
          entry.balanceUnits === slot.balanceUnits + entry.units &&
          entry.earnedUnits === slot.earnedUnits + earned &&
          entry.receivedUnits === slot.receivedUnits + received;
        if (!isSum) return `${entry.account.id} shows ${entry.balanceUnits} after ${record.id}`;
      }
      return undefined;
    },
  },
  {
    id: 'L-12',
    says: 'The credit of one person for one day stays within the cap, whatever the order of entry.',
    breach(before, { record, entries }, _, capUnits) {
      if (capUnits === Infinity) return undefined;
      for (const entry of entries) {
        const { earned } = countedUnits(before, entry);
        if (earned <= 0 || entry.account.kind !== 'person' || entry.transfer.from.kind !== 'issuer') continue;
        const day = before.dayOf(entry.transfer.effectiveAt);
        const units = (slotOf(before, entry.account, entry.asset).dayUnits.get(day) ?? 0) + earned;
        if (units > capUnits) return `${record.id} makes it ${units} on day ${day}`;
      }
      return undefined;
    },
  },
  {
    id: 'L-13',
    says: 'An expiry takes only what is left of lots that had their time.',
    breach(before, { record }) {
      if ('kind' in record || record.purpose !== 'expiry' || record.reverses !== undefined) return undefined;
      let expired = 0;
      for (const { expiresAt, units } of slotOf(before, record.from, record.asset).lots.lots) {
        if (expiresAt !== null && expiresAt <= record.at) expired += units;
      }
      return record.units > expired ? `${record.id} takes ${record.units}, and ${expired} had their time` : undefined;
    },
  },
  {
    id: 'L-13',
    says: 'What is inherited ends on the day on which it would have ended.',
    breach(before, { record }) {
      if ('kind' in record || record.purpose !== 'estate' || record.reverses !== undefined) return undefined;
      if (record.from.kind === 'issuer' || record.to.kind === 'issuer') return undefined;
      const oldestFirst = (a: Lot, b: Lot): number => a.effectiveAt - b.effectiveAt || a.sequence - b.sequence;
      let left = record.units;
      for (const { expiresAt, units } of slotOf(before, record.from, record.asset).lots.lots.toSorted(oldestFirst)) {
        if (left > 0 && expiresAt !== (record.expiresAt ?? null))
          return `${record.id} ends at ${record.expiresAt}, not ${expiresAt}`;
        left -= units;
      }
      return undefined;
    },
  },
];

const isReversal = (record: Posted['record']): record is Transfer => !('kind' in record) && record.reverses !== undefined;

function boundBroken(before: Tally, movement: Transfer | Hold, policy: AccountPolicy): string | undefined {
  const { from, to, asset, units } = movement;
  const giver = slotOf(before, from, asset);
  const original = 'kind' in movement ? undefined : originalOf(before, movement);
  const received = original === undefined ? 0 : countedOff(original.transfer, units);
  const floor = hardFloorUnits(boundsOf(policy, from, asset), giver.receivedUnits - received);
  const isFulfilment = !('kind' in movement) && movement.holdId !== undefined;
  const availableUnits = giver.balanceUnits - giver.heldUnits - units;
  if (!isFulfilment && availableUnits < floor) return `${from.id} has ${availableUnits} available after ${movement.id}`;
  const { hardCeilingUnits } = boundsOf(policy, to, asset);
  const balanceUnits = slotOf(before, to, asset).balanceUnits + units;
  return hardCeilingUnits !== null && balanceUnits > hardCeilingUnits ? `${to.id} holds ${balanceUnits}` : undefined;
}

const countedOff = (original: Transfer, units: number): number => (countingOf(original).isReceived ? units : 0);
