import { LocalDate, type Remark } from '@linli/model';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { type InteropCode, type Mapping, readWorkbook, type WorkbookReading } from '../src/index.ts';
import { duowenVocabulary as vocabulary } from './fixtures/duowen-vocabulary.ts';

type Row = (string | number | Date | null)[];
type Options = { readonly mapping?: Mapping; readonly date?: LocalDate };

async function read(sheets: Readonly<Record<string, readonly Row[]>>, options: Options = {}): Promise<WorkbookReading> {
  const bytes = await writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  });
  const decision = await readWorkbook(bytes, { vocabulary, ...options });
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
  return decision.value;
}

/** `row column code`, for short. */
const short = (remarks: readonly Remark[]): string[] =>
  remarks.map(({ at, column, reason }) => `${at.row} ${column} ${reason.code}`);

const rosterHeader = [
  '姓名',
  '性别',
  '出生年月',
  '身份证号',
  '网格',
  '住址',
  '电话',
  '电梯',
  '紧急联系人',
  '居住情况',
  '自理能力',
  '低保',
  '备注',
];
const helperHeader = ['姓名', '类别', '性别', '出生年月', '电话', '网格', '楼栋', '可服务时间', '技能', '每周上限'];
const tieHeader = ['长者', '住址', '结对人', '类别', '职责', '频次'];
const callHeader = ['时间', '长者', '网格', '电访结果', '需求原话', '服务需求', '紧急', '登记人'];
const serviceHeader = ['日期', '志愿者', '服务项目', '开始', '结束', '受益人', '确认方式'];

describe('roster', () => {
  test('doubtful cells are unknown and said; the row is taken', async () => {
    const { intake } = await read({
      表: [
        ['名册 2026.11.20'],
        rosterHeader,
        ['甲', '？', '很久以前', '999999193001150012', '东', '河边', '123', '坏', '9', '船上', '还好', '孤儿', null],
      ],
    });
    expect(short(intake.warnings)).toEqual([
      '3 身份证号 identity/invalid',
      '3 性别 sex/unknown',
      '3 网格 grid/unreadable',
      '3 出生年月 birth/unreadable',
      '3 住址 address/unreadable',
      '3 电梯 flag/unknown',
      '3 电话 phone/unreadable',
      '3 紧急联系人 contact/unreadable',
      '3 居住情况 living/unread',
      '3 自理能力 self-care/word-unknown',
      '3 低保 hardship/unknown',
    ]);
    expect(intake.residents[0]).toMatchObject({
      name: '甲',
      sex: null,
      birth: null,
      identityNumber: null,
      grid: null,
      hardship: [],
    });
  });

  test('column and identity number differ: the column stands, both are kept', async () => {
    const { intake } = await read({
      表: [rosterHeader, ['甲', '女', '1931.1', '999999193001150011', 1], ['乙', '', '', '999999193001150011', 1]],
    });
    expect(short(intake.warnings)).toEqual(['2 性别 identity/sex-differs', '2 出生年月 identity/birth-differs']);
    expect(intake.residents[0]).toMatchObject({
      sex: 'female',
      birth: { from: '1931-01-01', precision: 'month' },
      identityNumber: '999999193001150011',
    });
    // Blank cells are filled from the number: digits 7-14 are 19300115, the 17th digit is 1.
    expect(intake.residents[1]).toMatchObject({
      sex: 'male',
      birth: { from: '1930-01-15', until: '1930-01-16', precision: 'day' },
    });
  });

  test('rounded identity and no name: both causes are said, no other doubt of that row is', async () => {
    const { intake } = await read({ 表: [rosterHeader, ['', '？', '', 999999193000000000, 1], ['乙', '女', '', '', '']] });
    expect(short(intake.refused)).toEqual(['2 姓名 cell/missing', '2 身份证号 identity/rounded']);
    expect(short(intake.warnings)).toEqual(['3 网格 grid/missing']);
  });

  test('blank rows, a repeated header and the totals are no people', async () => {
    const { intake, declared } = await read({
      表: [rosterHeader, ['甲', '女', '', '', 1], [null], rosterHeader, ['乙', '男', '', '', 2], ['共计 2 人']],
    });
    expect(intake.residents.map(({ name, at }) => `${at.row} ${name}`)).toEqual(['2 甲', '5 乙']);
    expect(declared.residents).toBe(2);
    expect(intake.refused).toEqual([]);
  });

  test('unknown, repeated and sensitive columns are said once for the sheet', async () => {
    const { intake } = await read({
      表: [
        [...rosterHeader, '血型', '手机', '政治面貌'],
        ['甲', '女', '', '', 1, ...new Array(8).fill(null), 'A', '19900000001', '党员'],
      ],
    });
    expect(short(intake.warnings)).toEqual(['1 政治面貌 column/not-stored', '1 血型 column/unknown', '1 手机 column/repeated']);
    expect(JSON.stringify(intake.residents)).not.toContain('党员');
  });

  test('a column without a header is said by its letter', async () => {
    const header = [...rosterHeader.slice(0, 5), null, ...rosterHeader.slice(5)];
    const { intake } = await read({ 表: [header, ['甲', '女', '', '', 1, '什么']] });
    expect(intake.warnings).toEqual([
      { at: { sheet: '表', row: 1 }, column: null, reason: { code: 'column/unnamed', data: { letter: 'F' } } },
    ]);
  });

  test('an English roster reads by itself', async () => {
    const { intake } = await read({
      Roster: [
        ['Name', 'Sex', 'Date of birth', 'Address', 'Grid', 'Phone', 'Living'],
        ['Mary  Smith', 'F', '1940-02-29', 'Building 3, Unit 2, Door 501', 'G2', '027-80000033', 'alone'],
      ],
    });
    expect(intake.residents[0]).toMatchObject({
      name: 'Mary Smith',
      sex: 'female',
      grid: 2,
      address: { building: '3', unit: '2', door: '501' },
    });
    expect(intake.warnings).toEqual([]);
  });

  test('formula text stays text, invisible characters go', async () => {
    const { intake } = await read({
      表: [rosterHeader, ['甲\u200b', '女', '', '', 1, '', '', '', '', '', '', '', '\u2060=HYPERLINK("x")']],
    });
    expect(intake.residents[0]).toMatchObject({ name: '甲', note: '=HYPERLINK("x")' });
  });
});

