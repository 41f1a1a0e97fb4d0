import { type Instant, Zone } from '@linli/model';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, writeCalendar, writeWorkbook } from '../src/index.ts';
import { cleanCell } from '../src/workbook/cell.ts';

const zone = Zone.parse('Asia/Shanghai');
const at = Date.UTC(2026, 10, 23, 1) as Instant;
const visit: CalendarEvent = { id: 'visit-1', from: at, until: (at + 90_000) as Instant, summary: '陪医, 同济; 上午' };
const lines = (text: string): readonly string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('calendar', () => {
  test('09:00 in Shanghai is 01:00 UTC; 90 seconds later is 01:01:30', () => {
    const written = lines(writeCalendar([visit], { name: '多闻', zone, at: (at + 1000) as Instant }));
    expect(written).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Linli//interop//EN',
      'NAME:多闻',
      'X-WR-TIMEZONE:Asia/Shanghai',
      'X-WR-CALNAME:多闻',
      'BEGIN:VEVENT',
      'UID:visit-1@linli',
      'SEQUENCE:0',
      'DTSTAMP:20261123T010001Z',
      'DTSTART:20261123T010000Z',
      'DTEND:20261123T010130Z',
      'SUMMARY:陪医\\, 同济\\; 上午',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('the same events make the same text: no clock, no chance', () => {
    const options = { name: '多闻', zone, at };
    expect(writeCalendar([visit, { ...visit, id: 'visit-2', location: '4-1-1402' }], options)).toBe(
      writeCalendar([visit, { ...visit, id: 'visit-2', location: '4-1-1402' }], options),
    );
  });

  test('nothing in a name, an id or a summary can add a line of its own', () => {
    const hostile = fc.string({ unit: fc.constantFrom('\r', '\n', 'END:VCALENDAR', 'X', ';', ',', '\\', ':') });
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, id, summary) => {
        const written = lines(writeCalendar([{ ...visit, id, summary, description: summary }], { name, zone, at }));
        expect(written.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
        expect(written.length).toBeLessThanOrEqual(17);
        expect(written.every((line) => !/[\r\n]/.test(line))).toBe(true);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe('workbook', () => {
  const cellsOf = async (bytes: Uint8Array) => (await readXlsx(bytes)).sheets[0]!.rows.map((row) => row[0]);

  test('text that would run is quoted; numbers are left alone', async () => {
    const rows = ['=1+1', '+86', '-5', '@x', '\tx', '＝1', "'=1", '好=1', null, -5].map((cell) => [cell]);
    const bytes = await writeWorkbook([{ name: '表', header: ['=头'], rows }]);
    expect(await cellsOf(bytes)).toEqual(["'=头", "'=1+1", "'+86", "'-5", "'@x", "'\tx", "'＝1", "''=1", '好=1', null, -5]);
  });

  test('what is written reads back without loss', async () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '一', 'a', '＝', ',') }), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(words, async (texts) => {
        const bytes = await writeWorkbook([{ name: '表', header: ['头'], rows: texts.map((text) => [text, 'end']) }]);
        const read = (await cellsOf(bytes)).slice(1).map((cell) => cleanCell(cell) ?? '');
        expect(read).toEqual(texts);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  test('planted: reading without taking the quote off loses the text', async () => {
    const bytes = await writeWorkbook([{ name: '表', header: ['头'], rows: [['=1']] }]);
    const [, raw] = await cellsOf(bytes);
    expect(raw).not.toBe('=1');
    expect(cleanCell(raw)).toBe('=1');
  });
});
