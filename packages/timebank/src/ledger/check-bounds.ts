import type { Reason } from '@linli/model';
import type { PostCode } from '../texts/ledger.ts';
import { boundsOf, hardFloorUnits } from './account-limit.ts';
import type { AccountPolicy } from './account-policy.ts';
import type { Findings } from './findings.ts';
import { bookIn, type Ledger, lastEntryIn, lastKnown, recordIn } from './ledger.ts';
import { countingOf } from './purpose.ts';
import type { Hold, LedgerRecord } from './record.ts';
import type { Transfer } from './transfer.ts';

/** Sums stay exact up to here. */
const mostUnits = 9_000_000_000_000_000;

/**
 * Floors and ceilings, R-22 and R-23. What is available is the balance less what is held. A transfer that fulfils a hold
 * was judged with it and takes nothing that was available; a reversal beyond a bound follows the policy.
 */
export function checkBounds(ledger: Ledger, record: LedgerRecord, policy: AccountPolicy, findings: Findings): void {
  if ('kind' in record && record.kind !== 'hold') return;
  checkGiver(ledger, record, policy, findings);
  checkTaker(ledger, record, policy, findings);
}

function checkGiver(ledger: Ledger, movement: Transfer | Hold, policy: AccountPolicy, findings: Findings): void {
  const { from, asset, units } = movement;
  const isFulfilment = 'holdId' in movement && movement.holdId !== undefined;
  const book = bookIn(ledger, from, asset);
  const last = lastKnown(book?.entries, ledger.length);
  const balanceUnits = last === undefined ? 0 : last.balanceUnits;
  const heldUnits = lastKnown(book?.held, ledger.length)?.units ?? 0;
  if (balanceUnits - heldUnits - units < -mostUnits) findings.refusals.push({ code: 'account/beyond-exact' });
  if (isFulfilment) return;

  const bounds = boundsOf(policy, from, asset);
  const taken = takenBack(ledger, movement);
  const floorUnits = hardFloorUnits(bounds, (last === undefined ? 0 : last.receivedUnits) - taken);
  const afterUnits = balanceUnits - heldUnits - units;
  if (afterUnits < floorUnits) {
    const data = { balanceUnits: balanceUnits - heldUnits, heldUnits, units, floorUnits };
    beyond(movement, policy, findings, { code: 'account/below-floor', data });
  } else if (bounds.softFloorUnits !== null && afterUnits <= bounds.softFloorUnits) {
    const data = { accountKind: from.kind, accountId: from.id, balanceUnits: afterUnits, softFloorUnits: bounds.softFloorUnits };
    findings.remarks.push({ code: 'account/at-soft-floor', data });
  }
}

function checkTaker(ledger: Ledger, movement: Transfer | Hold, policy: AccountPolicy, findings: Findings): void {
  const { to, asset, units } = movement;
  const last = lastEntryIn(ledger, to, asset);
  const balanceUnits = last === undefined ? 0 : last.balanceUnits;
  const sums = last === undefined ? 0 : Math.max(last.balanceUnits, last.earnedUnits, last.receivedUnits);
  if (sums + units > mostUnits) findings.refusals.push({ code: 'account/beyond-exact' });

  const { hardCeilingUnits, softCeilingUnits } = boundsOf(policy, to, asset);
  const afterUnits = balanceUnits + units;
  if (hardCeilingUnits !== null && afterUnits > hardCeilingUnits) {
    const data = { balanceUnits, units, ceilingUnits: hardCeilingUnits };
    beyond(movement, policy, findings, { code: 'account/above-ceiling', data });
  } else if (softCeilingUnits !== null && afterUnits >= softCeilingUnits) {
    const data = { accountKind: to.kind, accountId: to.id, balanceUnits: afterUnits, softCeilingUnits };
    findings.remarks.push({ code: 'account/at-soft-ceiling', data });
  }
}

/** What a reversal takes off the payments received, and so off a credit limit that grew by them. */
function takenBack(ledger: Ledger, movement: Transfer | Hold): number {
  if (!('reverses' in movement) || movement.reverses === undefined) return 0;
  const original = recordIn(ledger, movement.reverses);
  return original !== undefined && !('kind' in original) && countingOf(original).isReceived ? movement.units : 0;
}

function beyond(movement: Transfer | Hold, policy: AccountPolicy, findings: Findings, reason: Reason<PostCode>): void {
  const isReversal = 'reverses' in movement && movement.reverses !== undefined;
  if (!isReversal || policy.reversal.belowFloor === 'block') findings.refusals.push(reason);
  else findings.remarks.push({ ...reason, code: 'reversal/beyond-bound' });
}
