import { memoryDriver } from '@linli/storage';
import { laws, proveDriver, type Report } from '@linli/storage/conformance';
import { listedFaults, withFaults } from '@linli/storage/faults';
import { describe, expect, it } from 'vitest';
import { disk, fresh } from './zoo/subjects.ts';
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
    expect(report.laws.filter(({ verdict }) => verdict === 'not-claimed').map(({ id }) => id)).toEqual(['D1', 'D2', 'M1']);
  });

  it('finds that a sound durable driver keeps every law', async () => {
    const report = await proveDriver(disk(['durable', 'multi-process']));
    expect(seen(report)).toEqual([]);
    expect(report.laws.every(({ verdict }) => verdict === 'kept')).toBe(true);
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
