import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const packages = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'linli-copies-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `name` of the folder as a package of its own, with these packages to import. */
function installed(name: string, from: string, imports: Readonly<Record<string, string>>): string {
  const home = join(folder, name);
  cpSync(join(packages, from), home, { recursive: true, filter: (path) => !/[\\/](node_modules|dist|test|bench)$/.test(path) });
  for (const [imported, place] of Object.entries(imports)) {
    const link = join(home, 'node_modules', imported);
    mkdirSync(join(link, '..'), { recursive: true });
    symlinkSync(place, link, 'junction');
  }
  return home;
}

it('tells a lost race and a reused id as what they are where the driver has a copy of the model to itself', () => {
  const ours = (name: string, imported: string): string => join(packages, name, 'node_modules', imported);
  const dependencies = Object.fromEntries(
    ['zod', 'date-fns', '@date-fns/tz'].map((imported) => [imported, ours('model', imported)]),
  );
  const model = installed('second-model', 'model', dependencies);
  const driver = installed('driver', 'storage-sqlite', { '@linli/model': model, '@linli/storage': join(packages, 'storage') });
  const program = join(driver, 'program.ts');
  writeFileSync(
    program,
import { Fault, isFault } from '@linli/model';
import { sqliteDriver } from './src/index.ts';

const first = await import($JSON.stringify(join(packages, 'model', 'src', 'index.ts')));
if (first.Fault === Fault) throw new Error('there is only one copy');
const driver = sqliteDriver({ path: process.argv[2] });
await driver.commit({ id: '1', expect: { a: 0 }, put: { a: 1 }, remove: [] });
for (const batch of [{ id: '2', expect: { a: 0 }, put: { a: 2 }, remove: [] }, { id: '1', expect: {}, put: { a: 3 }, remove: [] }])
  await driver.commit(batch).catch((error) =>
    console.log(error.code, error.retryable, isFault(error), first.isFault(error)));
await driver.close();
`,
  );
  const args = ['--conditions=@linli/source', '--no-warnings', program, join(folder, 'a.db')];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toEqual(['storage/stale-read true true true', 'storage/id-reused false true true']);
});
