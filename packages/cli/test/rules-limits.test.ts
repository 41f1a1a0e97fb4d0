import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder, linli } from './terminal.ts';

const one = { helperId: 'p-1', category: 'care.meal', from: '2026-03-02T09:00', until: '10:00', beneficiary: 'public' };
const explain = (text: string, name = 'services.yaml') =>
  inFolder(async (cwd) => {
    await writeFile(join(cwd, name), text);
    const { exitCode, out, err } = await linli(
      ['rules', 'explain', '--pack', 'us-dane', '--services', name, '--json', '--lang', 'en'],
      { cwd },
    );
    const told = JSON.parse(out) as { services?: { serviceId: string }[]; reasons?: { data: Record<string, unknown> }[] };
    return {
      exitCode,
      err,
      ids: told.services?.map(({ serviceId }) => serviceId),
      mistakes: told.reasons?.map(({ data }) => `${data['mistake']} ${data['line']} ${data['path']}`),
    };
  });
const yaml = (fields: string) => explain(`services:\n  - { helperId: p, category: x, beneficiary: public, ${fields} }\n`);

describe('ids in a services file', () => {
  it('whole numbers are kept, and a second 7 is the first one’s', async () => {
    const json = (...ids: readonly unknown[]) =>
      explain(JSON.stringify({ services: ids.map((id) => ({ ...one, id })) }), 'services.json');
    expect((await json(7, 8, 'a', null)).ids).toEqual(['7', '8', 'a', 's-4']);
    expect(await json(7, '7')).toMatchObject({ exitCode: 3, mistakes: ['services/id-twice 1 services.1'] });
  });

  it.each(['007', '1e3', '7.0', '7.5', '0x1f', '12345678901234567890', 'true', '.nan', '[7]', '""'])(
    'an id of %s is refused, with its place',
    async (id) => {
      const end = await yaml(`id: ${id}, from: "2026-03-02T09:00", minutes: 5`);
      expect(end).toMatchObject({ exitCode: 3, mistakes: ['services/not-an-id 2 services.0.id'] });
    },
  );

  it('also of people, by list and by key', async () => {
    const with7 = (people: string, helperId: string) =>
      explain(`people: ${people}\nservices: [{ helperId: ${helperId}, category: x, from: "2026-03-02T09:00", minutes: 5 }]\n`);
    expect((await with7('[{ id: 7 }]', '"7"')).err).toBe('');
    expect((await with7('{ 7: { sex: female } }', '7')).err).toBe('');
    expect((await with7('{ 007: { sex: female } }', '7')).mistakes).toEqual(['services/not-an-id 1 people.7']);
    expect((await with7('[]', '007')).mistakes).toEqual(['services/not-an-id 2 services.0.helperId']);
  });
});

describe('a file in another encoding', () => {
  it.each([
    ['GBK', Buffer.from([0xd5, 0xc5, 0xc8, 0xfd])], // 张三
    ['UTF-16', Buffer.from('\ufeff张三', 'utf16le')],
  ])('%s is refused: read as UTF-8, several names would become one', async (_, name) => {
    const bytes = Buffer.concat([Buffer.from('services: [{ helperId: "'), name, Buffer.from('" }]\n')]);
    await inFolder(async (cwd) => {
      await writeFile(join(cwd, 's.yaml'), bytes);
      const services = await linli(['rules', 'explain', '--pack', 'us-dane', '--services', 's.yaml'], { cwd });
      const pack = await linli(['rules', 'check', 's.yaml'], { cwd });
      for (const { exitCode, err } of [services, pack]) {
        expect(exitCode).toBeGreaterThan(2);
        expect(err).toMatch(/s\.yaml 不是 UTF-8/);
        expect(err).toMatch(/s\.yaml is not UTF-8/);
      }
    });
  });
});

