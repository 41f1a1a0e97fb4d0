import {
  type Instant,
  instantAt,
  type LocalDate,
  localDateOf,
  type PersonId,
  type Reason,
  type WallTime,
  type Zone,
} from '@linli/model';
import { type ContactCadence, type ContactStatus, contactStatus } from '../cadence/contact-status.ts';
import type { Excuse } from '../cadence/excuse.ts';
import type { LadderEvent } from './ladder-event.ts';

export type KnockDayCode = 'knock/kept' | 'knock/excused' | 'knock/awaited' | 'knock/overdue' | 'knock/never-made';

/**
 * One attempt at a contact on record. Only `seen` and `spoken` are contacts. `no-answer` and `not-known` are not, nor is what
 * somebody else said.
 */
export interface ContactRecord {
  readonly at: Instant;
  readonly how: 'seen' | 'spoken' | 'told-by-other' | 'no-answer' | 'not-known';
}

/** A resident's contact duty, such as the neighbour's knock of every day. */
export interface KnockDuty {
  readonly residentId: PersonId;
  readonly cadence: ContactCadence;
  /** The first day of the duty; null where nobody knows. */
  readonly since: LocalDate | null;
  readonly contacts: readonly ContactRecord[];
  readonly excused: readonly Excuse[];
}

/** Where one duty stands. `dueOn` and `silentDays` as `contactStatus` has them. */
export interface KnockStanding {
  readonly residentId: PersonId;
  /** `due` becomes `overdue` when the window of its last day ends. */
  readonly status: ContactStatus['status'];
  readonly dueOn: LocalDate | null;
  readonly silentDays: number | null;
  readonly reason: Reason<KnockDayCode>;
}
/** A ladder to open, or to tell of it: the same event id for the same missed day, so telling twice opens one. */
export interface ProposedLadder {
  readonly residentId: PersonId;
  readonly event: Extract<LadderEvent, { readonly type: 'contact-missed' }>;
}
export interface KnockDay {
  readonly standings: readonly KnockStanding[];
  /** Whoever would not be noticed by tonight: every duty that stands overdue or on which nothing is on record. */
  readonly gaps: readonly KnockStanding[];
  readonly ladders: readonly ProposedLadder[];
}

/**
 * Looks at the contact duties at `now`. The window of a day ends at `contactUntil`, and not in it any more: from then on a
 * duty due on that day is overdue, stands among the gaps and has a ladder. Nothing on record is never a contact.
 */
export function knockDay(question: {
  readonly duties: readonly KnockDuty[];
  readonly contactUntil: WallTime;
  readonly zone: Zone;
  readonly now: Instant;
}): KnockDay {
  const { duties, contactUntil, zone, now } = question;
  const standings = duties.map((duty) => standingOf(duty, contactUntil, zone, now));
  const gaps = standings.filter(({ status }) => status === 'overdue' || status === 'unknown');
  const ladders = standings.flatMap((standing) => ladderFor(standing, now));
  return { standings, gaps, ladders };
}

function standingOf(duty: KnockDuty, contactUntil: WallTime, zone: Zone, now: Instant): KnockStanding {
  const { residentId, cadence, since, contacts, excused } = duty;
  const on = localDateOf(now, zone);
  const made = contacts.filter(({ at, how }) => at <= now && (how === 'seen' || how === 'spoken')).map(({ at }) => at);
  const lastContact = made.length === 0 ? null : localDateOf(Math.max(...made) as Instant, zone);
  const { status, dueOn, silentDays } = contactStatus({ cadence, since, lastContact, on, excused });
  const isOver = dueOn !== null && now >= instantAt(dueOn, contactUntil, zone);
  const stand = (becomes: KnockStanding['status'], reason: Reason<KnockDayCode>): KnockStanding => ({
    residentId,
    status: becomes,
    dueOn,
    silentDays,
    reason,
  });
  if (status === 'excused') return stand('excused', { code: 'knock/excused' });
  if (dueOn === null) return stand(status, { code: status === 'unknown' ? 'knock/never-made' : 'knock/kept' });
  if (status === 'overdue' || isOver)
    return stand('overdue', lastContact === null ? { code: 'knock/never-made' } : { code: 'knock/overdue', data: { dueOn } });
  if (status === 'kept') return stand('kept', { code: 'knock/kept' });
  return stand(status, { code: 'knock/awaited', data: { dueOn } });
}

function ladderFor({ residentId, status, dueOn }: KnockStanding, now: Instant): readonly ProposedLadder[] {
  if (status !== 'overdue' || dueOn === null) return [];
  return [{ residentId, event: { type: 'contact-missed', id: `contact-missed/${residentId}/${dueOn}`, at: now, dueOn } }];
}
