import type { Check, Outcome } from './checks/check.ts';

/** A check that breaks is a check that failed. */
const outcomeOf = (check: Check): Promise<Outcome> =>
  check.run().catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));

async function tell(check: Check): Promise<Outcome> {
  console.log(`▶ ${check.name}`);
  const start = performance.now();
  const outcome = await outcomeOf(check);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (outcome.failed > 0 && outcome.output !== '') console.log(outcome.output.trimEnd());
  console.log(`${outcome.failed === 0 ? '✓' : '✗'} ${check.name} (${seconds} s)`);
  return outcome;
}

/** Runs the checks one after the other and tells of each. The last line is always `N passed, N failed`. True: none failed. */
export async function report(checks: readonly Check[]): Promise<boolean> {
  let passed = 0;
  let failed = 0;
  for (const check of checks) {
    const outcome = await tell(check);
    passed += outcome.passed;
    failed += outcome.failed;
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}
