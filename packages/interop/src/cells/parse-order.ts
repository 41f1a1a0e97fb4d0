import type { OrderLine } from '@linli/model';
import { parseNumber } from './parse-number.ts';
import { splitList } from './split-list.ts';

const longestLine = 80;
const amount = '(\\d{1,6}|[一二两三四五六七八九十]{1,3})';
const measure = '(\\p{Script=Han}{1,3}|kg|g|ml|l)';
const itemFirst = new RegExp(`^(.*\\D)${amount}${measure}?$`, 'iu');
const times = /^(.*\D)\s*[x×*]\s*(\d{1,6})$/iu;
const amountFirst = /^(\d{1,6})([个斤盒包桶箱袋把块棵瓶条只支两克升份])(.+)$/u;
const bareAmount = new RegExp(`^${amount}${measure}$`, 'iu');
const unclear = /^(.*?)[半\d.]+\s*\p{Script=Han}{0,3}$/u;

/** `鸡蛋30个，降压药（氨氯地平）1盒`: one line per thing, the words kept. No whole number told: quantity and unit are null. */
export const parseOrder = (text: string): readonly OrderLine[] => gather(splitList(text, true)).map(parseLine);

/** `鸡蛋 30个` was split at its blank: an amount on its own belongs to what stands before it. */
function gather(pieces: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const before = lines.at(-1);
    if (before !== undefined && bareAmount.test(narrow(piece)) && !/\d/.test(narrow(before)))
      lines[lines.length - 1] = before + piece;
    else lines.push(piece);
  }
  return lines;
}

function parseLine(words: string): OrderLine {
  const text = narrow(words);
  // Nobody orders in so many words; patterns that try every cut would take their time over them.
  if (text.length > longestLine) return { words, item: text, quantity: null, unit: null };
  const counted = times.exec(text);
  if (counted !== null) return line(words, counted[1]!, counted[2]!, null);
  const leading = amountFirst.exec(text);
  if (leading !== null) return line(words, leading[3]!, leading[1]!, leading[2]!);
  const fraction = /[半.]\s*\d*\s*\p{Script=Han}{1,3}$/u.test(text);
  const trailing = fraction ? null : itemFirst.exec(text);
  if (trailing !== null) return line(words, trailing[1]!, trailing[2]!, trailing[3] ?? null);
  return { words, item: unclear.exec(text)?.[1]?.trim() || text, quantity: null, unit: null };
}

function line(words: string, item: string, amountText: string, unit: string | null): OrderLine {
  const quantity = parseNumber(amountText);
  if (quantity === undefined || quantity === 0) return { words, item: words, quantity: null, unit: null };
  return { words, item: item.trim() || words, quantity, unit };
}

/** Only digits and letters change width: brackets stay as they were written. */
const narrow = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ．＊]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).trim();
