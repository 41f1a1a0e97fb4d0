import { callHeaders } from './headers/calls.ts';
import { helperHeaders } from './headers/helpers.ts';
import { residentHeaders } from './headers/residents.ts';
import { resourceHeaders } from './headers/resources.ts';
import { serviceHeaders } from './headers/services.ts';
import { tieHeaders } from './headers/ties.ts';

/**
 * Every kind of sheet. `headers`: what its columns are called. `minimum`: a sheet is not of the kind unless it has one
 * field of each group. `needs`: columns without which the sheet is told but its rows cannot be taken. `unread`: columns
 * that such a sheet often has and nobody needs. `names`: what such a sheet is often named.
 */
export const kinds = {
  residents: {
    headers: residentHeaders,
    minimum: [['name'], ['address', 'identity']],
    needs: ['name'],
    unread: [],
    names: ['花名册', '名册', '长者', '老人', '老年', '居民', 'resident', 'elder', 'senior', 'roster'],
  },
  helpers: {
    headers: helperHeaders,
    minimum: [['name'], ['role']],
    needs: ['name', 'role'],
    unread: ['identity', 'note'],
    names: ['志愿者', '服务力量', '人员', '队伍', '伙伴', 'helper', 'volunteer', 'staff', 'people'],
  },
  ties: {
    headers: tieHeaders,
    minimum: [['resident'], ['helper'], ['duty']],
    needs: ['resident', 'helper', 'role', 'duty', 'cadence'],
    unread: ['phone', 'note'],
    names: ['结对', '帮扶', '对子', 'tie', 'pair', 'match', 'buddies'],
  },
  calls: {
    headers: callHeaders,
    minimum: [['time'], ['resident'], ['outcome']],
    needs: ['time', 'resident', 'outcome'],
    unread: ['phone', 'note'],
    names: ['电访', '电话', '回访', '需求', 'call', 'phone'],
  },
  services: {
    headers: serviceHeaders,
    minimum: [['date'], ['helper'], ['category'], ['from'], ['until']],
    needs: ['date', 'helper', 'category', 'from', 'until', 'beneficiary'],
    unread: ['duration', 'grid', 'address', 'phone', 'note'],
    names: ['服务记录', '服务台账', '服务登记', '记录', 'service', 'visit', 'workdone'],
  },
  resources: {
    headers: resourceHeaders,
    minimum: [['name'], ['services', 'openingHours']],
    needs: ['name', 'category'],
    unread: ['contact'],
    names: ['资源', '单位', '机构', 'resource', 'place', 'directory'],
  },
} as const satisfies Record<string, Kind>;

interface Kind {
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly minimum: readonly (readonly string[])[];
  readonly needs: readonly string[];
  readonly unread: readonly string[];
  readonly names: readonly string[];
}

export type SheetKind = keyof typeof kinds;
export type FieldOf<Kind extends SheetKind> = keyof (typeof kinds)[Kind]['headers'] & string;

export const sheetKinds = Object.keys(kinds) as readonly SheetKind[];

/** How many groups of a kind's minimum no field is found for: 0, the sheet may be of the kind. */
export const lacking = (kind: SheetKind, fields: { has(field: string): boolean }): number =>
  kinds[kind].minimum.filter((group: readonly string[]) => !group.some((field) => fields.has(field))).length;
