import type { Reason } from '@linli/model';
import { type Alternative, alternativeOf, candidates } from './candidates.ts';
import { partnersOf } from './group.ts';
import { type AnswerOptions, type OpenPlan, openPlan } from './open-plan.ts';
import { owedBy } from './openings.ts';
import { placementOf } from './placements.ts';
import { byId, type Plan, type PlannedVisit, type Score } from './plan.ts';
import type { Problem } from './problem.ts';
import { putAt, putIn, type Rota, rotaOf, type Stop, takeOut } from './rota.ts';
import type { Level, Rule } from './rules/rule.ts';
import { addScores, type RuleBook, scoreOf, scoreOfLeftOut, scoreOfPut, subtractScores } from './score.ts';
import { type WhyNot, whyNot } from './why-not.ts';

/** Why this person. `parts`: what the visit adds to the score, counted visit by visit in the order of the plan. */
export interface AssignedVisit extends PlannedVisit {
  readonly parts: Score;
  /**
   * At most three, best first; equal ones by helper. Linked visits stay where they are. None where the rest does not
   * hold without the visit: ways that break the triangle inequality can be shorter by way of it.
   */
  readonly alternatives: readonly Alternative[];
}

/** Why nobody: per helper the smallest set of rules that forbids it, and the smallest change that would help. */
export interface LeftOutVisit extends WhyNot {
  readonly visitId: string;
  readonly parts: Score;
  /** Sorted by helper; rules in their documented order. */
  readonly helpers: readonly { readonly helperId: string; readonly forbiddenBy: readonly string[] }[];
}

/** What one rule costs in the whole plan, and where that comes from. */
export interface RuleShare {
  readonly id: string;
  readonly level: Level;
  readonly amount: number;
  readonly reasons: readonly Reason[];
}

/** One entry per visit of the problem; all `parts` and `rest` together are the score of the plan. */
export interface Explanation {
  readonly visits: readonly AssignedVisit[];
  readonly unassigned: readonly LeftOutVisit[];
  /** What belongs to no visit: 0 throughout but for own rules that cost something while nothing is planned. */
  readonly rest: Score;
  readonly rules: readonly RuleShare[];
}

/**
 * Reads a plan, made here or by hand. An unassigned visit of a group is looked at with the partners that are served where
 * they are, and with those that are not served put in beside it.
 * @throws Fault `plan/of-another-problem` where it names an unknown helper or visit, or one visit twice.
 */
export function explain(problem: Problem, plan: Plan, options: AnswerOptions = {}): Explanation {
  const open = openPlan(problem, plan, options);
  const { frame, rota, book } = open;
  const empty = rotaOf(frame, []);
  const leftOut = frame.visits.flatMap((_, visit) => scoreOfLeftOut(book, frame, visit));
  return {
    visits: explainAssigned(open, empty, leftOut),
    unassigned: frame.visits.flatMap((_, visit) =>
      rota.helperOf[visit] === -1 ? [explainLeftOut(open, visit, leftOut[visit]!)] : [],
    ),
    rest: leftOut.reduce(subtractScores, scoreOf(book, empty)),
    rules: book.rules.map((rule) => shareOf(rule, rota)),
  };
}

const shareOf = (rule: Rule, rota: Rota): RuleShare => ({
  id: rule.id,
  level: rule.level,
  amount: rule.amount(rota),
  reasons: rule.why(rota),
});

const MOST_ALTERNATIVES = 3;

function explainAssigned({ rota, book }: OpenPlan, empty: Rota, leftOut: readonly Score[]): AssignedVisit[] {
  let counted = empty;
  const byHelper = rota.rounds.filter(({ stops }) => stops.length > 0).toSorted((a, b) => byId(a.helper.id, b.helper.id));
  return byHelper.flatMap(({ index: helper, helper: { id }, stops }) =>
    stops.map((stop) => {
      const put = putAt(counted, helper, stop.index, stop.from);
      const parts = addScores(scoreOfPut(book, counted, put), leftOut[stop.index]!);
      counted = putIn(counted, put);
      const { visit, from, until } = stop;
      return { visitId: visit.id, helperId: id, from, until, parts, alternatives: alternativesTo(book, rota, helper, stop) };
    }),
  );
}

/** With the visit taken out, everybody else who could take it. */
function alternativesTo(book: RuleBook, rota: Rota, helper: number, stop: Stop): Alternative[] {
  const { index, from } = stop;
  const without = takeOut(rota, index);
  const kept = scoreOfPut(book, without, putAt(without, helper, index, from));
  const owed = owedBy(book, without, helper, stop);
  return candidates(book, without, index, MOST_ALTERNATIVES, { except: helper, owed }).map((found) => {
    const other = alternativeOf(book, without, found);
    return { ...other, change: subtractScores(other.change, kept) };
  });
}

function explainLeftOut({ frame, rota, book }: OpenPlan, visit: number, parts: Score): LeftOutVisit {
  const partners = partnersOf(book, rota, visit);
  const placements = frame.helpers.map((_, helper) => placementOf(book, rota, helper, visit, partners));
  return {
    visitId: frame.visits[visit]!.id,
    parts,
    helpers: placements.map(({ helper, forbiddenBy }) => ({ helperId: frame.helpers[helper]!.id, forbiddenBy })),
    ...whyNot(book, rota, visit, placements),
  };
}
