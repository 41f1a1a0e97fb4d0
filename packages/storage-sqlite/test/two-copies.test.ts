import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
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
  const program = join(driver, 'two-copies.ts');
  cpSync(fileURLToPath(new URL('./fixtures/two-copies.ts', import.meta.url)), program);
  const modules = [join(packages, 'model', 'src', 'index.ts'), join(driver, 'src', 'index.ts')];
  const args = ['--conditions=@linli/source', '--no-warnings', program, join(folder, 'a.db'), ...modules];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toEqual(['storage/stale-read true true true', 'storage/id-reused false true true']);
});
