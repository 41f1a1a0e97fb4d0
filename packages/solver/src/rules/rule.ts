import type { Reason, Text } from '@linli/model';
import type { Frame } from '../frame.ts';
import type { Visit } from '../problem.ts';
import { type Put, type Rota, type Round, roundWith } from '../rota.ts';

/** Hard: nobody may break it. Medium outweighs soft; soft amounts are thousandths of a unit of way. */
export type Level = 'hard' | 'medium' | 'soft';

/**
 * One thing a plan is judged by. Amounts are whole, 0 where kept, and grow with the breach. A rule knows nothing but its
 * arguments and changes none of them.
 */
export interface Rule<Id extends string = string> {
  readonly id: Id;
  readonly level: Level;
  /** Its name for people. The solver's own rules have theirs in `ruleTexts`, outside the core. */
  readonly words?: Text;
  /** What the whole rota costs by this rule, counted anew. */
  readonly amount: (rota: Rota) => number;
  /** Exactly what `amount` becomes with one visit put in, less what it is. */
  readonly delta: (rota: Rota, put: Put) => number;
  /** What of the amount a left-out visit stands for by itself; left out where that is nothing. */
  readonly leftOut?: (visit: Visit, frame: Frame) => number;
  /** Where the amount comes from. */
  readonly why: (rota: Rota) => readonly Reason[];
}

export interface RoundRule<Id extends string> extends Pick<Rule<Id>, 'id' | 'level' | 'words'> {
  readonly amount: (round: Round) => number;
  /** Without it the round is counted twice. */
  readonly delta?: (round: Round, put: Put) => number;
  readonly why: (round: Round) => readonly Reason[];
}

/** A rule over each helper's round by itself, rounds without a stop included. */
export function perRound<Id extends string>({ amount, delta, why, ...rule }: RoundRule<Id>): Rule<Id> {
  return {
    ...rule,
    amount: ({ rounds }) => rounds.reduce((sum, round) => sum + amount(round), 0),
    delta: delta === undefined ? (_, put) => amount(roundWith(put)) - amount(put.round) : (_, put) => delta(put.round, put),
    why: ({ rounds }) => rounds.flatMap(why),
  };
}

export interface LeftOutRule<Id extends string> extends Pick<Rule<Id>, 'id' | 'level' | 'words'> {
  readonly amount: (visit: Visit, frame: Frame) => number;
  readonly why: (visit: Visit, frame: Frame) => readonly Reason[];
}

/** A rule over each visit that nobody does. */
export function perLeftOut<Id extends string>({ amount, why, ...rule }: LeftOutRule<Id>): Rule<Id> {
  const leftOut = ({ frame, helperOf }: Rota): readonly Visit[] => frame.visits.filter((_, index) => helperOf[index] === -1);
  return {
    ...rule,
    amount: (rota) => leftOut(rota).reduce((sum, visit) => sum + amount(visit, rota.frame), 0),
    delta: ({ frame }, { stop }) => 0 - amount(stop.visit, frame),
    leftOut: amount,
    why: (rota) => leftOut(rota).flatMap((visit) => why(visit, rota.frame)),
  };
}
