import { addDays, Cadence, daysBetween, LocalDate, mondayOf, Text } from '@linli/model';
import * as z from 'zod';
import { type Excuse, excuseOn, returnFrom } from './excuse.ts';

/** The cadences of a tie, and one that only the visiting standards of whole districts know. */
export const Pace = z.enum([...Cadence.options, 'quarterly']);
export type Pace = z.infer<typeof Pace>;

/** How weeks, months and quarters count: on the calendar, or as 7, 14, 30 or 90 days from the last contact. */
export const Counting = z.enum(['calendar', 'rolling']);
export type Counting = z.infer<typeof Counting>;

/** How often somebody must be in touch at least. */
export const ContactCadence = z
  .strictObject({ format: z.literal('linli-cadence/1'), id: z.string().min(1), name: Text, cadence: Pace, week: Counting })
  .readonly();
export interface ContactCadence extends z.infer<typeof ContactCadence> {}

/** `due`: today still keeps it. `unknown`: nothing is on record, which is never the same as safe. */
export type ContactState = 'kept' | 'due' | 'overdue' | 'excused' | 'unknown';

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
  const away = excuseOn(excused, on);
  if (away !== undefined) return { status: 'excused', dueOn: returnFrom(excused, on), silentDays };
  if (cadence.cadence === 'on-demand') return { status: lastContact === null ? 'unknown' : 'kept', dueOn: null, silentDays };

  const counts = lastContact !== null && (since === null || lastContact >= since);
  if (!counts && (since === null || since > on)) return { status: 'unknown', dueOn: since ?? on, silentDays };
  const period = counts ? nextPeriod(cadence, lastContact) : firstPeriod(cadence, since ?? on);
  const dueOn = returnFrom(excused, period.last);
  const status = dueOn !== null && on > dueOn ? 'overdue' : on >= period.first ? 'due' : 'kept';
  return { status, dueOn, silentDays };
}

const ROLLING_DAYS = { daily: 1, weekly: 7, fortnightly: 14, monthly: 30, quarterly: 90 } as const;

type Recurring = keyof typeof ROLLING_DAYS;

const countsCalendar = ({ cadence, week }: ContactCadence): boolean => week === 'calendar' && cadence !== 'daily';

const monthsOf = (cadence: Pace): 1 | 3 | null => (cadence === 'monthly' ? 1 : cadence === 'quarterly' ? 3 : null);

/** After a contact: rolling asks on one day, the calendar at any time within the next week, fortnight, month or quarter. */
function nextPeriod(cadence: ContactCadence, contact: LocalDate): Period {
  const days = ROLLING_DAYS[cadence.cadence as Recurring];
  if (!countsCalendar(cadence)) return { first: addDays(contact, days), last: addDays(contact, days) };
  const months = monthsOf(cadence.cadence);
  if (months !== null) {
    const first = addDays(lastOfMonths(contact, months), 1);
    return { first, last: lastOfMonths(first, months) };
  }
  const first = addDays(mondayOf(contact), days);
  return { first, last: addDays(first, 6) };
}

/** Before any contact: from the first day of the duty to the end of its first day, week, fortnight, month or quarter. */
function firstPeriod(cadence: ContactCadence, since: LocalDate): Period {
  const days = ROLLING_DAYS[cadence.cadence as Recurring];
  if (!countsCalendar(cadence)) return { first: since, last: addDays(since, days - 1) };
  const months = monthsOf(cadence.cadence);
  if (months !== null) return { first: since, last: lastOfMonths(since, months) };
  return { first: since, last: addDays(mondayOf(since), days - 1) };
}

/** The last day of the month, or of the calendar quarter, that holds `date`. */
function lastOfMonths(date: LocalDate, months: 1 | 3): LocalDate {
  const month = Math.ceil(Number(date.slice(5, 7)) / months) * months;
  // The 28th and four days lie in the next month whatever the length of this one.
  const inNextMonth = addDays(LocalDate.parse(`${date.slice(0, 5)}${String(month).padStart(2, '0')}-28`), 4);
  return addDays(inNextMonth, -Number(inNextMonth.slice(8)));
}
