import type { TieDraft } from '@linli/model';
import type { Table } from '../recognise/table.ts';
import type { Context } from './context.ts';
import { mention, readAddress, readGrid, readName, readWord } from './fields.ts';
import { type Remarks, readRows } from './row.ts';

export const readTies = (table: Table, context: Context, remarks: Remarks): TieDraft[] =>
  readRows<'ties', TieDraft>(table, remarks, (row) => {
    const role = readWord(row, 'role', context.roles, 'role/unknown') ?? '';
    return {
      at: row.at,
      resident: mention(readName(row, 'resident'), {
        grid: readGrid(row, 'grid', context),
        address: readAddress(row, 'address'),
      }),
      helper: mention(readName(row, 'helper'), { role: role === '' ? null : role }),
      role,
      duty: readWord(row, 'duty', context.duties, 'duty/word-unknown') ?? '',
      cadence: readWord(row, 'cadence', context.cadences, 'cadence/unknown') ?? 'on-demand',
    };
  });
