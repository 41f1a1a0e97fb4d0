import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duowenRules, duowenWorkbook, inFolder, linli } from './terminal.ts';

const services = {
  zone: 'Asia/Shanghai',
  people: [{ id: 'p-lin', sex: '女', birth: '1958', role: 'volunteer', beforeHours: 1499.5 }],
  services: [
    {
      id: 's-1',
      helperId: 'p-lin',
      category: 'care.meal',
      from: '2026-10-05T09:00',
      until: '11:00',
      beneficiary: 'p-zhao',
      evidence: ['sign-in-out'],
    },
    {
      id: 's-2',
      helperId: 'p-lin',
      category: 'care.meal',
      from: '2026-10-06T09:00',
      minutes: 90,
      beneficiary: 'public',
      evidence: [],
    },
  ],
};
const inOffice = <Answer>(work: (folder: string) => Promise<Answer>): Promise<Answer> =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'services.json'), JSON.stringify(services, null, 2));
    return work(folder);
  });

describe('linli rules explain', () => {
  it('--json: every step with before and after, the excess in the pool', () =>
    inOffice(async (cwd) => {
      const { exitCode, out } = await linli(
        ['rules', 'explain', '--pack', 'cn-nanjing-2019', '--services', 'services.json', '--json'],
        { cwd },
      );
      expect(exitCode).toBe(0);
      const { format, services: explained, totals } = JSON.parse(out);
      expect(format).toBe('linli-rules-explain/1');
      expect(
        explained.map(({ serviceId, ok, seconds, poolSeconds }: Record<string, unknown>) => [
          serviceId,
          ok,
          seconds,
          poolSeconds,
        ]),
      ).toEqual([
        ['s-1', true, 1800, 5400],
        ['s-2', true, 0, 5400],
      ]);
      const last = explained[0].steps.at(-1);
      expect(last).toMatchObject({ do: 'cap', outcome: 'changed', beforeSeconds: 7200, afterSeconds: 1800, poolSeconds: 5400 });
      expect(last.words.zh).toContain('1500 小时');
      expect(last.reasons[0].en).toContain('2 h becomes 30 min');
      expect(totals).toMatchObject({ services: 2, credited: 2, seconds: 1800, poolSeconds: 10_800 });
    }));

  it('one service, in words, judged among the others', () =>
    inOffice(async (cwd) => {
      const { out } = await linli(
        ['rules', 'explain', '--pack', 'cn-nanjing-2019', '--services', 'services.json', '--service', 's-2', '--lang', 'en'],
        { cwd },
      );
      expect(out).toContain('s-2  p-lin  care.meal  2026-10-06 09:00–10:30  served 1 h 30 min');
      expect(out).toContain('= credited 0 min, 1 h 30 min to the pool');
      expect(out).not.toContain('s-1');
      const missing = await linli(
        ['rules', 'explain', '--pack', 'cn-nanjing-2019', '--services', 'services.json', '--service', 's-9'],
        { cwd },
      );
      expect([missing.exitCode, missing.err]).toEqual([
        3,
        'services.json 里没有服务“s-9”\nthere is no service s-9 in services.json\n',
      ]);
    }));

  it('a mistake in the services is told with line and column', () =>
    inOffice(async (cwd) => {
      await writeFile(
        join(cwd, 'wrong.json'),
        '[\n  { "helperId": "p", "category": "x",\n    "from": "noon", "minutes": 5 }\n]\n',
      );
      const { exitCode, err } = await linli(
        ['rules', 'explain', '--pack', 'jp-nalc', '--services', 'wrong.json', '--lang', 'en'],
        { cwd },
      );
      expect(exitCode).toBe(3);
      expect(err).toContain('wrong.json, line 3, column 13 (0.from): noon is no time');
    }));
});

describe('linli rules check', () => {
  it('a file: each finding with line and column, severity, words and an example', () =>
    inOffice(async (cwd) => {
      const preset = (await linli(['rules', 'schema', 'pack'], { cwd })).out;
      expect(JSON.parse(preset).$schema).toContain('json-schema.org');
      const standard = (await readFile(join(duowenRules, 'credit-standard.yaml'), 'utf8'))
        .replace('most: { hours: 4 }', 'most: { hours: 4 }')
        .replace('care.disinfection: 1.5', 'care.disinfecton: 1.5');
      await writeFile(join(cwd, 'mine.yaml'), standard);
      const { exitCode, out } = await linli(['rules', 'check', 'mine.yaml', '--community', duowenRules, '--json'], { cwd });
      expect(exitCode).toBe(0);
      const { findings } = JSON.parse(out);
      const line = standard.split('\n').findIndex((one) => one.includes('care.disinfecton')) + 1;
      expect(findings[0]).toMatchObject({ severity: 'wrong', code: 'review/category-meant', file: 'mine.yaml', line });
      expect(findings[0].zh).toContain('是不是“care.disinfection”');
      expect(findings[0].example.before.services.services).toHaveLength(1);
    }));

  it('in words, a preset and a community folder', () =>
    inOffice(async (cwd) => {
      const { out } = await linli(['rules', 'check', 'cn-hailin', '--lang', 'zh'], { cwd });
      expect(out).toContain('风险  把一次服务拆成几次登记，就能绕过封顶（第 1 步：每次最多记 2 小时，超出的不计）');
      expect((await linli(['rules', 'check', duowenRules, '--lang', 'en'], { cwd })).exitCode).toBe(0);
    }));

  it('mistakes in a pack end with exit code 4, a pack that is not there with 3 and a guess', () =>
    inOffice(async (cwd) => {
      await writeFile(join(cwd, 'bad.yaml'), 'format: linli-time-bank/2\nid: x\nedition: 0\n');
      const bad = await linli(['rules', 'check', 'bad.yaml', '--lang', 'zh'], { cwd });
      expect(bad.exitCode).toBe(4);
      expect(bad.err).toContain('bad.yaml 第 3 行第 10 列（edition）：0 太小');
      const gone = await linli(['rules', 'check', 'cn-nanjng-2019', '--lang', 'en'], { cwd });
      expect([gone.exitCode, gone.err]).toEqual([3, 'there is no pack cn-nanjng-2019; did you mean cn-nanjing-2019?\n']);
    }));
});

