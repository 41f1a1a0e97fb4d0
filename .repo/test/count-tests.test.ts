import { expect, it } from 'vitest';
import { countTests, type TestReport } from '../checks/tests.ts';

const report = (changes: Partial<TestReport>): TestReport => ({
  success: true,
  numTotalTests: 3,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...changes,
});

it.each([
  ['all passed', report({}), 0, 3, 0],
  ['one failed', report({ numPassedTests: 2, numFailedTests: 1 }), 1, 2, 1],
  ['nothing ran', report({ numPassedTests: 0 }), 0, 0, 1],
  ['no report', undefined, 1, 0, 1],
  ['a test was skipped', report({ numPassedTests: 2, numPendingTests: 1 }), 0, 2, 1],
  ['a file did not load', report({ testResults: [{ name: 'x', status: 'failed', assertionResults: [] }] }), 1, 3, 1],
  ['an error outside of the tests', report({}), 1, 3, 1],
] as const)('%s', (_, given, code, passed, failed) => {
  expect(countTests(given, code, false)).toMatchObject({ passed, failed });
});

it('a selection may leave tests out, but not all of them', () => {
  expect(countTests(report({ numPassedTests: 1, numPendingTests: 2 }), 0, true)).toMatchObject({ passed: 1, failed: 0 });
  expect(countTests(report({ numPassedTests: 0, numPendingTests: 3 }), 0, true)).toMatchObject({ passed: 0, failed: 1 });
});
