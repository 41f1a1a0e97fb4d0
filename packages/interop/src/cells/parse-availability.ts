import { type Availability, WallTime } from '@linli/model';
import { fold, type Words } from '../recognise/fold.ts';
import { parseWallTime } from './parse-wall-time.ts';

/** The community's parts of the day by their words. */
export type Dayparts = Words<{ readonly from: WallTime; readonly until: WallTime }>;

type Token =
  | { readonly kind: 'days'; readonly weekdays: readonly number[] }
  | { readonly kind: 'through' | 'and' | 'stop' }
  | { readonly kind: 'span'; readonly from: WallTime; readonly until: WallTime };

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const dayWords: Readonly<Record<string, readonly number[]>> = {
  工作日: [1, 2, 3, 4, 5],
  平日: [1, 2, 3, 4, 5],
  平时: [1, 2, 3, 4, 5],
  weekdays: [1, 2, 3, 4, 5],
  双休日: [6, 7],
  周末: [6, 7],
  weekends: [6, 7],
  weekend: [6, 7],
  每天: everyDay,
  每日: everyDay,
  天天: everyDay,
  everyday: everyDay,
  daily: everyDay,
};
const englishDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const english = /^(mon|tue|wed|thu|fri|sat|sun)(?:days?|sdays?|nesdays?|rsdays?|urdays?)?/u;
const chinese = /^(?:周|星期|礼拜)([一二三四五六日天]+)/u;
const clock = '((?:上午|下午|晚上)?\\d{1,2}(?::\\d{2}|点半?)(?:am|pm)?)';
const range = new RegExp(`^${clock}(?:-|~|至|到|to)${clock}`, 'u');
const onward = new RegExp(`^${clock}(?:以后|之后|后|起|onwards?)`, 'u');
const upTo = new RegExp(`^${clock}(?:以前|之前|前)`, 'u');
// Names of shifts and small talk: the hours beside them say it all.
const filler = /^(?:早班|中班|晚班|夜班|白班|均可|都可以|都行|都可|可以|有空|的|from|on|and|&)/u;

/**
 * When somebody is free, in the order written; undefined where any part of the text is not understood, because
 * half-understood hours would be planned wrongly. No weekday named: every day. No hours named: the whole day.
 */
export function parseAvailability(text: string, dayparts: Dayparts): readonly Availability[] | undefined {
  const tokens = tokenise(fold(text).replace(/[—–―−]+/gu, '-'), dayparts);
  if (tokens === undefined) return undefined;
  const found: Availability[] = [];
  let days: number[] = [];
  let through = false;
  let hasHours = false;
  const whole = wholeDay(dayparts);
  const close = (): void => {
    if (days.length > 0 && !hasHours) found.push({ weekdays: days, ...whole });
    days = [];
    hasHours = false;
  };
  for (const token of tokens) {
    if (token.kind === 'stop') close();
    else if (token.kind === 'through') through = true;
    else if (token.kind === 'days') {
      if (hasHours) close();
      days = through ? fill(days, token.weekdays) : [...new Set([...days, ...token.weekdays])];
      through = false;
    } else if (token.kind === 'span') {
      found.push({ weekdays: days.length === 0 ? everyDay : days, from: token.from, until: token.until });
      hasHours = true;
    }
  }
  close();
  return found.length > 0 && found.every(({ from, until }) => from < until) ? found : undefined;
}

/** From the day before `至` to the day after it: 周一至周五, and 周六至周二 over the week's end. */
function fill(days: readonly number[], ends: readonly number[]): number[] {
  const first = days.at(-1) ?? ends[0]!;
  const filled = [...days];
  for (let day = first; day !== ends[0]!; ) {
    day = (day % 7) + 1;
    filled.push(day);
  }
  return [...new Set([...filled, ...ends])];
}

function tokenise(text: string, dayparts: Dayparts): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let rest = text;
  while (rest !== '') {
    const next = nextToken(rest, dayparts);
    if (next === undefined) return undefined;
    if (next.token !== undefined) tokens.push(next.token);
    rest = rest.slice(next.length);
  }
  return tokens;
}

function nextToken(rest: string, dayparts: Dayparts): { readonly length: number; readonly token?: Token } | undefined {
  const days = dayToken(rest);
  if (days !== undefined) return days;
  const hours = spanToken(rest, dayparts);
  if (hours !== undefined) return hours;
  if (/^[;。]/u.test(rest)) return { length: 1, token: { kind: 'stop' } };
  if (/^[、,/和及()]/u.test(rest)) return { length: 1, token: { kind: 'and' } };
  if (/^[-~至到]/u.test(rest)) return { length: 1, token: { kind: 'through' } };
  const small = filler.exec(rest);
  return small === null ? undefined : { length: small[0].length };
}

function dayToken(rest: string): { readonly length: number; readonly token: Token } | undefined {
  const word = Object.keys(dayWords).find((known) => rest.startsWith(known));
  if (word !== undefined) return { length: word.length, token: { kind: 'days', weekdays: dayWords[word]! } };
  const local = chinese.exec(rest);
  if (local !== null) {
    const weekdays = [...local[1]!].map((day) => Math.min(7, '一二三四五六日天'.indexOf(day) + 1));
    return { length: local[0].length, token: { kind: 'days', weekdays } };
  }
  const foreign = english.exec(rest);
  if (foreign === null) return undefined;
  return { length: foreign[0].length, token: { kind: 'days', weekdays: [englishDays.indexOf(foreign[1]!) + 1] } };
}

function spanToken(rest: string, dayparts: Dayparts): { readonly length: number; readonly token: Token } | undefined {
  const whole = wholeDay(dayparts);
  const between = range.exec(rest);
  if (between !== null) return span(between[0], parseWallTime(between[1]!), parseWallTime(between[2]!));
  const after = onward.exec(rest);
  if (after !== null) {
    const from = parseWallTime(after[1]!);
    const isLate = from !== undefined && from >= whole.until;
    return span(after[0], from, isLate ? ('24:00' as WallTime) : whole.until);
  }
  const before = upTo.exec(rest);
  if (before !== null) return span(before[0], whole.from, parseWallTime(before[1]!));
  const part = [...dayparts].filter(([word]) => rest.startsWith(word)).toSorted(([a], [b]) => b.length - a.length)[0];
  return part === undefined ? undefined : span(part[0], part[1].from, part[1].until);
}

const span = (words: string, from: WallTime | undefined, until: WallTime | undefined) =>
  from === undefined || until === undefined ? undefined : { length: words.length, token: { kind: 'span' as const, from, until } };

function wholeDay(dayparts: Dayparts): { readonly from: WallTime; readonly until: WallTime } {
  const parts = [...dayparts.values()];
  const from = parts.map((part) => part.from).toSorted()[0];
  const until = parts
    .map((part) => part.until)
    .toSorted()
    .at(-1);
  return { from: from ?? WallTime.parse('00:00'), until: until ?? WallTime.parse('24:00') };
}
