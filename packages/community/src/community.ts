import type { Clock, Decision, Instant, Intake, LocalDate } from '@linli/model';
import { assert } from '@linli/model';
import { type Chosen, compose } from '@linli/sdk';
import { createStore, type StorageDriver } from '@linli/storage';
import { collections } from './collections.ts';
import type { Effort } from './day/plan-day.ts';
import type { Rules } from './rules/rules.ts';
import type { CommunityCode } from './texts.ts';
import { type AdmittedIntake, admitIntake } from './verbs/admit-intake.ts';
import { type Assigned, assign } from './verbs/assign.ts';
import { type Collected, collect } from './verbs/collect.ts';
import { decideAgain } from './verbs/decide-again.ts';
import { type Confirmation, type Executed, execute } from './verbs/execute.ts';
import type { House } from './verbs/house.ts';
import { type Review, review } from './verbs/review.ts';
import { type Period, type Settled, settle } from './verbs/settle.ts';

export interface CommunityOptions {
  /** Where everything is kept. Whoever opened it closes it. */
  readonly driver: StorageDriver;
  readonly rules: Rules;
  /** When things are written down; decisions go by the times in the records. */
  readonly clock: Clock;
  /** Names each commit; never the same twice in one store. */
  readonly newCommitId: () => string;
  /** Who acts, for the audit trail: an account or a program, no resident's name. */
  readonly actor: string;
  /** The solver's seed and step budget. */
  readonly effort?: Effort;
  readonly plugins?: readonly Chosen[];
}

/**
 * One community. Each verb loads, decides, commits once and says why; each can be called again
 * without harm, and decides anew where somebody else's commit overtakes it.
 */
export interface Community {
  admit(intake: Intake, digest: string): Promise<AdmittedIntake>;
  collect(date: LocalDate): Promise<Decision<Collected, CommunityCode>>;
  assign(date: LocalDate): Promise<Assigned>;
  execute(date: LocalDate, confirmations: readonly Confirmation[], until: Instant): Promise<Executed>;
  settle(period: Period): Promise<Settled>;
  review(on: LocalDate): Promise<Review>;
}

/** @throws Fault `plugins/refused` when a plugin's configuration is not valid. */
export function createCommunity(options: CommunityOptions): Community {
  const plugins = compose(options.plugins ?? [], options.rules.needs);
  assert(
    plugins.ok,
    'plugins/refused',
    plugins.ok ? '' : plugins.reasons.map(({ code, data }) => `${code} ${JSON.stringify(data)}`).join('; '),
  );
  const house: House = {
    store: createStore(options.driver, collections),
    rules: options.rules,
    plugins: plugins.value,
    clock: options.clock,
    newCommitId: options.newCommitId,
    actor: options.actor,
    effort: options.effort ?? { seed: 1, steps: 2000 },
  };
  return {
    admit: (intake, digest) => decideAgain(() => admitIntake(house, intake, digest)),
    collect: (date) => decideAgain(() => collect(house, date)),
    assign: (date) => decideAgain(() => assign(house, date)),
    execute: (date, confirmations, until) => decideAgain(() => execute(house, date, confirmations, until)),
    settle: (period) => decideAgain(() => settle(house, period)),
    review: (on) => review(house, on),
  };
}
