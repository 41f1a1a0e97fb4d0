import { Address, Availability, ageOn, Birth, Contact, type LocalDate, OrderLine, printAddress, WallTime } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress, parseBuilding } from '../src/cells/parse-address.ts';
import { parseAvailability } from '../src/cells/parse-availability.ts';
import { parseBirth } from '../src/cells/parse-birth.ts';
import { parseContact } from '../src/cells/parse-contact.ts';
import { dayOf, findDate, parseDate } from '../src/cells/parse-date.ts';
import { parseFlag } from '../src/cells/parse-flag.ts';
import { parseGrid } from '../src/cells/parse-grid.ts';
import { parseIdentity } from '../src/cells/parse-identity.ts';
import { livingWords, parseLiving } from '../src/cells/parse-living.ts';
import { parseName } from '../src/cells/parse-name.ts';
import { parseNumber } from '../src/cells/parse-number.ts';
import { parseOrder } from '../src/cells/parse-order.ts';
import { parsePhones } from '../src/cells/parse-phone.ts';
import { parseSex } from '../src/cells/parse-sex.ts';
import { parseWallTime } from '../src/cells/parse-wall-time.ts';
import { splitList } from '../src/cells/split-list.ts';
import { foldWords } from '../src/recognise/fold.ts';
import { cleanCell } from '../src/workbook/cell.ts';
import { duowenVocabulary } from './fixtures/duowen-vocabulary.ts';

const seeded = { seed: 20261123, numRuns: 500 };
const on = '2026-11-20' as LocalDate;
const dayparts = foldWords(duowenVocabulary.dayparts);

