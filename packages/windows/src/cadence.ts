import { addDays, Cadence, daysBetween, type LocalDate, mondayOf, Text } from '@linli/model';
import { z } from 'zod';

/**
 * How often somebody must be in touch. `week` says how weeks and months count: `calendar` by the ISO week and the month
 * on the calendar, `rolling` by 7, 14 or 30 days from the last contact.
 */
export const ContactCadence = z
  .strictObject({
    format: z.literal('linli-cadence/1'),
    id: z.string().min(1),
    name: Text,
    cadence: Cadence,
    week: z.enum(['calendar', 'rolling']),
  })
  .readonly();
export interface ContactCadence extends z.infer<typeof ContactCadence> {}

/** `due`: today still keeps it. `unknown`: nothing is on record, which is never the same as safe. */
export type ContactState = 'kept' | 'due' | 'overdue' | 'excused' | 'unknown';

/** Known to be away, in hospital or travelling. Half-open in days; null where the return is not known. */
export interface Excuse {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** `dueOn` is the last day on which a contact keeps the cadence; null where nothing can be said to be due. */
export interface ContactStatus {
  readonly status: ContactState;
  readonly dueOn: LocalDate | null;
  /** Whole days since the last contact on record; null where there is none. */
  readonly silentDays: number | null;
}

/** The days on which the next contact is asked for, both included. */
interface Period {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/**
 * Where a duty stands on the day `on`. Only a contact on record is a contact: with no record and no start of the duty the
 * answer is `unknown` and due today; a duty begun without any contact is due in its first period and overdue after it.
 */
export function contactStatus(question: {
  readonly cadence: ContactCadence;
  /** The first day of the duty; null where nobody knows. */
  readonly since: LocalDate | null;
  readonly lastContact: LocalDate | null;
  readonly on: LocalDate;
  readonly excused: readonly Excuse[];
}): ContactStatus {
  const { cadence, since, on, excused } = question;
  // A contact after `on` says nothing about `on`.
  const lastContact = question.lastContact !== null && question.lastContact <= on ? question.lastContact : null;
  const silentDays = lastContact === null ? null : daysBetween(lastContact, on);
  const away = excuseAt(excused, on);
  if (away !== undefined) return { status: 'excused', dueOn: returnFrom(excused, on), silentDays };
  if (cadence.cadence === 'on-demand') return { status: lastContact === null ? 'unknown' : 'kept', dueOn: null, silentDays };

  const counts = lastContact !== null && (since === null || lastContact >= since);
  if (!counts && (since === null || since > on)) return { status: 'unknown', dueOn: since ?? on, silentDays };
  const period = counts ? nextPeriod(cadence, lastContact) : firstPeriod(cadence, since ?? on);
  const dueOn = returnFrom(excused, period.last);
  const status = dueOn !== null && on > dueOn ? 'overdue' : on >= period.first ? 'due' : 'kept';
  return { status, dueOn, silentDays };
}

const excuseAt = (excused: readonly Excuse[], day: LocalDate): Excuse | undefined =>
  excused.find(({ from, until }) => from <= day && (until === null || day < until));

/** The first day from `day` on that no excuse holds; null where the return is not known. */
function returnFrom(excused: readonly Excuse[], day: LocalDate): LocalDate | null {
  const excuse = excuseAt(excused, day);
  if (excuse === undefined) return day;
  return excuse.until === null ? null : returnFrom(excused, excuse.until);
}

const ROLLING_DAYS = { daily: 1, weekly: 7, fortnightly: 14, monthly: 30 } as const;

type Recurring = keyof typeof ROLLING_DAYS;

const countsCalendar = ({ cadence, week }: ContactCadence): boolean => week === 'calendar' && cadence !== 'daily';

/** After a contact: rolling asks on one day, the calendar at any time within the next week, fortnight or month. */
function nextPeriod(cadence: ContactCadence, contact: LocalDate): Period {
  const days = ROLLING_DAYS[cadence.cadence as Recurring];
  if (!countsCalendar(cadence)) return { first: addDays(contact, days), last: addDays(contact, days) };
  if (cadence.cadence === 'monthly') {
    const first = addDays(monthEnd(contact), 1);
    return { first, last: monthEnd(first) };
  }
  const first = addDays(mondayOf(contact), days);
  return { first, last: addDays(first, 6) };
}

/** Before any contact: from the first day of the duty to the end of its first day, week, fortnight or month. */
function firstPeriod(cadence: ContactCadence, since: LocalDate): Period {
  const days = ROLLING_DAYS[cadence.cadence as Recurring];
  if (!countsCalendar(cadence)) return { first: since, last: addDays(since, days - 1) };
  if (cadence.cadence === 'monthly') return { first: since, last: monthEnd(since) };
  return { first: since, last: addDays(mondayOf(since), days - 1) };
}

/** The last day of the month that holds `date`; the 28th and four days lie in the next month whatever its length. */
function monthEnd(date: LocalDate): LocalDate {
  const inNextMonth = addDays(`${date.slice(0, 8)}28` as LocalDate, 4);
  return addDays(inNextMonth, -Number(inNextMonth.slice(8)));
}
