import { type Decision, Fault } from '@linli/model';
import { type AccountPolicy, plainPolicy } from './ledger/account-policy.ts';
import { emptyLedger, type Ledger } from './ledger/ledger.ts';
import { standardParts, withParts } from './ledger/post-parts.ts';
import type { LedgerRecord } from './ledger/record.ts';
import type { PostCode } from './texts/ledger.ts';

const standard = withParts(standardParts);

/**
 * The ledger with the record in it: a transfer, a hold or its end, a status, an asset. The same id with the same body changes
 * nothing and says so. A yes may carry remarks that ask somebody to act (a soft floor reached). A no lists: recorded
 * before the last one, the asset, the accounts' status, the hold, the reversal, the expiry, then a bound it would break.
 */
export const post = (ledger: Ledger, record: LedgerRecord, policy: AccountPolicy = plainPolicy): Decision<Ledger, PostCode> =>
  standard.post(ledger, record, policy);

/** What `post` would answer, without the ledger. Nothing is written, so the ledger stays the longest. */
export const check = (
  ledger: Ledger,
  record: LedgerRecord,
  policy: AccountPolicy = plainPolicy,
): Decision<LedgerRecord, PostCode> => standard.check(ledger, record, policy);

/**
 * All of the records, one after the other, or none of them: many givers to one, one to many, or any chain. A no names
 * the first that was refused. Sent again as a whole it changes nothing; a chain of which only a part is there is refused.
 */
export const postAll = (
  ledger: Ledger,
  records: readonly LedgerRecord[],
  policy: AccountPolicy = plainPolicy,
): Decision<Ledger, PostCode> => standard.postAll(ledger, records, policy);

/**
 * The ledger that these records built, in the order in which they were recorded. `policy` is the one they were posted
 * under, or tells it for each record: the past is judged by the rules of its day.
 * @throws Fault `ledger/broken-log` where one of them could not have been posted there, or comes twice.
 */
export function ledgerOf(
  records: readonly LedgerRecord[],
  policy: AccountPolicy | ((record: LedgerRecord) => AccountPolicy) = plainPolicy,
): Ledger {
  let ledger = emptyLedger;
  for (const record of records) {
    const { length } = ledger;
    const decision = post(ledger, record, typeof policy === 'function' ? policy(record) : policy);
    if (!decision.ok || decision.value.length === length) {
      throw new Fault('ledger/broken-log', `record ${record.id} after ${length}: ${decision.reasons[0]?.code}`);
    }
    ledger = decision.value;
  }
  return ledger;
}
