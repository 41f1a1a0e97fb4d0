import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readWorkbook, type WorkbookReading } from '../src/index.ts';
import { kinds, type SheetKind, sheetKinds } from '../src/recognise/kinds.ts';
import { duowenVocabulary as vocabulary } from './fixtures/duowen-vocabulary.ts';

type Row = readonly (string | number | null)[];

async function read(name: string, rows: readonly Row[]): Promise<WorkbookReading | undefined> {
  const bytes = await writeXlsx({ sheets: [{ name, rows: rows.map((row) => [...row]) }] });
  const decision = await readWorkbook(bytes, { vocabulary });
  return decision.ok ? decision.value : undefined;
}

const kindOf = async (name: string, rows: readonly Row[]): Promise<SheetKind | undefined> =>
  (await read(name, rows))?.mapping[0]?.kind;
const headersOf = (kind: SheetKind): Readonly<Record<string, readonly string[]>> => kinds[kind].headers;
const anyKind = fc.constantFrom(...sheetKinds);
const seed = 20261124;

describe('headers', () => {
  test.each(sheetKinds)('%s: no word stands for two fields, none is written twice', (kind) => {
    const words = Object.values(headersOf(kind)).flat();
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test('any word for any field will do: all fields of a kind are told, whichever words stand there', async () => {
    const sheet = anyKind.chain((kind) =>
      fc.record({
        kind: fc.constant(kind),
        words: fc.tuple(...Object.values(headersOf(kind)).map((words) => fc.constantFrom(...words))),
      }),
    );
    await fc.assert(
      fc.asyncProperty(sheet, async ({ kind, words }) => {
        const [use] = (await read('表', [words, words.map(() => '甲')]))?.mapping ?? [];
        expect([use?.kind, Object.values(use?.fields ?? {})]).toEqual([kind, Object.keys(headersOf(kind))]);
      }),
      { seed, numRuns: 200 },
    );
  });

  test('marks, brackets, blanks and hyphens do not matter', async () => {
    const header = ['*姓 名', '家庭住址（楼栋-单元-门牌）', '联系电话：', 'Next-of-kin'];
    const [use] = (await read('表', [header, ['甲', '1-1-101', '', '']]))?.mapping ?? [];
    expect(Object.values(use!.fields)).toEqual(['name', 'address', 'phone', 'contact']);
  });
});

describe('a sheet without the minimum of a kind is not of that kind', () => {
  const cases = sheetKinds.flatMap((kind) => kinds[kind].minimum.map((group): [SheetKind, readonly string[]] => [kind, group]));

  test.each(cases)('%s without %s', async (kind, group) => {
    for (const unknown of [[], ['没人懂的词']]) {
      const header = Object.entries(headersOf(kind)).flatMap(([field, words]) => (group.includes(field) ? unknown : [words[0]!]));
      expect(await kindOf(kinds[kind].names[0], [header, header.map(() => '甲')])).not.toBe(kind);
    }
  });

  test('a list of helpers whose roles nobody can tell is nobody’s roster', async () => {
    const helpers: readonly Row[] = [
      ['Name', 'Zzz', 'Sex', 'Born', 'Mobile', 'Address'],
      ['戴祥正', '楼长', '男', '1962.1.24', '19900000151', '14-1-101'],
    ];
    expect(await kindOf('People', helpers)).toBeUndefined();
    expect(await kindOf('Sheet1', helpers)).toBeUndefined();
  });
});

describe('two kinds as likely', () => {
  // Name, sex, phone and address are on both lists; the blood group may be what a list of helpers calls its roles.
  const rows: readonly Row[] = [
    ['姓名', '性别', '电话', '住址', '血型'],
    ['方桂芳', '女', '19900005001', '1-1-101', 'A'],
  ];

  test('the sheet’s name breaks the tie, then its title; else it is refused', async () => {
    expect(await kindOf('老人', rows)).toBe('residents');
    expect(await kindOf('志愿者', rows)).toBeUndefined();
    expect(await kindOf('表1', rows)).toBeUndefined();
    expect(await kindOf('表1', [['桂花园老人花名册'], ...rows])).toBe('residents');
    expect(await kindOf('老人和志愿者', rows)).toBeUndefined();
  });

  test('without an unknown column there is no tie: a list of helpers has roles', async () =>
    expect(
      await kindOf(
        '表1',
        rows.map((row) => row.slice(0, 4)),
      ),
    ).toBe('residents'));
});

describe('values that belong to another kind', () => {
  const header = ['老人', '身份证号', '住址', '电话', '低保', '自理能力', '？'];
  const rowsWith = (value: string): Row[] => [1, 2, 3].map((index) => [`甲${index}`, '', `1-1-10${index}`, '', '', '', value]);

  test.each(['邻居', '敲门', '每日', '已接通', '13:05'])('a roster has no column of %s', async (value) => {
    expect(await kindOf('老人', [header, ...rowsWith('A')])).toBe('residents');
    expect(await kindOf('老人', [header, ...rowsWith(value)])).toBeUndefined();
  });

  test('a roster does not name the same few people over and over', async () => {
    const rows = (people: number): Row[] =>
      Array.from({ length: 30 }, (_, index) => [`甲${index % people}`, '', `1-1-10${index % people}`, '', '', '', '']);
    expect(await kindOf('老人', [header, ...rows(29)])).toBe('residents');
    expect(await kindOf('老人', [header, ...rows(14)])).toBeUndefined();
  });
});

describe('columns that cannot be done without, and columns nobody needs', () => {
  const service: readonly Row[] = [
    ['日期', '志愿者', '服务项目', '开始', '结束', '服务时长'],
    ['2026-10-01', '郝子墨', '理发', '8:00', '9:00', 1],
  ];

  test('services without a beneficiary are not taken as done for the public', async () => {
    const reading = (await read('表', service))!;
    expect(reading.intake.services).toEqual([]);
    expect(reading.intake.refused).toEqual([
      {
        at: { sheet: '表', row: 1 },
        column: null,
        reason: { code: 'column/missing', data: { fields: '受益人 (the beneficiary)' } },
      },
    ]);
  });

  test('ties without a cadence are not taken as made on demand', async () => {
    const reading = (await read('表', [
      ['老人', '志愿者', '类别', '任务'],
      ['方桂芳', '郝子墨', '邻居', '敲门'],
    ]))!;
    expect([reading.mapping[0]?.kind, reading.intake.ties]).toEqual(['ties', []]);
    expect(reading.intake.refused.map(({ reason }) => reason.code)).toEqual(['column/missing']);
  });

  test('a column that such a sheet has no use for is said', async () => {
    const { intake } = (await read('表', service))!;
    expect(intake.warnings.map(({ column, reason }) => [column, reason.code])).toEqual([['服务时长', 'column/not-needed']]);
  });
});
