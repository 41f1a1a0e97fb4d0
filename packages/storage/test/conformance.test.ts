import { memoryDriver } from '@linli/storage';
import { laws, proveDriver, type Report } from '@linli/storage/conformance';
import { listedFaults, withFaults } from '@linli/storage/faults';
import { describe, expect, it } from 'vitest';
import { stepwise } from './zoo/stepwise.ts';
import { fresh, machine } from './zoo/subjects.ts';
import { zoo } from './zoo/zoo.ts';

const broken = (report: Report): string[] => report.laws.filter(({ verdict }) => verdict === 'broken').map(({ id }) => id);
const seen = (report: Report): string[] =>
  report.laws.flatMap(({ id, message }) => (message === null ? [] : [`${id}: ${message}`]));

describe('the kit', () => {
  it('has an id of its own and words in both languages for every law', () => {
    expect(new Set(laws.map(({ id }) => id)).size).toBe(laws.length);
    for (const { says } of laws) {
      expect(says.zh).toMatch(/\p{Script=Han}/u);
      expect(says.en).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('finds that the memory driver keeps every law it claims, and says which it does not claim', async () => {
    const report = await proveDriver(fresh());
    expect(seen(report)).toEqual([]);
    expect(report.proven).toBe(true);
    expect(report.driver).toBe('memory');
    expect(report.laws.filter(({ verdict }) => verdict === 'not-claimed').map(({ id }) => id)).toEqual([
      'D1',
      'D2',
      'D3',
      'D4',
      'D5',
      'M1',
      'M2',
    ]);
    expect(report.unproved).toEqual([]);
  });

  it('finds that a sound durable driver keeps every law', async () => {
    const report = await proveDriver(machine(['durable', 'multi-process']));
    expect(seen(report)).toEqual([]);
    expect(report.laws.every(({ verdict }) => verdict === 'kept')).toBe(true);
    expect(report.proven).toBe(true);
  });

  it('finds that a driver that takes its steps one by one, in the right order, keeps every law', async () => {
    const report = await proveDriver(
      stepwise(['decide', 'pause', 'put', 'remove', 'record'], { claims: ['durable', 'multi-process'] }),
    );
    expect(seen(report)).toEqual([]);
    expect(report.proven).toBe(true);
  });

  it('says aloud what it could not ask, and calls nothing proven that nobody looked at', async () => {
    const { open, reset } = machine(['durable', 'multi-process']);
    const report = await proveDriver({ open, reset });
    expect(report.laws.filter(({ verdict }) => verdict === 'not-asked').map(({ id, message }) => [id, message])).toEqual([
      ['D3', 'the subject lends no apart'],
      ['D4', 'the subject lends no apart and no powerCut'],
      ['D5', 'the subject lends no apart'],
      ['M2', 'the subject lends no apart'],
    ]);
    expect(report.unproved).toEqual(['durable', 'multi-process']);
    expect(report.proven).toBe(false);
  });

  it('takes the word of a backend that it syncs first, calls it told, and hears what speaks against it', async () => {
    const { open, reset, apart } = machine(['durable']);
    const lawD4 = async (unsafe: readonly string[]) => {
      const report = await proveDriver({ open, reset, apart, unsafeSettings: async () => unsafe });
      return [report.laws.find(({ id }) => id === 'D4'), report.proven] as const;
    };
    expect(await lawD4([])).toMatchObject([{ verdict: 'told', message: 'the subject lends no powerCut' }, true]);
    expect(await lawD4(['fsync=off'])).toMatchObject([
      { verdict: 'broken', message: 'it may answer before it has synced: fsync=off' },
      false,
    ]);
  });

  it('finds that the fault wrapper keeps the laws of what it wraps', async () => {
    const report = await proveDriver(fresh(() => withFaults(memoryDriver(), listedFaults({}))));
    expect(seen(report)).toEqual([]);
  });

  it('asks every law of at least one planted bug', () => {
    const caught = new Set(zoo.map(({ law }) => law));
    expect(laws.map(({ id }) => id).filter((id) => !caught.has(id))).toEqual(['X1']); // X1 backs the others up
  });
});

describe('the zoo: a driver with one planted bug breaks its own law and only what follows from it', () => {
  it.each(zoo)('$law catches the driver that $bug', async ({ law, also, subject }) => {
    const report = await proveDriver(subject);
    expect(report.proven).toBe(false);
    expect(broken(report).sort(), seen(report).join('\n')).toEqual([law, ...also].sort());
  });
});
