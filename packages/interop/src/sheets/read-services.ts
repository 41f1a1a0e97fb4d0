import type { LocalDate, ServiceDraft, WallTime } from '@linli/model';
import { parseDate } from '../cells/parse-date.ts';
import { parseWallTime } from '../cells/parse-wall-time.ts';
import { splitList } from '../cells/split-list.ts';
import { fold, longestWordIn } from '../recognise/fold.ts';
import type { FieldOf } from '../recognise/kinds.ts';
import type { Table } from '../recognise/table.ts';
import type { Context } from './context.ts';
import { mention, readName } from './fields.ts';
import { type Remarks, type Row, readRows } from './row.ts';

type ServiceRow = Row<FieldOf<'services'>>;

export const readServices = (table: Table, context: Context, remarks: Remarks): ServiceDraft[] =>
  readRows<'services', ServiceDraft>(table, remarks, (row) => {
    const from = readTime(row, 'from');
    const until = readTime(row, 'until');
    if (from !== undefined && until !== undefined && until <= from) row.refuse('until', 'service/ends-before-start');
    const beneficiary = readName(row, 'beneficiary');
    return {
      at: row.at,
      date: readDate(row, context),
      from: from ?? ('00:00' as WallTime),
      until: until ?? ('24:00' as WallTime),
      helper: mention(readName(row, 'helper')),
      category: readCategory(row, context),
      beneficiary: context.publicBeneficiary.has(fold(beneficiary)) ? null : mention(beneficiary),
      evidence: readEvidence(row, context),
    };
  });

function readTime(row: ServiceRow, field: 'from' | 'until'): WallTime | undefined {
  const time = parseWallTime(row.cell(field));
  if (row.text(field) === '') row.refuse(field, 'cell/missing');
  else if (time === undefined) row.refuse(field, 'time/unreadable', { words: row.text(field) });
  return time;
}

function readDate(row: ServiceRow, { latest }: Context): LocalDate {
  const words = row.text('date');
  const date = parseDate(row.cell('date'), latest);
  if (words === '') row.refuse('date', 'cell/missing');
  else if (date === undefined) row.refuse('date', 'date/unreadable', { words });
  else if (date === 'no-year') row.refuse('date', 'date/no-year', { words });
  else return date;
  return '0001-01-01' as LocalDate;
}

function readCategory(row: ServiceRow, { services }: Context): string {
  const words = row.text('category');
  const category = longestWordIn(services, words);
  if (words === '') row.refuse('category', 'cell/missing');
  else if (category === undefined) row.refuse('category', 'service/unknown', { words });
  return category ?? '';
}

function readEvidence(row: ServiceRow, { evidence }: Context): readonly string[] {
  const codes = splitList(row.text('evidence')).map((words) => {
    const code = evidence.get(fold(words));
    if (code === undefined) row.warn('evidence', 'evidence/unknown', { words });
    return code;
  });
  return [...new Set(codes.filter((code) => code !== undefined))];
}