// Random unicode alone seldom looks like a cell, so pieces of real ones are mixed in.
const pieces = [
  '号楼',
  '单元',
  '-',
  '1',
  '30',
  '年',
  '月',
  '日',
  '周',
  '一',
  '至',
  '后',
  ':',
  '个',
  '（',
  '）',
  '，',
  '；',
  ' ',
  '约',
  '岁',
  '下午',
  '0.5',
  'X',
  '９',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
);
const anyCell = fc.oneof(anyText, fc.double());
const dates = fc
  .tuple(fc.integer({ min: 1900, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => dayOf(year, month, day))
  .filter((date) => date !== undefined);

describe('no cell throws, and what is read fits the model', () => {
  const holds = (name: string, check: (text: string) => void) =>
    test(name, () => {
      fc.assert(
        fc.property(anyText, (text) => void check(text)),
        seeded,
      );
    });
  const orUndefined = (schema: { parse(value: unknown): unknown }, value: unknown): void => {
    if (value !== undefined) expect(schema.parse(value)).toEqual(value);
  };

  holds('address', (text) => orUndefined(Address, parseAddress(text)));
  holds('building', (text) => expect(parseBuilding(text) ?? 'X').toMatch(/^[0-9A-Z]+$/));
  holds('availability', (text) => {
    for (const free of parseAvailability(text, dayparts) ?? []) expect(Availability.parse(free)).toEqual(free);
  });
  holds('contact', (text) => orUndefined(Contact, parseContact(text)));
  holds('grid', (text) => expect(parseGrid(text) ?? 1).toBeGreaterThan(0));
  holds('number', (text) => expect(parseNumber(text) ?? 0).toBeGreaterThanOrEqual(0));
  holds('living', (text) => expect(parseLiving(text, livingWords()).living.length).toBeGreaterThanOrEqual(0));
  holds('name', (text) => expect(parseName(text)).toBe(parseName(parseName(text))));
  holds('order', (text) => {
    for (const line of parseOrder(text)) expect(OrderLine.parse(line)).toEqual(line);
  });
  holds('list', (text) => expect(splitList(text).every((piece) => piece !== '')).toBe(true));
  holds('phone, sex, flag, date in a line', (text) => {
    expect(() => [parsePhones(text), parseSex(text), parseFlag(text), findDate(text)]).not.toThrow();
  });

  test('birth, date, time, identity: text or number', () =>
    fc.assert(
      fc.property(anyCell, (value) => {
        const cell = cleanCell(value);
        const birth = parseBirth(cell, on);
        if (birth.ok) expect(Birth.parse(birth.value)).toEqual(birth.value);
        orUndefined(WallTime, parseWallTime(cell));
        expect(() => [parseDate(cell, on), parseIdentity(cell, null)]).not.toThrow();
      }),
      seeded,
    ));
});

describe('D-72 an address parses and prints back', () => {
  const plate = fc.integer({ min: 1, max: 9999 }).map(String);
  const addresses = fc.record({
    building: fc.oneof(plate, fc.constantFrom('A', 'B', '3A')),
    unit: plate,
    door: fc.oneof(plate, fc.constantFrom('0502', '12B')),
  });
  const roundTrips = (print: (address: Address) => string): boolean =>
    !fc.check(
      fc.property(addresses, (address) => void expect(parseAddress(print(address))).toEqual(address)),
      seeded,
    ).failed;

  test('as we print it and as people write it', () => {
    expect(roundTrips(printAddress)).toBe(true);
    expect(roundTrips(({ building, unit, door }) => `${building}号楼${unit}单元${door}室`)).toBe(true);
  });

  test('planted: a printer that drops the separator is caught', () => {
    expect(roundTrips(({ building, unit, door }) => `${building}-${unit}${door}`)).toBe(false);
  });
});

describe('D-74 ages count as of a date', () => {
  const agesFit = (spanOf: (years: number, day: LocalDate) => Birth | undefined): boolean =>
    !fc.check(
      fc.property(dates, fc.integer({ min: 0, max: 110 }), fc.boolean(), (day, years, first) => {
        const birth = spanOf(years, day);
        if (birth === undefined) return;
        const born = first ? birth.from : (lastDay(birth) as LocalDate);
        expect(ageOn(born, day)).toBe(years);
      }),
      { ...seeded, numRuns: 2000 },
    ).failed;
  const lastDay = ({ until }: Birth): string => {
    const [year = 0, month = 0, day = 0] = until.split('-').map(Number);
    return (
      dayOf(year, month, day - 1) ??
      [31, 30, 29, 28].map((last) => dayOf(month === 1 ? year - 1 : year, ((month + 10) % 12) + 1, last)).find(Boolean)!
    );
  };

  test('somebody born on the first or the last day of "N岁" is N on that day', () => {
    expect(
      agesFit((years, day) => {
        const birth = parseBirth(`${years}岁`, day);
        return birth.ok ? birth.value : undefined;
      }),
    ).toBe(true);
  });

  test('planted: a span that is one day late is caught', () => {
    expect(
      agesFit((years, day) => {
        const birth = parseBirth(`${years + 1}岁`, day);
        return birth.ok ? birth.value : undefined;
      }),
    ).toBe(false);
  });
});

describe('dates without a year', () => {
  test('never lie after the reference, and no later year would do', () =>
    fc.assert(
      fc.property(dates, dates, (date, reference) => {
        const [, month, day] = date.split('-').map(Number);
        const told = parseDate(`${month}月${day}日`, reference) as LocalDate;
        expect(told <= reference).toBe(true);
        expect(told.slice(5)).toBe(date.slice(5));
        const later = dayOf(Number(told.slice(0, 4)) + 1, month!, day!);
        if (later !== undefined) expect(later > reference).toBe(true);
      }),
      seeded,
    ));
});

describe('identity numbers', () => {
  test('of the ten wrong check characters none is taken', () =>
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 999 }), (born, order) => {
        const stem = `999999${born.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
        const taken = [...'0123456789X'].filter((check) => parseIdentity(stem + check, null).ok);
        expect(taken).toHaveLength(1);
      }),
      { ...seeded, numRuns: 100 },
    ));

  test('no number beyond 2^53 is ever taken', () =>
    fc.assert(
      fc.property(fc.double({ min: 2 ** 53, max: 1e18, noNaN: true }), (number) => {
        expect(parseIdentity(number, null)).toEqual({ ok: false, reasons: [{ code: 'identity/rounded' }] });
      }),
      seeded,
    ));
});
