import type { HardRule, RuleId, SoftRule } from '../plan.ts';
import { breaks } from './break.ts';
import { capacity } from './capacity.ts';
import { continuity } from './continuity.ts';
import { cost } from './cost.ts';
import { fairness } from './fairness.ts';
import { lag } from './lag.ts';
import { lateness } from './lateness.ts';
import { latest } from './latest.ts';
import { maxVisits } from './max-visits.ts';
import { maxWork } from './max-work.ts';
import { onePlaceAtATime } from './one-place-at-a-time.ts';
import { otherHelper } from './other-helper.ts';
import { overtime } from './overtime.ts';
import { penalty } from './penalty.ts';
import { pinned } from './pinned.ts';
import { refused } from './refused.ts';
import type { Rule } from './rule.ts';
import { sameHelper } from './same-helper.ts';
import { shift } from './shift.ts';
import { skills } from './skills.ts';
import { spacing } from './spacing.ts';
import { together } from './together.ts';
import { travel } from './travel.ts';
import { unassigned } from './unassigned.ts';
import { wanted } from './wanted.ts';
import { window } from './window.ts';

/** The rule of each id: leave one out, or put it under another's name, and it does not compile. */
export const builtInRules: { readonly [Id in HardRule | SoftRule | 'unassigned']: Rule<Id> } = {
  refused,
  skills,
  'same-helper': sameHelper,
  'other-helper': otherHelper,
  window,
  shift,
  break: breaks,
  lag,
  spacing,
  capacity,
  'max-visits': maxVisits,
  'max-work': maxWork,
  'one-place-at-a-time': onePlaceAtATime,
  pinned,
  together,
  unassigned,
  travel,
  wanted,
  fairness,
  cost,
  penalty,
  continuity,
  overtime,
  lateness,
  latest,
} satisfies Record<RuleId, Rule>;
