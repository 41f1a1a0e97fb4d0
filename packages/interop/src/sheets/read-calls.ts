import type { CallDraft, LocalDate, WallTime } from '@linli/model';
import { parseFlag } from '../cells/parse-flag.ts';
import { parseName } from '../cells/parse-name.ts';
import { parseOrder } from '../cells/parse-order.ts';
import { parseWallTime } from '../cells/parse-wall-time.ts';
import { saysNone } from '../cells/split-list.ts';
import { longestWordIn } from '../recognise/fold.ts';
import type { FieldOf } from '../recognise/kinds.ts';
import type { Table } from '../recognise/table.ts';
import type { Context } from './context.ts';
import { mention, readAddress, readGrid, readName, readWord } from './fields.ts';
import { type Remarks, type Row, readRows } from './row.ts';

type CallRow = Row<FieldOf<'calls'>>;

/** `date` is the day of the round: it stands above the headers, not in the rows. */
export const readCalls = (table: Table, date: LocalDate, context: Context, remarks: Remarks): CallDraft[] =>
  readRows<'calls', CallDraft>(table, remarks, (row) => {
    const takenBy = parseName(row.text('takenBy'));
    return {
      at: row.at,
      date,
      time: readTime(row),
      resident: mention(readName(row, 'resident'), {
        grid: readGrid(row, 'grid', context),
        address: readAddress(row, 'address'),
      }),
      outcome: readWord(row, 'outcome', context.outcomes, 'outcome/unknown') ?? 'no-answer',
      order: readOrder(row),
      request: readRequest(row, context),
      emergency: readEmergency(row),
      takenBy: takenBy === '' ? null : mention(takenBy),
    };
  });

function readTime(row: CallRow): WallTime {
  const time = parseWallTime(row.cell('time'));
  if (row.text('time') === '') row.refuse('time', 'cell/missing');
  else if (time === undefined) row.refuse('time', 'time/unreadable', { words: row.text('time') });
  return time ?? ('00:00' as WallTime);
}

function readOrder(row: CallRow) {
  const order = parseOrder(row.text('order'));
  for (const { words, quantity } of order) if (quantity === null) row.warn('order', 'order/quantity-unread', { words });
  return order;
}

function readRequest(row: CallRow, { services }: Context) {
  const words = row.text('request');
  if (words === '' || saysNone(words)) return null;
  const category = longestWordIn(services, words) ?? null;
  if (category === null) row.warn('request', 'request/unknown', { words });
  return { words, category };
}

/** Whatever stands in the column and does not deny it counts as an emergency. */
function readEmergency(row: CallRow): boolean {
  const words = row.text('emergency');
  const flag = parseFlag(words);
  if (flag === undefined) row.warn('emergency', 'emergency/assumed', { words });
  return flag ?? flag === undefined;
}
