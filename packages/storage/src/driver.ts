export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** One key as the store holds it. `revision` is the revision of the commit that wrote it last, never 0. */
export interface Stored {
  readonly key: string;
  readonly revision: number;
  readonly value: Json;
}

/** All of it or none of it. */
export interface Batch {
  /** The same id with the same body is the same commit: same answer, no second effect. With another body it is a fault. */
  readonly id: string;
  /** The revision of every key the decision read; 0 for a key that was absent. */
  readonly expect: Readonly<Record<string, number>>;
  readonly put: Readonly<Record<string, Json>>;
  /** Removing an absent key is no error. No key stands in both `put` and `remove`. */
  readonly remove: readonly string[];
}

/** Half-open, in key order: holds `from`, does not hold `until`. */
export interface KeyRange {
  readonly from: string;
  readonly until: string;
}

/** `durable`: an acknowledged commit outlives the process. `multi-process`: several drivers may be open on the same data. */
export type Claim = 'durable' | 'multi-process';

/**
 * Everything a backend must do. Typing, validation and audit are done above it, once.
 * Keys are 1 to 512 UTF-16 units, well-formed, without U+0000, and stand in code point order, which is also the byte
 * order of UTF-8. What a driver claims switches the laws of the kit on. A closed driver answers `storage/closed`.
 */
export interface StorageDriver {
  readonly name: string;
  readonly claims: ReadonlySet<Claim>;
  /** Answers in the order asked, all true at one moment. */
  read(keys: readonly string[]): Promise<readonly (Stored | undefined)[]>;
  /** In key order, all true at the moment of the first answer. */
  scan(range: KeyRange): AsyncIterable<Stored>;
  /**
   * Revisions grow with every commit. Refusals leave nothing behind: `storage/stale-read` (retryable: read again and
   * decide again), `storage/id-reused`, `storage/invalid-batch`. After `storage/unavailable` the outcome may be unknown;
   * the same batch may be sent again.
   */
  commit(batch: Batch): Promise<{ readonly revision: number }>;
  /** Closing twice is no error. */
  close(): Promise<void>;
}
