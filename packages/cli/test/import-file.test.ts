import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duowenWorkbook, inFolder, linli, secondMapping, secondWorkbook } from './terminal.ts';

describe('linli import', () => {
  it('--dry-run --json shows what would be taken and writes nothing', () =>
    inFolder(async (cwd) => {
      const { exitCode, out } = await linli(['import', duowenWorkbook, '--dry-run', '--json'], { cwd });
      expect(exitCode).toBe(0);
      const report = JSON.parse(out);
      expect(report.dryRun).toBe(true);
      expect(report.counts).toEqual({ residents: 150, helpers: 214, ties: 584, calls: 140, services: 1800, resources: 6 });
      expect(report.refusedRows.map(({ row, code }: { row: number; code: string }) => [row, code])).toEqual([
        [155, 'identity/rounded'],
        [154, 'resident/duplicate'],
      ]);
      expect(await readdir(cwd)).toEqual([]);
    }));

  it('imports once; a second time changes nothing and says so', () =>
    inFolder(async (cwd) => {
      const words = ['import', duowenWorkbook, '--store', 'sqlite:office.sqlite', '--lang', 'zh'];
      expect((await linli(words, { cwd })).out).toMatch(/新增 \d+ 条，更新 0 条/);
      expect((await linli(words, { cwd })).out).toContain('没有改动任何内容');
    }));

  it('a workbook with other words: says what it cannot read, proposes a mapping of at most ten lines, and reads it whole with that', () =>
    inFolder(async (cwd) => {
      const without = await linli(['import', secondWorkbook, '--dry-run', '--json', '--lang', 'en'], { cwd });
      expect(
        JSON.parse(without.out).refusedRows.map(({ sheet, code }: { sheet: string; code: string }) => [sheet, code]),
      ).toEqual([['11月20日回访', 'sheet/not-recognised']]);
      expect(without.err).toContain(`propose a mapping: linli import ${secondWorkbook} --propose-mapping`);
      const unplanned = await linli(['day', 'run', '--input', secondWorkbook, '--date', '2026-11-20', '--lang', 'en'], { cwd });
      expect(unplanned.exitCode).toBe(3);
      expect(unplanned.err).toContain('no phone register of 2026-11-20 was read from the file');
      expect(unplanned.err).toContain('The sheet "11月20日回访" was not recognised');
      expect(unplanned.err).toContain('--propose-mapping');

      const proposed = await linli(['import', secondWorkbook, '--propose-mapping'], { cwd });
      expect(proposed.exitCode).toBe(0);
      const substance = proposed.out.split('\n').filter((line) => /^ {2}\S/.test(line));
      expect(substance.length).toBeLessThanOrEqual(10);
      expect(proposed.out).toBe(await readFile(secondMapping, 'utf8'));
      await writeFile(join(cwd, 'mapping.yaml'), proposed.out);

      const { exitCode, out } = await linli(['import', secondWorkbook, '--mapping', 'mapping.yaml', '--dry-run', '--json'], {
        cwd,
      });
      expect(exitCode).toBe(0);
      const report = JSON.parse(out);
      expect(report.counts).toEqual({ residents: 24, helpers: 30, ties: 72, calls: 20, services: 60, resources: 0 });
      expect(report.refusedRows).toEqual([]);
    }));

  it('the second workbook runs a whole day', () =>
    inFolder(async (cwd) => {
      const { exitCode, out } = await linli(
        ['day', 'run', '--input', secondWorkbook, '--date', '2026-11-20', '--mapping', secondMapping, '--json'],
        { cwd },
      );
      expect(exitCode).toBe(0);
      const day = JSON.parse(out);
      expect(day.counts).toMatchObject({ residents: 24, helpers: 30, ties: 72, calls: 20 });
      const answered = [...day.assignments, ...day.unassigned].filter(({ demandId }: { demandId: string }) =>
        demandId.startsWith('d-'),
      );
      expect(answered.length).toBe(day.counts.ordersInTime + day.counts.serviceRequests - day.counts.lateServiceRequests);
    }));

  it('tells its version', () =>
    inFolder(async (cwd) => {
      expect(await linli(['--version'], { cwd })).toEqual({ exitCode: 0, out: '0.0.0\n', err: '' });
    }));
});
