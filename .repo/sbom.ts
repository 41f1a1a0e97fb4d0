// A bill of materials of what somebody gets who installs our packages: CycloneDX, written by npm, on standard output.
// It is made from the packed packages, at release; what it says of the registry is what npm finds on that day.
import { copyFileSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from './checks/commands.ts';
import { packed, tarballOf } from './checks/packed.ts';
import { packages, run } from './workspace.ts';

for (const check of [build, packed]) {
  const { failed, output } = await check.run();
  if (failed > 0) throw new Error(`${check.name}\n${output}`);
}
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'linli-sbom-')));
try {
  const shared = packages().filter(({ manifest }) => manifest.private !== true);
  for (const each of shared) copyFileSync(tarballOf(each), join(folder, basename(tarballOf(each))));
  const dependencies = Object.fromEntries(shared.map((each) => [each.manifest.name, `file:./${basename(tarballOf(each))}`]));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'linli', version: shared[0]?.manifest.version, dependencies }),
  );
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const locked = await run('npm', ['install', '--package-lock-only', ...quiet], { cwd: folder });
  if (!locked.ok) throw new Error(locked.output);
  const bill = await run('npm', ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'], { cwd: folder });
  if (!bill.ok) throw new Error(bill.output);
  // Our own tarballs by their names alone: npm writes where they lay on this machine.
  process.stdout.write(bill.stdout.replaceAll(`file:${folder}/`, ''));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
