// Every check of the repository, one after the other. `npm test` runs all of them and tells everything it found;
// `npm test -- PATTERN` runs only the tests that vitest selects by PATTERN. The last line is always `N passed, N failed`.
import { changeset } from './checks/changeset.ts';
import type { Check } from './checks/check.ts';
import { build, direction, lint, types, unused } from './checks/commands.ts';
import { consumers } from './checks/consumers.ts';
import { lockFile } from './checks/lock-file.ts';
import { packed } from './checks/packed.ts';
import { tests } from './checks/tests.ts';
import { report } from './report.ts';

const everything: readonly Check[] = [
  lockFile,
  lint,
  types,
  direction,
  unused,
  build,
  tests([]),
  packed,
  consumers(false),
  changeset,
];

const patterns = process.argv.slice(2);
process.exitCode = (await report(patterns.length > 0 ? [tests(patterns)] : everything)) ? 0 : 1;
