import { type Instant, localDateOf, wallTimeOf, Zone } from '@linli/model';
import ical from 'ical-generator';

/** Something with a beginning and an end. The same `id` is the same event for ever: calendars update it by that. */
export interface CalendarEvent {
  readonly id: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
}

/** What holds for the whole calendar. */
export interface CalendarOptions {
  readonly name: string;
  /** In which zone calendars should show the events. */
  readonly zone: Zone;
  /** When this calendar is written: the DTSTAMP of every event. */
  readonly at: Instant;
}

const utc = Zone.parse('UTC');

/** iCalendar text (RFC 5545) with times in UTC, so that no zone table is needed to read it right. Events keep their order. */
export function writeCalendar(events: readonly CalendarEvent[], { name, zone, at }: CalendarOptions): string {
  const calendar = ical({ name: escapeText(name), prodId: { company: 'Linli', product: 'interop' } });
  for (const { id, from, until, summary, description, location } of events)
    calendar.createEvent({
      id: `${encodeURIComponent(id)}@linli`,
      stamp: isoText(at),
      start: isoText(from),
      end: isoText(until),
      summary,
      description: description ?? null,
      location: location ?? null,
    });
  // The library would put the zone after the events, where properties of the calendar may not stand.
  return calendar.toString().replace('\r\nX-WR-CALNAME:', `\r\nX-WR-TIMEZONE:${zone}\r\nX-WR-CALNAME:`);
}

/** The library escapes what it writes of events, but not the calendar's name. */
const escapeText = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\p{Cc}+/gu, ' ');

function isoText(at: Instant): string {
  const seconds = String(((Math.floor(at / 1000) % 60) + 60) % 60).padStart(2, '0');
  return `${localDateOf(at, utc)}T${wallTimeOf(at, utc)}:${seconds}Z`;
}
