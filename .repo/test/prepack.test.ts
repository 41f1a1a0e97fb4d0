import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packages, run } from '../workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'linli-prepack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('npm does not pack a package: it would leave `workspace:` and `catalog:` in it', async () => {
  const [pack] = packages();
  const { ok, output } = await run('npm', ['pack', '--pack-destination', folder], { cwd: pack!.folder });
  expect(ok).toBe(false);
  expect(output).toContain('请用 pnpm 打包');
  expect(output).toContain('Pack with pnpm');
  expect(readdirSync(folder)).toEqual([]);
});
