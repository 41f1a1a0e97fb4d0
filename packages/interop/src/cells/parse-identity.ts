import { type Decision, type LocalDate, no, type Sex, yes } from '@linli/model';
// One number of one country: the package's main entry would load some two hundred.
import { validate } from 'stdnum/lib/cjs/cn/ric.js';
import type { InteropCode } from '../texts.ts';
import type { Cell } from '../workbook/cell.ts';
import { cellText } from '../workbook/cell.ts';
import { dayOf } from './parse-date.ts';

/** What a valid number says of its holder: digits 7 to 14 are the birth, an odd 17th digit is a man. */
export interface Identity {
  readonly number: string;
  readonly born: LocalDate;
  readonly sex: Sex;
}

/**
 * A valid resident identity number of 18 characters (GB 11643-1999). `identity/rounded` where the office program
 * made a number of it and the last digits are gone: it keeps 15 at most, so no one can tell them.
 */
export function parseIdentity(cell: Cell): Decision<Identity, InteropCode> {
  const text = cellText(cell).normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase();
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return no('identity/rounded');
  if (/^\d(\.\d+)?E\+?\d+$/.test(text)) return no('identity/rounded');
  if (!/^\d{17}[\dX]$/.test(text) || !hasValidCheck(text))
    return no(/^\d{15}000$/.test(text) ? 'identity/rounded' : 'identity/invalid');
  const born = dayOf(Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14)));
  if (born === undefined) return no('identity/invalid');
  return yes({ number: text, born, sex: Number(text[16]) % 2 === 1 ? 'male' : 'female' });
}

const hasValidCheck = (text: string): boolean => validate(text).isValid;