describe('helpers and ties', () => {
  test('an unknown role refuses the row, an unknown skill does not', async () => {
    const { intake } = await read({
      表: [
        helperHeader,
        ['甲', '楼长'],
        ['乙', '邻居', '', '', '', '', '', '看情况', '采购、开飞机', '很多'],
        ['丙', '邻居', '', '', '', '', '', '', '', 2.5],
      ],
    });
    expect(short(intake.refused)).toEqual(['2 类别 role/unknown']);
    expect(short(intake.warnings)).toEqual([
      '3 可服务时间 availability/unread',
      '3 技能 skill/unknown',
      '3 每周上限 cap/unreadable',
    ]);
    expect(intake.helpers[0]).toMatchObject({ skills: ['shopping'], availability: [], weeklyCapSeconds: null });
    // 2.5 h = 2.5 * 3600 s.
    expect(intake.helpers[1]!.weeklyCapSeconds).toBe(9000);
  });

  test('a mapping adds words', async () => {
    const mapping: Mapping = { format: 'linli-mapping/1', words: { roles: { 楼长: 'neighbour' } } };
    const { intake } = await read({ 表: [helperHeader, ['甲', '楼长']] }, { mapping });
    expect(intake.helpers[0]!.role).toBe('neighbour');
  });

  test('unknown duty and cadence refuse a tie', async () => {
    const { intake } = await read({
      表: [tieHeader, ['甲', '1-1-101', '乙', '邻居', '唱歌', '偶尔'], ['甲', '', '乙', '邻居', '敲门', '']],
    });
    expect(short(intake.refused)).toEqual(['2 职责 duty/word-unknown', '2 频次 cadence/unknown', '3 频次 cell/missing']);
    expect(intake.ties).toEqual([]);
  });
});

