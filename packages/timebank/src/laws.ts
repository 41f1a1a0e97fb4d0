export { type ClearingPair, clearingLaws, watchClearing } from './laws/clearing-laws.ts';
export { type CreditRun, creditLaws } from './laws/credit-laws.ts';
export type { Breach, Law } from './laws/law.ts';
export type { PlainLots, Taken } from './laws/plain-lots.ts';
export { type LedgerReading, readingOf } from './laws/reading.ts';
export type { Original, Posted, Slot, Tally } from './laws/tally.ts';
export { type LedgerWatch, ledgerLaws, type WatchRules, watchLedger } from './laws/watch.ts';
