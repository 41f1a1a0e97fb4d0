import type { Address, Birth, Mention } from '@linli/model';
import { parseAddress } from '../cells/parse-address.ts';
import { parseBirth } from '../cells/parse-birth.ts';
import { parseGrid } from '../cells/parse-grid.ts';
import { parseName } from '../cells/parse-name.ts';
import { parsePhones } from '../cells/parse-phone.ts';
import { parseSex } from '../cells/parse-sex.ts';
import { fold, type Words } from '../recognise/fold.ts';
import type { InteropCode } from '../texts.ts';
import type { Context } from './context.ts';
import type { Row } from './row.ts';

// Cells that several kinds of sheets have: each reads one field, notes its doubts, and says null for "not known".

export function readName<Field extends string>(row: Row<Field>, field: Field): string {
  const name = parseName(row.text(field));
  if (name === '') row.refuse(field, 'cell/missing');
  return name;
}

export function readSex<Field extends string>(row: Row<Field>, field: Field) {
  const words = row.text(field);
  const sex = parseSex(words);
  if (words !== '' && sex === undefined) row.warn(field, 'sex/unknown', { words });
  return sex ?? null;
}

export function readBirth<Field extends string>(row: Row<Field>, field: Field, { listedOn }: Context): Birth | null {
  if (row.text(field) === '') return null;
  const birth = parseBirth(row.cell(field), listedOn);
  for (const { code } of birth.reasons) row.warn(field, code);
  return birth.ok ? birth.value : null;
}

export function readGrid<Field extends string>(row: Row<Field>, field: Field, { grids }: Context): number | null {
  const words = row.text(field);
  const grid = words === '' ? undefined : parseGrid(words, grids);
  if (words !== '' && grid === undefined) row.warn(field, 'grid/unreadable', { words });
  return grid ?? null;
}

export function readAddress<Field extends string>(row: Row<Field>, field: Field): Address | null {
  const words = row.text(field);
  const address = words === '' ? undefined : parseAddress(words);
  if (words !== '' && address === undefined) row.warn(field, 'address/unreadable');
  return address ?? null;
}

export function readPhone<Field extends string>(row: Row<Field>, field: Field): string | null {
  const words = row.text(field);
  if (words === '') return null;
  const phones = parsePhones(words);
  if (phones === undefined) row.warn(field, 'phone/unreadable');
  else if (phones.length > 1) row.warn(field, 'phone/several');
  return phones?.[0] ?? null;
}

/** A word that must be in the vocabulary: blank or unknown, the row is refused. */
export function readWord<Field extends string, Code extends string>(
  row: Row<Field>,
  field: Field,
  words: Words<Code>,
  unknown: InteropCode,
): Code | undefined {
  const text = row.text(field);
  const code = words.get(fold(text));
  if (text === '') row.refuse(field, 'cell/missing');
  else if (code === undefined) row.refuse(field, unknown, { words: text });
  return code;
}

/** Somebody named, with what the row tells besides. */
export const mention = (name: string, known: Partial<Omit<Mention, 'name'>> = {}): Mention => ({
  name,
  grid: null,
  address: null,
  role: null,
  ...known,
});

export const textOrNull = (text: string): string | null => (text === '' ? null : text);
