import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { duowenRules, duowenWorkbook, inFolder, linli } from './terminal.ts';

const dayRun = ['day', 'run', '--input', duowenWorkbook, '--date', '2026-11-23'];

describe('linli day run', () => {
  it('prints the day as JSON with the documented fields, nothing else on standard output', () =>
    inFolder(async (cwd) => {
      const { exitCode, out, err } = await linli([...dayRun, '--json'], { cwd });
      expect(exitCode).toBe(0);
      expect(err).toBe('');
      const day = JSON.parse(out);
      for (const field of ['counts', 'assignments', 'unassigned', 'knocksDue', 'credits', 'gaps', 'refusedRows', 'warnings']) {
        expect(day, field).toHaveProperty(field);
      }
      expect(day.counts).toMatchObject({
        residents: 150,
        helpers: 214,
        ties: 584,
        calls: 140,
        reached: 127,
        notReached: 12,
        refused: 1,
        ordersInTime: 53,
        emergencies: 1,
      });
      for (const { demandId, residentId, helperId, from, until, mode, reasons } of day.assignments) {
        expect([typeof demandId, typeof residentId, typeof helperId]).toEqual(['string', 'string', 'string']);
        expect(from).toBeLessThan(until);
        expect(['door', 'pickup', 'visit', 'call']).toContain(mode);
        expect(reasons.length).toBeGreaterThan(0);
      }
      for (const row of day.refusedRows)
        expect(Object.keys(row).toSorted()).toEqual(['code', 'column', 'en', 'row', 'sheet', 'zh']);
    }));

  it('the same command twice on one SQLite file changes nothing and says so', () =>
    inFolder(async (cwd) => {
      const store = ['--store', 'sqlite:day.sqlite', '--lang', 'en'];
      const first = await linli([...dayRun, ...store], { cwd });
      const second = await linli([...dayRun, ...store], { cwd });
      expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
      expect(first.out).toMatch(/Store: \d+ records added/);
      expect(second.out).toContain('Store: everything was there already; nothing was changed.');
      const sheet = (text: string): string => text.slice(0, text.lastIndexOf('Store: '));
      expect(sheet(second.out)).toBe(sheet(first.out));
    }));

  it.each([
    [
      'a store',
      ['--store', 'sqlite:day.sqlite'],
      /kept before it broke: admitting people and records.*; the same command run again/,
    ],
    ['no store', [], /nothing was written/],
  ])('a day that breaks half way says what is kept: %s', (_, store, kept) =>
    inFolder(async (cwd) => {
      // Longer than any day there is: the rules are taken, and a later step breaks on them.
      const endless = (text: string): string => text.replace(/serviceMinutes: \d+/g, 'serviceMinutes: 9000000000000000');
      await copyRules(join(cwd, 'rules'), { 'catalogue.yaml': endless });
      const words = [...dayRun, ...store, '--lang', 'en'];
      const { exitCode, out, err } = await linli([...words, '--community', 'rules'], { cwd });
      expect([exitCode, out]).toEqual([1, '']);
      expect(err).toMatch(/^something broke \(.+\): .+ Each step is kept as a whole or not at all\.\n/);
      expect(err.split('\n')[1]).toMatch(kept);
      if (store.length === 0) return;
      const { out: again } = await linli([...words, '--json'], { cwd });
      expect(JSON.parse(again).counts.residents).toBe(150);
    }),
  );

  it('D-75: the day is the same wherever the machine stands', async () => {
    const days = await Promise.all(
      ['UTC', 'America/New_York', 'Asia/Kolkata'].map((zone) => spawned([...dayRun, '--json'], { TZ: zone })),
    );
    expect(days[0]?.exitCode).toBe(0);
    for (const { out } of days) expect(out).toBe(days[0]?.out);
  });

  it('names the file, the line and the place where a rule file is wrong', () =>
    inFolder(async (cwd) => {
      const { exitCode, err } = await linli([...dayRun, '--community', cwd, '--lang', 'zh'], { cwd });
      expect(exitCode).toBe(4);
      expect(err).toContain('没有 community.yaml');
      const rules = join(cwd, 'rules');
      await copyRules(rules, { 'cycle.yaml': (text) => text.replace('from: "08:30"', 'from: "8.30"') });
      const wrong = await linli([...dayRun, '--community', rules, '--lang', 'en'], { cwd });
      expect(wrong.exitCode).toBe(4);
      expect(wrong.err).toMatch(/cycle\.yaml, line 12, column \d+ \(phases\.2\.from\)/);
    }));

  it('a code that no rule file defines is named', () =>
    inFolder(async (cwd) => {
      await copyRules(cwd, { 'catalogue.yaml': (text) => text.replace('skills: [haircut]', 'skills: [hairstyling]') });
      const { exitCode, err } = await linli([...dayRun, '--community', cwd, '--lang', 'en'], { cwd });
      expect(exitCode).toBe(4);
      expect(err).toContain('catalogue.yaml uses the skill "hairstyling", which no rule file defines');
    }));
});

async function copyRules(folder: string, changes: Readonly<Record<string, (text: string) => string>>): Promise<void> {
  const { mkdir, readdir, readFile } = await import('node:fs/promises');
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(duowenRules)) {
    const text = await readFile(join(duowenRules, name), 'utf8');
    const changed = changes[name]?.(text) ?? text;
    expect(changes[name] === undefined || changed !== text, name).toBe(true);
    await writeFile(join(folder, name), changed);
  }
}

/** The real program in a process of its own. */
function spawned(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly exitCode: number | null; readonly out: string }> {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=@linli/source', '--disable-warning=ExperimentalWarning', main, ...words], {
    env: { ...process.env, LINLI_COMMUNITY: duowenRules, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  return new Promise((resolve) => child.on('close', (exitCode) => resolve({ exitCode, out })));
}
