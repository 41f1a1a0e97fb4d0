import type { CallList, CallStanding } from './call-list.ts';

/** How the round stands, in residents. `listed` is the sum of all below it but `unsure` and what is of which. */
export interface CallStatistics {
  readonly listed: number;
  readonly reached: number;
  /** Of the reached: asked for something. */
  readonly withDemand: number;
  /** Of the reached: said that nothing is needed. Nobody else ever counts as needing nothing. */
  readonly withoutDemand: number;
  readonly refused: number;
  /** All of the following three. */
  readonly notReached: number;
  readonly notCalled: number;
  readonly callBack: number;
  readonly noAnswer: number;
  /** Perhaps to be listed, perhaps not. */
  readonly unsure: number;
}

/** D-28: who was not reached is counted apart, and never as a resident without a demand. */
export function callStatistics({ toCall, unanswered, refused, reached, unsure }: CallList): CallStatistics {
  const ofStanding = (standing: CallStanding): number => toCall.filter((call) => call.standing === standing).length;
  return {
    listed: toCall.length + unanswered.length + refused.length + reached.length,
    reached: reached.length,
    withDemand: reached.filter(({ wants }) => wants === true).length,
    withoutDemand: reached.filter(({ wants }) => wants === false).length,
    refused: refused.length,
    notReached: toCall.length + unanswered.length,
    notCalled: ofStanding('not-called'),
    callBack: ofStanding('call-back'),
    noAnswer: ofStanding('no-answer') + unanswered.length,
    unsure: unsure.length,
  };
}
