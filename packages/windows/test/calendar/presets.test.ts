import { addDays, LocalDate } from '@linli/model';
import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { cnCalendar, everyDayCalendar } from '../../src/calendar/calendars.ts';
import preset from '../../src/calendar/presets/cn.json' with { type: 'json' };
import { dayKind, isServiceDay } from '../../src/calendar/service-days.ts';
import { mainlandCalendar } from './mainland-calendar.ts';

const day = (date: string): LocalDate => LocalDate.parse(date);

describe('cnCalendar', () => {
  it('is what the script makes of the package now', () => {
    expect(preset).toEqual(mainlandCalendar());
  });

  it('agrees with the package on every one of its 2,557 days', () => {
    // 2020 to 2026: five years of 365 and two of 366 days.
    const dates = Array.from({ length: 2557 }, (_, index): LocalDate => addDays(day('2020-01-01'), index));
    expect(dates.at(-1)).toBe('2026-12-31');
    const differing = dates.filter((date) => isServiceDay(cnCalendar, date) !== chineseDays.isWorkday(date));
    expect(differing).toEqual([]);
    expect(dates.every((date) => dayKind(cnCalendar, date).isKnown)).toBe(true);
  });

  it('W-09: the six working weekends of 2026, which calendars of holidays alone miss', () => {
    const dates = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'].map(day);
    for (const date of dates) expect(dayKind(cnCalendar, date)).toMatchObject({ kind: 'open', isKnown: true });
    const weekends = cnCalendar.days.filter(({ date, kind }) => kind === 'open' && date.startsWith('2026'));
    expect(weekends.map(({ date }) => date)).toEqual(dates);
  });

  it('2020: the Spring Festival that was made longer until 2 February', () => {
    expect(dayKind(cnCalendar, day('2020-01-31'))).toMatchObject({ kind: 'closed', name: { zh: '春节' } });
    expect(isServiceDay(cnCalendar, day('2020-02-03'))).toBe(true);
  });

  it('planted: reading holidays and no working weekends is caught by the six', () => {
    const holidaysOnly = { ...cnCalendar, days: cnCalendar.days.filter(({ kind }) => kind === 'closed') };
    expect(chineseDays.isWorkday('2026-01-04')).toBe(true);
    expect(isServiceDay(holidaysOnly, day('2026-01-04'))).toBe(false);
  });
});

describe('everyDayCalendar', () => {
  it('serves on the first day of the Spring Festival of any year, and knows it', () => {
    for (const date of ['2020-01-25', '1999-02-16', '2044-01-30'].map(day))
      expect(dayKind(everyDayCalendar, date)).toMatchObject({ kind: 'open', isKnown: true, name: null });
  });
});
