import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { linliProcess } from './process.ts';
import { duowenWorkbook, inFolder, linli } from './terminal.ts';

// Processes of their own, each of which loads every package: slow to start where a machine has other work.
vi.setConfig({ testTimeout: 240_000 });

const intoStore = ['import', duowenWorkbook, '--store', 'sqlite:office.sqlite', '--json'];
const dayRun = ['day', 'run', '--input', duowenWorkbook, '--date', '2026-11-23', '--store', 'sqlite:office.sqlite', '--json'];

/** Whether a store already holds everything the same command would write. */
async function isWhole(words: readonly string[], cwd: string): Promise<boolean> {
  const { exitCode, out } = await linli(words, { cwd });
  return exitCode === 0 && JSON.parse(out).store.unchanged === true;
}

describe('a reader that goes away', () => {
  it.each([
    ['before the first word, from an import', intoStore, false],
    ['after the first words, from a day', dayRun, true],
  ])('%s: the work is done, the exit code is its own, nothing is said', (_, words, readsFirst) =>
    inFolder(async (cwd) => {
      expect(await linliProcess(words, { cwd, readsFirst })).toEqual({ exitCode: 0, err: '' });
      expect(await isWhole(words, cwd)).toBe(true);
    }),
  );

  it('from standard error, or from both, changes no exit code', () =>
    inFolder(async (cwd) => {
      expect(await linliProcess(['import', 'nowhere.xlsx', '--dry-run'], { cwd, closesErr: true })).toMatchObject({
        exitCode: 3,
      });
      expect(await linliProcess(['rules', 'list'], { cwd, closesErr: true })).toMatchObject({ exitCode: 0 });
    }));
});

it('a full disk behind standard output is said, and what was to be kept is kept', () =>
  inFolder(async (cwd) => {
    // Linux has a device that is always full; elsewhere a folder that can be opened and not be written to stands for it.
    const full = existsSync('/dev/full') ? openSync('/dev/full', 'w') : openSync(cwd, 'r');
    const { exitCode, err } = await linliProcess(intoStore, { cwd, stdout: full });
    closeSync(full);
    expect(exitCode).toBe(1);
    expect(err).toMatch(
      /^结果没有写完（\w+）；要登记的都已登记\nthe result was not written to its end \(\w+\); what was to be kept is kept\n$/,
    );
    expect(await isWhole(intoStore, cwd)).toBe(true);
  }));

it('what nobody catches is said in two lines, and no terminal obeys it', () =>
  inFolder(async (cwd) => {
    const before = "process.stdout.write = () => { setImmediate(() => { throw new Error('lost \\u001b[2J\\nat once'); }); };";
    const { exitCode, err } = await linliProcess(['rules', 'list'], { cwd, before });
    expect(exitCode).toBe(1);
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^程序出错（unknown）：lost \\u001b\[2J\\nat once。/),
      expect.stringMatching(/^something broke \(unknown\): lost \\u001b\[2J\\nat once\. /),
      '',
    ]);
  }));
