import type { Account } from './account.ts';
import type { AccountPolicy, FrozenAct } from './account-policy.ts';
import type { Findings } from './findings.ts';
import { heldUnitsIn, type Ledger, lastEntryIn, statusIn } from './ledger.ts';
import { type Purpose, purposeOf } from './purpose.ts';
import type { Hold, LedgerRecord, StatusChange } from './record.ts';
import type { Transfer } from './transfer.ts';

const gives: Readonly<Partial<Record<Purpose, FrozenAct>>> = {
  payment: 'redeem',
  redemption: 'redeem',
  clearing: 'redeem',
  gift: 'gift',
  donation: 'donate',
};
const takes: Readonly<Partial<Record<Purpose, FrozenAct>>> = {
  credit: 'earn',
  payment: 'receive',
  clearing: 'receive',
  gift: 'receive',
  grant: 'receive',
};

/** What an account may do at all: closed, frozen, donate-only, or the claims of a partner. */
export function checkStatus(ledger: Ledger, record: LedgerRecord, policy: AccountPolicy, findings: Findings): void {
  if (!('kind' in record) || record.kind === 'hold') checkMovement(ledger, record, policy, findings);
  else if (record.kind === 'status') checkChange(ledger, record, findings);
}

function checkMovement(ledger: Ledger, movement: Transfer | Hold, policy: AccountPolicy, { refusals }: Findings): void {
  const { from, to } = movement;
  const purpose = purposeOf(movement);
  const isReversal = 'reverses' in movement && movement.reverses !== undefined;
  const isFulfilment = 'holdId' in movement && movement.holdId !== undefined;
  if (ledger.log.statuses.size > 0) {
    for (const account of [from, to]) {
      const status = statusIn(ledger, account);
      const act = (account === from ? gives : takes)[purpose];
      const { kind: accountKind, id: accountId } = account;
      if (status === 'closed') refusals.push({ code: 'account/closed', data: { accountKind, accountId } });
      else if (status === 'frozen' && !isReversal && !isFulfilment && act !== undefined && policy.frozenStops.includes(act)) {
        refusals.push({ code: 'account/frozen', data: { accountKind, accountId } });
      }
    }
  }
  // What stands in two ledgers is taken back in both, by `takeBackClearing`.
  const claims = [from, to].filter(({ kind }) => kind === 'partner').length;
  const isForOne = purpose === 'clearing' || purpose === 'settlement';
  if (claims !== (isForOne ? 1 : 0)) refusals.push({ code: 'clearing/not-a-claim' });
  if (isReversal) return;
  if (policy.donateOnly.includes(from.kind) && !mayLeaveGroup(purpose, to)) {
    refusals.push({ code: 'account/donate-only', data: { accountId: from.id } });
  }
}

const mayLeaveGroup = (purpose: Purpose, to: Account): boolean =>
  purpose === 'donation' ? to.kind === 'pool' || to.kind === 'fund' : purpose === 'expiry' || purpose === 'estate';

function checkChange(ledger: Ledger, { account, status }: StatusChange, { refusals }: Findings): void {
  const { kind: accountKind, id: accountId } = account;
  if (statusIn(ledger, account) === status) refusals.push({ code: 'account/already-so', data: { accountKind, accountId } });
  if (status !== 'closed') return;
  for (const asset of ledger.log.scales.keys()) {
    const balanceUnits = lastEntryIn(ledger, account, asset)?.balanceUnits ?? 0;
    const heldUnits = heldUnitsIn(ledger, account, asset);
    if (balanceUnits !== 0 || heldUnits !== 0) {
      refusals.push({ code: 'account/not-empty', data: { asset, balanceUnits, heldUnits } });
    }
  }
}
