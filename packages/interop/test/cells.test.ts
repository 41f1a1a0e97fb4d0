import type { LocalDate } from '@linli/model';
import { describe, expect, test } from 'vitest';
import { parseAddress, parseBuilding } from '../src/cells/parse-address.ts';
import { parseAvailability } from '../src/cells/parse-availability.ts';
import { parseBirth } from '../src/cells/parse-birth.ts';
import { parseContact } from '../src/cells/parse-contact.ts';
import { parseDate } from '../src/cells/parse-date.ts';
import { parseFlag } from '../src/cells/parse-flag.ts';
import { parseGrid } from '../src/cells/parse-grid.ts';
import { parseIdentity } from '../src/cells/parse-identity.ts';
import { livingWords, parseLiving } from '../src/cells/parse-living.ts';
import { parseName } from '../src/cells/parse-name.ts';
import { parseOrder } from '../src/cells/parse-order.ts';
import { parsePhones } from '../src/cells/parse-phone.ts';
import { parseWallTime } from '../src/cells/parse-wall-time.ts';
import { splitList } from '../src/cells/split-list.ts';
import { foldWords, longestWordIn, wordsIn } from '../src/recognise/fold.ts';
import { cleanCell } from '../src/workbook/cell.ts';
import { duowenVocabulary } from './fixtures/duowen-vocabulary.ts';

const on = '2026-11-20' as LocalDate;

describe('birth', () => {
  const span = (cell: string | number) => {
    const birth = parseBirth(cell, on);
    return birth.ok ? `${birth.value.from}/${birth.value.until} ${birth.value.precision}` : birth.reasons[0].code;
  };

  test.each([
    ['1946.1.18', '1946-01-18/1946-01-19 day'],
    ['１９４６.１.１８', '1946-01-18/1946-01-19 day'],
    ['1938年10月3日', '1938-10-03/1938-10-04 day'],
    ['1934/2/11', '1934-02-11/1934-02-12 day'],
    ['1942-01-05', '1942-01-05/1942-01-06 day'],
    ['19420105', '1942-01-05/1942-01-06 day'],
    ['一九三八年十月三日', '1938-10-03/1938-10-04 day'],
    ['1944.3', '1944-03-01/1944-04-01 month'],
    ['1964年12月', '1964-12-01/1965-01-01 month'],
    ['1950', '1950-01-01/1951-01-01 year'],
    // 65 on 2026-11-20: the birthday of 1961-11-20 is today, that of 1960-11-20 made 66 today.
    ['约65岁', '1960-11-21/1961-11-21 age'],
    ['1940/2/29', '1940-02-29/1940-03-01 day'],
    ['1941/2/29', 'birth/unreadable'],
    ['38.6', 'birth/unreadable'],
    ['农历三月初五', 'birth/unreadable'],
    ['2027-01-01', 'birth/in-future'],
    ['9999-12-31', 'birth/unreadable'],
    ['0001-01-01', 'birth/unreadable'],
  ])('%s', (cell, expected) => expect(span(cell)).toBe(expected));

  test('a date stored as a day count: 15366 days after 1899-12-30', () => expect(span(15366)).toBe('1942-01-25/1942-01-26 day'));

  test('1944.1 as a number may be January or October', () => {
    const birth = parseBirth(1944.1, on);
    expect(birth.reasons).toEqual([{ code: 'birth/ambiguous' }]);
    expect(span(1944.1)).toBe('1944-01-01/1945-01-01 year');
    expect(span(1944.3)).toBe('1944-03-01/1944-04-01 month');
  });

  test('an age needs the day it was true on', () => {
    expect(parseBirth('约65岁', null)).toEqual({ ok: false, reasons: [{ code: 'birth/no-reference' }] });
  });
});

describe('identity number', () => {
  test('weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2, mod 11; the 17th digit is odd for a man', () => {
    expect(parseIdentity('999999193001150011', null)).toEqual({
      ok: true,
      value: { number: '999999193001150011', born: '1930-01-15', sex: 'male' },
      reasons: [],
    });
    expect(parseIdentity(' ９９９９９９１９４１１２３１００２７ ', null)).toMatchObject({ ok: true, value: { sex: 'female' } });
    expect(parseIdentity('99999919381003458x', null)).toMatchObject({ ok: true, value: { number: '99999919381003458X' } });
  });

  test.each([
    [999999193000000000, 'identity/rounded'],
    ['9.99999E+17', 'identity/rounded'],
    ['999999193000000000', 'identity/rounded'],
    ['999999193001150012', 'identity/invalid'],
    ['999999193013150011', 'identity/invalid'],
    ['99999919300115001', 'identity/invalid'],
    ['无', 'identity/invalid'],
  ])('%s is refused, never guessed', (cell, code) =>
    expect(parseIdentity(cell, null)).toEqual({ ok: false, reasons: [{ code }] }),
  );
});

