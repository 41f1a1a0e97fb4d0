import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resident, Tie } from '@linli/model';
import { createStore } from '@linli/storage';
import { sqliteDriver } from '@linli/storage-sqlite';
import { expect, it } from 'vitest';
import { duowenRules, duowenWorkbook, inFolder, linli } from './terminal.ts';

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Starts a real import and kills it (-9) once the write-ahead log has grown to `bytes`: in the middle of its one commit. */
function killedAt(bytes: number, folder: string): Promise<NodeJS.Signals | null> {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const words = ['import', duowenWorkbook, '--store', 'sqlite:office.sqlite'];
  const child = spawn(process.execPath, ['--conditions=@linli/source', '--disable-warning=ExperimentalWarning', main, ...words], {
    cwd: folder,
    env: { ...process.env, LINLI_COMMUNITY: duowenRules },
    stdio: 'ignore',
  });
  const watch = setInterval(() => {
    if (sizeOf(join(folder, 'office.sqlite-wal')) >= bytes) child.kill('SIGKILL');
  }, 1);
  return new Promise((resolve) =>
    child.on('close', (_, signal) => {
      clearInterval(watch);
      resolve(signal);
    }),
  );
}

it('an import killed in the middle leaves all of it or nothing, and the next one completes it', {
  timeout: 180_000,
}, async () => {
  const found: number[] = [];
  // The tables alone are some 30 kB of log; the commit adds more than a megabyte.
  for (const bytes of [1, 60_000, 400_000, 900_000]) {
    const attempt = (): Promise<boolean> =>
      inFolder(async (folder) => {
        // On a busy machine an import may be over before anybody looked: that was no kill.
        if ((await killedAt(bytes, folder)) !== 'SIGKILL') return false;
        const driver = sqliteDriver({ path: join(folder, 'office.sqlite') });
        const session = createStore(driver, { residents: Resident, ties: Tie }).session();
        const residents = (await session.list('residents')).length;
        const ties = (await session.list('ties')).length;
        await driver.close();
        expect([
          [0, 0],
          [150, 584],
        ]).toContainEqual([residents, ties]);
        found.push(residents);
        const again = await linli(['import', duowenWorkbook, '--store', 'sqlite:office.sqlite', '--lang', 'en'], { cwd: folder });
        expect(again.exitCode).toBe(0);
        expect(again.out).toMatch(residents === 0 ? /\d+ records added, 0 updated/ : /nothing was changed/);
        return true;
      });
    while (!(await attempt()));
  }
  expect(found).toContain(0);
});
