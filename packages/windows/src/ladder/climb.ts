import type { Instant } from '@linli/model';
import type { KeyHolder, LadderFacts } from './ladder-facts.ts';
import { lastStepOf, morningFor, stepAt, stepOfRung, waitSecondsOf } from './ladder-steps.ts';

// How a ladder moves. Its step only ever goes up within a round, which is why no rung is asked twice.

export const after = (at: Instant, seconds: number): Instant => (at + seconds * 1000) as Instant;

export const isLast = ({ definition }: LadderFacts, step: number): boolean => step === lastStepOf(definition);

/** The end of the quiet hours that a step has to wait for. After a red flag no step waits. */
export const morningOf = (facts: LadderFacts, step: number, at: Instant): Instant | undefined =>
  facts.urgentSince === null && step <= lastStepOf(facts.definition) ? morningFor(facts.definition, step, at) : undefined;

const passed = ({ rungs }: LadderFacts, at: Instant): Pick<LadderFacts, 'rungs'> => ({
  rungs: rungs.map((record) => (record.passedAt === null ? { ...record, passedAt: at } : record)),
});

/** A key that failed at this door is not asked for again. */
const hasFailed = ({ entries }: LadderFacts, { personId }: KeyHolder): boolean =>
  entries.some(({ keyHolderId, result }) => keyHolderId === personId && result === 'key-failed');

/** Key-holders not asked yet in this round, in order. */
export const keysLeft = (facts: LadderFacts): readonly KeyHolder[] =>
  facts.keyHolders.filter(
    (holder) =>
      !hasFailed(facts, holder) &&
      !facts.keyAsks.some(({ round, personId }) => round === facts.round && personId === holder.personId),
  );

export const withKeysAsked = (facts: LadderFacts, holders: readonly KeyHolder[], at: Instant): Pick<LadderFacts, 'keyAsks'> => ({
  keyAsks: [...facts.keyAsks, ...holders.map(({ personId }) => ({ round: facts.round, step: facts.step, personId, at }))],
});

/** Asks `step`: what ran before is passed, its wait begins, and its share of the key-holders is asked. */
export function climb(facts: LadderFacts, step: number, at: Instant): LadderFacts {
  const { definition, round } = facts;
  const rungs = stepAt(definition, step);
  const on: LadderFacts = {
    ...facts,
    step,
    until: after(at, waitSecondsOf(rungs)),
    isResumed: false,
    attendedBy: null,
    emergencyAt: isLast(facts, step) ? at : facts.emergencyAt,
    rungs: [
      ...passed(facts, at).rungs,
      ...rungs.map(({ id }) => ({
        round,
        rung: id,
        step,
        askedAt: at,
        people: null,
        answers: [],
        attendedAt: null,
        passedAt: null,
      })),
    ],
  };
  if (step < stepOfRung(definition, definition.keysFromRung)) return on;
  const left = keysLeft(on);
  return { ...on, ...withKeysAsked(on, isLast(on, step) ? left : left.slice(0, 1), at) };
}

export const climbNext = (facts: LadderFacts, at: Instant): LadderFacts => climb(facts, facts.step + 1, at);
export const climbToLast = (facts: LadderFacts, at: Instant): LadderFacts => climb(facts, lastStepOf(facts.definition), at);

/** Another round: every rung may be asked once more, and what is known stays known. */
export const withRound = (facts: LadderFacts): LadderFacts => ({
  ...facts,
  round: facts.round + 1,
  step: -1,
  emergencyAt: null,
  attendedBy: null,
  isResumed: false,
});

export const sleepUntil = (facts: LadderFacts, until: Instant, at: Instant): LadderFacts => ({
  ...facts,
  ...passed(facts, at),
  until,
  attendedBy: null,
  isResumed: false,
});

/** Nothing runs any more; all rungs are behind it. */
export const stopped = (facts: LadderFacts, at: Instant): LadderFacts => ({
  ...facts,
  ...passed(facts, at),
  until: null,
  attendedBy: null,
});

/** The step a flag sends the ladder to. One that is not listed is still a flag, so it goes to the last. */
export function stepOfFlag({ definition }: LadderFacts, code: string): number {
  const flag = definition.redFlags.find((each) => each.code === code);
  return flag === undefined ? lastStepOf(definition) : stepOfRung(definition, flag.toRung);
}

/** When the ladder last heard or did anything, by its own record. */
function lastHeard(facts: LadderFacts): number {
  const { rungs, knocks, keyAsks, entries, flags, notes, reports } = facts;
  const answers = rungs.flatMap((record) => record.answers);
  const rests = rungs.flatMap(({ attendedAt }) => (attendedAt === null ? [] : [{ at: attendedAt }]));
  const asks = rungs.map(({ askedAt }) => ({ at: askedAt }));
  return Math.max(...[asks, answers, rests, knocks, keyAsks, entries, flags, notes, reports].flat().map(({ at }) => at));
}

/** The whole of the wait that runs: for a report where somebody is on his way, for an answer otherwise. */
const wholeWait = ({ attendedBy, definition, step }: LadderFacts): number =>
  attendedBy === null ? waitSecondsOf(stepAt(definition, step)) : definition.reportSeconds;

/** The wait that the machine slept through, given again from the wake-up as the definition says. Once. */
export function resumed(facts: LadderFacts, now: Instant): LadderFacts {
  const whole = after(now, wholeWait(facts));
  const left = (now + Math.max(1, (facts.until ?? now) - lastHeard(facts))) as Instant;
  return { ...facts, isResumed: true, until: facts.definition.afterSilence === 'restart' ? whole : left };
}
