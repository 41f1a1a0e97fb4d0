import { callHeaders } from './headers/calls.ts';
import { helperHeaders } from './headers/helpers.ts';
import { residentHeaders } from './headers/residents.ts';
import { resourceHeaders } from './headers/resources.ts';
import { serviceHeaders } from './headers/services.ts';
import { tieHeaders } from './headers/ties.ts';

/** Every kind of sheet: what its headers are called, which it cannot do without, what such a sheet is often named. */
export const kinds = {
  residents: { headers: residentHeaders, required: ['name'], others: 3, names: ['花名册', '名册', '长者', '老人', 'resident'] },
  helpers: { headers: helperHeaders, required: ['name', 'role'], others: 2, names: ['志愿者', '服务力量', '人员', 'helper'] },
  ties: { headers: tieHeaders, required: ['resident', 'helper', 'role', 'duty', 'cadence'], others: 0, names: ['结对', 'tie'] },
  calls: { headers: callHeaders, required: ['time', 'resident', 'outcome'], others: 1, names: ['电访', '需求', 'call'] },
  services: {
    headers: serviceHeaders,
    required: ['date', 'helper', 'category', 'from', 'until', 'beneficiary'],
    others: 0,
    names: ['服务记录', '记录', 'service'],
  },
  resources: { headers: resourceHeaders, required: ['name', 'category'], others: 2, names: ['资源', 'resource'] },
} as const;

export type SheetKind = keyof typeof kinds;
export type FieldOf<Kind extends SheetKind> = keyof (typeof kinds)[Kind]['headers'] & string;

export const sheetKinds = Object.keys(kinds) as readonly SheetKind[];
