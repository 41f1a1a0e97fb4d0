import type { Birth, Intake } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Mapping, proposeMapping, readWorkbook, type WorkbookReading } from '../src/index.ts';
import { duowenVocabulary as vocabulary } from './fixtures/duowen-vocabulary.ts';
import { duowenHeaders, makeVariant, type Office } from './fixtures/make-variant.ts';
import { englishOffice, namedGridOffice, streetOffice, wordlessOffice } from './fixtures/offices.ts';

const plain: Office = { sheets: {} };

async function read(bytes: Uint8Array, mapping?: Mapping): Promise<WorkbookReading | undefined> {
  const decision = await readWorkbook(bytes, mapping === undefined ? { vocabulary } : { vocabulary, mapping });
  return decision.ok ? decision.value : undefined;
}

async function propose(bytes: Uint8Array) {
  const proposal = await proposeMapping(bytes, { vocabulary });
  if (!proposal.ok) throw new Error(JSON.stringify(proposal.reasons));
  return proposal.value;
}

const kindsOf = ['residents', 'helpers', 'ties', 'calls', 'services', 'resources'] as const;

/** The drafts and what is doubtful about them, wherever they stand. */
const said = (intake: Intake, rowsLower = 0): unknown => ({
  drafts: kindsOf.map((kind) => intake[kind].map((draft) => ({ ...draft, at: draft.at.row - rowsLower }))),
  refused: intake.refused.map(({ at, reason }) => `${at.row - rowsLower} ${reason.code}`),
  doubts: intake.warnings
    .filter(({ reason }) => reason.code !== 'column/unknown')
    .map(({ at, reason }) => `${at.row - rowsLower} ${reason.code}`),
});

const countsOf = (intake: Intake | undefined): readonly number[] => kindsOf.map((kind) => intake?.[kind].length ?? 0);
const original = (await read(await makeVariant(plain)))!.intake;

test('the copy of the workbook reads as the workbook does', () =>
  expect(countsOf(original)).toEqual([151, 214, 584, 140, 1800, 6]));

describe('other words for everything', () => {
  test.each([
    ['a street office', streetOffice, 1],
    ['an office that writes English', englishOffice, 0],
  ])('%s needs no mapping, and none is proposed', async (_, office, rowsLower) => {
    const bytes = await makeVariant(office);
    expect(said((await read(bytes))!.intake, rowsLower)).toEqual(said(original));
    expect((await propose(bytes)).mapping).toEqual({ format: 'linli-mapping/1' });
  });
});

describe('words that nobody could guess', () => {
  test('without a mapping the sheets are refused, and nothing is taken for what it is not', async () => {
    const reading = await read(await makeVariant(wordlessOffice));
    expect(countsOf(reading?.intake)).toEqual([0, 0, 0, 0, 0, 6]);
    expect(reading?.intake.refused.map(({ reason }) => reason.code)).toEqual(new Array(5).fill('sheet/not-recognised'));
  });

  test('the proposal tells them by their values, in ten lines', async () => {
    const bytes = await makeVariant(wordlessOffice);
    const { mapping, lines, unresolved } = await propose(bytes);
    expect(mapping.headers).toEqual({
      甲栏: 'availability',
      '表1/甲栏': 'identity',
      乙栏: 'address',
      丙栏: 'phone',
      丁栏: 'role',
      '表3/甲栏': 'duty',
      戊栏: 'helper',
      '表4/甲栏': 'outcome',
      己栏: 'from',
      庚栏: 'until',
    });
    expect([lines.length, unresolved]).toEqual([10, []]);
    expect(said((await read(bytes, mapping))!.intake)).toEqual(said(original));
  });

  test('grids that are names, and one header with two meanings: ten lines', async () => {
    const bytes = await makeVariant(namedGridOffice);
    const { mapping, lines } = await propose(bytes);
    expect(Object.values(mapping.grids ?? {})).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(Object.keys(mapping.grids ?? {})[4]).toBe('西五片');
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(said((await read(bytes, mapping))!.intake)).toEqual(said(original));
  });
});

