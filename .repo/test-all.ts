// Every check of the repository, one after the other. `npm test` runs all of them and tells everything it found;
// `npm test -- PATTERN` runs only the tests that vitest selects by PATTERN. The last line is always `N passed, N failed`.
import { changeset } from './checks/changeset.ts';
import type { Check, Outcome } from './checks/check.ts';
import { build, direction, lint, types, unused } from './checks/commands.ts';
import { consumers } from './checks/consumers.ts';
import { lockFile } from './checks/lock-file.ts';
import { packed } from './checks/packed.ts';
import { tests } from './checks/tests.ts';

const everything: readonly Check[] = [lockFile, lint, types, direction, unused, build, tests([]), packed, consumers, changeset];

/** A check that breaks is a check that failed. */
const outcomeOf = (check: Check): Promise<Outcome> =>
  check.run().catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));

async function report(check: Check): Promise<Outcome> {
  console.log(`▶ ${check.name}`);
  const start = performance.now();
  const outcome = await outcomeOf(check);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (outcome.failed > 0 && outcome.output !== '') console.log(outcome.output.trimEnd());
  console.log(`${outcome.failed === 0 ? '✓' : '✗'} ${check.name} (${seconds} s)`);
  return outcome;
}

const patterns = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const check of patterns.length > 0 ? [tests(patterns)] : everything) {
  const outcome = await report(check);
  passed += outcome.passed;
  failed += outcome.failed;
}
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
