import { type Decision, Fault, no, type Reason, yes } from '@linli/model';
import { canonical } from './ledger/canonical.ts';
import { append, balanceIn, emptyLedger, type Ledger, lastTransferIn, reversedUnitsIn, transferIn } from './ledger/ledger.ts';
import { isSameAccount, Transfer } from './ledger/transfer.ts';
import type { PostCode } from './texts.ts';

/**
 * The ledger with the transfer in it. The same id with the same body changes nothing and says so. A no lists: recorded
 * before the last one, then what is wrong with a reversal, then a floor it would break.
 */
export function post(ledger: Ledger, transfer: Transfer): Decision<Ledger, PostCode> {
  const parsed = Transfer.safeParse(transfer);
  if (!parsed.success) return no('transfer/invalid', { path: parsed.error.issues[0]?.path.join('.') ?? '' });
  const next = parsed.data;
  const posted = transferIn(ledger, next.id);
  if (posted !== undefined) {
    return canonical(posted) === canonical(next)
      ? yes(ledger, [{ code: 'transfer/already-posted' }])
      : no('transfer/id-reused', { transferId: next.id });
  }
  const last = lastTransferIn(ledger);
  const refusals: Reason<PostCode>[] = [];
  if (last !== undefined && next.at < last.at) refusals.push({ code: 'transfer/recorded-too-early' });
  refusals.push(...reversalRefusals(ledger, next), ...floorRefusals(ledger, next));
  const [first, ...others] = refusals;
  return first === undefined ? yes(append(ledger, next)) : { ok: false, reasons: [first, ...others] };
}

/**
 * The ledger that these transfers built, in the order in which they were recorded.
 * @throws Fault `ledger/broken-log` where one of them could not have been posted there, or comes twice.
 */
export function ledgerOf(transfers: readonly Transfer[]): Ledger {
  let ledger = emptyLedger;
  for (const transfer of transfers) {
    const { length } = ledger;
    const decision = post(ledger, transfer);
    if (!decision.ok || decision.value.length === length) {
      throw new Fault('ledger/broken-log', `transfer ${transfer.id} after ${length}: ${decision.reasons[0]?.code}`);
    }
    ledger = decision.value;
  }
  return ledger;
}

function reversalRefusals(ledger: Ledger, next: Transfer): readonly Reason<PostCode>[] {
  if (next.reverses === undefined) return [];
  const data = { transferId: next.reverses };
  const original = transferIn(ledger, next.reverses);
  if (original === undefined) return [{ code: 'transfer/original-unknown', data }];
  if (original.reverses !== undefined) return [{ code: 'transfer/original-is-reversal', data }];
  const isMirror =
    original.asset === next.asset && isSameAccount(original.from, next.to) && isSameAccount(original.to, next.from);
  if (!isMirror) return [{ code: 'transfer/not-a-mirror', data }];
  const units = reversedUnitsIn(ledger, original.id) + next.units;
  if (units <= original.units) return [];
  return [{ code: 'transfer/reversed-too-much', data: { ...data, units, originalUnits: original.units } }];
}

/** The floor is 0, and none for an issuer. Only the account that gives can fall. */
function floorRefusals(ledger: Ledger, { from, asset, units }: Transfer): readonly Reason<PostCode>[] {
  if (from.kind === 'issuer') return [];
  const balanceUnits = balanceIn(ledger, from, asset);
  return balanceUnits >= units ? [] : [{ code: 'account/below-floor', data: { balanceUnits, units } }];
}
