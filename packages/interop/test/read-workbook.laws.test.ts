import type { Intake } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWorkbook, writeWorkbook } from '../src/index.ts';
import { duowenVocabulary as vocabulary } from './fixtures/duowen-vocabulary.ts';

const header = ['姓名', '类别', '性别', '出生年月', '电话', '网格', '楼栋', '可服务时间', '技能', '每周上限'];
const oneOf = (...words: (string | number | null)[]) => fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 }));
const helperRows = fc.array(
  fc.tuple(
    oneOf('方子墨', ' 石 雨桐 ', null),
    oneOf('邻居', '社工', '楼长', null),
    oneOf('男', '女', null),
    oneOf('1960.1', '约70岁', '1959/2/30', 20_000, null),
    oneOf('19900006001', '027-80000033', null),
    oneOf('第一网格', 3, '东片', null),
    oneOf('4栋', '4-1-101', null),
    oneOf('周末', '上午', '看情况', null),
    oneOf('采购、理发', '开飞机', null),
    oneOf(4, 2.5, '八', null),
  ),
  { minLength: 1, maxLength: 12 },
);

async function intakeOf(rows: readonly (readonly (string | number | null)[])[]): Promise<Intake> {
  const decision = await readWorkbook(await writeWorkbook([{ name: '表', header, rows }]), { vocabulary });
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
  return decision.value.intake;
}

describe('nothing is dropped in silence', () => {
  const seen = async (drop: (intake: Intake) => Intake): Promise<boolean> => {
    const result = await fc.check(
      fc.asyncProperty(helperRows, async (rows) => {
        const intake = drop(await intakeOf(rows));
        const told = new Set([...intake.helpers.map(({ at }) => at.row), ...intake.refused.map(({ at }) => at.row)]);
        // Whatever holds a letter or a digit is no blank row; row 1 is the header. Words for "total" do not come up.
        const filled = rows.flatMap((row, index) =>
          row.some((cell) => /[\p{L}\p{N}]/u.test(String(cell ?? ''))) ? [index + 2] : [],
        );
        expect([...told]).toEqual(expect.arrayContaining(filled));
        const both = intake.helpers.filter(({ at }) => intake.refused.some((remark) => remark.at.row === at.row));
        expect(both).toEqual([]);
      }),
      { seed: 11, numRuns: 60 },
    );
    return !result.failed;
  };

  test('each row is a draft or refused, never both, never neither', async () =>
    expect(await seen((intake) => intake)).toBe(true));

  test('planted: a reader that forgets its refusals is caught', async () =>
    expect(await seen((intake) => ({ ...intake, refused: [] }))).toBe(false));

  test('planted: a reader that takes what it refused is caught', async () =>
    expect(
      await seen((intake) => ({
        ...intake,
        refused: [...intake.refused, ...intake.helpers.map(({ at }) => ({ at, column: null, reason: { code: 'x' } }))],
      })),
    ).toBe(false));
});

test('the same bytes read the same twice', async () => {
  await fc.assert(
    fc.asyncProperty(helperRows, async (rows) => void expect(await intakeOf(rows)).toEqual(await intakeOf(rows))),
    { seed: 12, numRuns: 20 },
  );
});
