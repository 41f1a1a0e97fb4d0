import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresDriver } from '@linli/storage-postgres';
import { expect, it } from 'vitest';
import { copyWhole, nativeFolder, startOwnPostgres } from './real-postgres.ts';

it('the server starts from a checkout that no other account can enter, links of its libraries included', async () => {
  // `mkdtemp` makes the folder for its owner alone. Run by root, the server itself belongs to another account.
  const checkout = mkdtempSync(join(tmpdir(), 'linli-checkout-'));
  try {
    const native = join(checkout, 'native');
    copyWhole(nativeFolder(), native);
    // As the packages' install script leaves them: every library by way of a link, named in full.
    const behind = join(checkout, 'behind');
    mkdirSync(behind);
    for (const name of readdirSync(join(native, 'lib')).filter((each) => each.includes('.so') || each.includes('.dylib'))) {
      renameSync(join(native, 'lib', name), join(behind, name));
      symlinkSync(join(behind, name), join(native, 'lib', name));
    }
    const server = await startOwnPostgres({ native });
    try {
      const driver = await postgresDriver({ connectionString: server.connectionString });
      expect(await driver.read(['a'])).toEqual([undefined]);
      await driver.close();
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(checkout, { recursive: true, force: true });
  }
});
