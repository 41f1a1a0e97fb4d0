import type { Reason } from '@linli/model';
import type { HardRule, PlannedVisit, RuleId } from '../plan.ts';
import type { Problem, Visit } from '../problem.ts';

// This folder shares no code with the search, the rules or the explanation: it is here to catch them out.

/** What can be wrong with a plan. `plan/...`: it is not a plan of this problem at all. */
export type CheckCode =
  | 'plan/unknown-visit'
  | 'plan/unknown-helper'
  | 'plan/visit-twice'
  | 'plan/visit-forgotten'
  | 'plan/no-whole-start'
  | 'plan/wrong-length'
  | 'plan/out-of-order'
  | 'plan/wrong-score'
  | 'helper/refused'
  | 'helper/lacks-skill'
  | 'visit/outside-window'
  | 'helper/off-shift'
  | 'helper/in-a-break'
  | 'helper/carries-too-much'
  | 'helper/too-many-visits'
  | 'helper/too-much-work'
  | 'helper/in-two-places'
  | 'visit/off-its-pin'
  | 'visit/wrong-lag'
  | 'visit/not-same-helper'
  | 'visit/not-other-helper'
  | 'visit/missing-beside-linked'
  | 'visit/days-too-near'
  | 'visit/days-too-far'
  | 'rule/broken';

/** What was found so far. `cost` is unweighted. */
export interface Ledger {
  readonly problem: Problem;
  readonly violations: Reason<CheckCode>[];
  readonly cost: Record<RuleId, number>;
}

/** A planned visit with what was asked for. */
export interface Held {
  readonly planned: PlannedVisit;
  readonly visit: Visit;
}

export function record({ violations, cost }: Ledger, rule: HardRule, reason: Reason<CheckCode>, amount: number): void {
  if (amount === 0) return;
  violations.push(reason);
  cost[rule] += amount;
}
