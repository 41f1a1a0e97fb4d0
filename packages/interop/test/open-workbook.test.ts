import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { proposeMapping, readWorkbook } from '../src/index.ts';
import { duowenVocabulary as vocabulary } from './fixtures/duowen-vocabulary.ts';

const whole = new Uint8Array(readFileSync(new URL('./fixtures/duowen-2026-11-23.xlsx', import.meta.url)));
const codes = async (bytes: Uint8Array, limitBytes?: number): Promise<readonly string[]> => {
  const decision = await readWorkbook(bytes, limitBytes === undefined ? { vocabulary } : { vocabulary, limitBytes });
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
};
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

describe('a file that is no whole workbook is a clear No', () => {
  test('empty', async () => expect(await codes(new Uint8Array())).toEqual(['file/empty']));

  test.each([1, 3, 4, 100, 5_000, 64_000, whole.length - 23, whole.length - 22, whole.length - 1])(
    'cut after %i bytes',
    async (length) => expect(await codes(whole.slice(0, length))).toEqual(['file/truncated']),
  );

  test('wherever it is cut', async () => {
    const cut = fc.integer({ min: 1, max: whole.length - 1 });
    await fc.assert(
      fc.asyncProperty(cut, async (length) => void expect(await codes(whole.slice(0, length))).toEqual(['file/truncated'])),
      { seed: 20261123, numRuns: 60 },
    );
  });

  test('a picture, a text, an old or locked file', async () => {
    expect(await codes(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]))).toEqual(['file/not-a-workbook']);
    expect(await codes(text('姓名,性别\n张三,男\n'))).toEqual(['file/not-a-workbook']);
    expect(await codes(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toEqual(['file/old-or-locked']);
  });

  test('a zip without a workbook, and one that is empty', async () => {
    expect(await codes(zipOf('notes.txt', 'hello'))).toEqual(['file/not-a-workbook']);
    expect(await codes(new Uint8Array([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)]))).toEqual(['file/not-a-workbook']);
  });

  test('a zip with a workbook that is nonsense', async () => {
    expect(await codes(zipOf('xl/workbook.xml', '<workbook><sheets>'))).toEqual(['file/damaged']);
  });

  test('a directory that promises more than may be unpacked, or does not say how much', async () => {
    expect(await codes(zipOf('xl/workbook.xml', 'x', 300_000_000))).toEqual(['file/unpacks-too-large']);
    expect(await codes(zipOf('xl/workbook.xml', 'x'.repeat(100), 0))).toEqual(['file/unpacks-too-large']);
    expect(await codes(whole, 100_000)).toEqual(['file/too-large']);
  });

  test('bytes changed at random never throw', async () => {
    const change = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const bytes = whole.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        expect(typeof (await readWorkbook(bytes, { vocabulary })).ok).toBe('boolean');
      }),
      { seed: 7, numRuns: 15 },
    );
  });

  test('a blank workbook says so; proposing says the same No as reading', async () => {
    expect(await codes(await writeXlsx({ sheets: [{ name: '空', rows: [] }] }))).toEqual(['file/empty']);
    const proposal = await proposeMapping(text('no workbook'), { vocabulary });
    expect(proposal.ok ? [] : proposal.reasons).toEqual([{ code: 'file/not-a-workbook' }]);
  });
});

/** A zip of one stored entry. `claims` is the unpacked size its directory tells. */
function zipOf(name: string, content: string, claims = content.length): Uint8Array {
  const [nameBytes, data] = [text(name), text(content)];
  const local = new Uint8Array(30 + nameBytes.length + data.length);
  const entry = new Uint8Array(46 + nameBytes.length);
  const end = new Uint8Array(22);
  const [localView, entryView, endView] = [local, entry, end].map(({ buffer }) => new DataView(buffer)) as [
    DataView,
    DataView,
    DataView,
  ];
  localView.setUint32(0, 0x04034b50, true);
  localView.setUint32(18, data.length, true);
  localView.setUint32(22, data.length, true);
  localView.setUint16(26, nameBytes.length, true);
  local.set(nameBytes, 30);
  local.set(data, 30 + nameBytes.length);
  entryView.setUint32(0, 0x02014b50, true);
  entryView.setUint32(20, data.length, true);
  entryView.setUint32(24, claims, true);
  entryView.setUint16(28, nameBytes.length, true);
  entry.set(nameBytes, 46);
  endView.setUint32(0, 0x06054b50, true);
  endView.setUint16(8, 1, true);
  endView.setUint16(10, 1, true);
  endView.setUint32(12, entry.length, true);
  endView.setUint32(16, local.length, true);
  return new Uint8Array([...local, ...entry, ...end]);
}
