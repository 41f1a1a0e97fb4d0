import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run, work } from '../workspace.ts';
import type { Check, Outcome } from './check.ts';

/** What is read of vitest's JSON report. */
export type TestReport = Readonly<{
  success: boolean;
  numTotalTests: number;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly Readonly<{ name: string; status: string; assertionResults: readonly unknown[] }>[];
}>;

/** Counts a report. A file that did not load is one failure, a run without a test is one, and so is each skipped test. */
export function countTests(report: TestReport | undefined, exitCode: number, selected: boolean): Outcome {
  if (report === undefined) return { passed: 0, failed: 1, output: 'vitest left no report' };
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const skipped = selected ? 0 : report.numPendingTests + report.numTodoTests;
  const said = [
    ...broken.map((file) => `did not run: ${file.name}`),
    ...(skipped > 0 ? [`${skipped} tests were skipped; a test that does not run proves nothing`] : []),
  ];
  const passed = report.numPassedTests;
  let failed = report.numFailedTests + broken.length + skipped;
  if (passed + report.numFailedTests === 0) {
    said.push('no test was run');
    failed = Math.max(failed, 1);
  }
  if (exitCode !== 0 && failed === 0) {
    said.push(`vitest exited with ${exitCode} although every test passed: an error outside of the tests`);
    failed = 1;
  }
  return { passed, failed, output: said.join('\n') };
}

/** All tests, or those that `patterns` (vitest's own arguments) select. */
export const tests = (patterns: readonly string[]): Check => ({
  name: patterns.length === 0 ? 'tests' : `tests: ${patterns.join(' ')}`,
  run: async () => {
    const path = join(work, 'vitest.json');
    mkdirSync(work, { recursive: true });
    rmSync(path, { force: true });
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
    const { code } = await run('vitest', ['run', '--config', '.repo/vitest.config.ts', ...reporters, ...patterns], {
      inherit: true,
    });
    const report = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as TestReport) : undefined;
    return countTests(report, code, patterns.length > 0);
  },
});
