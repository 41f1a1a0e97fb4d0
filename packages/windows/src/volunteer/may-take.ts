import { type Decision, type LocalDate, type Reason, yes } from '@linli/model';
import type { DutyDefinition } from '../duty/duty-definition.ts';
import type { Snapshot } from '../process/snapshot.ts';
import { courseStanding } from './training-record.ts';
import type { VolunteerTypes } from './volunteer-facts.ts';

export type MayTakeCode =
  | 'volunteer/not-active'
  | 'training/missing'
  | 'training/expired'
  | 'training/not-yet'
  | 'training/nobody-said';

const courseCodes = { missing: 'training/missing', expired: 'training/expired', 'not-yet': 'training/not-yet' } as const;

/**
 * May this volunteer take this duty on the day `on`? Every missing, expired or future course is named, in the duty's
 * order, after the state. A duty whose courses nobody has said is not open: unknown is not "none".
 */
export function mayTake(
  duty: DutyDefinition,
  volunteer: Pick<Snapshot<VolunteerTypes>, 'state' | 'facts'>,
  on: LocalDate,
): Decision<DutyDefinition, MayTakeCode> {
  const { personId, trainings } = volunteer.facts;
  const reasons: Reason<MayTakeCode>[] = [];
  if (volunteer.state !== 'active') reasons.push({ code: 'volunteer/not-active', data: { personId } });
  if (duty.courses === null) reasons.push({ code: 'training/nobody-said', data: { personId, duty: duty.id } });
  for (const course of duty.courses ?? []) {
    const held = courseStanding(trainings, course, on);
    if (held.standing === 'valid') continue;
    const date = 'date' in held ? { date: held.date } : {};
    reasons.push({ code: courseCodes[held.standing], data: { personId, course, ...date } });
  }
  const [first, ...rest] = reasons;
  return first === undefined ? yes(duty) : { ok: false, reasons: [first, ...rest] };
}