describe('places', () => {
  test.each([
    '4号楼3单元603室',
    '4-3-603',
    '4栋3单元603',
    '４－３－６０３',
    '04幢3单元603',
    'Building 4, Unit 3, Door 603',
    '桂花园4幢3单元603号',
  ])('D-72 %s', (text) => expect(parseAddress(text)).toEqual({ building: '4', unit: '3', door: '603' }));
  test.each(['环湖路18号', '4栋', '4-3', ''])('%s tells no door', (text) => expect(parseAddress(text)).toBeUndefined());
  test('a building alone', () =>
    expect(['14栋', '14号楼', '14', 'A座', '河边'].map(parseBuilding)).toEqual(['14', '14', '14', 'A', undefined]));

  test.each([
    '第三网格',
    '3网格',
    '网格3',
    '三网格',
    '3',
    '第3网格',
    'Grid 3',
    'G3',
    '３片区',
    '网格三',
    '03网格',
    'G-3',
    '网格(三)',
    '（3）',
    '三号片',
    'No. 3',
    'Block 3',
  ])('grid %s is 3', (text) => expect(parseGrid(text)).toBe(3));
  test('a grid of the community own word', () => expect(parseGrid('东 片', foldWords({ 东片: 2 }))).toBe(2));
  test.each(['零网格', '东片', '东三片', '三组四格', '网格', '()', ''])('%s is no grid', (text) =>
    expect(parseGrid(text)).toBeUndefined(),
  );
});

describe('people', () => {
  test.each([
    ['１９９０００００００６', ['19900000006']],
    ['199-0000-0006', ['19900000006']],
    ['+86 199 0000 0006', ['19900000006']],
    ['027-80000033', ['027-80000033']],
    ['02780000033', ['027-80000033']],
    ['80000033', ['80000033']],
    ['19900000006、027-80000033', ['19900000006', '027-80000033']],
    ['1.99E+10', undefined],
    ['1990000000', undefined],
  ])('phone %s', (text, phones) => expect(parsePhones(text)).toEqual(phones));

  test.each([
    ['史佳梓（女儿）19900000365', { name: '史佳梓', relation: '女儿', phone: '19900000365' }],
    ['女儿 史佳梓 199 0000 0365', { name: '史佳梓', relation: '女儿', phone: '19900000365' }],
    ['史佳梓027-80000033', { name: '史佳梓', relation: null, phone: '027-80000033' }],
    ['史佳梓', { name: '史佳梓', relation: null, phone: null }],
    ['12', undefined],
  ])('contact %s', (text, contact) => expect(parseContact(text)).toEqual(contact));

  test('names', () => expect([' 张 伟 ', 'Mary  Smith'].map(parseName)).toEqual(['张伟', 'Mary Smith']));
  test('flags', () => expect(['有', '无', '√', '', '坏了'].map(parseFlag)).toEqual([true, false, true, null, undefined]));

  test('living: each clause from the day it names, newest last', () => {
    expect(parseLiving('2026.11.02起独居，与配偶同住', livingWords())).toEqual({
      living: [
        { kind: 'couple', from: null },
        { kind: 'alone', from: '2026-11-02' },
      ],
      unread: [],
    });
    expect(parseLiving('住桥洞', livingWords())).toEqual({ living: [], unread: ['住桥洞'] });
  });
});

