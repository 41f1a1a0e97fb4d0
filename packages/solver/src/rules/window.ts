import type { DayRule } from './rule.ts';

/** Time by which services stick out of the window that holds them best. */
export const window: DayRule<'window'> = {
  id: 'window',
  level: 'hard',
  amount: ({ stops }) =>
    stops.reduce((sum, { visit, from, until }) => {
      const outside = visit.windows.map((span) => Math.max(0, span.from - from) + Math.max(0, until - span.until));
      return sum + Math.min(...outside);
    }, 0),
};
