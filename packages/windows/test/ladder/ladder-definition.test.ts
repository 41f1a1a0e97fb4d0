import { addDays, type Instant, instantAt, LocalDate, say, WallTime, wallTimeOf, Zone } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duowenLadder } from '../../src/ladder/duowen-ladder.ts';
import { ladder } from '../../src/ladder/ladder.ts';
import { LadderDefinition, parseLadderDefinition, type Rung } from '../../src/ladder/ladder-definition.ts';
import { ladderDefinitionTexts } from '../../src/ladder/ladder-definition-texts.ts';
import { ladderBounds, stepsOf } from '../../src/ladder/ladder-steps.ts';
import { KnownBy, Outcome } from '../../src/ladder/outcome.ts';
import { quietSpanAt } from '../../src/ladder/quiet-hours.ts';
import { at, flag, knock, only, opened, outcome, play, rung, small } from './ladders.ts';
import { definitions } from './stories.ts';

const withRung = (index: number, change: Partial<Rung>): unknown => ({
  ...small(),
  rungs: small().rungs.map((each, place) => (place === index ? { ...each, ...change } : each)),
});
const flaws = (input: unknown): readonly string[] => {
  const parsed = parseLadderDefinition(input);
  return parsed.ok ? [] : parsed.reasons.map(({ code, data }) => `${code} ${data?.['path']}`);
};

