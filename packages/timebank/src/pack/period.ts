import { addDays, type LocalDate, mondayOf } from '@linli/model';
import * as z from 'zod';

/** What a limit looks at. A week begins on Monday, a year on the standard's `yearFrom`. */
export const Period = z.enum(['day', 'week', 'month', 'year', 'life']);
export type Period = z.infer<typeof Period>;

/** The first day of a year that does not begin in January, as month and day: `04-01`. */
export const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** The days of one period, half-open; `life` holds every day. */
export interface Days {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

const always: Days = { from: '0000-01-01' as LocalDate, until: '9999-12-31' as LocalDate };

/** The period that holds the day `on`. */
export function periodOf(period: Period, on: LocalDate, yearFrom = '01-01'): Days {
  switch (period) {
    case 'day':
      return { from: on, until: addDays(on, 1) };
    case 'week': {
      const from = mondayOf(on);
      return { from, until: addDays(from, 7) };
    }
    case 'month': {
      const from = `${on.slice(0, 7)}-01` as LocalDate;
      return { from, until: `${addDays(from, 31).slice(0, 7)}-01` as LocalDate };
    }
    case 'year': {
      const year = Number(on.slice(0, 4)) - (on.slice(5) < yearFrom ? 1 : 0);
      const first = (one: number): LocalDate => `${String(one).padStart(4, '0')}-${yearFrom}` as LocalDate;
      return { from: first(year), until: first(year + 1) };
    }
    case 'life':
      return always;
    default:
      return period satisfies never;
  }
}

export const isWithin = ({ from, until }: Days, date: LocalDate): boolean => from <= date && date < until;
