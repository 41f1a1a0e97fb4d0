import { assert } from '@linli/model/kernel';
import type { Frame } from './frame.ts';
import { byHelperThenStart, byId, hardRules, type Plan, type PlannedVisit, type Score, softRules } from './plan.ts';
import { type Put, plannedIn, type Rota, rotaOf } from './rota.ts';
import { builtInRules } from './rules/all-rules.ts';
import type { Level, Rule } from './rules/rule.ts';

/** The rules a plan is judged by, in the order in which they are named: the solver's own, then the caller's. */
export interface RuleBook {
  readonly rules: readonly Rule[];
  readonly hard: readonly Rule[];
  readonly medium: readonly Rule[];
  readonly soft: readonly Rule[];
  /** The caller's own hard rules. */
  readonly ownHard: readonly Rule[];
  readonly own: readonly Rule[];
}

const builtIn: readonly Rule[] = [...hardRules, 'unassigned' as const, ...softRules].map((id) => builtInRules[id]);

/** @throws Fault `rule/id-taken` where an own rule has the name of another. */
export function ruleBook(own: readonly Rule[] = []): RuleBook {
  if (own.length === 0) return plainBook;
  const rules = [...builtIn, ...own];
  for (const { id } of own)
    assert(rules.filter((rule) => rule.id === id).length === 1, 'rule/id-taken', `more than one rule is called "${id}"`);
  return bookOf(rules, own);
}

function bookOf(rules: readonly Rule[], own: readonly Rule[]): RuleBook {
  return {
    rules,
    hard: rules.filter(({ level }) => level === 'hard'),
    medium: rules.filter(({ level }) => level === 'medium'),
    soft: rules.filter(({ level }) => level === 'soft'),
    own,
    ownHard: own.filter(({ level }) => level === 'hard'),
  };
}

const plainBook = bookOf(builtIn, []);

function scoreBy(rules: readonly Rule[], amount: (rule: Rule) => number): Score {
  const score: Record<Level, Record<string, number>> = { hard: {}, medium: {}, soft: {} };
  for (const rule of rules) score[rule.level][rule.id] = amount(rule);
  return score as Score;
}

/** The whole rota, counted anew. */
export const scoreOf = ({ rules }: RuleBook, rota: Rota): Score => scoreBy(rules, ({ amount }) => amount(rota));

/** What a visit adds that is put in. */
export const scoreOfPut = ({ rules }: RuleBook, rota: Rota, put: Put): Score => scoreBy(rules, ({ delta }) => delta(rota, put));

/** What a left-out visit costs by itself. */
export const scoreOfLeftOut = ({ rules }: RuleBook, frame: Frame, visit: number): Score =>
  scoreBy(rules, ({ leftOut }) => leftOut?.(frame.visits[visit]!, frame) ?? 0);

export const addScores = (a: Score, b: Score): Score => combine(a, b, 1);

/** `a` less `b`, rule by rule. */
export const subtractScores = (a: Score, b: Score): Score => combine(a, b, -1);

/** A rule that only one of them knows counts 0 in the other. */
const combine = (a: Score, b: Score, sign: 1 | -1): Score => {
  const level = (of: Level): Record<string, number> => {
    const amounts: Record<string, number> = { ...a[of] };
    for (const id in b[of]) amounts[id] = (amounts[id] ?? 0) + sign * b[of][id]!;
    return amounts;
  };
  return { hard: level('hard'), medium: level('medium'), soft: level('soft') } as Score;
};

export function total(amounts: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const id in amounts) sum += amounts[id]!;
  return sum;
}

/** Negative where `a` is the better one: the first level that differs decides. */
export const compareScores = (a: Score, b: Score): number =>
  total(a.hard) - total(b.hard) || total(a.medium) - total(b.medium) || total(a.soft) - total(b.soft);

/** Sorts, lists who is left out, and scores by every rule anew. `own`: the caller's rules. */
export function planOf(frame: Frame, planned: readonly PlannedVisit[], own: readonly Rule[] = []): Plan {
  return planOfRota(rotaOf(frame, planned), ruleBook(own));
}

export function planOfRota(rota: Rota, book: RuleBook): Plan {
  const { frame, helperOf } = rota;
  return {
    visits: plannedIn(rota).sort(byHelperThenStart),
    unassigned: frame.visits
      .filter((_, visit) => helperOf[visit] === -1)
      .map(({ id }) => id)
      .sort(byId),
    score: scoreOf(book, rota),
  };
}
