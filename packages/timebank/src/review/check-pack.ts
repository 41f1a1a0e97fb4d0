import type { TimeBankPack } from '../pack/time-bank-pack.ts';
import { abuses } from './check-abuse.ts';
import { calendarFindings } from './check-calendar.ts';
import { categoryFindings } from './check-categories.ts';
import { evasions } from './check-evasion.ts';
import { exchangeFindings } from './check-exchange.ts';
import { idleSteps, nobodyEarns } from './check-steps.ts';
import { Effort, type Skipped, usualBudget } from './effort.ts';
import type { Finding } from './finding.ts';
import { trialOf } from './trial.ts';

/** What is known of the community beside the pack. */
export interface CheckOptions {
  /** Codes of everything that can be asked for; empty: categories are not checked. */
  readonly catalogue?: readonly string[];
  /** At most about so many judgements of one service by one step; 5,000,000 where nothing is said. */
  readonly budget?: number;
  /** Told before each part of the search, of `of` parts. */
  readonly onPart?: (done: number, of: number) => void;
}

/** What was found, and what was not looked at because the budget of the search did not reach so far. */
export interface PackReview {
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skipped[];
}

/**
 * What a pack's writer should see before it is used, gravest first: steps that never do anything, rules that contradict each
 * other, categories without a rule, ways to earn more by putting the same work down in another way, loops that make credit
 * of nothing. Each is found by running the pack on made-up services near every amount, age, category and hour it names, and
 * carries the smallest of them. A search: what is not found may still be there.
 */
export const checkPack = (pack: TimeBankPack, options: CheckOptions = {}): readonly Finding[] =>
  reviewPack(pack, options).findings;

/** The same, with what was left out: a pack of many steps has more to try than anybody waits for. */
export function reviewPack(pack: TimeBankPack, options: CheckOptions = {}): PackReview {
  const { catalogue = [], budget = usualBudget, onPart = () => {} } = options;
  const { credit } = pack;
  const effort = new Effort(budget, credit?.steps.length ?? 0);
  const path = ['credit'];
  const found: Finding[] = [];
  onPart(0, 4);
  const trial = credit === null ? null : trialOf(credit, catalogue, effort);
  onPart(1, 4);
  if (trial !== null && trial.easy.length === 0) found.push(...nobodyEarns(trial, path));
  else if (trial !== null) {
    found.push(...idleSteps(trial, path));
    onPart(2, 4);
    found.push(...categoryFindings(trial, catalogue, path), ...calendarFindings(trial, path), ...abuses(trial, path));
    found.push(...evasions(trial, path));
  }
  onPart(3, 4);
  found.push(...exchangeFindings(pack, trial));
  const gravity = { wrong: 0, risk: 1, note: 2 } as const;
  return { findings: found.sort((a, b) => gravity[a.severity] - gravity[b.severity]), skipped: effort.skipped };
}
