import { addDays, ClockChange, type Instant, LocalDate, type Span, WallTime, Zone } from '@linli/model';
import { Temporal } from 'temporal-polyfill';
import type { CycleDefinition } from '../src/cycle/cycle-definition.ts';

// The oracle: Temporal, which shares no line of code with ours. Both read the zone data of the machine (ICU), so a difference
// between them is never one of data.

/** What is held against the oracle; planted bugs come as other ones. */
export interface Subject {
  readonly instantAt: (date: LocalDate, time: WallTime, zone: Zone, clockChange?: ClockChange) => Instant;
  readonly timesShown: (date: LocalDate, time: WallTime, zone: Zone) => number;
  readonly localDateOf: (at: Instant, zone: Zone) => LocalDate;
  readonly wallTimeOf: (at: Instant, zone: Zone) => WallTime;
  readonly phaseSpans: (
    definition: CycleDefinition,
    date: LocalDate,
  ) => readonly { readonly phase: string; readonly span: Span }[];
  readonly cycleDateOf: (definition: CycleDefinition, at: Instant) => LocalDate;
}

export const zones: readonly Zone[] = Intl.supportedValuesOf('timeZone').map((name) => Zone.parse(name));
export const era = { from: Date.UTC(1970, 0, 1), until: Date.UTC(2041, 0, 1) };

const zoned = (at: number, zone: Zone): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
const next = (at: number, zone: Zone): number | undefined => zoned(at, zone).getTimeZoneTransition('next')?.epochMilliseconds;

/** Every instant from 1970 to 2040 at which the clocks of `zone` are changed. */
export function* changesOf(zone: Zone): Generator<Instant> {
  for (let at = next(era.from, zone); at !== undefined && at < era.until; at = next(at, zone)) yield at as Instant;
}

/** The change after `from`, or where there is none the last one before; undefined where the clocks never changed. */
export function someChange(zone: Zone, from: Instant): Instant | undefined {
  const after = next(from, zone);
  if (after !== undefined && after < era.until) return after as Instant;
  const before = zoned(from, zone).getTimeZoneTransition('previous')?.epochMilliseconds;
  return before === undefined || before < era.from ? undefined : (before as Instant);
}

const oracleInstant = (date: LocalDate, time: string, zone: Zone, plusDays = 0, rule: ClockChange = 'compatible'): Instant =>
  Temporal.PlainDate.from(date).add({ days: plusDays }).toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: rule })
    .epochMilliseconds as Instant;

/** How many instants have this wall: those among the two that Temporal makes of it which show it. */
function oracleShown(date: LocalDate, time: string, zone: Zone): number {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime(time);
  const meant = new Set((['earlier', 'later'] as const).map((rule) => oracleInstant(date, time, zone, 0, rule)));
  return [...meant].filter((at) => zoned(at, zone).toPlainDateTime().equals(wall)).length;
}

/** The phases of one cycle, gaps left out: edges from the oracle, a later edge never before an earlier one. */
function oracleSpans(
  { phases, zone }: CycleDefinition,
  date: LocalDate,
): readonly { readonly phase: string; readonly span: Span }[] {
  let reached = Number.NEGATIVE_INFINITY;
  const edge = (days: number, time: string): Instant => {
    reached = Math.max(reached, oracleInstant(date, time, zone, days));
    return reached as Instant;
  };
  return phases.map(({ id, dayOffset, from, until }) => {
    const start = edge(dayOffset, from);
    return { phase: id, span: { from: start, until: edge(until <= from ? dayOffset + 1 : dayOffset, until) } };
  });
}

/** The first date from `about` on whose collection is not over at `at`. */
function oracleCycleDate(definition: CycleDefinition, at: Instant, about: LocalDate): LocalDate {
  const collection = { ...definition, phases: definition.phases.slice(0, 1) };
  let date = addDays(about, -2);
  while (oracleSpans(collection, date)[0]!.span.until <= at) date = addDays(date, 1);
  return date;
}

const text = (wall: Temporal.PlainDateTime): readonly [LocalDate, WallTime] => [
  LocalDate.parse(wall.toPlainDate().toString()),
  WallTime.parse(wall.toPlainTime().toString({ smallestUnit: 'second' })),
];

