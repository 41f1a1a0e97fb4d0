/** The rules nobody may break, in the order in which explanations name them: what should be bent last comes first. */
export const hardRules = [
  'refused',
  'skills',
  'same-helper',
  'other-helper',
  'window',
  'shift',
  'break',
  'lag',
  'spacing',
  'capacity',
  'max-visits',
  'max-work',
  'one-place-at-a-time',
  'pinned',
  'together',
] as const;
export type HardRule = (typeof hardRules)[number];

export const softRules = [
  'travel',
  'wanted',
  'fairness',
  'cost',
  'penalty',
  'continuity',
  'overtime',
  'lateness',
  'latest',
] as const;
export type SoftRule = (typeof softRules)[number];

/** Every rule of the solver by its id. */
export type RuleId = HardRule | 'unassigned' | SoftRule;

/** Whole amounts by rule: every built-in one of the level, and the caller's own. */
export type Amounts<Id extends string> = Readonly<Record<Id, number>> & Readonly<Record<string, number>>;

/**
 * What each rule costs, the caller's own included; less is better. A level outweighs all below it; within a level the
 * amounts add up. Soft amounts are weighted already: thousandths of a unit of way, by the default weights.
 */
export interface Score {
  readonly hard: Amounts<HardRule>;
  readonly medium: Amounts<'unassigned'>;
  readonly soft: Amounts<SoftRule>;
}

/** One visit given to one helper, half-open from `from` until `until`. */
export interface PlannedVisit {
  readonly visitId: string;
  readonly helperId: string;
  readonly from: number;
  readonly until: number;
}

/** Visits sorted by helper, then by start; `unassigned` sorted by id. Sorting of ids is by code unit everywhere. */
export interface Plan {
  readonly visits: readonly PlannedVisit[];
  readonly unassigned: readonly string[];
  readonly score: Score;
}

export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const byHelperThenStart = (a: PlannedVisit, b: PlannedVisit): number =>
  byId(a.helperId, b.helperId) || a.from - b.from || byId(a.visitId, b.visitId);
