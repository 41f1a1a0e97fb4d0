import type { Instant, PersonId } from '@linli/model';
import type { AnswerKind, LadderFacts, RungRecord } from './ladder-facts.ts';
import { stepAt } from './ladder-steps.ts';

/** What one person says on one rung. */
export interface Said {
  readonly rung: string;
  readonly personId: PersonId;
  readonly answer: AnswerKind;
  readonly at: Instant;
}

/** The record of a rung in the round that runs; undefined where it was not asked. */
export const recordOf = ({ rungs, round }: LadderFacts, rung: string): RungRecord | undefined =>
  rungs.find((record) => record.round === round && record.rung === rung);

const withRecord = (
  facts: LadderFacts,
  rung: string,
  change: (record: RungRecord) => Partial<RungRecord>,
): Pick<LadderFacts, 'rungs'> => ({
  rungs: facts.rungs.map((record) => (record === recordOf(facts, rung) ? { ...record, ...change(record) } : record)),
});

export const withAnswer = (facts: LadderFacts, { rung, personId, answer, at }: Said): Pick<LadderFacts, 'rungs'> =>
  withRecord(facts, rung, ({ answers }) => ({ answers: [...answers, { personId, answer, at }] }));

/** Somebody named once is asked once; a second list adds to the first. */
export const withPeople = (facts: LadderFacts, rung: string, people: readonly PersonId[]): Pick<LadderFacts, 'rungs'> =>
  withRecord(facts, rung, (record) => ({ people: [...new Set([...(record.people ?? []), ...people])] }));

export const withRest = (facts: LadderFacts, rung: string, at: Instant): Pick<LadderFacts, 'rungs'> =>
  withRecord(facts, rung, () => ({ attendedAt: at }));

/** The last answer of everybody who gave one. */
const lastAnswers = ({ answers }: RungRecord): ReadonlyMap<PersonId, AnswerKind> =>
  new Map(answers.map(({ personId, answer }) => [personId, answer]));

/** Whoever said "I go" on a rung and did not take it back. */
const goersOf = (record: RungRecord): readonly PersonId[] =>
  [...lastAnswers(record)].filter(([, answer]) => answer === 'acknowledged').map(([personId]) => personId);

const rungOf = ({ definition }: LadderFacts, { rung, step }: RungRecord) =>
  stepAt(definition, step).find(({ id }) => id === rung) ?? stepAt(definition, step)[0];

const hasQuorum = (facts: LadderFacts, record: RungRecord): boolean => goersOf(record).length >= rungOf(facts, record).quorum;

/** Even if everybody who has not answered yet were to go, too few would: waiting on is for nothing. */
function isBeyondHope(facts: LadderFacts, record: RungRecord): boolean {
  const { people, quorum } = rungOf(facts, record);
  const answers = lastAnswers(record);
  const refused = [...answers].filter(([, answer]) => answer !== 'acknowledged').map(([personId]) => personId);
  const mayGo =
    record.people === null
      ? people - refused.length
      : new Set([...record.people, ...goersOf(record)]).size - refused.filter((id) => record.people?.includes(id)).length;
  return mayGo < quorum;
}

/** One of those whose going brought the ladder to rest. */
export function isOnTheWay(facts: LadderFacts, who: PersonId): boolean {
  const record = facts.attendedBy === null ? undefined : recordOf(facts, facts.attendedBy);
  return record !== undefined && goersOf(record).includes(who);
}

/** Those who went have taken it back, or nobody who was asked can go any more. */
export function leavesNobody(facts: LadderFacts): boolean {
  if (facts.attendedBy !== null) {
    const record = recordOf(facts, facts.attendedBy);
    return record === undefined || !hasQuorum(facts, record);
  }
  return facts.rungs
    .filter(({ round, step }) => round === facts.round && step === facts.step)
    .every((record) => isBeyondHope(facts, record));
}

/**
 * Enough people go for the ladder to rest on this rung. One that the ladder went past still counts, unless a red flag stands:
 * then only those who were asked because of it, or after it, are enough.
 */
export function mayRest(facts: LadderFacts, rung: string): boolean {
  const record = recordOf(facts, rung);
  if (record === undefined || record.attendedAt !== null || !hasQuorum(facts, record)) return false;
  return record.step === facts.step || facts.urgentSince === null;
}
