import { addDays, type Instant, instantAt, LocalDate, PersonId, say, WallTime, weekdayOf, Zone } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cnCalendar } from '../../src/calendar/calendars.ts';
import { parseRota, Rota } from '../../src/rota/rota.ts';
import { doubleBookings, holesAhead, holesIn, type RotaDay, rotaDays } from '../../src/rota/rota-days.ts';
import { RotaEvent, rotaEvents } from '../../src/rota/rota-events.ts';
import { rotaTexts } from '../../src/rota/rota-texts.ts';

const day = (date: string): LocalDate => LocalDate.parse(date);
const who = (id: string): PersonId => PersonId.parse(id);
const name = { zh: '敲门', en: 'Knock' };
const knock = {
  id: 'morning',
  name,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  at: '09:00',
  serviceMinutes: 10,
  people: 1,
  onClosedDays: 'serve',
};
// 6 April 2020 is a Monday. Hu knocks on weekdays, Li on Saturdays, and on Sundays Li and Chen by turns, from 5 April.
const jia = {
  format: 'linli-rota/1',
  id: 'jia-knock',
  edition: 1,
  name,
  residentId: 'jia',
  duty: 'knock',
  zone: 'Asia/Shanghai',
  from: '2020-03-30',
  until: null,
  slots: [knock],
  regulars: [
    { slotId: 'morning', helperId: 'hu', from: '2020-03-30', until: null, on: { weekdays: [1, 2, 3, 4, 5] } },
    { slotId: 'morning', helperId: 'li', from: '2020-03-30', until: null, on: { weekdays: [6] } },
    { slotId: 'morning', helperId: 'li', from: '2020-04-05', until: null, on: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU' } },
    {
      slotId: 'morning',
      helperId: 'chen',
      from: '2020-04-12',
      until: null,
      on: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;COUNT=2' },
    },
  ],
  substitutions: [],
  absences: [],
};
const rota = (part: object = {}): Rota => Rota.parse({ ...jia, ...part });
const onDuty = (days: readonly RotaDay[]) =>
  days.map(({ date, helpers }) => `${date.slice(5)} ${helpers.map(({ helperId }) => helperId)}`);
const week = [day('2020-04-06'), day('2020-04-13')] as const;

describe('rotaDays', () => {
  it('D-10: different people on different days, by weekday and by turns', () => {
    expect(onDuty(rotaDays(rota(), ...week, null))).toEqual([
      '04-06 hu',
      '04-07 hu',
      '04-08 hu',
      '04-09 hu',
      '04-10 hu',
      '04-11 li',
      '04-12 chen',
    ]);
    // Sundays: 5 and 19 April and 3 May are Li's, 12 and 26 April Chen's; Chen's two are done, so 10 May is a hole.
    const sundays = rotaDays(rota(), day('2020-04-05'), day('2020-05-11'), null).filter(({ date }) => weekdayOf(date) === 7);
    expect(onDuty(sundays)).toEqual(['04-05 li', '04-12 chen', '04-19 li', '04-26 chen', '05-03 li', '05-10 ']);
    expect(sundays.at(-1)?.reasons.map(({ code }) => code)).toEqual(['rota/nobody-named', 'rota/too-few']);
  });

  it('D-10: an absence leaves a hole, a substitution fills it; one for somebody who was not on is one more, and says so', () => {
    const absences = [{ helperId: 'hu', from: '2020-04-07', until: '2020-04-09', saidBy: 'hu' }];
    const stands = (date: string, helperId: string, insteadOf: string | null) => ({
      date,
      slotId: 'morning',
      helperId,
      insteadOf,
      saidBy: 'worker',
    });
    expect(holesIn(rota({ absences }), ...week, null).map(({ date }) => date)).toEqual(['2020-04-07', '2020-04-08']);
    const filled = rota({ absences, substitutions: [stands('2020-04-07', 'li', 'hu'), stands('2020-04-11', 'chen', 'hu')] });
    expect(holesIn(filled, ...week, null).map(({ date }) => date)).toEqual(['2020-04-08']);
    const days = rotaDays(filled, ...week, null);
    expect(days[1]).toMatchObject({ helpers: [{ helperId: 'li', insteadOf: 'hu' }], reasons: [] });
    expect(days[5]).toMatchObject({
      helpers: [{ helperId: 'li' }, { helperId: 'chen', insteadOf: null }],
      reasons: [{ code: 'rota/instead-of-nobody' }],
    });
    // Whoever stands in takes the place of the other, so that the first named stays the first.
    const two = { slotId: 'morning', helperId: 'li', from: '2020-03-30', until: null, on: { weekdays: [1] } };
    const pair = rota({ regulars: [jia.regulars[0], two], substitutions: [stands('2020-04-06', 'chen', 'hu')] });
    expect(onDuty(rotaDays(pair, day('2020-04-06'), day('2020-04-07'), null))).toEqual(['04-06 chen,li']);
    // Nobody can stand in who is away, and a chain of substitutes ends with the last.
    const away = rota({
      absences,
      substitutions: [stands('2020-04-06', 'li', 'hu'), stands('2020-04-06', 'chen', 'li'), stands('2020-04-07', 'hu', 'li')],
    });
    expect(onDuty(rotaDays(away, day('2020-04-06'), day('2020-04-08'), null))).toEqual(['04-06 chen', '04-07 ']);
  });

  it('D-54: two at the station, closed on holidays; one of two is a hole of one', () => {
    const station = rota({
      residentId: null,
      slots: [{ ...knock, weekdays: [1, 2], people: 2, onClosedDays: 'skip' }],
      regulars: jia.regulars.slice(0, 1),
    });
    // Monday 6 April 2020 is Tomb-sweeping; on the other days Hu is alone.
    expect(holesIn(station, ...week, cnCalendar).map(({ date, missing }) => [date, missing])).toEqual([['2020-04-07', 1]]);
    expect(holesIn(station, ...week, null)).toHaveLength(2);
  });

  it('a day that its zone left out has no slots, and a time that the clocks skip is done later', () => {
    const samoa = rota({ zone: 'Pacific/Apia', from: '2011-12-01' });
    const days = rotaDays(samoa, day('2011-12-29'), day('2012-01-01'), null).map(({ date }) => date);
    expect(days).toEqual(['2011-12-29', '2011-12-31']);
    const lordHowe = rota({ zone: 'Australia/Lord_Howe', slots: [{ ...knock, at: '02:15' }] });
    const [changed] = rotaDays(lordHowe, day('2020-10-04'), day('2020-10-05'), null);
    // 02:15 is skipped and done at 02:45, UTC+11: 15:45 UTC of the day before.
    expect(changed?.span.from).toBe(Date.UTC(2020, 9, 3, 15, 45));
  });
});

describe('holes', () => {
  const zone = Zone.parse('Asia/Shanghai');
  const at = (date: string, time: string): Instant => instantAt(day(date), WallTime.parse(time), zone);

  it('D-10: a rota with a hole on one day is reported before that day starts', () => {
    const away = rota({ absences: [{ helperId: 'hu', from: '2020-04-08', until: '2020-04-09', saidBy: 'hu' }] });
    const told = holesAhead(away, at('2020-04-07', '23:59'), 1, null);
    expect(told.map(({ date }) => date)).toEqual(['2020-04-08']);
    expect(told[0]!.dayBegins).toBe(at('2020-04-08', '00:00'));
    expect(told[0]!.dayBegins).toBeGreaterThan(at('2020-04-07', '23:59'));
    expect(told[0]!.reasons).toEqual([
      { code: 'rota/absent', data: { date: '2020-04-08', helperId: 'hu' } },
      { code: 'rota/too-few', data: { date: '2020-04-08', slot: 'morning', people: 1, missing: 1 } },
    ]);
    // On the day itself it is too late to be told ahead.
    expect(holesAhead(away, at('2020-04-08', '00:00'), 1, null)).toEqual([]);
  });
});

describe('doubleBookings', () => {
  it('finds one person at two doors at one time; turns that only touch are none', () => {
    const others = rota({ id: 'wang-knock', slots: [{ ...knock, at: '09:05' }] });
    const touching = rota({ id: 'zhao-knock', slots: [{ ...knock, at: '09:10' }] });
    const monday = [day('2020-04-06'), day('2020-04-07')] as const;
    const days = [touching, others, rota()].flatMap((one) => rotaDays(one, ...monday, null));
    // 09:00 to 09:10 and 09:05 to 09:15 share five minutes; 09:05 to 09:15 and 09:10 to 09:20 share five more.
    const nine = Date.UTC(2020, 3, 6, 1);
    const minute = 60_000;
    expect(doubleBookings(days)).toEqual([
      {
        helperId: 'hu',
        days: ['jia-knock/morning/2020-04-06', 'wang-knock/morning/2020-04-06'],
        span: { from: nine + 5 * minute, until: nine + 10 * minute },
      },
      {
        helperId: 'hu',
        days: ['wang-knock/morning/2020-04-06', 'zhao-knock/morning/2020-04-06'],
        span: { from: nine + 10 * minute, until: nine + 15 * minute },
      },
    ]);
    expect(doubleBookings(rotaDays(rota(), ...monday, null))).toEqual([]);
  });
});

describe('rotaEvents', () => {
  const [from, until] = week;
  const eventsOf = (before: readonly RotaEvent[], one: Rota) =>
    rotaEvents(before, rotaDays(one, from, until, null), { from, until });
  const told = (events: readonly RotaEvent[]) =>
    events.slice(0, 3).map(({ helperId, status, sequence }) => `${helperId} ${status} ${sequence}`);

  it('W-16: ids are stable, a change counts up, and what falls away stays as cancelled', () => {
    const first = eventsOf([], rota());
    expect(first[0]).toEqual({
      id: 'jia-knock/morning/2020-04-06/hu',
      rotaId: 'jia-knock',
      slotId: 'morning',
      date: '2020-04-06',
      helperId: 'hu',
      span: { from: Date.UTC(2020, 3, 6, 1), until: Date.UTC(2020, 3, 6, 1, 10) },
      status: 'confirmed',
      sequence: 0,
    });
    expect(eventsOf(first, rota())).toEqual(first);
    const standIn = { date: '2020-04-06', slotId: 'morning', helperId: 'chen', insteadOf: 'hu', saidBy: 'worker' };
    const second = eventsOf(first, rota({ substitutions: [standIn] }));
    expect(told(second)).toEqual(['chen confirmed 0', 'hu cancelled 1', 'hu confirmed 0']);
    const third = eventsOf(second, rota());
    expect(told(third)).toEqual(['chen cancelled 1', 'hu confirmed 2', 'hu confirmed 0']);
    const later = eventsOf(third, rota({ slots: [{ ...knock, at: '10:00' }] }));
    expect(later.filter(({ status }) => status === 'confirmed').map(({ sequence }) => sequence)).toEqual([3, 1, 1, 1, 1, 1, 1]);
    // Looking at the week before or after says nothing of this one.
    expect(rotaEvents(first, [], { from: addDays(from, -7), until: from })).toEqual(first);
    expect(rotaEvents(first, [], { from: until, until: addDays(until, 7) })).toEqual(first);
  });
});

describe('parseRota (D-79)', () => {
  it('refuses, with the path, what does not fit together', () => {
    const refusals = (part: object): readonly string[] => {
      const answer = parseRota({ ...jia, ...part });
      return answer.ok ? [] : answer.reasons.map(({ code, data }) => `${code} ${data?.['path']}`);
    };
    const [regular] = jia.regulars;
    expect(refusals({})).toEqual([]);
    expect(refusals({ slots: [knock, knock] })).toEqual(['rota/slot-twice slots.1.id']);
    expect(refusals({ regulars: [{ ...regular, slotId: 'night' }] })).toEqual(['rota/slot-unknown regulars.0.slotId']);
    expect(refusals({ regulars: [{ ...regular, until: '2020-03-30' }] })).toEqual([
      'rota/ends-before-it-begins regulars.0.until',
    ]);
    expect(refusals({ regulars: [{ ...regular, on: { rule: 'FREQ=HOURLY' } }] })).toEqual([
      'recurrence/sub-daily regulars.0.on.rule',
    ]);
    const substitution = { date: '2020-03-29', slotId: 'morning', helperId: 'li', insteadOf: 'li', saidBy: 'worker' };
    expect(refusals({ substitutions: [substitution] })).toEqual([
      'rota/substitutes-nothing substitutions.0.date',
      'rota/stands-in-for-self substitutions.0.insteadOf',
    ]);
    expect(refusals({ until: '2020-03-30' })).toEqual(['rota/ends-before-it-begins until']);
    expect(refusals({ absences: [{ helperId: 'hu', from: '2020-04-07', until: null }] })).toEqual([
      'rota/malformed absences.0.saidBy',
    ]);
  });

  it('says it in both languages (D-70)', () => {
    for (const [code, { zh, en }] of Object.entries(rotaTexts)) {
      const blanks = (text: string): readonly string[] =>
        [...text.replaceAll('messageZh', 'message').matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();
      expect(zh, code).toMatch(/[一-龥]/);
      expect(blanks(zh), code).toEqual(blanks(en));
    }
    const reason = { code: 'rota/too-few', data: { date: '2020-04-07', slot: 'morning', people: 2, missing: 1 } };
    expect(say(rotaTexts, reason, 'zh')).toBe('2020-04-07 的 morning 要 2 人，还差 1 人。');
  });
});

describe('laws', () => {
  const people = ['a', 'b', 'c'];
  const dates = fc.integer({ min: 0, max: 20 }).map((plus) => addDays(day('2020-03-30'), plus));
  const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
  const rotas = fc
    .record({
      slots: fc.tuple(weekdays, weekdays, fc.integer({ min: 1, max: 2 })).map(([one, two, many]) => [
        { ...knock, weekdays: one, people: many },
        { ...knock, id: 'evening', weekdays: two, at: '18:00' },
      ]),
      regulars: fc.array(
        fc.record({
          slotId: fc.constantFrom('morning', 'evening'),
          helperId: fc.constantFrom(...people),
          from: dates,
          until: fc.constant(null),
          on: weekdays.map((some) => ({ weekdays: some })),
        }),
        { maxLength: 5 },
      ),
      absences: fc.array(
        fc
          .tuple(fc.constantFrom(...people), dates, fc.integer({ min: 1, max: 6 }))
          .map(([helperId, from, days]) => ({ helperId, from, until: addDays(from, days), saidBy: 'worker' })),
        { maxLength: 3 },
      ),
      extra: fc.array(fc.tuple(dates, fc.constantFrom(...people)), { maxLength: 4 }),
    })
    .map(({ slots, extra, ...one }) => {
      const substitutions = extra
        .filter(([date]) => slots[0]!.weekdays.includes(weekdayOf(date)))
        .map(([date, helperId]) => ({ date, slotId: 'morning', helperId, insteadOf: null, saidBy: 'worker' }));
      return rota({ ...one, slots, substitutions });
    });
  const from = day('2020-03-30');
  const until = addDays(from, 21);

  const holesAgree = (find: typeof holesIn): void =>
    fc.assert(
      fc.property(rotas, (one) => {
        const restated: string[] = [];
        for (let date: LocalDate = from; date < until; date = addDays(date, 1))
          for (const slot of one.slots) {
            if (!slot.weekdays.includes(weekdayOf(date))) continue;
            const there = people.filter((person) => {
              const helperId = who(person);
              const isNamed =
                one.regulars.some(
                  (regular) =>
                    regular.slotId === slot.id &&
                    regular.helperId === helperId &&
                    regular.from <= date &&
                    'weekdays' in regular.on &&
                    regular.on.weekdays.includes(weekdayOf(date)),
                ) || one.substitutions.some((sub) => sub.date === date && sub.slotId === slot.id && sub.helperId === helperId);
              return (
                isNamed && !one.absences.some((gone) => gone.helperId === helperId && gone.from <= date && date < gone.until!)
              );
            });
            if (there.length < slot.people) restated.push(`${one.id}/${slot.id}/${date} ${slot.people - there.length}`);
          }
        expect(
          find(one, from, until, null)
            .map(({ id, missing }) => `${id} ${missing}`)
            .toSorted(),
        ).toEqual(restated.toSorted());
      }),
      { seed: 10, numRuns: 80 },
    );

  it('D-10 law: a slot has a hole where fewer people are there than it needs, and only there', () => {
    holesAgree(holesIn);
  });

  it('planted: absences that are not read, and days counted as covered by one of two, are caught', () => {
    expect(() => holesAgree((one, ...rest) => holesIn({ ...one, absences: [] }, ...rest))).toThrow();
    expect(() => holesAgree((...args) => holesIn(...args).filter(({ helpers }) => helpers.length === 0))).toThrow();
  });

  const keeps = (next: typeof rotaEvents): void =>
    fc.assert(
      fc.property(fc.array(rotas, { minLength: 2, maxLength: 4 }), (editions) => {
        let sent: readonly RotaEvent[] = [];
        for (const one of editions) {
          const days = rotaDays(one, from, until, null);
          const now = next(sent, days, { from, until });
          // Kept as JSON between two editions, and read back as it was.
          expect(now.map((event) => RotaEvent.parse(JSON.parse(JSON.stringify(event))))).toEqual(now);
          const byId = new Map(now.map((event) => [event.id, event]));
          expect(byId.size).toBe(now.length);
          for (const { sequence, ...event } of sent) {
            const after = byId.get(event.id);
            if (after === undefined) throw new Error(`${event.id} was forgotten`);
            const { sequence: counted, ...said } = after;
            expect(counted).toBe(JSON.stringify(said) === JSON.stringify(event) ? sequence : sequence + 1);
          }
          const confirmed = now.filter(({ status }) => status === 'confirmed').map(({ id }) => id);
          expect(confirmed.toSorted()).toEqual(
            days.flatMap(({ id, helpers }) => helpers.map(({ helperId }) => `${id}/${helperId}`)).toSorted(),
          );
          expect(next(now, days, { from, until })).toEqual(now);
          sent = now;
        }
      }),
      { seed: 16, numRuns: 30 },
    );

  it('W-16 law: no event is ever forgotten, and the number counts up exactly where something changed', () => {
    keeps(rotaEvents);
  });

  it('planted: an export that forgets what is cancelled, or never counts up, is caught', () => {
    expect(() => keeps((...args) => rotaEvents(...args).filter(({ status }) => status === 'confirmed'))).toThrow();
    expect(() => keeps((...args) => rotaEvents(...args).map((event) => ({ ...event, sequence: 0 })))).toThrow();
  });
});
