import { type Instant, Seconds, Zone } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, type CalendarOptions, writeCalendar } from '../src/index.ts';

const zone = Zone.parse('Asia/Shanghai');
const at = Date.UTC(2020, 3, 6, 1) as Instant;
const options: CalendarOptions = { name: '贾爷爷敲门', zone, at };
const knock: CalendarEvent = {
  id: 'jia-knock/morning/2020-04-06/hu',
  from: at,
  until: (at + 600_000) as Instant,
  summary: '敲门',
};

interface Component {
  readonly name: string;
  /** Name with its parameters, and value as it stands there. */
  readonly properties: readonly (readonly [string, string])[];
  readonly parts: readonly Component[];
}

/** Reads the text by the grammar of RFC 5545, 3.1 and 3.4: lines end in CRLF, long ones are folded, components nest. */
function read(text: string): Component {
  if (/[^\r]\n|\r(?!\n)/.test(text)) throw new Error('a line does not end in CRLF');
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end');
  if (/[^\P{Cc}\t\r\n]/u.test(text)) throw new Error('a control character');
  for (const line of text.split('\r\n')) if (new TextEncoder().encode(line).length > 75) throw new Error(`not folded: ${line}`);
  const lines = text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '');
  const component = (): Component => {
    const name = /^BEGIN:([A-Z]+)$/.exec(lines.shift() ?? '')?.[1];
    if (name === undefined) throw new Error('no BEGIN');
    const properties: (readonly [string, string])[] = [];
    const parts: Component[] = [];
    for (;;) {
      const [line = ''] = lines;
      if (line === `END:${name}`) {
        lines.shift();
        return { name, properties, parts };
      }
      if (line.startsWith('BEGIN:')) {
        parts.push(component());
        continue;
      }
      const found = /^([A-Z-]+(?:;[A-Z-]+=[^:;"]+)*):(.*)$/.exec(line);
      if (found === null) throw new Error(`not a property: ${line}`);
      if (parts.length > 0) throw new Error(`after the components: ${line}`);
      if (found[2] === '') throw new Error(`nothing in ${line}`);
      properties.push([found[1]!, found[2]!]);
      lines.shift();
    }
  };
  const whole = component();
  if (lines.length > 0) throw new Error('more than one calendar');
  return whole;
}
const property = ({ properties }: Component, name: string): string | undefined => properties.find(([key]) => key === name)?.[1];
const readTime = (value: string | undefined): number | undefined =>
  value === undefined ? undefined : Date.parse(value.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
const wholeSeconds = (at: number): number => Math.floor(at / 1000) * 1000;
const readText = (value: string | undefined): string | undefined =>
  value?.replace(/\\(.)/g, (_, one: string) => (one === 'n' || one === 'N' ? '\n' : one));

describe('writeCalendar', () => {
  test('W-16: a turn that falls away stays, as cancelled and with a higher number, under the id it had', () => {
    const before = read(writeCalendar([knock], options));
    const after = read(writeCalendar([{ ...knock, status: 'cancelled', sequence: 1 }], options));
    const [first, second] = [before.parts[0]!, after.parts[0]!];
    expect(property(second, 'UID')).toBe(property(first, 'UID'));
    expect([property(first, 'STATUS'), property(first, 'SEQUENCE')]).toEqual([undefined, '0']);
    expect([property(second, 'STATUS'), property(second, 'SEQUENCE')]).toEqual(['CANCELLED', '1']);
    expect(property(read(writeCalendar([{ ...knock, status: 'confirmed' }], options)).parts[0]!, 'STATUS')).toBe('CONFIRMED');
    expect(property(second, 'DTSTART')).toBe('20200406T010000Z');
  });

  test('W-16: NAME, COLOR and REFRESH-INTERVAL of RFC 7986, and none of them unless asked for', () => {
    const plain = read(writeCalendar([knock], options));
    expect(property(plain, 'NAME')).toBe('贾爷爷敲门');
    expect(plain.properties.map(([key]) => key)).toEqual(['VERSION', 'PRODID', 'NAME', 'X-WR-TIMEZONE', 'X-WR-CALNAME']);
    const full = read(writeCalendar([knock], { ...options, color: 'teal', refreshSeconds: Seconds.parse(6 * 3600) }));
    expect(property(full, 'COLOR')).toBe('teal');
    expect(property(full, 'REFRESH-INTERVAL;VALUE=DURATION')).toBe('PT6H');
  });

  test('a calendar without a name still says its zone and colour', () => {
    const plain = read(writeCalendar([], { ...options, name: '', color: 'teal' }));
    expect(plain.properties.map(([key]) => key)).toEqual(['VERSION', 'PRODID', 'COLOR', 'X-WR-TIMEZONE']);
  });

  test('a colour that would write a line of its own is a fault', () => {
    for (const color of ['teal\r\nX-EVIL:1', '#008080', ''])
      expect(() => writeCalendar([], { ...options, color })).toThrow(
        expect.objectContaining({ code: 'calendar/color-unreadable' }),
      );
  });

  // With what no calendar may hold: control characters, the ends of lines of every kind, half a character.
  const units = [
    '敲',
    'a',
    ',',
    ';',
    '\\',
    '"',
    ' ',
    ':',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '\u2028',
    '\0',
    '\u001b',
    '\u009b',
    '\ud800',
  ];
  test('half a character in an id, and an end before the beginning, are faults', () => {
    expect(() => writeCalendar([{ ...knock, id: 'a\ud800' }], options)).toThrow(
      expect.objectContaining({ code: 'calendar/id-unreadable' }),
    );
    expect(() => writeCalendar([{ ...knock, until: (at - 1) as Instant }], options)).toThrow(
      expect.objectContaining({ code: 'calendar/ends-before-it-begins' }),
    );
  });

  test('a sequence that is no whole number from 0 is a fault, for readers keep the highest they have seen', () => {
    for (const sequence of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1', null])
      expect(() => writeCalendar([{ ...knock, sequence: sequence as number }], options)).toThrow(
        expect.objectContaining({ code: 'calendar/sequence-unreadable', retryable: false }),
      );
  });

  test('an event within one second has no DTEND, and a text of no words no line', () => {
    const [event] = read(
      writeCalendar([{ ...knock, until: (at + 999) as Instant, summary: '', description: '', location: '' }], options),
    ).parts;
    expect(event!.properties.map(([key]) => key)).toEqual(['UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART']);
    const next = read(writeCalendar([{ ...knock, from: (at + 999) as Instant, until: (at + 1000) as Instant }], options));
    expect(property(next.parts[0]!, 'DTEND')).toBe('20200406T010001Z');
  });

  const texts = fc.string({ unit: fc.constantFrom(...units), maxLength: 60 });
  const isControl = (one: string): boolean => one < ' ' || (one >= '\u007f' && one <= '\u009f');
  /** What a reader should see of a text. */
  const shown = (text: string): string =>
    [...text.replaceAll('\r\n', '\n')]
      .map((one) => ('\r\u2028'.includes(one) ? '\n' : one === '\ud800' ? '\ufffd' : one))
      .map((one, index, all) => {
        if (one === '\n' || one === '\t' || !isControl(one)) return one;
        const before = all[index - 1];
        return before !== undefined && before !== '\n' && before !== '\t' && isControl(before) ? '' : ' ';
      })
      .join('');
  const events = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 12 }),
      from: fc.integer({ min: -3_000_000_000_000, max: 3_000_000_000_000 }),
      summary: texts,
      description: fc.option(texts, { nil: undefined }),
      location: fc.option(texts, { nil: undefined }),
      length: fc.oneof(fc.constantFrom(0, 1, 999, 1000, 60_000), fc.nat(2_000)),
      cancelled: fc.boolean(),
      sequence: fc.nat(99),
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  );
  const readsBack = (write: typeof writeCalendar): void =>
    fc.assert(
      fc.property(events, texts, (all, name) => {
        const given = all.map(({ from, length, description, location, cancelled, ...rest }): CalendarEvent => {
          const event = {
            ...rest,
            from: from as Instant,
            until: (from + length) as Instant,
            ...(description !== undefined && { description }),
            ...(location !== undefined && { location }),
          };
          return cancelled ? { ...event, status: 'cancelled' } : event;
        });
        const calendar = read(write(given, { ...options, name }));
        expect(readText(property(calendar, 'NAME')) ?? '').toBe(shown(name).replaceAll('\n', ' '));
        expect(property(calendar, 'X-WR-TIMEZONE')).toBe(zone);
        const found = calendar.parts.map((part) => ({
          id: decodeURIComponent(property(part, 'UID')!.replace(/@linli$/, '')),
          from: readTime(property(part, 'DTSTART')),
          until: readTime(property(part, 'DTEND')),
          summary: readText(property(part, 'SUMMARY')) ?? '',
          description: readText(property(part, 'DESCRIPTION')) ?? '',
          location: readText(property(part, 'LOCATION')) ?? '',
          isCancelled: property(part, 'STATUS') === 'CANCELLED',
          sequence: Number(property(part, 'SEQUENCE')),
        }));
        expect(found).toEqual(
          given.map(({ id, from, until, summary, description = '', location = '', status, sequence }) => ({
            id,
            from: wholeSeconds(from),
            // DTEND must be later than DTSTART, as a reader sees them.
            until: wholeSeconds(until) > wholeSeconds(from) ? wholeSeconds(until) : undefined,
            summary: shown(summary),
            description: shown(description),
            location: shown(location),
            isCancelled: status === 'cancelled',
            sequence,
          })),
        );
      }),
      { seed: 7986, numRuns: 200 },
    );

  test('W-16 law: what is written reads back: ids, times, words, cancellations and numbers', () => {
    readsBack(writeCalendar);
  });

  test('planted: cancelled events that are left out, and numbers that stay at 0, are caught', () => {
    expect(() =>
      readsBack((all, ...rest) =>
        writeCalendar(
          all.filter(({ status }) => status !== 'cancelled'),
          ...rest,
        ),
      ),
    ).toThrow();
    expect(() =>
      readsBack((all, ...rest) =>
        writeCalendar(
          all.map((event) => ({ ...event, sequence: 0 })),
          ...rest,
        ),
      ),
    ).toThrow();
  });
});
