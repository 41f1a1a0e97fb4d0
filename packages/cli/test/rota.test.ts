import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder, linli } from './terminal.ts';

const rota = `format: linli-rota/1
id: jia-knock
edition: 1
name: { zh: 敲门, en: Knock }
residentId: jia
duty: knock
zone: Asia/Shanghai
from: 2020-03-30
until: null
slots:
  - { id: morning, name: { zh: 早上敲门, en: Morning knock }, weekdays: [1, 2, 3], at: "09:00", serviceMinutes: 10, people: 1, onClosedDays: serve }
regulars:
  - { slotId: morning, helperId: hu, from: 2020-03-30, until: null, on: { weekdays: [1, 2] } }
substitutions: []
absences: []
`;
// 6 April 2020 is a Monday; on Wednesday nobody is named.
const week = ['windows', 'rota', 'rota.yaml', '--date', '2020-04-06'];

describe('linli windows rota', () => {
  it('D-10: says who is on duty, and the hole before its day', () =>
    inFolder(async (cwd) => {
      await writeFile(join(cwd, 'rota.yaml'), rota);
      const { exitCode, out } = await linli([...week, '--lang', 'en'], { cwd });
      expect(exitCode).toBe(0);
      expect(out.split('\n').map((line) => line.split('  ').slice(0, 4))).toMatchObject([
        ['2020-04-06', '09:00-09:10', 'Morning knock', 'hu'],
        ['2020-04-07', '09:00-09:10', 'Morning knock', 'hu'],
        ['2020-04-08', '09:00-09:10', 'Morning knock', '-'],
        ['1 hole'],
        [''],
      ]);
    }));

  it('W-16: the calendar keeps its ids; what fell away stays as cancelled, with a higher number', () =>
    inFolder(async (cwd) => {
      await writeFile(join(cwd, 'rota.yaml'), rota);
      const first = await linli([...week, '--json'], { cwd });
      await writeFile(join(cwd, 'last.json'), first.out);
      await writeFile(join(cwd, 'rota.yaml'), rota.replace('weekdays: [1, 2] }', 'weekdays: [1, 3] }'));
      const second = await linli([...week, '--before', 'last.json', '--output', 'rota.ics', '--lang', 'en'], { cwd });
      expect(second.exitCode).toBe(0);
      const text = await readFile(join(cwd, 'rota.ics'), 'utf8');
      const lines = (name: string): readonly string[] =>
        [...text.matchAll(new RegExp(`^${name}:(.*)\\r$`, 'gm'))].map(([, value]) => value!);
      const ids = JSON.parse(first.out).events.map(({ id }: { id: string }) => `${encodeURIComponent(id)}@linli`);
      expect(lines('UID').slice(0, 2)).toEqual(ids);
      expect(lines('STATUS')).toEqual(['CONFIRMED', 'CANCELLED', 'CONFIRMED']);
      expect(lines('SEQUENCE')).toEqual(['0', '1', '0']);
      expect(lines('DTSTART')[0]).toBe('20200406T010000Z');
    }));

  it('refuses what is no rota, a count of days that cannot be, and a file that is not what was kept', () =>
    inFolder(async (cwd) => {
      await writeFile(join(cwd, 'rota.yaml'), rota);
      await writeFile(
        join(cwd, 'knock.yaml'),
        'format: linli-cadence/1\nid: k\nname: { zh: 敲, en: k }\ncadence: daily\nweek: rolling\n',
      );
      await writeFile(join(cwd, 'last.json'), '{"events":[]}');
      const codeOf = async (...words: readonly string[]): Promise<readonly unknown[]> => {
        const { exitCode, out } = await linli(['windows', 'rota', ...words, '--json'], { cwd });
        return [exitCode, JSON.parse(out).reasons[0].code];
      };
      const from = ['--date', '2020-04-06'];
      expect(await codeOf('knock.yaml', ...from)).toEqual([3, 'rota/not-one']);
      expect(await codeOf('rota.yaml')).toEqual([2, 'option/missing']);
      expect(await codeOf('rota.yaml', ...from, '--days', '0')).toEqual([2, 'option/invalid']);
      expect(await codeOf('rota.yaml', ...from, '--before', 'last.json')).toEqual([3, 'rota/before-not-one']);
      expect(await codeOf('rota.yaml', ...from, '--before', 'rota.yaml')).toEqual([3, 'rota/before-not-one']);
    }));
});
