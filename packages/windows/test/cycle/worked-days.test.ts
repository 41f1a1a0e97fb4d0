import { addDays, type Instant } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cnCalendar } from '../../src/calendar/calendars.ts';
import { ServiceCalendar } from '../../src/calendar/service-calendar.ts';
import { isServiceDay } from '../../src/calendar/service-days.ts';
import { cycleDateOf, duowen2020, openCycle, phaseSpans } from '../../src/index.ts';
import { at, day } from '../days.ts';

const spansOf = (date: string, calendar: ServiceCalendar) =>
  new Map(phaseSpans(duowen2020, day(date), calendar).map(({ phase, span }) => [phase, span]));

describe('W-09: the cycle on a calendar', () => {
  it('orders of 30 September 2026 are delivered on 8 October, when the holidays are over', () => {
    // The National Day holidays of 2026: 1 to 7 October; 10 October is a working Saturday.
    const spans = spansOf('2026-09-30', cnCalendar);
    expect(spans.get('collect')).toEqual({ from: at('2026-09-29 16:00'), until: at('2026-09-30 16:00') });
    expect(spans.get('deliver')).toEqual({ from: at('2026-10-08 13:00'), until: at('2026-10-08 16:00') });
    // The next cycle collects through all the holidays: no minute lies outside.
    expect(spansOf('2026-10-08', cnCalendar).get('collect')).toEqual({
      from: at('2026-09-30 16:00'),
      until: at('2026-10-08 16:00'),
    });
    expect(cycleDateOf(duowen2020, at('2026-10-03 10:00'), cnCalendar)).toBe('2026-10-08');
    expect(openCycle(duowen2020, day('2026-09-30'), cnCalendar).facts.nextDate).toBe('2026-10-08');
    // A working Saturday has its cycle, an ordinary one has not.
    expect(cycleDateOf(duowen2020, at('2026-10-10 10:00'), cnCalendar)).toBe('2026-10-10');
    expect(cycleDateOf(duowen2020, at('2026-10-17 10:00'), cnCalendar)).toBe('2026-10-19');
  });

  it('a reduced day ends its phases early, or leaves one out', () => {
    const short = ServiceCalendar.parse({
      ...cnCalendar,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      from: null,
      until: null,
      days: [
        { date: '2020-03-30', kind: 'reduced', name: { zh: '提前关门', en: 'short day' }, closesAt: '12:00' },
        {
          date: '2020-04-01',
          kind: 'reduced',
          name: { zh: '不送货', en: 'no delivery' },
          phases: ['collect', 'assign', 'execute'],
        },
      ],
    });
    expect(spansOf('2020-03-30', short).get('collect')?.until).toBe(at('2020-03-30 12:00'));
    expect(cycleDateOf(duowen2020, at('2020-03-30 12:00', -1), short)).toBe('2020-03-30');
    expect(cycleDateOf(duowen2020, at('2020-03-30 12:00'), short)).toBe('2020-03-31');
    expect(spansOf('2020-03-31', short).get('deliver')).toEqual({ from: at('2020-04-01 13:00'), until: at('2020-04-01 13:00') });
  });

  it('whatever the calendar: spans touch, never overlap, and every instant has one cycle, on a service day', () => {
    const weekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
    const closed = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 15 });
    const instant = fc.integer({ min: at('2026-01-10 00:00'), max: at('2026-02-05 00:00') });
    fc.assert(
      fc.property(weekdays, closed, instant, (days, shut, now) => {
        const calendar = ServiceCalendar.parse({
          ...cnCalendar,
          weekdays: days,
          from: null,
          until: null,
          days: shut
            .toSorted((a, b) => a - b)
            .map((offset) => ({ date: addDays(day('2026-01-05'), offset), kind: 'closed', name: { zh: '休', en: 'off' } })),
        });
        const date = cycleDateOf(duowen2020, now as Instant, calendar);
        expect(isServiceDay(calendar, date)).toBe(true);
        const spans = phaseSpans(duowen2020, date, calendar);
        const collect = spans[0]!.span;
        expect(now < collect.until && now >= collect.from).toBe(true);
        for (const [index, { span }] of spans.entries()) {
          expect(span.from).toBeLessThanOrEqual(span.until);
          if (index > 0) expect(span.from).toBe(spans[index - 1]!.span.until);
        }
      }),
      { seed: 9, numRuns: 400 },
    );
  });
});
