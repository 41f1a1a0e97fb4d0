import type { Decision, Instant } from '@linli/model';
import { earnedIn } from '../../src/balance.ts';
import { type LedgerReading, readingOf } from '../../src/laws/reading.ts';
import type { AccountPolicy } from '../../src/ledger/account-policy.ts';
import { type ClearingParts, clear, settleClaims, takeBackClearing } from '../../src/ledger/clearing.ts';
import { exitRecords } from '../../src/ledger/exit.ts';
import { expiryTransfers } from '../../src/ledger/expire-lots.ts';
import { emptyLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { type PostParts, standardParts, withParts } from '../../src/ledger/post-parts.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';

/** All that a bug can be planted in. */
export interface Parts {
  readonly post: PostParts;
  readonly clearing?: (post: ClearingParts['post']) => ClearingParts['post'];
  readonly reading: (ledger: Ledger) => LedgerReading;
  readonly earnedIn: typeof earnedIn;
  readonly takeBackClearing: typeof takeBackClearing;
  readonly expiryTransfers: typeof expiryTransfers;
  readonly exitRecords: typeof exitRecords;
  /** Whether a chain that was refused leaves behind what went well. */
  readonly keepsHalfChains: boolean;
}

export const soundParts: Parts = {
  post: standardParts,
  reading: readingOf,
  earnedIn,
  takeBackClearing,
  expiryTransfers,
  exitRecords,
  keepsHalfChains: false,
};

/** A ledger that is driven by commands. */
export class Subject {
  ledger: Ledger = emptyLedger;
  readonly policy: AccountPolicy;
  readonly #parts: Parts;
  readonly #verbs: ReturnType<typeof withParts>;
  #read: { readonly ledger: Ledger; readonly reading: LedgerReading };

  constructor(parts: Parts, policy: AccountPolicy) {
    this.#parts = parts;
    this.policy = policy;
    this.#verbs = withParts(parts.post);
    this.#read = { ledger: this.ledger, reading: parts.reading(this.ledger) };
  }

  get reading(): LedgerReading {
    if (this.#read.ledger !== this.ledger) this.#read = { ledger: this.ledger, reading: this.#parts.reading(this.ledger) };
    return this.#read.reading;
  }

  post(record: LedgerRecord): Decision<Ledger> {
    const decision = this.#verbs.post(this.ledger, record, this.policy);
    if (decision.ok) this.ledger = decision.value;
    return decision;
  }

  postAll(records: readonly LedgerRecord[]): Decision<Ledger> {
    const decision = this.#verbs.postAll(this.ledger, records, this.policy);
    if (decision.ok) this.ledger = decision.value;
    else if (this.#parts.keepsHalfChains) for (const record of records) if (!this.post(record).ok) break;
    return decision;
  }

  earnedOn(record: { readonly to: Parameters<typeof earnedIn>[1]; readonly asset: string }, from: number, until: number): number {
    return this.#parts.earnedIn(this.ledger, record.to, record.asset, { from: from as Instant, until: until as Instant });
  }

  expiring(...[accounts, asset, how]: Tail<typeof expiryTransfers>): ReturnType<typeof expiryTransfers> {
    return this.#parts.expiryTransfers(this.ledger, accounts, asset, how);
  }

  leaving(...[rules, exit]: Tail<typeof exitRecords>): ReturnType<typeof exitRecords> {
    return this.#parts.exitRecords(this.ledger, rules, exit);
  }

  takeBackClearing(...asked: Parameters<typeof takeBackClearing>): ReturnType<typeof takeBackClearing> {
    return this.#parts.takeBackClearing(...asked);
  }

  /** Both sides of one act. */
  static exchange(from: Subject, to: Subject, act: (parts: ClearingParts) => ReturnType<typeof clear>): Decision<unknown> {
    const { post } = from.#verbs;
    const plain: ClearingParts['post'] = (ledger, record, policy = from.policy) => post(ledger, record, policy);
    const decision = act({ post: from.#parts.clearing?.(plain) ?? plain });
    if (decision.ok) {
      from.ledger = decision.value.from;
      to.ledger = decision.value.to;
    }
    return decision;
  }
}

type Tail<Verb extends (ledger: Ledger, ...rest: never[]) => unknown> =
  Parameters<Verb> extends [unknown, ...infer Rest] ? Rest : never;

export { clear, settleClaims };
