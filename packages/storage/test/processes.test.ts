import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proveDriver, type Report, type Subject } from '@linli/storage/conformance';
import { canCutPower, cutPower, startApart } from '@linli/storage/processes';
import { afterAll, describe, expect, it } from 'vitest';
import { type LogBug, logDriver } from './zoo/log-driver.ts';

const folder = mkdtempSync(join(tmpdir(), 'linli-processes-'));
const tells = canCutPower(folder);
let files = 0;
const newPath = (): string => {
  files += 1;
  return join(folder, `${files}.log`);
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const apartOver = (path: string, bug: LogBug = 'none') =>
  startApart({
    program: new URL('./zoo/log-driver.ts', import.meta.url),
    args: [path, bug],
    nodeOptions: ['--conditions=@linli/source', '--no-warnings'],
  });

function logSubject(bug: LogBug): Subject {
  let path = newPath();
  return {
    open: () => logDriver(path, bug),
    reset: async () => {
      path = newPath();
    },
    apart: () => apartOver(path, bug),
    ...(tells && { powerCut: async () => cutPower([path]) }),
  };
}

const verdicts = ({ laws }: Report, verdict: string): readonly string[] =>
  laws.filter((law) => law.verdict === verdict).map(({ id }) => id);

describe('the kit over a real file and real processes', () => {
  it('finds that a sound log keeps every law it claims, as far as the system tells', async () => {
    const report = await proveDriver(logSubject('none'));
    expect(report.laws.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
    expect(verdicts(report, 'not-claimed')).toEqual(['M1', 'M2']);
    expect([verdicts(report, 'not-asked'), report.proven]).toEqual(tells ? [[], true] : [['D4'], false]);
  });

  it('catches by a kill the one that writes what it acknowledged when it is closed', async () => {
    const report = await proveDriver(logSubject('writes in close'));
    expect(verdicts(report, 'broken')).toEqual(tells ? ['D3', 'D4', 'D5'] : ['D3', 'D5']);
  });

  it('catches by a power cut, and by nothing else, the one that never syncs', async () => {
    const report = await proveDriver(logSubject('never syncs'));
    expect([verdicts(report, 'broken'), report.proven]).toEqual([tells ? ['D4'] : [], false]);
  });
});

describe('startApart', () => {
  const batch = (id: string, put = {}) => ({ id, expect: {}, put, remove: [] });

  it('passes values, absent keys and faults through as they are, and dies as it is told', async () => {
    const path = newPath();
    const { driver, commitAndDie, kill } = await apartOver(path);
    const value = { '': [null, 1e21, '𠮷', 'half \ud840'], ['__proto__']: 'a member' };
    expect(await driver.commit(batch('one', { a: value }))).toEqual({ revision: 1 });
    expect(await driver.read(['a', 'b'])).toEqual([{ key: 'a', revision: 1, value }, undefined]);
    const stale = driver.commit({ ...batch('two'), expect: { a: 7 } });
    await expect(stale).rejects.toMatchObject({ name: 'Fault', code: 'storage/stale-read', retryable: true });
    await expect(commitAndDie(batch('one', { a: 1 }))).rejects.toMatchObject({ code: 'storage/id-reused', retryable: false });
    await commitAndDie(batch('three', { b: 1 }));
    await expect(driver.read(['a'])).rejects.toThrow('the process is gone');
    await kill();
    const again = await logDriver(path, 'none');
    expect((await again.read(['a', 'b'])).map((stored) => stored?.revision)).toEqual([1, 2]);
    await again.close();
  });

  it('says why a program did not come up', async () => {
    await expect(apartOver(join(folder, 'no', 'such', 'folder'))).rejects.toThrow(/by itself: [\s\S]*ENOENT/);
  });
});

describe('cutPower', () => {
  const page = (sign: string): string => sign.repeat(4096);

  it('leaves nothing of what was appended or overwritten since the last sync', () => {
    const path = newPath();
    const file = openSync(path, 'w+');
    writeSync(file, `${page('a')}${page('b')}${page('c')}`);
    fsyncSync(file);
    writeSync(file, page('B'), 4096);
    writeSync(file, `${page('d')}tail`, 3 * 4096);
    closeSync(file);
    if (tells) cutPower([path, join(folder, 'not there')]);
    const left = readFileSync(path, 'utf8');
    // Elsewhere nothing is cut, and canCutPower has said so.
    expect([left.includes('B'), left.includes('d'), left.includes('tail')]).toEqual([!tells, !tells, !tells]);
    expect(left.length <= 3 * 4096).toBe(tells);
  });

  it('takes nothing from a file that was synced whole, to the byte', () => {
    const path = newPath();
    writeFileSync(path, 'x'.repeat(10_001), { flush: true });
    if (tells) cutPower([path]);
    expect(readFileSync(path, 'utf8')).toBe('x'.repeat(10_001));
  });
});
