import { type Decision, type LocalDate, no, type Sex, yes } from '@linli/model';
import type { InteropCode } from '../texts.ts';
import type { Cell } from '../workbook/cell.ts';
import { cellText } from '../workbook/cell.ts';
import { onDay } from './parse-birth.ts';
import { dayOf } from './parse-date.ts';

/** What a valid number says of its holder: digits 7 to 14 are the birth, an odd 17th digit is a man. */
export interface Identity {
  readonly number: string;
  readonly born: LocalDate;
  readonly sex: Sex;
}

/**
 * A valid resident identity number of 18 characters (GB 11643-1999). `on` is the day the sheet speaks of: nobody in it was
 * born later. `identity/rounded` where the office program made a number of it and the last digits are gone: it keeps 15 at
 * most, so no one can tell them.
 */
export function parseIdentity(cell: Cell, on: LocalDate | null): Decision<Identity, InteropCode> {
  const text = cellText(cell).normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase();
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return no('identity/rounded');
  if (/^\d(\.\d+)?E\+?\d+$/.test(text)) return no('identity/rounded');
  // No place's code begins with 0 (GB/T 2260).
  if (!/^[1-9]\d{16}[\dX]$/.test(text) || !hasValidCheck(text))
    return no(/^\d{15}000$/.test(text) ? 'identity/rounded' : 'identity/invalid');
  const born = dayOf(Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14)));
  if (born === undefined || !onDay(born).ok) return no('identity/invalid');
  if (on !== null && born > on) return no('birth/in-future');
  return yes({ number: text, born, sex: Number(text[16]) % 2 === 1 ? 'male' : 'female' });
}

/** ISO 7064, MOD 11-2, which GB 11643 names; X stands for ten. */
function hasValidCheck(text: string): boolean {
  const sum = [...text.slice(0, -1)].reduce((rest, digit) => ((rest + Number(digit)) * 2) % 11, 0);
  return (12 - sum) % 11 === (text.endsWith('X') ? 10 : Number(text.at(-1)));
}
