import { addDays, type Birth, type ResidentDraft } from '@linli/model';
import { onDay } from '../cells/parse-birth.ts';
import { parseContact } from '../cells/parse-contact.ts';
import { parseFlag } from '../cells/parse-flag.ts';
import { type Identity, parseIdentity } from '../cells/parse-identity.ts';
import { parseLiving } from '../cells/parse-living.ts';
import { saysNone, splitList } from '../cells/split-list.ts';
import { fold, longestWordIn, wordsIn } from '../recognise/fold.ts';
import type { FieldOf } from '../recognise/kinds.ts';
import type { Table } from '../recognise/table.ts';
import type { Context } from './context.ts';
import { readAddress, readBirth, readGrid, readName, readPhone, readSex, textOrNull } from './fields.ts';
import { type Remarks, type Row, readRows } from './row.ts';

type ResidentRow = Row<FieldOf<'residents'>>;

export const readResidents = (table: Table, context: Context, remarks: Remarks): ResidentDraft[] =>
  readRows<'residents', ResidentDraft>(table, remarks, (row) => readResident(row, context));

function readResident(row: ResidentRow, context: Context): ResidentDraft {
  const name = readName(row, 'name');
  const identity = readIdentity(row, context);
  const sex = readSex(row, 'sex');
  if (identity !== undefined && sex !== null && sex !== identity.sex) row.warn('sex', 'identity/sex-differs');
  const grid = readGrid(row, 'grid', context);
  if (row.text('grid') === '') row.warn('grid', 'grid/missing');
  const note = row.text('note');
  return {
    at: row.at,
    name,
    sex: sex ?? identity?.sex ?? null,
    birth: reconcile(row, readBirth(row, 'birth', context), identity),
    identityNumber: identity?.number ?? null,
    grid,
    address: readAddress(row, 'address'),
    hasLift: readLift(row),
    phone: readPhone(row, 'phone'),
    emergencyContact: readContact(row),
    living: readLiving(row, context),
    selfCare: readSelfCare(row, context),
    hardship: readHardship(row, context),
    health: splitList(row.text('health')),
    interests: splitList(row.text('interests')),
    approach: [...new Set(wordsIn(context.approach, note).map(({ code }) => code))],
    note: textOrNull(note),
  };
}

/** A number whose digits are lost holds the row back; one that is merely wrong is left out and said. */
function readIdentity(row: ResidentRow, { listedOn }: Context): Identity | undefined {
  if (row.text('identity') === '') return undefined;
  const identity = parseIdentity(row.cell('identity'), listedOn);
  if (identity.ok) return identity.value;
  const { code } = identity.reasons[0];
  if (code === 'identity/rounded') row.refuse('identity', code);
  else row.warn('identity', code);
  return undefined;
}

/** The identity number sharpens a vague birth that agrees with it; where the two differ, the column stands. */
function reconcile(row: ResidentRow, written: Birth | null, identity: Identity | undefined): Birth | null {
  if (identity === undefined) return written;
  const born = onDay(identity.born);
  if (!born.ok) return written;
  if (written === null) return born.value;
  if (written.from <= identity.born && addDays(identity.born, 1) <= written.until) return born.value;
  row.warn('birth', 'identity/birth-differs');
  return written;
}

function readLift(row: ResidentRow): boolean | null {
  const words = row.text('lift');
  const flag = parseFlag(words);
  if (flag === undefined) row.warn('lift', 'flag/unknown', { words });
  return flag ?? null;
}

function readContact(row: ResidentRow) {
  const words = row.text('contact');
  if (words === '' || saysNone(words)) return null;
  const contact = parseContact(words);
  if (contact === undefined) row.warn('contact', 'contact/unreadable');
  return contact ?? null;
}

function readLiving(row: ResidentRow, context: Context) {
  const { living, unread } = parseLiving(row.text('living'), context.living);
  for (const words of unread) row.warn('living', 'living/unread', { words });
  return living;
}

function readSelfCare(row: ResidentRow, { selfCare }: Context) {
  const words = row.text('selfCare');
  const level = selfCare.get(fold(words));
  if (words !== '' && level === undefined) row.warn('selfCare', 'self-care/word-unknown', { words });
  return level ?? null;
}

function readHardship(row: ResidentRow, context: Context): readonly string[] {
  const codes = splitList(row.text('hardship')).map((words) => {
    const code = longestWordIn(context.hardship, words);
    if (code === undefined) row.warn('hardship', 'hardship/unknown', { words });
    return code;
  });
  return [...new Set(codes.filter((code) => code !== undefined))];
}
