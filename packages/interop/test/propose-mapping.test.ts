import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { Mapping, type MappingProposal, proposeMapping, readWorkbook } from '../src/index.ts';
import { fieldNames } from '../src/mapping/field-names.ts';
import { kinds, sheetKinds } from '../src/recognise/kinds.ts';
import { duowenVocabulary as vocabulary } from './fixtures/duowen-vocabulary.ts';

type Row = (string | number | null)[];
const write = (sheets: Readonly<Record<string, readonly Row[]>>): Promise<Uint8Array> =>
  writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })) });

async function propose(bytes: Uint8Array): Promise<MappingProposal> {
  const proposal = await proposeMapping(bytes, { vocabulary });
  if (!proposal.ok) throw new Error(JSON.stringify(proposal.reasons));
  return proposal.value;
}

const people: readonly Row[] = [
  ['谁', '性别', '手机', '住址', '血型'],
  ['方桂芳', '女', '19900005001', '1-1-101', 'A'],
  ['石德福', '男', '19900005002', '1-1-102', 'B'],
  ['谭月娥', '女', '19900005003', '1-1-103', 'O'],
];

describe('a proposal', () => {
  test('leaves to a person what the values do not tell', async () => {
    const { mapping, unresolved } = await propose(await write({ 名册: people, 闲话: [['今天天气好']] }));
    expect(mapping).toEqual({ format: 'linli-mapping/1', headers: { 谁: 'resident' } });
    expect(unresolved).toEqual([
      { sheet: '闲话', header: null },
      { sheet: '名册', header: '血型' },
    ]);
  });

  const helpers: readonly Row[] = [
    ['谁', '类别', '性别', '手机'],
    ['郝子墨', '邻居', '女', '19900006001'],
    ['孔雨桐', '邻居', '男', '19900006002'],
    ['白浩然', '社工', '男', '19900006003'],
  ];

  test('one header that is the name on every list takes one line', async () => {
    const { mapping, unresolved } = await propose(await write({ 名册: people, 伙伴: helpers }));
    expect(mapping.headers).toEqual({ 谁: 'name' });
    expect(unresolved).toEqual([{ sheet: '名册', header: '血型' }]);
  });

  test('one header with two meanings: the second line names the sheet', async () => {
    const renamed = helpers.map((row, index): Row => (index === 0 ? ['姓名', '谁', '性别', '手机'] : row));
    const bytes = await write({ 名册: people, 伙伴: renamed });
    const { mapping, lines } = await propose(bytes);
    expect(mapping.headers).toEqual({ 谁: 'resident', '伙伴/谁': 'role' });
    expect(lines).toHaveLength(2);
    const decision = await readWorkbook(bytes, { vocabulary, mapping });
    expect(decision.ok && decision.value.intake.helpers.map(({ name, role }) => [name, role])).toEqual([
      ['郝子墨', 'neighbour'],
      ['孔雨桐', 'neighbour'],
      ['白浩然', 'social-worker'],
    ]);
    expect(decision.ok && decision.value.intake.residents).toHaveLength(3);
  });

  test('a line that would speak of a sheet nobody could tell names its own sheet', async () => {
    const { mapping, unresolved } = await propose(
      await write({
        名册: people,
        杂项: [
          ['谁', '甲', '乙'],
          ['方桂芳', 'x', 'y'],
        ],
      }),
    );
    expect(mapping.headers).toEqual({ '名册/谁': 'name' });
    expect(unresolved).toContainEqual({ sheet: '杂项', header: null });
  });

  test('places are no residents, whatever their headers', async () => {
    const places: readonly Row[] = [
      ['名字', '住址', '身份', '什么时候', '电话'],
      ['惠民药房', '9栋底商', '药店', '8:30-21:00', '027-80000483'],
      ['邻里超市', '14栋底商', '超市', '7:00-22:00', '027-80000484'],
      ['幸福食堂', '党群服务中心1楼', '助餐', '10:30-13:00', '027-80000485'],
    ];
    const bytes = await write({ 甲: places });
    const decision = await readWorkbook(bytes, { vocabulary });
    expect(decision.ok).toBe(false);
    const { mapping } = await propose(bytes);
    expect(mapping.headers).toEqual({ 什么时候: 'openingHours', 身份: 'category' });
    const mapped = await readWorkbook(bytes, { vocabulary, mapping });
    expect(mapped.ok && mapped.value.intake.resources.map(({ name, category }) => [name, category])).toEqual([
      ['惠民药房', '药店'],
      ['邻里超市', '超市'],
      ['幸福食堂', '助餐'],
    ]);
    expect(mapped.ok && mapped.value.intake.residents).toEqual([]);
  });

  test('numbers only the grids that tell no number, past those that do', async () => {
    const rows = people.map((row, index): Row => [...row, ['网格', '第一网格', '东片', '西片'][index]!]);
    const { mapping } = await propose(await write({ 名册: rows }));
    expect(mapping.grids).toEqual({ 东片: 2, 西片: 3 });
  });

  test('odd header words are only words', async () => {
    const rows = people.map((row, index): Row => (index === 0 ? ['constructor', ...row.slice(1)] : row));
    const bytes = await write({ 名册: rows });
    const { mapping } = await propose(bytes);
    expect(Object.entries(mapping.headers ?? {})).toEqual([['constructor', 'resident']]);
    const decision = await readWorkbook(bytes, { vocabulary, mapping });
    expect(decision.ok && decision.value.intake.residents.map(({ name }) => name)).toEqual(['方桂芳', '石德福', '谭月娥']);
  });

  test('tells nothing of the people in the file', async () => {
    expect(JSON.stringify(await propose(await write({ 名册: people })))).not.toMatch(/桂芳|德福|1990000|1-1-10/);
  });
});