describe('times in a services file', () => {
  it.each([
    ['from: "2026-03-02T14:00", until: "14:00"', 'services/no-length 2 services.0.until'],
    ['from: "2026-03-02T14:00", minutes: 0', 'services/no-length 2 services.0.minutes'],
    ['from: "2026-03-02T09:00", until: "08:59"', 'services/next-day-not-said 2 services.0.until'],
    ['from: "2026-03-02T09:00", until: "2026-03-02T08:59"', 'services/ends-before-it-starts 2 services.0.until'],
    ['from: "2026-03-02T09:00", minutes: .inf', 'services/not-a-length 2 services.0.minutes'],
    ['from: "2026-03-02T09:00", minutes: .nan', 'services/not-a-length 2 services.0.minutes'],
    ['from: "2026-03-02T09:00", minutes: -5', 'services/not-a-length 2 services.0.minutes'],
    ['from: "2026-03-02T09:00", hours: "2"', 'services/not-a-length 2 services.0.hours'],
    ['from: "2026-03-02T09:00", minutes: 1e308', 'services/time-out-of-range 2 services.0.minutes'],
    ['from: 8640000000000000, minutes: 60', 'services/time-out-of-range 2 services.0.from'],
    ['from: 8640000000000000, until: "11:00"', 'services/time-out-of-range 2 services.0.from'],
    ['from: .inf, minutes: 60', 'services/not-a-time 2 services.0.from'],
    ['from: "0000-01-01T09:00", minutes: 60', 'services/time-out-of-range 2 services.0.from'],
    ['from: "2026-03-02T09:00", until: "9999-12-31T24:00"', 'services/time-out-of-range 2 services.0.until'],
    ['from: "2026-03-02T09:00", until: "10:00", minutes: 30', 'services/two-ends 2 services.0.minutes'],
  ])('%s: %s', async (fields, mistake) => {
    expect(await yaml(fields)).toMatchObject({ exitCode: 3, mistakes: [mistake] });
  });

  it('a night ends on the next day; two ends that agree are one', async () => {
    expect((await yaml('from: "2026-03-02T22:00", until: "02:00"')).exitCode).toBe(0);
    expect((await yaml('from: "2026-03-02T09:00", until: "10:00", hours: 1')).exitCode).toBe(0);
  });

  it('a time that no clock showed is refused, and of one that was shown twice the first is taken and said', async () => {
    const berlin = (from: string, until: string) =>
      explain(`zone: Europe/Berlin\nservices:\n  - { helperId: p, category: x, from: "${from}", until: "${until}" }\n`);
    expect((await berlin('2026-03-29T02:30', '03:00')).mistakes).toEqual(['services/time-skipped 3 services.0.from']);
    const twice = await berlin('2026-10-25T02:30', '04:00');
    expect([twice.exitCode, twice.err.includes('02:30')]).toEqual([0, true]);
  });
});

describe('sizes', () => {
  it('a file over 1 MB, a folder and a device are refused in both languages, by every way in', () =>
    inFolder(async (cwd) => {
      await writeFile(join(cwd, 'big.yaml'), `# ${'x'.repeat(1_000_000)}\n`);
      await mkdir(join(cwd, 'folder'));
      const ways = (file: string) => [
        ['rules', 'check', file],
        ['rules', 'explain', '--pack', 'us-dane', '--services', file],
      ];
      for (const [file, code] of [
        ['big.yaml', 'rules/too-large'],
        ['/dev/zero', 'rules/not-a-file'],
      ] as const) {
        for (const way of ways(file)) {
          const { exitCode, out } = await linli([...way, '--json'], { cwd });
          expect([exitCode, JSON.parse(out).reasons[0].code]).toEqual([3, code]);
        }
      }
      const folder = await linli([...ways('folder')[1]!, '--json'], { cwd });
      expect(JSON.parse(folder.out).reasons[0]).toMatchObject({
        code: 'rules/not-a-file',
        zh: expect.stringContaining('folder'),
      });
    }));

  it('of 20,000 mistakes the first 50 are told, and how many more there are', async () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `evidnce${index}: 1`).join(', ');
    const { err, exitCode } = await yaml(`from: "2026-03-02T09:00", minutes: 5, ${keys}`);
    expect([exitCode, err.trim().split('\n').length]).toEqual([0, 51]);
    expect(err).toContain('has 19951 more');
    expect(err.match(/did you mean/g)).toHaveLength(20);
  });
});

describe('linli rules check of many steps', () => {
  const pack = {
    ...{ format: 'linli-time-bank/2', id: 'big', edition: 1, effective: { from: '2026-01-01' }, name: { zh: '大', en: 'big' } },
    ...{ source: { title: 'invented', confidence: 'assumed' } },
    unit: { asset: 'second', scaleSeconds: 3600, words: { zh: '币', en: 'coins' } },
    credit: {
      steps: [
        { do: 'refuse-self' },
        ...Array.from({ length: 40 }, (_, i) => ({
          ...{ do: 'multiply', times: 1 + (i % 9) / 10 },
          when: { categories: [`care.c${i}`], helper: { age: { from: 50 + (i % 30) } } },
        })),
        ...Array.from({ length: 10 }, (_, i) => ({ do: 'cap', per: 'day', most: { hours: 2 + i }, overflow: 'drop' })),
      ],
    },
  };

  it('ends by its budget, the same way each time, and says what it did not try', () =>
    inFolder(async (cwd) => {
      await writeFile(join(cwd, 'big.json'), JSON.stringify(pack));
      const check = (...words: readonly string[]) => linli(['rules', 'check', 'big.json', ...words], { cwd });
      const first = await check('--json', '--budget', '200000');
      const told = JSON.parse(first.out);
      expect(told.budget).toBe(200_000);
      expect(told.skipped.length).toBeGreaterThan(0);
      for (const { tried, of, zh, en } of told.skipped) {
        expect(tried).toBeLessThan(of);
        expect([zh.length > 0, en.length > 0]).toEqual([true, true]);
      }
      expect((await check('--json', '--budget', '200000')).out).toBe(first.out);
      expect((await check('--lang', 'en', '--budget', '200000')).out).toContain('not everything was tried');
      expect((await check('--budget', 'none')).exitCode).toBe(2);
    }));
});
