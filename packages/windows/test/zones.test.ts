import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  addDays,
  type ClockChange,
  daysBetween,
  type Instant,
  instantAt,
  LocalDate,
  localDateOf,
  timesShown,
  wallTimeOf,
  weekdayOf,
  Zone,
} from '@linli/model';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { cycleDateOf, duowen2020, phaseSpans } from '../src/index.ts';
import { changesOf, disagreements, era, type Subject, someChange, zones } from './clock-changes.ts';

const ours: Subject = { instantAt, timesShown, localDateOf, wallTimeOf, phaseSpans, cycleDateOf };
const instants = fc.integer({ min: era.from, max: era.until }).map((at) => at as Instant);
/** In each zone the changes nearest to some instants of these 71 years. All of them: `npm run -s soak:zones`. */
const sample = fc.sample(instants, { seed: 1970, numRuns: 4 });

describe('R8 W-10: the clocks of every zone agree with Temporal', () => {
  it('knows the zones and their changes', () => {
    expect(zones.length).toBeGreaterThan(400);
    // Summer time in China: 1986 to 1991, twice a year. 4 May 1986, 02:00 to 03:00, is 18:00 UTC of the day before.
    const changes = [...changesOf(Zone.parse('Asia/Shanghai'))];
    expect(changes).toHaveLength(12);
    expect(changes[0]).toBe(Date.UTC(1986, 4, 3, 18));
    expect([...changesOf(Zone.parse('Asia/Kolkata'))]).toEqual([]);
  });

  it('at changes of the clocks drawn for every zone', () => {
    const met = new Set<string>();
    const said = zones.flatMap((zone) =>
      sample.flatMap((from) => {
        const change = someChange(zone, from);
        if (change === undefined || met.has(`${zone} ${change}`)) return [];
        met.add(`${zone} ${change}`);
        return disagreements(ours, duowen2020, zone, change);
      }),
    );
    expect(said).toEqual([]);
    expect(met.size).toBeGreaterThan(500);
  });

  it.each(['Pacific/Apia', 'Australia/Lord_Howe', 'Asia/Shanghai', 'Africa/Monrovia', 'America/Caracas', 'Europe/Dublin'])(
    'at the first changes in %s: a day that is missing, half an hour, seconds, winter time that is the summer time of others',
    (name) => {
      const zone = Zone.parse(name);
      const changes = [...changesOf(zone)];
      expect(changes.length).toBeGreaterThan(0);
      for (const change of changes.slice(0, 12)) expect(disagreements(ours, duowen2020, zone, change)).toEqual([]);
    },
  );

  it('by hand: 30 December 2011 does not exist in Apia, so two cut-offs fall together and one collection holds nothing', () => {
    const apia = { ...duowen2020, zone: Zone.parse('Pacific/Apia') };
    const cutOff = (date: string) => phaseSpans(apia, LocalDate.parse(date))[0]!.span.until;
    // 29 December 16:00 at UTC-10 is the 30th, 02:00 UTC. 31 December 16:00 at UTC+14 is the 31st, 02:00 UTC.
    expect(cutOff('2011-12-29')).toBe(Date.UTC(2011, 11, 30, 2));
    expect(cutOff('2011-12-30')).toBe(Date.UTC(2011, 11, 31, 2));
    expect(cutOff('2011-12-31')).toBe(Date.UTC(2011, 11, 31, 2));
    expect(cycleDateOf(apia, (cutOff('2011-12-31') - 1) as Instant)).toBe('2011-12-30');
    expect(cycleDateOf(apia, cutOff('2011-12-31'))).toBe('2012-01-01');
  });
});

it('days, weekdays and what lies between agree with Temporal, from the year 0 to 9999', () => {
  const first = Temporal.PlainDate.from('0000-01-02');
  const inside = fc.integer({ min: 0, max: 3_652_000 });
  fc.assert(
    fc.property(inside, inside, (from, to) => {
      const [here, there] = [first.add({ days: from }), first.add({ days: to })];
      const date = LocalDate.parse(here.toString());
      expect(addDays(date, to - from)).toBe(there.toString());
      expect(weekdayOf(date)).toBe(here.dayOfWeek);
      expect(daysBetween(date, LocalDate.parse(there.toString()))).toBe(to - from);
    }),
    { seed: 9999, numRuns: 3000 },
  );
});

