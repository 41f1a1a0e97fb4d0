import { addDays, type Birth, type Decision, type LocalDate, no, yes } from '@linli/model';
import type { InteropCode } from '../texts.ts';
import type { Cell } from '../workbook/cell.ts';
import { cellText } from '../workbook/cell.ts';
import { dayOf, serialDate } from './parse-date.ts';
import { parseNumber } from './parse-number.ts';

const number = '([0-9〇零一二三四五六七八九十]+)';
const dayShape = new RegExp(`^${number}[年./-]${number}[月./-]${number}日?$`, 'u');
const monthShape = new RegExp(`^${number}[年./-]${number}月?$`, 'u');
const yearShape = new RegExp(`^${number}年?生?$`, 'u');
const ageShape = new RegExp(`^(?:约|大约|现年|年龄|aged?|about)*${number}(?:周岁|岁|years?old|y)?(?:左右)?$`, 'u');

/** A birth as exactly as the cell tells it. `on` is the day the sheet speaks of: an age counts back from there. */
export function parseBirth(cell: Cell, on: LocalDate | null): Decision<Birth, InteropCode> {
  const birth = readBirth(cell, on);
  if (!birth.ok || on === null || birth.value.from <= on) return birth;
  return no('birth/in-future');
}

function readBirth(cell: Cell, on: LocalDate | null): Decision<Birth, InteropCode> {
  const text = cellText(cell).normalize('NFKC').replace(/\s/gu, '').toLowerCase();
  if (typeof cell === 'number') {
    const serial = serialDate(cell);
    if (serial !== undefined) return onDay(serial);
    // As a number 1944.1 and 1944.10 are the same.
    if (/^\d{4}\.1$/.test(text)) return yearOf(Number(text.slice(0, 4)), 'birth/ambiguous');
  }
  const dense = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const day = dense ?? dayShape.exec(text);
  if (day !== null) return onDay(dayOf(value(day[1]), value(day[2]), value(day[3])));
  const month = monthShape.exec(text);
  if (month !== null) return monthOf(value(month[1]), value(month[2]));
  const year = yearShape.exec(text);
  if (year !== null && value(year[1]) >= 1000) return yearOf(value(year[1]));
  const age = ageShape.exec(text);
  return age === null || value(age[1]) > 130 ? no('birth/unreadable') : aged(value(age[1]), on);
}

const value = (digits = ''): number => parseNumber(digits) ?? Number.NaN;

/** Born on one known day. */
export function onDay(day: LocalDate | undefined): Decision<Birth, InteropCode> {
  if (day === undefined || day < '1850-01-01') return no('birth/unreadable');
  return yes({ from: day, until: addDays(day, 1), precision: 'day' });
}

function monthOf(year: number, month: number): Decision<Birth, InteropCode> {
  const from = dayOf(year, month, 1);
  const until = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  if (from === undefined || until === undefined || year < 1850) return no('birth/unreadable');
  return yes({ from, until, precision: 'month' });
}

function yearOf(year: number, ...doubts: readonly InteropCode[]): Decision<Birth, InteropCode> {
  const from = dayOf(year, 1, 1);
  const until = dayOf(year + 1, 1, 1);
  if (from === undefined || until === undefined || year < 1850) return no('birth/unreadable');
  return yes(
    { from, until, precision: 'year' },
    doubts.map((code) => ({ code })),
  );
}

/** All births that make somebody `years` old on the day `on`: 65 on 2026-11-20 is from 1960-11-21 until 1961-11-21. */
function aged(years: number, on: LocalDate | null): Decision<Birth, InteropCode> {
  if (on === null) return no('birth/no-reference');
  const from = dayAfter(Number(on.slice(0, 4)) - years - 1, on);
  const until = dayAfter(Number(on.slice(0, 4)) - years, on);
  return from === undefined || until === undefined ? no('birth/unreadable') : yes({ from, until, precision: 'age' });
}

function dayAfter(year: number, on: LocalDate): LocalDate | undefined {
  const same = dayOf(year, Number(on.slice(5, 7)), Number(on.slice(8, 10)));
  // Only 29 February can be missing, and the day after it is 1 March in any year.
  return same === undefined ? dayOf(year, 3, 1) : addDays(same, 1);
}
