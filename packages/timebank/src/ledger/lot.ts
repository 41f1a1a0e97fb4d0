/** What is left of units that came in together. `sequence` is the transfer that brought them. */
export interface Lot {
  readonly sequence: number;
  /** The age of a lot counts from here. */
  readonly effectiveAt: number;
  /** Null: never. */
  readonly expiresAt: number | null;
  readonly units: number;
}

/** The lots after some of the entries of an account; `debtUnits` is what it stands below 0, and then there is no lot. */
export interface LotBook {
  entryCount: number;
  lots: Lot[];
  debtUnits: number;
  /** What each transfer took, so that a reversal gives back the same lots. */
  readonly drawn: Map<number, Lot[]>;
}