/** A day of Duowen as its host sees it: asked for in time and too late, named, listed, brought, closed. */
const program = `
  import { instantAt } from '@linli/model';
  import { advance, duowen2020, openCycle } from '@linli/windows';
  const at = (date, time, plus = 0) => instantAt(date, time, duowen2020.zone) + plus;
  const about = (id, when) => ({ id, at: when, demandId: 'rice' });
  const events = [
    { type: 'demand', ...about('asked', at('2020-03-30', '16:00', -1)) },
    { type: 'demand', ...about('late', at('2020-03-30', '16:00')), demandId: 'oil' },
    { type: 'assigned', ...about('named', at('2020-03-30', '17:00')), helperId: 'li' },
    { type: 'prepared', ...about('packed', at('2020-03-31', '11:00')) },
    { type: 'done', ...about('brought', at('2020-03-31', '14:00')) },
    { type: 'tick', id: 'evening', at: at('2020-03-31', '20:00') },
  ];
  const steps = [];
  let snapshot = openCycle(duowen2020, '2020-03-30');
  for (const event of events) {
    const step = advance(snapshot, event);
    steps.push(step);
    snapshot = step.snapshot;
  }
  console.log(JSON.stringify({ offset: new Date(2020, 2, 30).getTimezoneOffset(), steps }));`;
const dayOn = (TZ: string) =>
  JSON.parse(
    execFileSync(process.execPath, ['--conditions=@linli/source', '--input-type=module', '-e', program], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }),
  );

it('D-75: the whole day of the deck is the same, to the letter, wherever the host stands', { timeout: 240_000 }, () => {
  const hosts = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'].map(dayOn);
  expect(hosts.map(({ offset }) => offset)).toEqual([0, 240, -330, -660]); // the machines do stand elsewhere
  const [utc, ...others] = hosts.map(({ steps }) => steps);
  for (const other of others) expect(other).toEqual(utc);
  // 16:00 in Wuhan is 08:00 UTC, and the one too late goes to the 31st.
  expect(utc[1].effects.map(({ type, at, toDate }: { type: string; at: number; toDate?: string }) => [type, at, toDate])).toEqual(
    [
      ['close-collection', Date.UTC(2020, 2, 30, 8), undefined],
      ['demand-deferred', Date.UTC(2020, 2, 30, 8), '2020-03-31'],
    ],
  );
  expect(utc.at(-1).snapshot.state).toBe('closed');
});

describe('planted bugs are found at the changes of the clocks', () => {
  const berlin = Zone.parse('Europe/Berlin');
  const [spring, autumn] = [Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)] as [Instant, Instant];
  const found = (bug: Partial<Subject>, change: Instant): number =>
    disagreements({ ...ours, ...bug }, duowen2020, berlin, change).length;

  it('the harness itself finds nothing where nothing is wrong', () => {
    expect(found({}, spring) + found({}, autumn)).toBe(0);
  });

  it('always the later of two instants, always the earlier', () => {
    const always =
      (other: ClockChange): Subject['instantAt'] =>
      (date, time, zone, rule = 'compatible') =>
        instantAt(date, time, zone, rule === 'compatible' ? other : rule);
    // The right one of a skipped wall is the later, of a repeated one the earlier.
    expect(found({ instantAt: always('later') }, autumn)).toBeGreaterThan(0);
    expect(found({ instantAt: always('later') }, spring)).toBe(0);
    expect(found({ instantAt: always('earlier') }, spring)).toBeGreaterThan(0);
    expect(found({ instantAt: always('earlier') }, autumn)).toBe(0);
  });

  it('a wall that is shown once whatever happens', () => {
    expect(found({ timesShown: () => 1 }, spring)).toBeGreaterThan(0);
    expect(found({ timesShown: () => 1 }, autumn)).toBeGreaterThan(0);
  });

  it('a rule for skipped and repeated walls that nobody reads', () => {
    const deaf: Subject['instantAt'] = (date, time, zone) => instantAt(date, time, zone);
    expect(found({ instantAt: deaf }, spring)).toBeGreaterThan(0);
    expect(found({ instantAt: deaf }, autumn)).toBeGreaterThan(0);
  });

  it('days of 24 hours', () => {
    const even: Subject['phaseSpans'] = (definition, date) => {
      const before = phaseSpans(definition, addDays(date, -1));
      return before.map(({ phase, span }) => ({
        phase,
        span: { from: (span.from + 86_400_000) as Instant, until: (span.until + 86_400_000) as Instant },
      }));
    };
    expect(found({ phaseSpans: even }, spring)).toBeGreaterThan(0);
    expect(found({ phaseSpans: even }, autumn)).toBeGreaterThan(0);
  });

  it('D-29: `<=` at the cut-off', () => {
    const inclusive: Subject['cycleDateOf'] = (definition, at) => cycleDateOf(definition, (at - 1) as Instant);
    expect(found({ cycleDateOf: inclusive }, spring)).toBeGreaterThan(0);
  });

  it('dates read in UTC', () => {
    const utc = Zone.parse('UTC');
    expect(found({ localDateOf: (at) => localDateOf(at, utc), wallTimeOf: (at) => wallTimeOf(at, utc) }, spring)).toBeGreaterThan(
      0,
    );
  });
});