describe('phone round', () => {
  test('an unknown outcome is refused, an unknown request is kept, odd emergencies count as such', async () => {
    const { intake, registerDate } = await read({
      表: [
        ['2026年11月23日 电访'],
        callHeader,
        ['13:00', '甲', 1, '听不清', '', '', '', ''],
        ['下午1点', '乙', 1, '已接通', '盐', '修电视', '急', '丙'],
        [0.5625, '丁', 1, '关机', '', '', '否', ''],
        ['傍晚', '戊', 1, '已接通', '', '', '', ''],
      ],
    });
    expect(registerDate).toBe('2026-11-23');
    expect(short(intake.refused)).toEqual(['3 电访结果 outcome/unknown', '6 时间 time/unreadable']);
    expect(short(intake.warnings)).toEqual([
      '4 需求原话 order/quantity-unread',
      '4 服务需求 request/unknown',
      '4 紧急 emergency/assumed',
    ]);
    expect(intake.calls[0]).toMatchObject({ time: '13:00', emergency: true, request: { words: '修电视', category: null } });
    // 0.5625 of a day is 13.5 h.
    expect(intake.calls[1]).toMatchObject({ time: '13:30', emergency: false, outcome: 'no-answer', takenBy: null });
  });

  test('without a date above the headers the sheet is held back, unless the caller tells the day', async () => {
    const sheets = { 电访: [callHeader, ['13:00', '甲', 1, '已接通', '', '', '', '']] };
    const without = await read(sheets);
    expect(short(without.intake.refused)).toEqual(['1 null sheet/no-date']);
    expect(without.intake.calls).toEqual([]);
    const told = await read(sheets, { date: LocalDate.parse('2026-11-23') });
    expect(told.intake.calls[0]!.date).toBe('2026-11-23');
    expect(told.registerDate).toBeNull();
  });
});

describe('services', () => {
  test('each fault of a row is said', async () => {
    const { intake } = await read({
      表: [
        serviceHeader,
        ['10月1日', '甲', '敲门', '9:00', '9:10', '乙', ''],
        ['2026-10-01', '甲', '唱歌', '9:00', '8:00', '', '口头'],
        ['2026-10-01', '甲', '敲门', '9点', '十点', '乙', '照片、口头'],
        ['2026-10-01', '甲', '敲门', '9点', '9:10', '社区 公共', '照片、口头'],
      ],
    });
    expect(short(intake.refused)).toEqual([
      '2 日期 date/no-year',
      '3 结束 service/ends-before-start',
      '3 受益人 cell/missing',
      '3 服务项目 service/unknown',
      '4 结束 time/unreadable',
    ]);
    expect(short(intake.warnings)).toEqual(['5 确认方式 evidence/unknown']);
    expect(intake.services).toMatchObject([{ at: { row: 5 }, beneficiary: null, evidence: ['photo'] }]);
  });

  test('a date before the year turns belongs to the year before', async () => {
    const { intake } = await read(
      { 表: [serviceHeader, ['12月31日', '甲', '敲门', '9:00', '9:10', '乙', '']] },
      { date: LocalDate.parse('2027-01-02') },
    );
    expect(intake.services[0]!.date).toBe('2026-12-31');
  });
});

test('a sheet nobody knows is refused as one remark beside what was read', async () => {
  const { intake, mapping } = await read({ 名册: [rosterHeader, ['甲', '女', '', '', 1]], 说明: [['本表由社工站填写']] });
  expect(intake.residents).toHaveLength(1);
  expect(intake.refused).toEqual([
    {
      at: { sheet: '说明', row: 1 },
      column: null,
      reason: { code: 'sheet/not-recognised', data: { sheet: '说明', found: '本表由社工站填写' } },
    },
  ]);
  expect(mapping).toMatchObject([{ sheet: '名册', kind: 'residents', headerRow: 1 }]);
});

test('two sheets of one kind are both read, in the order of the file', async () => {
  const row = (date: string): Row => [date, '甲', '敲门', '9:00', '9:10', '乙', ''];
  const { intake } = await read({ 十月: [serviceHeader, row('2026-10-01')], 十一月: [serviceHeader, row('2026-11-01')] });
  expect(intake.services.map(({ date }) => date)).toEqual(['2026-10-01', '2026-11-01']);
});

test('no remark repeats an identity number, a phone or a name', async () => {
  const { intake } = await read({
    表: [
      rosterHeader,
      ['张三丰', '女', '', '999999193001150012', 1, '秘密路9号', '12345'],
      ['李四', '女', '', 999999193000000000, 1],
    ],
  });
  const codes: readonly InteropCode[] = ['identity/invalid', 'address/unreadable', 'phone/unreadable'];
  expect(intake.warnings.map(({ reason }) => reason.code)).toEqual(codes);
  expect(JSON.stringify([intake.refused, intake.warnings])).not.toMatch(/9999991|12345|张三丰|李四|秘密/);
});
