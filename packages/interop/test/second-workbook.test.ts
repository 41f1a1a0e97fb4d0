import { describe, expect, test } from 'vitest';
import { Mapping, printMapping, proposeMapping, readWorkbook } from '../src/index.ts';
import { duowenVocabulary as vocabulary } from './fixtures/duowen-vocabulary.ts';
import { makeSecondWorkbook } from './fixtures/make-second-workbook.ts';

const { bytes, mapping } = await makeSecondWorkbook();

async function propose() {
  const proposal = await proposeMapping(bytes, { vocabulary });
  if (!proposal.ok) throw new Error(JSON.stringify(proposal.reasons));
  return proposal.value;
}

describe('桂花园: another community, other words', () => {
  test('the fixture is the same every time', async () => {
    const again = await readWorkbook((await makeSecondWorkbook()).bytes, { vocabulary, mapping });
    expect(again).toEqual(await readWorkbook(bytes, { vocabulary, mapping }));
  });

  test('D-79 without a mapping the phone round is refused, named with what stood in its headers; the grids stay unknown', async () => {
    const decision = await readWorkbook(bytes, { vocabulary });
    if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
    const { intake } = decision.value;
    expect(intake.refused).toEqual([
      {
        at: { sheet: '11月20日回访', row: 1 },
        column: null,
        reason: {
          code: 'sheet/not-recognised',
          data: { sheet: '11月20日回访', found: '电访时间、老人、片区、回音、代购需求、需要的服务、是否紧急、记录人' },
        },
      },
    ]);
    expect([intake.residents, intake.helpers, intake.ties, intake.calls, intake.services].map(({ length }) => length)).toEqual([
      24, 30, 72, 0, 60,
    ]);
    expect(intake.residents.every(({ grid }) => grid === null)).toBe(true);
    expect(intake.warnings).toContainEqual({
      at: { sheet: '在册台账', row: 3 },
      column: '所在片',
      reason: { code: 'column/unknown' },
    });
  });

  test('the proposal is the mapping a person would write: two headers and three grids', async () => {
    const { mapping: proposed, lines, unresolved } = await propose();
    expect(proposed).toEqual(mapping);
    expect(Mapping.parse(proposed)).toEqual(proposed);
    expect(lines).toHaveLength(5);
    expect(unresolved).toEqual([]);
  });

  test('with the proposed mapping everything comes in', async () => {
    const decision = await readWorkbook(bytes, { vocabulary, mapping: (await propose()).mapping });
    if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
    const { intake, rosterDate, registerDate, declared } = decision.value;
    expect([intake.residents, intake.helpers, intake.ties, intake.calls, intake.services].map(({ length }) => length)).toEqual([
      24,
      30,
      24 * 3,
      20,
      60,
    ]);
    expect(intake.refused).toEqual([]);
    expect(intake.warnings).toEqual([]);
    expect([rosterDate, registerDate, declared.residents]).toEqual(['2026-11-18', '2026-11-20', 24]);
    expect([1, 2, 3].map((grid) => intake.residents.filter((draft) => draft.grid === grid).length)).toEqual([8, 8, 8]);
    expect(intake.residents.every(({ address, phone, birth }) => address !== null && phone !== null && birth !== null)).toBe(
      true,
    );
  });

  test('as YAML: one line and one comment in both languages for each thing told', async () => {
    const { mapping: proposed } = await propose();
    const lines = printMapping(proposed).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(5);
    expect(lines[0]).toBe('format: linli-mapping/1');
    expect(lines).toContain('  "回音": "outcome" # 电访结果 / the outcome of the call');
    expect(lines).toContain('  "西片": 2 # 第 2 网格，请核对 / grid 2, please check');
  });
});

test('a word with a quote, a colon or a line end stays one YAML string', () => {
  const printed = printMapping({
    format: 'linli-mapping/1',
    headers: { 'a": b\n\u2028# c': 'note' },
    words: { roles: { 楼长: 'neighbour' } },
  });
  expect(printed).toBe(
    'format: linli-mapping/1\nheaders:\n  "a\\": b\\n\\u2028# c": "note" # 备注 / the note\nwords:\n  roles:\n    "楼长": "neighbour" # 词表补充 / added to the vocabulary\n',
  );
});
