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
  /** How often it was changed since it was first written; 0 where left out. A calendar keeps the highest it has seen. */
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
 * their order.
 * @throws Fault `calendar/color-unreadable` where `color` is not a single word.
 */
export function writeCalendar(events: readonly CalendarEvent[], options: CalendarOptions): string {
  const { name, zone, at, color, refreshSeconds } = options;
  assert(color === undefined || /^[a-z]+$/i.test(color), 'calendar/color-unreadable', 'a colour is one word, as CSS names it');
  const calendar = ical({
    name: escapeText(name),
    prodId: { company: 'Linli', product: 'interop' },
    ttl: refreshSeconds ?? null,
  });
  for (const { id, from, until, summary, description, location, status, sequence } of events)
    calendar.createEvent({
      id: `${encodeURIComponent(id)}@linli`,
      sequence: sequence ?? 0,
      stamp: isoText(at),
      start: isoText(from),
      end: isoText(until),
      summary,
      description: description ?? null,
      location: location ?? null,
      status: status === undefined ? null : STATUS[status],
    });
  // The library would put the zone after the events, where properties of the calendar may not stand, and knows no COLOR.
  const added = [...(color === undefined ? [] : [`COLOR:${color}`]), `X-WR-TIMEZONE:${zone}`];
  return calendar.toString().replace(NEXT_LINE, `\r\n${added.join('\r\n')}\r\n`);
}

/** Before the first of those that follow NAME; a calendar without a name has neither NAME nor X-WR-CALNAME. */
const NEXT_LINE = /\r\n(?=X-WR-CALNAME:|REFRESH-INTERVAL;|BEGIN:VEVENT|END:VCALENDAR)/;

/** The library escapes what it writes of events, but not the calendar's name. */
const escapeText = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\p{Cc}+/gu, ' ');

function isoText(at: Instant): string {
  const seconds = String(((Math.floor(at / 1000) % 60) + 60) % 60).padStart(2, '0');
  return `${localDateOf(at, utc)}T${wallTimeOf(at, utc)}:${seconds}Z`;
}