describe('parseLadderDefinition: every flaw with its path', () => {
  it.each([
    ['a rung twice', withRung(1, { id: 'neighbour' }), 'ladder-definition/rung-twice rungs.1.id'],
    ['more say yes than are asked', withRung(1, { quorum: 2 }), 'ladder-definition/quorum-above-people rungs.1.quorum'],
    ['the first together', withRung(0, { together: true }), 'ladder-definition/nothing-to-be-together-with rungs.0.together'],
    ['no emergency at the end', withRung(2, { services: [] }), 'ladder-definition/no-emergency-at-the-end rungs.2.services'],
    [
      'an emergency before the end',
      withRung(0, { services: ['120'] }),
      'ladder-definition/emergency-before-the-end rungs.0.services',
    ],
    [
      'night without hours',
      withRung(0, { inQuietHours: 'wait-until-morning' }),
      'ladder-definition/quiet-hours-missing rungs.0.inQuietHours',
    ],
    [
      'an emergency that waits',
      { ...(withRung(2, { inQuietHours: 'wait-until-morning' }) as object), quietHours: { from: '22:00', until: '06:00' } },
      'ladder-definition/emergency-waits rungs.2.inQuietHours',
    ],
    [
      'hours that are none',
      { ...small(), quietHours: { from: '22:00', until: '22:00:00' } },
      'ladder-definition/quiet-hours-empty quietHours.until',
    ],
    [
      'a flag twice',
      { ...small(), redFlags: [...small().redFlags, small().redFlags[0]] },
      'ladder-definition/flag-twice redFlags.2.code',
    ],
    [
      'a flag to nowhere',
      { ...small(), redFlags: [{ ...small().redFlags[0], toRung: 'roof' }] },
      'ladder-definition/unknown-rung redFlags.0.toRung',
    ],
    ['keys from nowhere', { ...small(), keysFromRung: 'roof' }, 'ladder-definition/unknown-rung keysFromRung'],
    ['an unknown field', withRung(1, { patience: 3 } as never), 'ladder-definition/malformed rungs.1'],
    ['no rung at all', { ...small(), rungs: [] }, 'ladder-definition/malformed rungs'],
  ])('%s', (_, input, flaw) => {
    expect(flaws(input)).toContain(flaw);
  });

  it('rungs that are asked together do the same at night', () => {
    const rungs = [
      rung('a', { inQuietHours: 'wait-until-morning' }),
      rung('b', { together: true }),
      rung('c', { services: ['120'] }),
    ];
    const input = { ...small(), rungs, keysFromRung: 'a', redFlags: [], quietHours: { from: '22:00', until: '06:00' } };
    expect(flaws(input)).toEqual(['ladder-definition/together-but-not-at-night rungs.1.inQuietHours']);
  });

  it('D-70: every flaw at once, each in words', () => {
    const input = { ...small(), rungs: [rung('a', { quorum: 3, together: true })], keysFromRung: 'b', redFlags: [] };
    const parsed = parseLadderDefinition(input);
    expect(parsed.ok ? [] : parsed.reasons.map((reason) => say(ladderDefinitionTexts, reason, 'en'))).toEqual([
      'rungs.0.quorum: more people must say yes than are asked.',
      'rungs.0.together: the first rung has none before it to be asked together with.',
      'rungs.0.services: the last rung must call the emergency services.',
      'keysFromRung: there is no such rung.',
    ]);
  });

  it('law: whatever a community may write comes back as it went in', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        expect(parseLadderDefinition(JSON.parse(JSON.stringify(definition)))).toEqual({
          ok: true,
          value: definition,
          reasons: [],
        });
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

describe('the ladder of Duowen', () => {
  it('D-09: neighbour, youth, property, committee, social worker, emergency, said to be our reading', () => {
    expect(stepsOf(duowenLadder).map((step) => step.map(({ id }) => id).join('+'))).toEqual([
      'neighbour',
      'youth',
      'property',
      'committee',
      'social-worker',
      'emergency',
    ]);
    expect(duowenLadder.source).toMatchObject({ confidence: 'assumed' });
  });

  it('W-13: its bounds are arithmetic', () => {
    // Waits 900 + 900 + 600 + 600 + 600 + 1 800 = 5 400 s, one night of 6 h = 21 600 s for its first rung.
    // With promises: 6 rests of 1 800 s, the longest wait of 1 800 s again, and a night for each of the 6 rests.
    expect(ladderBounds(duowenLadder)).toEqual({
      silentSeconds: 5400 + 21_600,
      promisedSeconds: 5400 + 6 * 1800 + 1800 + 7 * 21_600,
    });
  });

  it('5.3: each of its flags reaches the rung it names', () => {
    const nine = at('2020-03-30 09:00');
    for (const { code, toRung } of duowenLadder.redFlags) {
      const { effects } = play(opened(duowenLadder), knock(nine), flag(nine, code));
      const last = [...only(effects, 'ask'), ...only(effects, 'call-emergency')].at(-1);
      expect([code, last?.rung]).toEqual([code, toRung]);
    }
  });
});

describe('quietSpanAt', () => {
  const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kolkata'];
  const hour = fc.integer({ min: 0, max: 23 }).map((count) => WallTime.parse(`${String(count).padStart(2, '0')}:30`));

  it('W-10: in every zone, a quiet instant lies in a span that ends when the wall shows the morning, and a morning comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        hour,
        hour,
        fc.integer({ min: 0, max: 50 * 365 * 24 * 60 }),
        (name, from, until, minute) => {
          fc.pre(from !== until);
          const zone = Zone.parse(name);
          const when = (minute * 60_000) as Instant;
          const span = quietSpanAt({ from, until }, zone, when);
          if (span === undefined) return;
          expect(span.from <= when && when < span.until).toBe(true);
          expect(span.until - span.from).toBeLessThanOrEqual(48 * 3_600_000);
          // What a clock change skips is shown later, by an hour at most in these zones.
          const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
          expect([0, 30, 60]).toContain((minuteOf(wallTimeOf(span.until, zone)) - minuteOf(until) + 1440) % 1440);
        },
      ),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('W-10: half-open on both ends, over midnight and within a day', () => {
    const zone = Zone.parse('Asia/Shanghai');
    const on = LocalDate.parse('2020-03-30');
    const night = { from: WallTime.parse('22:00'), until: WallTime.parse('06:00') };
    const nap = { from: WallTime.parse('12:00'), until: WallTime.parse('14:00') };
    const is = (hours: typeof night, date: LocalDate, time: string, plus = 0): boolean =>
      quietSpanAt(hours, zone, (instantAt(date, WallTime.parse(time), zone) + plus) as Instant) !== undefined;
    expect([
      is(night, on, '22:00', -1),
      is(night, on, '22:00'),
      is(night, addDays(on, 1), '06:00', -1),
      is(night, addDays(on, 1), '06:00'),
    ]).toEqual([false, true, true, false]);
    expect([is(nap, on, '12:00', -1), is(nap, on, '12:00'), is(nap, on, '14:00', -1), is(nap, on, '14:00')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('R7: the words of every outcome', () => {
  const nine = at('2020-03-30 09:00');
  it('W-13: only what was seen or spoken ends a ladder of a quiet day, and never a fall or a first word of a death', () => {
    const ends = Outcome.options.flatMap((what) =>
      KnownBy.options.flatMap((known) =>
        [null, 'social-worker'].flatMap((role) => {
          const { state } = play(opened(), knock(nine), outcome(nine, what, known, role)).ladder;
          return Object.keys(ladder.states[state]).length === 0 ? [`${what} ${known}${role === null ? '' : ' answerable'}`] : [];
        }),
      ),
    );
    // ok, out and false-alarm: 2 ways x 2 roles. Asleep: spoken x 2. Hospital: seen x 2 and spoken by who answers for it.
    expect(ends).toHaveLength(3 * 4 + 2 + 3);
    expect(ends.filter((end) => /told|assumed|fallen|deceased/.test(end))).toEqual([]);
  });

  it('a definition of the smallest size: the services at once', () => {
    const one = LadderDefinition.parse({
      ...small(),
      rungs: [rung('emergency', { services: ['120'] })],
      redFlags: [],
      keysFromRung: 'emergency',
    });
    expect(play(opened(one), knock(nine)).effects.map(({ type }) => type)).toEqual(['call-emergency', 'guide-wanted']);
  });
});
