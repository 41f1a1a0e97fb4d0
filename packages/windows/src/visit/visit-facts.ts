import { DemandId, Instant, PersonId, type Seconds, Span } from '@linli/model';
import * as z from 'zod';
import { VisitRule } from './visit-rule.ts';

/** A sign-in or sign-out: when, who, and by what, such as `phone`, `code-at-door`, `paper`. */
const Signature = z.strictObject({ at: Instant, by: PersonId, means: z.string().min(1) }).readonly();

/** Where it goes on: another visit, that begins later. */
export const NextVisit = z.strictObject({ visitId: z.string().min(1), from: Instant }).readonly();
export interface NextVisit extends z.infer<typeof NextVisit> {}

export const VisitFacts = z
  .strictObject({
    residentId: PersonId,
    demandIds: z.array(DemandId).readonly(),
    /** Catalogue code. */
    category: z.string().min(1),
    emergency: z.boolean(),
    /** Planned, from start to end. */
    span: Span,
    /** Null: nobody is named. */
    helperId: PersonId.nullable(),
    rule: VisitRule,
    /** Whether a helper may go past the door of a home now; the mode of the community says. */
    doorEntry: z.boolean(),
    confirmBy: Instant,
    /** At this instant a start is late. */
    lateAfter: Instant,
    /** At this instant it takes too long; moves with a late start. */
    overrunAfter: Instant,
    /** At this instant it is unreported: nobody knows how it went. */
    reportBy: Instant,
    /** The last deadline that was told of; none is told twice. */
    toldUntil: Instant.nullable(),
    signIn: Signature.nullable(),
    signOut: Signature.nullable(),
    /** Knocks at this door that nobody answered. */
    unanswered: z.array(Instant).readonly(),
    /** Why it was missed or cancelled: a code, or the words of whoever said so. */
    why: z.string().nullable(),
    next: NextVisit.nullable(),
  })
  .readonly();
export interface VisitFacts extends z.infer<typeof VisitFacts> {}

const MINUTE = 60_000;
const after = (at: Instant, minutes: number): Instant => (at + minutes * MINUTE) as Instant;
const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** A visit as it is planned, its deadlines worked out once from the rule it then carries. */
export function planVisit(plan: {
  readonly residentId: PersonId;
  readonly demandIds: readonly DemandId[];
  readonly category: string;
  readonly from: Instant;
  readonly serviceSeconds: Seconds;
  readonly helperId: PersonId | null;
  readonly emergency: boolean;
  readonly doorEntry: boolean;
  readonly rule: VisitRule;
}): VisitFacts {
  const { from, serviceSeconds, rule, ...rest } = plan;
  const until = (from + serviceSeconds * 1000) as Instant;
  const lateAfter = after(from, rule.lateAfterMinutes);
  const overrunAfter = after(until, rule.overrunAfterMinutes);
  return {
    ...rest,
    rule,
    span: { from, until },
    confirmBy: after(from, -rule.confirmMinutesBefore),
    lateAfter,
    overrunAfter,
    reportBy: after(later(lateAfter, overrunAfter), rule.reportGraceMinutes),
    toldUntil: null,
    signIn: null,
    signOut: null,
    unanswered: [],
    why: null,
    next: null,
  };
}

/** The deadlines of a visit that begins at `at`: one that starts late may take its full time. */
export function deadlinesFrom({ span, rule, reportBy }: VisitFacts, at: Instant): Pick<VisitFacts, 'overrunAfter' | 'reportBy'> {
  const until = later(span.until, (at + (span.until - span.from)) as Instant);
  const overrunAfter = after(until, rule.overrunAfterMinutes);
  return { overrunAfter, reportBy: later(reportBy, after(overrunAfter, rule.reportGraceMinutes)) };
}

/** What is still open after `at` gets time to be decided, even where that time had run out before. */
export const decideBy = ({ rule, reportBy }: VisitFacts, at: Instant): Pick<VisitFacts, 'reportBy'> => ({
  reportBy: later(reportBy, after(at, rule.reportGraceMinutes)),
});
