import { Birth, Demand, Instant, isAtLeast, type LocalDate, livesAlone, Resident, Seconds, Span } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatedDemand } from '../src/index.ts';
import { expandNeeds, StandingNeed } from '../src/index.ts';
import { bornOn, date, resident } from './drafts.ts';

const morning = {
  raisedAt: Instant.parse(Date.parse('2026-11-22T22:00:00Z')),
  windows: [Span.parse({ from: Date.parse('2026-11-23T00:00:00Z'), until: Date.parse('2026-11-23T04:00:00Z') })],
};

const dailyCall = StandingNeed.parse({
  code: 'daily-call',
  name: { zh: '每日电话', en: 'daily call' },
  category: 'care.call',
  mode: 'call',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  serviceSeconds: Seconds.parse(300),
  skills: [],
  appliesTo: {},
});
const need = (facts: Partial<StandingNeed>): StandingNeed => StandingNeed.parse({ ...dailyCall, ...facts });
const aloneAt80 = need({ appliesTo: { alone: true, minAge: 80 } });

const person = (id: string, facts: Parameters<typeof resident>[2] = {}): Resident => {
  const { at: _, ...fields } = resident(2, '王秀英', facts);
  return Resident.parse({ id, ...fields });
};
const alone = [{ kind: 'alone', from: null }] as const;
const couple = [{ kind: 'couple', from: null }] as const;
const at79 = bornOn('1946-11-24', '1946-11-25'); // 80 on 24 November 2026
const at80 = bornOn('1946-11-23', '1946-11-24');

const raised = (demands: readonly DatedDemand[]): readonly string[] =>
  demands.map(({ demand, reasons }) => [demand.residentId, ...reasons.map(({ code }) => code)].join(' '));
const on = (day: string, needs: readonly StandingNeed[], ...people: readonly Resident[]): readonly string[] =>
  raised(expandNeeds(needs, people, date(day), morning));

describe('standing needs on a day', () => {
  it('D-74: an elder alone from 3 March is not in the call list of 2 March', () => {
    const widowed = person('p0001', { living: [...couple, { kind: 'alone', from: date('2026-03-03') }] });
    const callList = need({ appliesTo: { alone: true } });
    expect(on('2026-03-02', [callList], widowed)).toEqual([]);
    expect(on('2026-03-03', [callList], widowed)).toEqual(['p0001']);
  });

  it('D-73: the need of the 80-year-olds starts on the 80th birthday', () => {
    const people = [person('p0001', { birth: at79, living: alone }), person('p0002', { birth: at80, living: alone })];
    expect(on('2026-11-23', [aloneAt80], ...people)).toEqual(['p0002']);
    expect(on('2026-11-24', [aloneAt80], ...people)).toEqual(['p0001', 'p0002']);
  });

  it('what is not known takes nobody out, and is said', () => {
    const unknown = person('p0001');
    const unknownAge = person('p0002', { living: alone });
    const couplesUnknownAge = person('p0003', { living: couple });
    const about80 = person('p0004', {
      living: alone,
      birth: Birth.parse({ from: date('1946-01-01'), until: date('1947-01-01'), precision: 'year' }),
    });
    expect(on('2026-11-23', [aloneAt80], unknown, unknownAge, couplesUnknownAge, about80)).toEqual([
      'p0001 need/living-unknown need/age-unknown',
      'p0002 need/age-unknown',
      'p0004 need/age-unknown',
    ]);
  });

  it('a need for everybody asks nothing of anybody', () => {
    expect(on('2026-11-23', [dailyCall], person('p0001'), person('p0002', { living: couple }))).toEqual(['p0001', 'p0002']);
  });

  it('comes round on its weekdays only: 23 November 2026 is a Monday', () => {
    const mondayAndSunday = need({ weekdays: [1, 7] });
    const days = ['2026-11-22', '2026-11-23', '2026-11-24'].map((day) => on(day, [mondayAndSunday], person('p0001')).length);
    expect(days).toEqual([1, 1, 0]);
  });

  it('makes whole demands, in the order of needs and then of residents, with the same ids each time', () => {
    const meal = need({
      code: 'meal',
      category: 'care.meal',
      mode: 'door',
      skills: ['hygiene'],
      serviceSeconds: Seconds.parse(900),
    });
    const people = [person('p0002'), person('p0001')];
    const demands = expandNeeds([meal, dailyCall], people, date('2026-11-23'), morning).map(({ demand }) => Demand.parse(demand));
    expect(demands.map(({ id }) => id)).toEqual([
      'n-20261123-meal-p0002',
      'n-20261123-meal-p0001',
      'n-20261123-daily-call-p0002',
      'n-20261123-daily-call-p0001',
    ]);
    expect(demands[0]).toEqual({
      id: 'n-20261123-meal-p0002',
      residentId: 'p0002',
      category: 'care.meal',
      words: '每日电话',
      order: [],
      emergency: false,
      mode: 'door',
      serviceSeconds: 900,
      skills: ['hygiene'],
      ...morning,
    });
    expect(expandNeeds([meal, dailyCall], people, date('2026-11-23'), morning).map(({ demand }) => demand)).toEqual(demands);
  });

  it.each([
    ['code', 'Daily Call'],
    ['weekdays', []],
    ['weekdays', [0]],
    ['weekdays', [8]],
    ['serviceSeconds', -1],
    ['appliesTo', { alone: false }],
    ['appliesTo', { minAge: 79.5 }],
    ['appliesTo', { age: 80 }],
    ['name', { zh: '每日电话' }],
  ])('refuses a need whose %s is %j, and says where', (field, value) => {
    expect(StandingNeed.safeParse({ ...dailyCall, [field]: value }).error?.issues[0]?.path[0]).toBe(field);
  });
});

type Expand = typeof expandNeeds;

const anyPerson = fc
  .record({
    living: fc.constantFrom([], alone, couple, [...couple, { kind: 'alone' as const, from: date('2026-11-25') }]),
    birth: fc.constantFrom(
      null,
      at79,
      at80,
      Birth.parse({ from: date('1946-11-01'), until: date('1946-12-01'), precision: 'month' }),
    ),
  })
  .map((facts) => person('p0001', facts));
const anyDay = fc.integer({ min: 20, max: 30 }).map((day): LocalDate => date(`2026-11-${day}`));

/** Left out means: a known fact says so. A reason is given exactly where one is not known. */
function keepUnknownLaw(expand: Expand): void {
  fc.assert(
    fc.property(anyPerson, anyDay, (someone, day) => {
      const [found] = expand([aloneAt80], [someone], day, morning);
      const facts = [livesAlone(someone, day), isAtLeast(someone.birth, 80, day)];
      expect(found === undefined).toBe(facts.includes(false));
      if (found !== undefined) expect(found.reasons).toHaveLength(facts.filter((fact) => fact === undefined).length);
    }),
    { seed: 74, numRuns: 500 },
  );
}

describe('laws of standing needs', () => {
  it('silence takes nobody out', () => {
    keepUnknownLaw(expandNeeds);
  });

  it('planted bug: a list of those who are known to qualify is caught', () => {
    const onlyTheKnown: Expand = (...told) => expandNeeds(...told).filter(({ reasons }) => reasons.length === 0);
    expect(() => keepUnknownLaw(onlyTheKnown)).toThrow();
  });

  it('planted bug: the arrangement of today used for every day is caught (D-74)', () => {
    const asOfToday: Expand = (needs, people, _, cycle) => expandNeeds(needs, people, date('2026-11-30'), cycle);
    expect(() => keepUnknownLaw(asOfToday)).toThrow();
  });
});
