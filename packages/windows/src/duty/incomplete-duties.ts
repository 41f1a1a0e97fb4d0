import type { Reason } from '@linli/model';
import type { DutyDefinition } from './duty-definition.ts';

export type IncompleteDutyCode =
  | 'duty-definition/purpose-missing'
  | 'duty-definition/owner-missing'
  | 'duty-definition/skills-missing'
  | 'duty-definition/courses-missing'
  | 'duty-definition/window-missing'
  | 'duty-definition/evidence-missing'
  | 'duty-definition/escalation-missing'
  | 'duty-definition/role-unknown';

/** One duty with everything nobody has said about it. `data.path` is the place in the list, as `3.window`. */
export interface IncompleteDuty {
  readonly duty: DutyDefinition;
  readonly reasons: readonly [Reason<IncompleteDutyCode>, ...Reason<IncompleteDutyCode>[]];
}

const said = [
  ['purpose', 'duty-definition/purpose-missing'],
  ['ownerRole', 'duty-definition/owner-missing'],
  ['skills', 'duty-definition/skills-missing'],
  ['courses', 'duty-definition/courses-missing'],
  ['window', 'duty-definition/window-missing'],
  ['evidence', 'duty-definition/evidence-missing'],
  ['escalation', 'duty-definition/escalation-missing'],
] as const satisfies readonly (readonly [keyof DutyDefinition, IncompleteDutyCode])[];

/**
 * What is missing, duty by duty in the order given; complete ones are left out. With `roles`, the community's catalogue,
 * a role that stands in a duty and not in the catalogue is named too.
 */
export function incompleteDuties(
  duties: readonly DutyDefinition[],
  roles: readonly string[] | null = null,
): readonly IncompleteDuty[] {
  return duties.flatMap((duty, index) => {
    const missing = said.flatMap(([field, code]): Reason<IncompleteDutyCode>[] =>
      duty[field] === null ? [{ code, data: { path: `${index}.${field}`, duty: duty.id } }] : [],
    );
    const named = [
      ['ownerRole', duty.ownerRole],
      ['escalation.toRole', duty.escalation?.toRole ?? null],
    ] as const;
    const unknown = named.flatMap(([field, role]): Reason<IncompleteDutyCode>[] =>
      role === null || roles === null || roles.includes(role)
        ? []
        : [{ code: 'duty-definition/role-unknown', data: { path: `${index}.${field}`, duty: duty.id, role } }],
    );
    const [first, ...rest] = [...missing, ...unknown];
    return first === undefined ? [] : [{ duty, reasons: [first, ...rest] }];
  });
}
