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

  test('D-79 without a mapping each of the five sheets is named with what stood in its headers', async () => {
    const decision = await readWorkbook(bytes, { vocabulary });
    expect(decision.ok).toBe(false);
    expect(decision.reasons.map(({ code }) => code)).toEqual(new Array(5).fill('sheet/not-recognised'));
    expect(decision.reasons[2]?.data).toEqual({ sheet: '一帮一', found: '老人、住处、伙伴、工种、任务、频率' });
  });

  test('the proposal is the mapping a person would write: seven headers and three grids', async () => {
    const { mapping: proposed, lines, unresolved } = await propose();
    expect(proposed).toEqual(mapping);
    expect(Mapping.parse(proposed)).toEqual(proposed);
    expect(lines).toHaveLength(10);
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
    expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(10);
    expect(lines[0]).toBe('format: linli-mapping/1');
    expect(lines).toContain('  "老人": "resident" # 长者姓名 / the resident');
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
