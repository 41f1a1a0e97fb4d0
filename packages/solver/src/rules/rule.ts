import type { Day } from '../day.ts';
import type { HardRule, SoftRule } from '../plan.ts';
import type { Visit } from '../problem.ts';

/** A rule over one helper's day. Amounts are whole, 0 where kept, and grow with the breach. */
export interface DayRule<Id extends HardRule | SoftRule = HardRule | SoftRule> {
  readonly id: Id;
  readonly level: Id extends HardRule ? 'hard' : 'soft';
  readonly amount: (day: Day) => number;
}

/** A rule over one visit that nobody does. */
export interface LeftOutRule {
  readonly id: 'unassigned';
  readonly level: 'medium';
  readonly amount: (visit: Visit) => number;
}
