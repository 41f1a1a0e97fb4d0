import { identityLaws } from './laws/identity.ts';
import { keyLaws } from './laws/keys.ts';
import type { Law } from './laws/law.ts';
import { lifetimeLaws } from './laws/lifetime.ts';
import { readingLaws } from './laws/reading.ts';
import { sameAsMemory } from './laws/same-as-memory.ts';
import { transactionLaws } from './laws/transactions.ts';
import { valueLaws } from './laws/values.ts';

/** Every law of the kit, in the order of the report. */
export const laws: readonly Law[] = [
  ...transactionLaws,
  ...identityLaws,
  ...readingLaws,
  ...keyLaws,
  ...valueLaws,
  ...lifetimeLaws,
  sameAsMemory,
];
