import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { filesUnder } from '../checks/fingerprint.ts';
import { otherDoors } from '../one-door.ts';
import { packages, root } from '../workspace.ts';

/** The outer edge: what a file may take from the machine itself, and no other file may. */
const edge: Readonly<Record<string, readonly string[]>> = {
  // The command line reads the real clock in one place.
  'packages/cli/src/main.ts': ['Date.now'],
  // A day out of an instant, read from its text in UTC; no clock is asked. Six times as fast as by way of a zone.
  'packages/model/src/time/zone.ts': ['new Date('],
  // The instant 0, in place of the machine's clock, which the library would write into the file.
  'packages/interop/src/write-workbook.ts': ['new Date('],
  // The name of one run of a command: it must differ between machines, so no seed can give it.
  'packages/cli/src/commands/day-run.ts': ['randomUUID'],
  'packages/cli/src/commands/import-file.ts': ['randomUUID'],
  // The port to a server: how long it waits for one that says nothing. No decision hangs on it.
  'packages/storage-postgres/src/connections.ts': ['setTimeout'],
};

const found = packages()
  .flatMap(({ folder }) => filesUnder(join(folder, 'src')))
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const path = relative(root, file).replaceAll('\\', '/');
    return otherDoors(path, readFileSync(file, 'utf8')).map((door) => ({ path, ...door }));
  });

it('time, chance and timers come into packages by the ports only', () => {
  const wrong = found.filter(({ path, what }) => !edge[path]?.includes(what));
  expect(wrong.map(({ path, line, what }) => `${path}:${line} ${what}`)).toEqual([]);
});

it('nothing is excused that does not need it', () => {
  const used = new Set(found.map(({ path, what }) => `${path} ${what}`));
  const excused = Object.entries(edge).flatMap(([path, whats]) => whats.map((what) => `${path} ${what}`));
  expect(excused.filter((excuse) => !used.has(excuse))).toEqual([]);
});

it.each([
  ['const at = Date.now();', 'Date.now'],
  ['const at = new Date();', 'new Date('],
  ['const at = new Date(0);', 'new Date('],
  ['const at = new globalThis.Date(0);', 'new Date('],
  ['const at = new TZDate();', 'new TZDate('],
  ['const at = Date();', 'Date('],
  ['const draw = Math.random();', 'Math.random'],
  ['const draw = [1].map(Math.random);', 'Math.random'],
  ['setTimeout(() => {}, 1);', 'setTimeout'],
  ['const later = globalThis.setInterval;', 'setInterval'],
  ['const at = performance.now();', 'performance.now'],
  ["import { randomUUID as id } from 'node:crypto';", 'randomUUID'],
])('finds `%s`', (text, what) => {
  expect(otherDoors('planted.ts', `// a comment\n${text}`)).toEqual([{ line: 2, what }]);
});

it('leaves alone what only looks like another door', () => {
  const text = [
    '// Date.now() in a comment',
    "const words = 'new Date() and Math.random()';",
    'type Day = Date;',
    'const utc = Date.UTC(2026, 10, 23);',
    "const local = new TZDate(0, 'UTC');",
    'const now = clock.now();',
    'const max = Math.max(1, 2);',
  ];
  expect(otherDoors('planted.ts', text.join('\n'))).toEqual([]);
});
