import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from './real-postgres.ts';

let server: OwnPostgres;
beforeAll(async () => {
  server = await startOwnPostgres();
});
afterAll(() => server.stop());

const fixture = fileURLToPath(new URL('./fixtures/ended-sessions.ts', import.meta.url));

it('a session that the server ends at any moment, the first included, is a fault and never the end of the process', async () => {
  const args = ['--conditions=@linli/source', '--no-warnings', fixture, server.connectionString];
  // Rejects where the process died.
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const [first, ...said] = stdout.trimEnd().split('\n');
  expect(first).toBe('as it opens: storage/unavailable');
  const whole = '[{"key":"a","revision":1,"value":1}]';
  for (const way of ['fatal-before', 'fatal-after', 'cut-before', 'cut-after']) {
    const lines = said.filter((line) => line.startsWith(`${way} `));
    // Signing in, opening and making the tables, the five statements of a commit, a read.
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.at(-1)).toBe(`${way} never: ${whole}`);
    expect(lines.filter((line) => !line.endsWith(': storage/unavailable') && !line.endsWith(whole))).toEqual([]);
  }
});