describe('time', () => {
  test.each([
    ['8:04', '08:04'],
    ['8：04', '08:04'],
    ['15:59:59', '15:59:59'],
    ['下午3点', '15:00'],
    ['8点半', '08:30'],
    ['3:15 PM', '15:15'],
    [0.3361111111, '08:04'],
    ['25:00', undefined],
    ['早上', undefined],
  ])('wall time %s', (cell, expected) => expect(parseWallTime(cell)).toBe(expected));

  test.each([
    ['10月1日', '2026-10-01'],
    // After the reference: last year's.
    ['11月21日', '2025-11-21'],
    ['11月20日', '2026-11-20'],
    // 2026, 2025 are common years.
    ['2月29日', '2024-02-29'],
    ['2026年10月1日', '2026-10-01'],
    ['2月30日', undefined],
    ['9999-12-31', undefined],
    ['上周', undefined],
  ])('date %s with 2026-11-20 as the latest day', (cell, expected) => expect(parseDate(cell, on)).toBe(expected));

  test('no year and no reference', () => expect(parseDate('10月1日', null)).toBe('no-year'));

  const dayparts = foldWords(duowenVocabulary.dayparts);
  const free = (text: string) =>
    parseAvailability(text, dayparts)?.map(({ weekdays, from, until }) => `${weekdays.join('')} ${from}-${until}`);

  test.each([
    ['周二、周四下午', ['24 13:00-17:30']],
    ['13:00-16:00；周六 8:30-12:00', ['1234567 13:00-16:00', '6 08:30-12:00']],
    ['工作日 18:00后', ['12345 18:00-20:00']],
    ['21:00后', ['1234567 21:00-24:00']],
    ['中班 13:00-21:00', ['1234567 13:00-21:00']],
    ['周一至周五 8：30—17：30', ['12345 08:30-17:30']],
    ['全天', ['1234567 08:00-20:00']],
    ['上午', ['1234567 08:30-12:00']],
    ['周末', ['67 08:00-20:00']],
    ['周一三五上午，下午', ['135 08:30-12:00', '135 13:00-17:30']],
    ['周一上午、周三下午', ['1 08:30-12:00', '3 13:00-17:30']],
    ['周六至周一 上午', ['671 08:30-12:00']],
    ['Mon-Fri 9:00-11:30; Sat 14:00-16:00', ['12345 09:00-11:30', '6 14:00-16:00']],
    ['除周三外都行', undefined],
    ['周一下午有时', undefined],
    ['16:00-13:00', undefined],
    ['看情况', undefined],
  ])('free %s', (text, expected) => expect(free(text)).toEqual(expected));
});

describe('orders and lists', () => {
  const lines = (text: string) => parseOrder(text).map(({ item, quantity, unit }) => [item, quantity, unit]);

  test.each([
    [
      '鸡蛋30个，降压药（氨氯地平）1盒',
      [
        ['鸡蛋', 30, '个'],
        ['降压药（氨氯地平）', 1, '盒'],
      ],
    ],
    [
      '苹果3斤 豆腐2块',
      [
        ['苹果', 3, '斤'],
        ['豆腐', 2, '块'],
      ],
    ],
    [
      '鸡蛋 30个、盐',
      [
        ['鸡蛋', 30, '个'],
        ['盐', null, null],
      ],
    ],
    ['挂面两把', [['挂面', 2, '把']]],
    ['30个鸡蛋', [['鸡蛋', 30, '个']]],
    ['牛奶×2', [['牛奶', 2, null]]],
    ['苹果１０斤', [['苹果', 10, '斤']]],
    ['苹果1.5斤', [['苹果', null, null]]],
    ['豆腐半斤', [['豆腐', null, null]]],
    ['无', []],
    ['', []],
  ])('%s', (text, expected) => expect(lines(text)).toEqual(expected));

  test('a cell of 30,000 characters is one line of which nothing is told', () => {
    const words = `${'1'.repeat(30_000)}x`;
    expect(parseOrder(words)).toEqual([{ words, item: words, quantity: null, unit: null }]);
  });

  test('brackets hold a list together', () => {
    expect(splitList('花生过敏（严重，住过院）、糖尿病 痛风')).toEqual(['花生过敏（严重，住过院）', '糖尿病', '痛风']);
    expect(splitList('first aid, driving')).toEqual(['first aid', 'driving']);
  });

  test('the longest word wins, also over one that stands before it', () => {
    const words = foldWords({ 消杀: 'short', 家中消杀: 'long', 理发: 'hair' });
    expect(longestWordIn(words, '理发，家中 消杀')).toBe('long');
    expect(wordsIn(words, '理发、家中消杀').map(({ code }) => code)).toEqual(['hair', 'long']);
    expect(longestWordIn(words, '修灯')).toBeUndefined();
  });
});

test('a cell stays text, loses what cannot be seen, and dates lose their zone', () => {
  expect(cleanCell('\u200b=SUM(A1)\u0007 ')).toBe('=SUM(A1)');
  expect(cleanCell("'=SUM(A1)")).toBe('=SUM(A1)');
  expect(cleanCell('\ufeff')).toBeNull();
  expect(cleanCell(new Date(Date.UTC(2026, 10, 23)))).toBe('2026-11-23');
  expect(cleanCell(new Date(Date.UTC(1899, 11, 30, 8, 3, 59, 999)))).toBe('08:04');
  expect(cleanCell(new Date(Number.NaN))).toBeNull();
  expect(cleanCell(new Date(8.64e15))).toBe('+275760-09-13T00:00:00.000Z');
});