describe('linli rules simulate, diff, list', () => {
  it('a month of services under a draft, with a chart', () =>
    inOffice(async (cwd) => {
      const words = ['rules', 'simulate', '--pack', 'cn-nanjing-2019', '--services', 'services.json', '--against', 'jp-nalc'];
      const { exitCode, out } = await linli([...words, '--chart', 'chart.svg', '--json'], { cwd });
      expect(exitCode).toBe(0);
      expect(JSON.parse(out)).toMatchObject({
        format: 'linli-rules-simulate/1',
        against: 'jp-nalc/1',
        losers: 1,
        totals: { seconds: 1800, otherSeconds: 12_600, poolUnits: 10_800 },
      });
      expect(await readFile(join(cwd, 'chart.svg'), 'utf8')).toMatch(/^<svg /);
      expect((await linli([...words, '--lang', 'zh'], { cwd })).out).toContain('增加 0 人，减少 1 人');
    }));

  it('a chart into a folder that is not there: the folder is named, nothing is printed', () =>
    inOffice(async (cwd) => {
      const words = ['rules', 'simulate', '--pack', 'cn-nanjing-2019', '--services', 'services.json', '--chart', 'no/chart.svg'];
      const { exitCode, out, err } = await linli([...words, '--lang', 'en'], { cwd });
      expect([exitCode, out]).toEqual([3, '']);
      expect(err).toContain('there is no folder no, so no/chart.svg was not written; make the folder first');
    }));

  it('the workbook’s 1,800 services', () =>
    inOffice(async (cwd) => {
      const { out } = await linli(['rules', 'simulate', '--pack', duowenRules, '--services', duowenWorkbook, '--json'], { cwd });
      const { totals } = JSON.parse(out);
      expect(totals.services).toBe(1800);
      expect(totals.credited + totals.pending + totals.refused).toBe(1800);
    }));

  it('two packs in plain words and on services; a pack and itself are the same', () =>
    inOffice(async (cwd) => {
      const { out } = await linli(
        ['rules', 'diff', 'cn-nanjing-2019', 'cn-shanghai-changning-2019', '--services', 'services.json', '--lang', 'en'],
        { cwd },
      );
      expect(out).toContain('at most 2 h a day');
      expect(out).toContain('s-1 p-lin: 30 min →');
      const same = await linli(['rules', 'diff', 'jp-nalc', 'jp-nalc', '--json'], { cwd });
      expect(JSON.parse(same.out)).toEqual({
        format: 'linli-rules-diff/1',
        from: 'jp-nalc/1',
        to: 'jp-nalc/1',
        rules: [],
        services: null,
      });
    }));

  it('lists the presets', () =>
    inOffice(async (cwd) => {
      const { packs } = JSON.parse((await linli(['rules', 'list', '--json'], { cwd })).out);
      expect(packs.map(({ id }: { id: string }) => id)).toContain('cn-nanjing-2019');
    }));

  it.each([
    [['rules'], 2, /“rules”后面要写做什么：check, simulate/],
    [['rules', 'simulat'], 2, /没有“rules simulat”这个命令/],
    [['rules', 'check'], 2, /缺少 PACK/],
    [['rules', 'simulate', '--pack', 'jp-nalc'], 2, /缺少 --services/],
    [['rules', 'diff', 'jp-nalc'], 2, /缺少 B/],
    [['rules', 'schema', 'cake'], 2, /pack, credit, exchange/],
    [['rules', 'explain', '--pack', 'jp-nalc', '--services', 'services.json', '--zone', 'Mars'], 2, /“Mars”不是时区/],
    [['rules', 'explain', '--pack', 'komunitin-credit', '--services', 'services.json'], 4, /没有积分标准/],
  ] as const)('%j: exit code %d', (words, expected, zh) =>
    inOffice(async (cwd) => {
      const { exitCode, out, err } = await linli(words, { cwd });
      expect([exitCode, out]).toEqual([expected, '']);
      expect(err).toMatch(zh);
    }),
  );
});
