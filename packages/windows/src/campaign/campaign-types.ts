import { Instant, PersonId } from '@linli/model';
import * as z from 'zod';
import { doneBy } from '../process/happened.ts';
import { CampaignDefinition } from './campaign-definition.ts';
import type { CampaignCode } from './campaign-texts.ts';

/** `no-answer`: tried in vain. `unknown`: tried, and nobody knows what came of it. */
export const TryOutcome = z.enum(['reached', 'refused', 'no-answer', 'unknown']);
export type TryOutcome = z.infer<typeof TryOutcome>;

/** `grid` null: the register does not know where the person lives. */
const Listed = z.strictObject({ personId: PersonId, grid: z.int().positive().nullable() }).readonly();
export type Listed = z.infer<typeof Listed>;

const Withdrawn = z
  .strictObject({ personId: PersonId, grid: z.int().positive().nullable(), reason: z.string().min(1), at: Instant, by: PersonId })
  .readonly();

const Said = z.strictObject({ outcome: TryOutcome, at: Instant, by: PersonId }).readonly();

/** One try to reach one person; what was said of it before stays in `was`, oldest first. */
const Try = z
  .strictObject({
    id: z.string().min(1),
    personId: PersonId,
    channel: z.string().min(1),
    outcome: TryOutcome,
    at: Instant,
    by: PersonId,
    was: z.array(Said).readonly(),
  })
  .readonly();
export type Try = z.infer<typeof Try>;

export const CampaignState = z.enum(['planned', 'running', 'ended', 'closed', 'carried', 'cancelled']);
export type CampaignState = z.infer<typeof CampaignState>;

export const CampaignFacts = z
  .strictObject({
    definition: CampaignDefinition,
    /** The eligible: whoever should be told. */
    people: z.array(Listed).readonly(),
    /** No longer eligible, and why. */
    withdrawn: z.array(Withdrawn).readonly(),
    tries: z.array(Try).readonly(),
    /** The planned end, and after it when it is next asked what becomes of the rest. */
    askAt: Instant,
    carriedTo: z.string().min(1).nullable(),
    why: z.string().min(1).nullable(),
  })
  .readonly();
export interface CampaignFacts extends z.infer<typeof CampaignFacts> {}

export const CampaignEvent = z.discriminatedUnion('type', [
  doneBy('enlist').extend({ personId: PersonId, grid: z.int().positive().nullable() }).readonly(),
  doneBy('withdraw')
    .extend({ personId: PersonId, reason: z.string().min(1) })
    .readonly(),
  doneBy('start').readonly(),
  /** The id of the event is the id of the try. */
  doneBy('try')
    .extend({ personId: PersonId, channel: z.string().min(1), outcome: TryOutcome })
    .readonly(),
  doneBy('correct')
    .extend({ tryId: z.string().min(1), outcome: TryOutcome })
    .readonly(),
  /** `reason` may be null only when everybody was reached. */
  doneBy('close')
    .extend({ reason: z.string().min(1).nullable() })
    .readonly(),
  doneBy('carry')
    .extend({ toCampaignId: z.string().min(1) })
    .readonly(),
  doneBy('cancel')
    .extend({ reason: z.string().min(1) })
    .readonly(),
]);
export type CampaignEvent = z.infer<typeof CampaignEvent>;

export type CampaignEffect =
  | { readonly type: 'ask-why-not-begun' }
  | { readonly type: 'list-not-reached'; readonly personIds: readonly PersonId[] }
  | { readonly type: 'not-reached-carried'; readonly toCampaignId: string; readonly personIds: readonly PersonId[] }
  | {
      readonly type: 'campaign-closed';
      readonly eligible: number;
      readonly reached: number;
      readonly notReachedIds: readonly PersonId[];
      readonly reason: string | null;
    };

export interface CampaignTypes {
  readonly name: 'campaign';
  readonly state: CampaignState;
  readonly facts: CampaignFacts;
  readonly event: CampaignEvent;
  readonly effect: CampaignEffect;
  readonly code: CampaignCode;
  readonly guard:
    | 'is-listed'
    | 'is-unlisted'
    | 'is-unknown-channel'
    | 'is-unknown-try'
    | 'is-the-same'
    | 'has-nobody'
    | 'is-everybody-reached'
    | 'leaves-people-without-reason';
}
