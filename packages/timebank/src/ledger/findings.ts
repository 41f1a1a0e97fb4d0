import type { Reason } from '@linli/model';
import type { PostCode } from '../texts/ledger.ts';
import type { AccountPolicy } from './account-policy.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerRecord } from './record.ts';

/** What is found about a record: refusals keep it out; remarks go with the yes, as a task for somebody. */
export interface Findings {
  readonly refusals: Reason<PostCode>[];
  readonly remarks: Reason<PostCode>[];
}

/** One thing a record must satisfy. It adds to the findings and changes nothing else. */
export type Check = (ledger: Ledger, record: LedgerRecord, policy: AccountPolicy, findings: Findings) => void;
