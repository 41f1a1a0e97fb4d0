import { readFile } from 'node:fs/promises';
import { type Instant, LocalDate, Zone } from '@linli/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseIdentity } from '../src/cells/parse-identity.ts';
import { readWorkbook, writeCalendar, writeWorkbook } from '../src/index.ts';
import { duowenVocabulary as vocabulary } from './fixtures/duowen-vocabulary.ts';

const RealDate = Date;
const realZone = process.env['TZ'];
/** The machine's clock as it is after a power cut on a small computer without a battery, or set by somebody's slip. */
function setClock(now: number): void {
  globalThis.Date = class extends RealDate {
    constructor(...parts: unknown[]) {
      super(...((parts.length === 0 ? [now] : parts) as [number]));
    }
    static override now = (): number => now;
  } as DateConstructor;
}
const places = [
  { now: 0, zone: 'Pacific/Apia' },
  { now: RealDate.UTC(2026, 10, 23), zone: 'UTC' },
  { now: RealDate.UTC(2200, 0, 1), zone: 'America/New_York' },
];

beforeEach(() => setClock(0));
afterEach(() => {
  globalThis.Date = RealDate;
  if (realZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = realZone;
});

/** What a piece of work gives, whatever the machine believes the time and its zone to be. */
async function everywhere<Value>(work: () => Promise<Value> | Value): Promise<readonly Value[]> {
  const values: Value[] = [];
  for (const { now, zone } of places) {
    setClock(now);
    process.env['TZ'] = zone;
    values.push(await work());
  }
  return values;
}

const checked = (stem: string): string =>
  [...'0123456789X'].map((check) => stem + check).find((number) => parseIdentity(number, null).ok) ?? `${stem}?`;

test('an identity number is judged alike by every clock and in every zone', async () => {
  // Born after the clock of 1970; on a day that Apia has not; on the day of the sheet.
  const numbers = ['99999919720115001', '99999920111230001', '99999920261123001'].map(checked);
  const on = LocalDate.parse('2026-11-23');
  const [first, ...others] = await everywhere(() => numbers.map((number) => parseIdentity(number, on)));
  expect(first?.map((answer) => answer.ok && answer.value.born)).toEqual(['1972-01-15', '2011-12-30', '2026-11-23']);
  for (const other of others) expect(other).toEqual(first);
});

test('the day of the sheet, and no clock, says that a birth lies ahead; no place begins with 0, nobody is two hundred', () => {
  const number = checked('99999920261123001');
  expect(parseIdentity(number, LocalDate.parse('2026-11-22')).reasons).toEqual([{ code: 'birth/in-future' }]);
  expect(checked('00000019300115001')).toBe('00000019300115001?');
  expect(checked('99999917991231001')).toBe('99999917991231001?');
});

test('a whole workbook reads alike, and what is written is the same to the byte', async () => {
  const duowen = await readFile(new URL('./fixtures/duowen-2026-11-23.xlsx', import.meta.url));
  const [first, ...others] = await everywhere(() => readWorkbook(duowen, { vocabulary }));
  expect(first?.ok).toBe(true);
  for (const other of others) expect(other).toEqual(first);

  const at = RealDate.UTC(2020, 3, 6, 1) as Instant;
  const event = { id: 'a', from: at, until: (at + 60_000) as Instant, summary: 'a' };
  const calendars = await everywhere(() => writeCalendar([event], { name: 'a', zone: Zone.parse('Asia/Shanghai'), at }));
  expect(new Set(calendars).size).toBe(1);
  const sheet = { name: 'a', header: ['姓名'], rows: [['测试甲'], [1], [null]] };
  const books = await everywhere(async () => Buffer.from(await writeWorkbook([sheet])).toString('base64'));
  expect(new Set(books).size).toBe(1);
});
