import type { DayRule } from './rule.ts';

/** Time by which services, with the ways from and to the shift's end places, stick out of the shift that holds them best. */
export const shift: DayRule<'shift'> = {
  id: 'shift',
  level: 'hard',
  amount: ({ stops }) => stops.reduce((sum, { outsideShift }) => sum + outsideShift, 0),
};
