import type { HardRule, SoftRule } from '../plan.ts';
import { cost } from './cost.ts';
import { fairness } from './fairness.ts';
import { maxVisits } from './max-visits.ts';
import { maxWork } from './max-work.ts';
import { onePlaceAtATime } from './one-place-at-a-time.ts';
import { pinned } from './pinned.ts';
import { refused } from './refused.ts';
import type { DayRule } from './rule.ts';
import { shift } from './shift.ts';
import { skills } from './skills.ts';
import { travel } from './travel.ts';
import { wanted } from './wanted.ts';
import { window } from './window.ts';

/** The rule of each id: leave one out, or put it under another's name, and it does not compile. */
export const dayRules: { readonly [Id in HardRule | SoftRule]: DayRule<Id> } = {
  refused,
  skills,
  window,
  shift,
  'max-visits': maxVisits,
  'max-work': maxWork,
  'one-place-at-a-time': onePlaceAtATime,
  pinned,
  travel,
  wanted,
  fairness,
  cost,
};
