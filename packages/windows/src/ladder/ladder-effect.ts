import { daysBetween, type Instant, localDateOf, type PersonId } from '@linli/model';
import { after, isLast } from './climb.ts';
import type { AskChannel, LadderDefinition, Rung } from './ladder-definition.ts';
import type { AnswerKind, EntryConsent, KeyHolder, LadderFacts, Report } from './ladder-facts.ts';
import { stepAt } from './ladder-steps.ts';
import type { KnownBy, Outcome } from './outcome.ts';

/** `stale`: it opened the door too long ago. `failed`: it did not open it this time. */
type KeyTrust = 'verified' | 'stale' | 'unverified' | 'failed';
export interface KeySaid {
  readonly personId: PersonId;
  readonly trust: KeyTrust;
}

export interface Ask {
  readonly residentId: PersonId;
  readonly rung: string;
  readonly roles: readonly string[];
  readonly channel: AskChannel;
  /** How many people to ask. */
  readonly people: number;
  /** The round, from 1. */
  readonly attempt: number;
}

/** Somebody who was asked by name or answered; silence is said as `null`. */
export interface AskedPerson {
  readonly personId: PersonId;
  readonly answer: AnswerKind | null;
  readonly at: Instant | null;
}
/** One rung of the list of everybody asked. `people` says less than `count` where the host never told whom it asked. */
export interface AskedRung {
  readonly rung: string;
  readonly attempt: number;
  readonly askedAt: Instant;
  readonly passedAt: Instant | null;
  readonly count: number;
  readonly people: readonly AskedPerson[];
}

export type NotifyAbout =
  | 'hospital-to-confirm'
  | 'death-reported'
  | 'key-failed'
  | 'no-key-left'
  | 'red-flag'
  | 'emergency-raised'
  | 'outcome-not-well';

/** What the host should now do. */
export type LadderEffect =
  | ({ readonly type: 'ask' } & Ask)
  /** A key that may not open is asked for like the others, and said to be one. */
  | ({ readonly type: 'ask-key-holder'; readonly residentId: PersonId; readonly attempt: number } & KeySaid)
  | ({
      readonly type: 'call-emergency';
      readonly services: readonly string[];
      readonly consent: EntryConsent;
      /** The services come whatever the consent. With a yes the community may open the door by force as well. */
      readonly mayBreakIn: 'services-and-community' | 'services-only';
      readonly keys: readonly KeySaid[];
      readonly flags: readonly string[];
      /** When somebody last saw the resident, as far as notes tell; null: nobody said. */
      readonly lastSeenAt: Instant | null;
      readonly hasGuide: boolean;
    } & Ask)
  /** Somebody waits at the corner and shows the services the way. */
  | {
      readonly type: 'guide-wanted';
      readonly residentId: PersonId;
      readonly roles: readonly string[];
      readonly people: number;
      readonly attempt: number;
    }
  | {
      readonly type: 'notify';
      readonly residentId: PersonId;
      readonly about: NotifyAbout;
      readonly roles: readonly string[];
      readonly by: PersonId;
    }
  /** To everybody asked, by name and by rung, and to the services that were called. */
  | {
      readonly type: 'stand-down';
      readonly residentId: PersonId;
      readonly outcome: Outcome;
      readonly known: KnownBy;
      readonly by: PersonId;
      readonly rungs: readonly string[];
      readonly people: readonly PersonId[];
      readonly services: readonly string[];
    }
  /** Nobody confirmed. Everybody who was asked in any round, when, and what they answered. */
  | {
      readonly type: 'exhausted';
      readonly residentId: PersonId;
      readonly roles: readonly string[];
      readonly attempt: number;
      readonly asked: readonly AskedRung[];
      readonly keys: readonly KeySaid[];
      readonly reports: readonly Report[];
      readonly flags: readonly string[];
    }
  | {
      readonly type: 'follow-up';
      readonly residentId: PersonId;
      readonly outcome: Outcome;
      readonly roles: readonly string[];
      readonly until: Instant;
    }
  /** The resident has died: nobody knocks any more. */
  | { readonly type: 'end-knocks'; readonly residentId: PersonId };

function trustOf(facts: LadderFacts, { personId, verifiedOn }: KeyHolder, at: Instant): KeyTrust {
  if (facts.entries.some(({ keyHolderId, result }) => keyHolderId === personId && result === 'key-failed')) return 'failed';
  const on = localDateOf(at, facts.definition.zone);
  // A key that opened the door on a day to come has not opened it yet.
  if (verifiedOn === null || verifiedOn > on) return 'unverified';
  return daysBetween(verifiedOn, on) <= facts.definition.keyVerifiedForDays ? 'verified' : 'stale';
}

const keysSaid = (facts: LadderFacts, at: Instant): readonly KeySaid[] =>
  facts.keyHolders.map((holder) => ({ personId: holder.personId, trust: trustOf(facts, holder, at) }));

const flagCodes = ({ flags }: LadderFacts): readonly string[] => [...new Set(flags.map(({ code }) => code))];

