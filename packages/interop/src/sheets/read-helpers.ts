import type { HelperDraft, Seconds } from '@linli/model';
import { parseBuilding } from '../cells/parse-address.ts';
import { parseAvailability } from '../cells/parse-availability.ts';
import { saysNone, splitList } from '../cells/split-list.ts';
import { fold } from '../recognise/fold.ts';
import type { FieldOf } from '../recognise/kinds.ts';
import type { Table } from '../recognise/table.ts';
import type { Context } from './context.ts';
import { readBirth, readGrid, readName, readPhone, readSex, readWord, textOrNull } from './fields.ts';
import { type Remarks, type Row, readRows } from './row.ts';

type HelperRow = Row<FieldOf<'helpers'>>;

export const readHelpers = (table: Table, context: Context, remarks: Remarks): HelperDraft[] =>
  readRows<'helpers', HelperDraft>(table, remarks, (row) => readHelper(row, context));

function readHelper(row: HelperRow, context: Context): HelperDraft {
  return {
    at: row.at,
    name: readName(row, 'name'),
    role: readWord(row, 'role', context.roles, 'role/unknown') ?? '',
    sex: readSex(row, 'sex'),
    birth: readBirth(row, 'birth', context),
    phone: readPhone(row, 'phone'),
    grid: readGrid(row, 'grid', context),
    building: readBuilding(row),
    availability: readAvailability(row, context),
    skills: readSkills(row, context),
    weeklyCapSeconds: readCap(row),
    team: textOrNull(row.text('team')),
  };
}

function readBuilding(row: HelperRow): string | null {
  const words = row.text('building');
  const building = words === '' ? undefined : parseBuilding(words);
  if (words !== '' && building === undefined) row.warn('building', 'address/unreadable');
  return building ?? null;
}

function readAvailability(row: HelperRow, { dayparts }: Context) {
  const words = row.text('availability');
  if (words === '' || saysNone(words)) return [];
  const availability = parseAvailability(words, dayparts);
  if (availability === undefined) row.warn('availability', 'availability/unread', { words });
  return availability ?? [];
}

/** Whole pieces first, so that a skill of two words survives; only then are blanks taken as separators. */
function readSkills(row: HelperRow, { skills }: Context): readonly string[] {
  const pieces = splitList(row.text('skills'), false).flatMap((piece) =>
    skills.has(fold(piece)) ? [piece] : splitList(piece, true),
  );
  const codes = pieces.map((words) => {
    const code = skills.get(fold(words));
    if (code === undefined) row.warn('skills', 'skill/unknown', { words });
    return code;
  });
  return [...new Set(codes.filter((code) => code !== undefined))];
}

/** The column counts hours: 4, 2.5, `4小时`. */
function readCap(row: HelperRow): Seconds | null {
  const words = row.text('weeklyCap').normalize('NFKC');
  if (words === '') return null;
  const hours = /^(\d{1,3}(?:\.\d{1,2})?)\s*(?:小时|h|hours?)?$/iu.exec(words)?.[1];
  if (hours === undefined) row.warn('weeklyCap', 'cap/unreadable');
  return hours === undefined ? null : (Math.round(Number(hours) * 3600) as Seconds);
}