describe('a mapping', () => {
  test('names a sheet where its headers alone would be taken for something else', async () => {
    const bytes = await write({
      甲: [
        ['姓名', '类别', '性别', '电话', '地址'],
        ['方桂芳', '邻居', '女', '19900005001', '1-1-101'],
      ],
    });
    const kindOf = async (mapping: Mapping): Promise<string | undefined> => {
      const decision = await readWorkbook(bytes, { vocabulary, mapping });
      return decision.ok ? decision.value.mapping[0]?.kind : undefined;
    };
    expect(await kindOf({ format: 'linli-mapping/1' })).toBe('helpers');
    expect(await kindOf({ format: 'linli-mapping/1', sheets: { residents: '甲' } })).toBe('residents');
  });

  test('a line that names a sheet goes before one that does not, and speaks of that sheet alone', async () => {
    const bytes = await write({ 名册: people, 老人另册: people });
    const headers = { 谁: 'note', '老人另册/谁': 'name', '名册/手机': 'name' };
    const decision = await readWorkbook(bytes, { vocabulary, mapping: Mapping.parse({ format: 'linli-mapping/1', headers }) });
    if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
    expect(decision.value.mapping.map(({ fields }) => [fields['谁'], fields['手机']])).toEqual([
      ['note', 'name'],
      ['name', 'phone'],
    ]);
  });

  test('D-79 is strict: no unknown key, field, code or format', () => {
    const good = { format: 'linli-mapping/1', headers: { 谁: 'resident' }, words: { cadences: { 天天: 'daily' } } };
    expect(Mapping.safeParse(good).success).toBe(true);
    for (const bad of [
      { ...good, format: 'linli-mapping/2' },
      { ...good, header: {} },
      { ...good, headers: { 谁: 'residnet' } },
      { ...good, words: { cadences: { 天天: 'hourly' } } },
      { ...good, grids: { 东片: 0 } },
    ])
      expect(Mapping.safeParse(bad).success).toBe(false);
  });

  test('every field of every kind has a name in both languages, and no name is left over', () => {
    const fields = new Set(sheetKinds.flatMap((kind) => Object.keys(kinds[kind].headers)));
    expect(new Set(Object.keys(fieldNames))).toEqual(fields);
  });
});
