import type { DayRule } from './rule.ts';

/** Time that is missing between one service and the next for the way between them. */
export const onePlaceAtATime: DayRule<'one-place-at-a-time'> = {
  id: 'one-place-at-a-time',
  level: 'hard',
  amount: ({ stops }) =>
    stops.reduce((sum, { from, way }, index) => {
      const before = stops[index - 1];
      return before === undefined ? sum : sum + Math.max(0, before.until + way - from);
    }, 0),
};
