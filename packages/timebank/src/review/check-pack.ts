import type { TimeBankPack } from '../pack/time-bank-pack.ts';
import { abuses } from './check-abuse.ts';
import { calendarFindings } from './check-calendar.ts';
import { categoryFindings } from './check-categories.ts';
import { evasions } from './check-evasion.ts';
import { exchangeFindings } from './check-exchange.ts';
import { idleSteps, nobodyEarns } from './check-steps.ts';
import type { Finding } from './finding.ts';
import { trialOf } from './trial.ts';

/** What is known of the community beside the pack. */
export interface CheckOptions {
  /** Codes of everything that can be asked for; empty: categories are not checked. */
  readonly catalogue?: readonly string[];
}

/**
 * What a pack's writer should see before it is used, gravest first: steps that never do anything, rules that contradict each
 * other, categories without a rule, ways to earn more by putting the same work down in another way, loops that make credit
 * of nothing. Each is found by running the pack on made-up services near every amount, age, category and hour it names, and
 * carries the smallest of them. A search: what is not found may still be there.
 */
export function checkPack(pack: TimeBankPack, { catalogue = [] }: CheckOptions = {}): readonly Finding[] {
  const { credit } = pack;
  const trial = credit === null ? null : trialOf(credit, catalogue);
  const path = ['credit'];
  const found: Finding[] = [];
  if (trial !== null && trial.easy.length === 0) found.push(...nobodyEarns(trial, path));
  else if (trial !== null) {
    found.push(
      ...idleSteps(trial, path),
      ...categoryFindings(trial, catalogue, path),
      ...calendarFindings(trial, path),
      ...abuses(trial, path),
      ...evasions(trial, path),
    );
  }
  found.push(...exchangeFindings(pack, trial));
  const gravity = { wrong: 0, risk: 1, note: 2 } as const;
  return found.sort((a, b) => gravity[a.severity] - gravity[b.severity]);
}