/** Any of Duowen's headers may be a word that says nothing; sheets are numbered, so their names say nothing either. */
const maskedOffice = fc
  .record({
    masked: fc.infiniteStream(fc.nat(3)),
    share: fc.nat(3),
    order: fc.constantFrom('as-is' as const, 'reversed' as const, 'rotated' as const),
  })
  .map(({ masked, share, order }): Office => {
    const sheets = Object.entries(duowenHeaders).map(([sheet, headers], index) => {
      const hidden = headers.flatMap((header, column) =>
        masked.next().value <= share - 1 ? [[header, `${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'[column]}栏`]] : [],
      );
      return [sheet, { name: `表${index + 1}`, headers: Object.fromEntries(hidden) }];
    });
    return { sheets: Object.fromEntries(sheets), order, rowLimit: 60 };
  });

/** Equal, or less: what is not known may be missing, what is known may not be something else. */
function isNoMore(found: unknown, right: unknown): boolean {
  if (found === null || found === false || (Array.isArray(found) && found.length === 0)) return true;
  if (typeof found !== 'object' || typeof right !== 'object' || right === null) return found === right;
  if ('precision' in found) return isAround(found as Birth, right as Birth);
  return Object.entries(found).every(([key, value]) => isNoMore(value, (right as Record<string, unknown>)[key]));
}

/** Without the identity number a birth is only as exact as its column. */
const isAround = (found: Birth, right: Birth): boolean => found.from <= right.from && right.until <= found.until;

describe('the wrong is never taken for right', async () => {
  const whole = (await read(await makeVariant({ ...plain, rowLimit: 60 })))!.intake;

  /** Every sheet is of its own kind, every kind whole or absent, every field right or unknown. */
  function isRight({ intake, mapping }: WorkbookReading): boolean {
    return (
      mapping.every(({ sheet, kind }) => sheet === `表${kindsOf.indexOf(kind) + 1}`) &&
      kindsOf.every((kind) => {
        const drafts: readonly unknown[] = intake[kind].map((draft) => ({ ...draft, at: null, sex: null }));
        return (
          drafts.length === 0 ||
          (drafts.length === whole[kind].length && drafts.every((draft, at) => isNoMore(draft, whole[kind][at])))
        );
      })
    );
  }

  test('whatever headers say nothing', async () => {
    await fc.assert(
      fc.asyncProperty(maskedOffice, async (office) => {
        const reading = await read(await makeVariant(office));
        expect(reading === undefined || isRight(reading)).toBe(true);
      }),
      { seed: 20261124, numRuns: 60 },
    );
  });

  test('and so with what is proposed for it', async () => {
    await fc.assert(
      fc.asyncProperty(maskedOffice, async (office) => {
        const bytes = await makeVariant(office);
        const reading = await read(bytes, (await propose(bytes)).mapping);
        expect(reading === undefined || isRight(reading)).toBe(true);
      }),
      { seed: 20261124, numRuns: 60 },
    );
  });

  test('planted: helpers taken for residents, and an address taken from another column, are caught', async () => {
    const bytes = await makeVariant({
      ...plain,
      rowLimit: 60,
      sheets: Object.fromEntries(Object.keys(duowenHeaders).map((sheet, index) => [sheet, { name: `表${index + 1}` }])),
    });
    const readWith = async (mapping: Omit<Mapping, 'format'>) =>
      isRight((await read(bytes, { format: 'linli-mapping/1', ...mapping }))!);
    expect(await readWith({})).toBe(true);
    expect(await readWith({ sheets: { residents: '表2' }, headers: { '表2/楼栋': 'address' } })).toBe(false);
    expect(await readWith({ headers: { '表3/结对人': 'resident', '表3/长者': 'helper' } })).toBe(false);
  });
});
