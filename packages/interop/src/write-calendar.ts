import { assert, type Instant, localDateOf, type Seconds, wallTimeOf, Zone } from '@linli/model';
import ical, { ICalEventStatus } from 'ical-generator';

/** Something with a beginning and an end. The same `id` is the same event for ever: calendars update it by that. */
export interface CalendarEvent {
  readonly id: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  /** `cancelled`: it will not take place. Leave it in: a calendar that never hears of it goes on showing the event. */
  readonly status?: 'confirmed' | 'cancelled';
  /** How often it was changed since it was first written: a whole number from 0, and 0 where left out. A calendar keeps the highest it has seen. */
  readonly sequence?: number;
}

/** What holds for the whole calendar. */
export interface CalendarOptions {
  readonly name: string;
  /** In which zone calendars should show the events. */
  readonly zone: Zone;
  /** When this calendar is written: the DTSTAMP of every event. */
  readonly at: Instant;
  /** A colour's name in CSS, such as `teal` (RFC 7986, 5.9). */
  readonly color?: string;
  /** How long calendars that subscribe may wait before they look again (RFC 7986, 5.7). */
  readonly refreshSeconds?: Seconds;
}

const STATUS = { confirmed: ICalEventStatus.CONFIRMED, cancelled: ICalEventStatus.CANCELLED } as const;

const utc = Zone.parse('UTC');

/**
 * iCalendar text (RFC 5545, RFC 7986) with times in UTC, so that no zone table is needed to read it right. Events keep
 * their order; one that begins and ends
 * within one second has a DTSTART only, texts of no words are left out. Characters that no calendar may hold become blanks. A calendar without
 * events is written all the same, though RFC 5545 asks for one component: a reader takes it as "nothing planned".
 * @throws Fault `calendar/color-unreadable` where `color` is not a single word, `calendar/id-unreadable` for half a
 * character in an id, `calendar/ends-before-it-begins`, `calendar/sequence-unreadable` for what is no whole number from 0.
 */
export function writeCalendar(events: readonly CalendarEvent[], options: CalendarOptions): string {
  const { name, zone, at, color, refreshSeconds } = options;
  assert(color === undefined || /^[a-z]+$/i.test(color), 'calendar/color-unreadable', 'a colour is one word, as CSS names it');
  const calendar = ical({
    name: escapeText(cleanText(name).replaceAll('\n', ' ')),
    prodId: { company: 'Linli', product: 'interop' },
    ttl: refreshSeconds ?? null,
  });
  for (const { id, from, until, summary, description, location, status, sequence } of events) {
    // Two of them made whole could become one.
    assert(id.isWellFormed(), 'calendar/id-unreadable', 'an id of an event holds half a character');
    assert(from <= until, 'calendar/ends-before-it-begins', `the event ${id} ends before it begins`);
    assert(
      sequence === undefined || (Number.isSafeInteger(sequence) && sequence >= 0),
      'calendar/sequence-unreadable',
      `the sequence of the event ${id} is ${String(sequence)}, which is no whole number from 0`,
    );
    const [start, end] = [isoText(from), isoText(until)];
    calendar.createEvent({
      id: `${encodeURIComponent(id)}@linli`,
      sequence: sequence ?? 0,
      stamp: isoText(at),
      start,
      // DTEND must lie after DTSTART (3.8.2.2), in the whole seconds that are written.
      end: start === end ? null : end,
      summary: cleanText(summary),
      description: cleanText(description ?? '') || null,
      location: cleanText(location ?? '') || null,
      status: status === undefined ? null : STATUS[status],
    });
  }
  // The library would put the zone after the events, where properties of the calendar may not stand, and knows no COLOR.
  const added = [...(color === undefined ? [] : [`COLOR:${color}`]), `X-WR-TIMEZONE:${zone}`];
  // It ends without the last line's end, and writes a summary of no words, which readers take for a fault.
  const text = `${calendar.toString()}\r\n`.replaceAll('\r\nSUMMARY:\r\n', '\r\n');
  return text.replace(NEXT_LINE, `\r\n${added.join('\r\n')}\r\n`);
}

/** Before the first of those that follow NAME; a calendar without a name has neither NAME nor X-WR-CALNAME. */
const NEXT_LINE = /\r\n(?=X-WR-CALNAME:|REFRESH-INTERVAL;|BEGIN:VEVENT|END:VCALENDAR)/;

/** The library escapes what it writes of events, but not the calendar's name. */
const escapeText = (text: string): string => text.replace(/[\\;,]/g, '\\$&');

/** What TEXT may hold (3.3.11): no control character but the tab; a line of any kind ends in a plain newline. */
const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\p{Cc}--[\t\n]]+/gv, ' ');

function isoText(at: Instant): string {
  const seconds = String(((Math.floor(at / 1000) % 60) + 60) % 60).padStart(2, '0');
  return `${localDateOf(at, utc)}T${wallTimeOf(at, utc)}:${seconds}Z`;
}
