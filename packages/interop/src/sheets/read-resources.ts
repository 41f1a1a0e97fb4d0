import type { ResourceDraft } from '@linli/model';
import { splitList } from '../cells/split-list.ts';
import type { Table } from '../recognise/table.ts';
import type { Context } from './context.ts';
import { readGrid, readName, readPhone, textOrNull } from './fields.ts';
import { type Remarks, readRows } from './row.ts';

/** Categories of resources stay in the community's words: nothing downstream decides by them. */
export const readResources = (table: Table, context: Context, remarks: Remarks): ResourceDraft[] =>
  readRows<'resources', ResourceDraft>(table, remarks, (row) => {
    const category = row.text('category');
    if (category === '') row.refuse('category', 'cell/missing');
    return {
      at: row.at,
      name: readName(row, 'name'),
      category,
      place: textOrNull(row.text('place')),
      grid: readGrid(row, 'grid', context),
      openingHours: textOrNull(row.text('openingHours')),
      phone: readPhone(row, 'phone'),
      services: splitList(row.text('services'), false),
      note: textOrNull(row.text('note')),
    };
  });
