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

  test('one header never means two things', async () => {
    const helpers: readonly Row[] = [
      ['谁', '类别', '性别', '手机'],
      ['郝子墨', '邻居', '女', '19900006001'],
      ['孔雨桐', '邻居', '男', '19900006002'],
    ];
    const { mapping, unresolved } = await propose(await write({ 名册: people, 伙伴: helpers }));
    expect(mapping.headers).toEqual({ 谁: 'resident' });
    expect(unresolved).toContainEqual({ sheet: '伙伴', header: '谁' });
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
