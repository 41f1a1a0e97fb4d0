import { z } from 'zod';

/** The rules nobody may break, in the order in which explanations name them: what should be bent last comes first. */
export const hardRules = [
  'refused',
  'skills',
  'window',
  'shift',
  'max-visits',
  'max-work',
  'one-place-at-a-time',
  'pinned',
] as const;
export type HardRule = (typeof hardRules)[number];

export const softRules = ['travel', 'wanted', 'fairness', 'cost'] as const;
export type SoftRule = (typeof softRules)[number];

/** Every rule of the solver by its id. */
export type RuleId = HardRule | 'unassigned' | SoftRule;

const Amount = z.int();

/** What each rule costs, less is better. A level outweighs all below it; within a level the amounts add up. */
export const Score = z
  .strictObject({
    hard: z.record(z.enum(hardRules), Amount).readonly(),
    medium: z.record(z.enum(['unassigned']), Amount).readonly(),
    soft: z.record(z.enum(softRules), Amount).readonly(),
  })
  .readonly();
export interface Score extends z.infer<typeof Score> {}

/** One visit given to one helper, half-open from `from` until `until`. */
export const PlannedVisit = z
  .strictObject({ visitId: z.string(), helperId: z.string(), from: z.int(), until: z.int() })
  .readonly();
export interface PlannedVisit extends z.infer<typeof PlannedVisit> {}

/** Visits sorted by helper, then by start; `unassigned` sorted by id. Sorting of ids is by code unit everywhere. */
export const Plan = z
  .strictObject({ visits: z.array(PlannedVisit).readonly(), unassigned: z.array(z.string()).readonly(), score: Score })
  .readonly();
export interface Plan extends z.infer<typeof Plan> {}

export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const byHelperThenStart = (a: PlannedVisit, b: PlannedVisit): number =>
  byId(a.helperId, b.helperId) || a.from - b.from || byId(a.visitId, b.visitId);
