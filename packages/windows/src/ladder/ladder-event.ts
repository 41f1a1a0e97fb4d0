import { Instant, LocalDate, PersonId } from '@linli/model';
import * as z from 'zod';
import { doneBy, happened } from '../process/happened.ts';
import { EntryResult } from './ladder-facts.ts';
import { KnownBy, Outcome } from './outcome.ts';

const rung = z.string().min(1);

/** What can happen to one ladder. */
export const LadderEvent = z.discriminatedUnion('type', [
  /** Somebody stood at the door and nobody answered. Begins a ladder. */
  doneBy('knock-unanswered').readonly(),
  /** The contact of a day did not come; see `knockDay`. Begins a ladder. */
  happened('contact-missed').extend({ dueOn: LocalDate }).readonly(),
  /** Whom the host asked on a rung, by name. Nobody: there is none in that role. */
  happened('asked')
    .extend({ rung, people: z.array(PersonId).readonly() })
    .readonly(),
  /** `by` goes to the door. */
  doneBy('acknowledged').extend({ rung }).readonly(),
  /** `by` cannot go, or cannot any more. */
  doneBy('declined').extend({ rung }).readonly(),
  /** `personId` was tried and not reached. */
  happened('no-reply').extend({ rung, personId: PersonId }).readonly(),
  doneBy('red-flag')
    .extend({ code: z.string().min(1) })
    .readonly(),
  /** What somebody knows, such as when the resident was last seen. It ends nothing. */
  doneBy('note')
    .extend({ text: z.string().min(1), seenAt: Instant.nullable() })
    .readonly(),
  doneBy('entry-tried').extend({ keyHolderId: PersonId.nullable(), result: EntryResult }).readonly(),
  /**
   * What became of the resident, by a named person. The only thing that stands a ladder down. `role`: in which one of the
   * community's roles `by` stands, from the host's register; null where in none.
   */
  doneBy('outcome')
    .extend({ outcome: Outcome, known: KnownBy, role: z.string().min(1).nullable() })
    .readonly(),
]);
export type LadderEvent = z.infer<typeof LadderEvent>;
