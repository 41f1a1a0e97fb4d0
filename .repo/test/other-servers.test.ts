import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../workspace.ts';

// In pieces, so that this file does not find itself.
const names = ['DATABASE', 'POSTGRES'].map((name) => `${name}_URL`);
const foreign = new RegExp(`(?<!LINLI_)\\b(${names.join('|')})\\b|env(\\.|\\[['"])PG(HOST|PORT|USER|DATABASE|PASSWORD|SERVICE)`);

it("no code and no fence of a page reads a variable that may name somebody else's database", () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  const code = files.split('\n').filter((file) => /\.(ts|mjs|js|cjs|sh|yml|yaml)$|README[^/]*\.md$|^\.ci\/run$/.test(file));
  // The tests of the driver set these themselves, to see that they are judged.
  const judged = code.filter((file) => file !== 'packages/storage-postgres/test/connection-string.test.ts');
  expect(judged.filter((file) => foreign.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  expect(foreign.test(`process.env['${names[0]}']`)).toBe(true);
});
