import { Instant, LocalDate, PersonId, type Reason } from '@linli/model';
import * as z from 'zod';
import { Why } from '../case-file/why.ts';
import { doneBy } from '../process/happened.ts';
import { TrainingRecord } from '../volunteer/training-record.ts';
import { TeamDefinition, type TeamStage } from './team-definition.ts';

export const TeamState = z.enum(['candidate', 'incubating', 'registered', 'independent', 'dissolved']);
export type TeamState = z.infer<typeof TeamState>;

const TeamMember = z
  .strictObject({
    personId: PersonId,
    isCore: z.boolean(),
    /** Half-open in days; null while they are in it. */
    from: LocalDate,
    until: LocalDate.nullable(),
  })
  .readonly();

/** What is known of one team, and of what it was before. */
export const TeamFacts = z
  .strictObject({
    /** The edition of the standards it grows under; a later one does not reach it. */
    definition: TeamDefinition,
    teamId: z.string().min(1),
    /** As it is called; the name of a team and not of a person. */
    name: z.string().min(1),
    /** Null: nobody has said. */
    foundedOn: LocalDate.nullable(),
    members: z.array(TeamMember).readonly(),
    trainings: z.array(TrainingRecord).readonly(),
    /** Every change of state, oldest first; before the first it is a candidate. `why`: of a step back or the end. */
    history: z.array(z.strictObject({ state: TeamState, on: LocalDate, why: Why.nullable() }).readonly()).readonly(),
    /** The next look at whether the standard is kept. */
    reviewAt: Instant.nullable(),
  })
  .readonly();
export interface TeamFacts extends z.infer<typeof TeamFacts> {}

export const TeamEvent = z.discriminatedUnion('type', [
  /** A date that is said again corrects the one before. */
  doneBy('founded').extend({ on: LocalDate }).readonly(),
  doneBy('member-joined').extend({ personId: PersonId, isCore: z.boolean() }).readonly(),
  doneBy('member-left').extend({ personId: PersonId }).readonly(),
  doneBy('course-passed').extend({ record: TrainingRecord }).readonly(),
  /** To the next stage. */
  doneBy('advanced').readonly(),
  doneBy('fell-back').extend({ why: Why }).readonly(),
  doneBy('dissolved').extend({ why: Why }).readonly(),
]);
export type TeamEvent = z.infer<typeof TeamEvent>;

/** What a team lacks for a stage. */
export type TeamLack =
  | 'team/too-few-members'
  | 'team/too-few-core-members'
  | 'team/course-missing'
  | 'team/founding-unknown'
  | 'team/too-young';

/** What the host should do. Nobody moves a team back but people. */
export type TeamEffect = { readonly teamId: string } & (
  | { readonly type: 'standard-not-kept'; readonly stage: TeamStage; readonly lacks: readonly Reason<TeamLack>[] }
  /** Whoever was in it: their duties need another home. */
  | { readonly type: 'members-released'; readonly memberIds: readonly PersonId[] }
);

type TeamCode =
  | TeamLack
  | 'team/founded'
  | 'team/founded-in-future'
  | 'team/member-joined'
  | 'team/already-member'
  | 'team/member-left'
  | 'team/member-left-below-standard'
  | 'team/not-a-member'
  | 'team/course-noted'
  | 'team/advanced'
  | 'team/fell-back'
  | 'team/dissolved'
  | 'team/standard-kept'
  | 'team/standard-not-kept';

export interface TeamTypes {
  readonly name: 'team';
  readonly state: TeamState;
  readonly facts: TeamFacts;
  readonly event: TeamEvent;
  readonly effect: TeamEffect;
  readonly code: TeamCode;
  readonly guard:
    | 'is-in-future'
    | 'is-member'
    | 'is-no-member'
    | 'falls-below'
    | 'keeps-standard'
    | 'lacks-members'
    | 'lacks-core-members'
    | 'lacks-course'
    | 'lacks-founding-date'
    | 'is-too-young';
}