/** A day whose collection ends at the very moment of the wall that is skipped or comes twice, and whose work follows at once. */
function nightly(definition: CycleDefinition, edge: Temporal.PlainDateTime): CycleDefinition {
  const [date, cutOff] = text(edge);
  const [afterDate, listed] = text(edge.add({ minutes: 20 }));
  const [, brought] = text(edge.add({ hours: 3 }));
  const [collect, assign, , deliver] = definition.phases as readonly CycleDefinition['phases'][number][];
  return {
    ...definition,
    phases: [
      { ...collect!, dayOffset: -1, from: cutOff, until: cutOff },
      { ...assign!, dayOffset: 0, from: cutOff, until: listed },
      { ...deliver!, dayOffset: afterDate === date ? 0 : 1, from: listed, until: brought },
    ],
  };
}

/** Everything `subject` says otherwise than the oracle around one change of the clocks of `zone`. */
export function disagreements(subject: Subject, duowen: CycleDefinition, zone: Zone, change: Instant): readonly string[] {
  const said: string[] = [];
  const same = <Value>(what: string, ours: Value, theirs: Value): void => {
    if (ours !== theirs) said.push(`${zone} at ${zoned(change, zone)}: ${what} is ${ours}, not ${theirs}`);
  };
  const utc = Temporal.Instant.fromEpochMilliseconds(change).toZonedDateTimeISO('UTC').toPlainDateTime();
  const [low, high] = [zoned(change - 1, zone), zoned(change, zone)]
    .map(({ offsetNanoseconds }) => utc.add({ nanoseconds: offsetNanoseconds }))
    .sort(Temporal.PlainDateTime.compare) as [Temporal.PlainDateTime, Temporal.PlainDateTime];
  const middle = low.add({ seconds: Math.floor(low.until(high).total('seconds') / 2) });

  for (const wall of [low.subtract({ seconds: 1 }), low, middle, high.subtract({ seconds: 1 }), high, high.add({ seconds: 1 })]) {
    const [date, time] = text(wall);
    same(`${date} ${time}`, subject.instantAt(date, time, zone), oracleInstant(date, time, zone));
    for (const rule of ClockChange.options)
      same(`${date} ${time}, ${rule},`, subject.instantAt(date, time, zone, rule), oracleInstant(date, time, zone, 0, rule));
    same(`how often ${date} ${time} is shown`, subject.timesShown(date, time, zone), oracleShown(date, time, zone));
  }
  for (const at of [change - 1, change, change + 1] as Instant[]) {
    const theirs = zoned(at, zone);
    const [date, minute] = [theirs.toPlainDate().toString(), theirs.toPlainTime().toString({ smallestUnit: 'minute' })];
    same(`the date at ${at}`, subject.localDateOf(at, zone), date);
    same(`the wall at ${at}`, subject.wallTimeOf(at, zone), minute);
    const back = subject.instantAt(subject.localDateOf(at, zone), subject.wallTimeOf(at, zone), zone);
    same(`there and back at ${at}`, back, oracleInstant(date as LocalDate, minute, zone));
  }

  const [today] = text(middle);
  const midnight = '24:00' as WallTime;
  same(`the end of ${today}`, subject.instantAt(today, midnight, zone), oracleInstant(today, '00:00', zone, 1));
  for (const definition of [{ ...duowen, zone }, nightly({ ...duowen, zone }, middle)])
    for (const date of [addDays(today, -1), today, addDays(today, 1)]) {
      const theirs = oracleSpans(definition, date);
      const ours = subject.phaseSpans(definition, date).filter(({ phase }) => !phase.startsWith('after-'));
      for (const [index, { phase, span }] of theirs.entries()) {
        same(`the start of ${phase} on ${date}`, ours[index]?.span.from, span.from);
        same(`the end of ${phase} on ${date}`, ours[index]?.span.until, span.until);
      }
      const cutOff = theirs[0]!.span.until;
      const last = (cutOff - 1) as Instant;
      same(
        `the cycle 1 ms before the cut-off of ${date}`,
        subject.cycleDateOf(definition, last),
        oracleCycleDate(definition, last, date),
      );
      same(
        `the cycle at the cut-off of ${date}`,
        subject.cycleDateOf(definition, cutOff),
        oracleCycleDate(definition, cutOff, date),
      );
    }
  return said;
}