const askOf = ({ residentId, round }: LadderFacts, { id, roles, channel, people }: Rung): Ask => ({
  residentId,
  rung: id,
  roles,
  channel,
  people,
  attempt: round,
});

function callEmergency(facts: LadderFacts, rung: Rung, at: Instant): LadderEffect {
  const seen = facts.notes.flatMap(({ seenAt }) => (seenAt === null ? [] : [seenAt]));
  return {
    type: 'call-emergency',
    ...askOf(facts, rung),
    services: rung.services,
    consent: facts.consent,
    mayBreakIn: facts.consent === 'yes' ? 'services-and-community' : 'services-only',
    keys: keysSaid(facts, at),
    flags: flagCodes(facts),
    lastSeenAt: seen.length === 0 ? null : (Math.max(...seen) as Instant),
    hasGuide: facts.definition.guide !== null,
  };
}

/** The key-holders asked on the step the facts stand on, in order. */
export function keyAsksOf(facts: LadderFacts, at: Instant): readonly LadderEffect[] {
  const asked = facts.keyAsks.filter(({ round, step }) => round === facts.round && step === facts.step);
  return asked.flatMap(({ personId }) =>
    facts.keyHolders
      .filter((holder) => holder.personId === personId)
      .map(
        (holder): LadderEffect => ({
          type: 'ask-key-holder',
          residentId: facts.residentId,
          attempt: facts.round,
          personId,
          trust: trustOf(facts, holder, at),
        }),
      ),
  );
}

/** All that a step just reached has to ask. The emergency comes first. */
export function asksOf(facts: LadderFacts, at: Instant): readonly LadderEffect[] {
  const { definition, residentId, round, step } = facts;
  const rungs = stepAt(definition, step);
  const calls = rungs.filter(({ services }) => services.length > 0).map((rung) => callEmergency(facts, rung, at));
  const guide: readonly LadderEffect[] =
    isLast(facts, step) && definition.guide !== null
      ? [{ type: 'guide-wanted', residentId, ...definition.guide, attempt: round }]
      : [];
  const asks = rungs
    .filter(({ services }) => services.length === 0)
    .map((rung): LadderEffect => ({ type: 'ask', ...askOf(facts, rung) }));
  return [...calls, ...guide, ...asks, ...keyAsksOf(facts, at)];
}

export const notify = ({ residentId, definition }: LadderFacts, about: NotifyAbout, by: PersonId): LadderEffect => ({
  type: 'notify',
  residentId,
  about,
  roles: definition.answerableRoles,
  by,
});

const countOf = ({ rungs }: LadderDefinition, id: string): number => rungs.find((rung) => rung.id === id)?.people ?? 0;

export function exhausted(facts: LadderFacts, at: Instant): LadderEffect {
  const { residentId, definition, round, reports } = facts;
  const asked = facts.rungs.map(({ rung, round: attempt, askedAt, passedAt, people, answers }): AskedRung => {
    const names = [...new Set([...(people ?? []), ...answers.map(({ personId }) => personId)])];
    return {
      rung,
      attempt,
      askedAt,
      passedAt,
      count: countOf(definition, rung),
      people: names.map((personId) => {
        const last = answers.filter((answer) => answer.personId === personId).at(-1);
        return { personId, answer: last?.answer ?? null, at: last?.at ?? null };
      }),
    };
  });
  const told = { asked, keys: keysSaid(facts, at), reports, flags: flagCodes(facts) };
  return { type: 'exhausted', residentId, roles: definition.answerableRoles, attempt: round, ...told };
}

/** To everybody who was asked in any round, whatever they answered; whoever declined is glad to hear it too. */
export function standDown(facts: LadderFacts, { outcome, known, by }: Report): LadderEffect {
  const { residentId, definition, rungs, keyAsks } = facts;
  const named = rungs.flatMap(({ people, answers }) => [...(people ?? []), ...answers.map(({ personId }) => personId)]);
  const asked = [...new Set(rungs.map(({ rung }) => rung))];
  return {
    type: 'stand-down',
    residentId,
    outcome,
    known,
    by,
    rungs: asked,
    people: [...new Set([...named, ...keyAsks.map(({ personId }) => personId)])],
    services: definition.rungs.filter(({ id }) => asked.includes(id)).flatMap(({ services }) => services),
  };
}

/** What has to be seen to afterwards: for the outcome, and for a fall that was told of on the way to it. */
export function followUps(facts: LadderFacts, { outcome, at }: Report): readonly LadderEffect[] {
  const fell = facts.reports.some((report) => report.outcome === 'fallen');
  return facts.definition.followUps
    .filter((each) => each.outcome === outcome || (fell && each.outcome === 'fallen'))
    .map(({ outcome: about, roles, withinSeconds }) => ({
      type: 'follow-up' as const,
      residentId: facts.residentId,
      outcome: about,
      roles,
      until: after(at, withinSeconds),
    }));
}
