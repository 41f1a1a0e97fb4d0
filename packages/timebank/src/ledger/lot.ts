/** What is left of units that came in together. `sequence` is the transfer that brought them. */
export interface Lot {
  readonly sequence: number;
  /** The age of a lot counts from here. */
  readonly effectiveAt: number;
  /** Null: never. */
  readonly expiresAt: number | null;
  readonly units: number;
}

/**
 * The lots after some of the entries of an account. What a transfer took is covered by the lots it drew and by what it owes:
 * credit that comes in later covers what is owed, the longest owed first, and is drawn by whoever owed it. While something
 * is owed there is no lot.
 */
export interface LotBook {
  entryCount: number;
  lots: Lot[];
  /** What each transfer took, the last taken at the end, so that a reversal gives back the same lots. */
  readonly drawn: Map<number, Lot[]>;
  /** What each transfer took that was not there, the longest owed first. */
  readonly owed: Map<number, number>;
}
