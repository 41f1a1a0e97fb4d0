import type { Instant, PersonId } from '@linli/model';
import type { Programme } from './programme.ts';

/** Somebody was seen at a programme: a contact for the duties that ask for one. `metAt` is when, not when it was written down. */
export interface ContactEffect {
  readonly type: 'contact-recorded';
  readonly programmeId: string;
  readonly personId: PersonId;
  readonly metAt: Instant;
  /** Who says so. */
  readonly by: PersonId;
}

/** One contact, or none where the programme does not count as one. */
export const contactOf = (
  { id, countsAsContact }: Programme,
  met: Omit<ContactEffect, 'type' | 'programmeId'>,
): readonly ContactEffect[] => (countsAsContact ? [{ type: 'contact-recorded', programmeId: id, ...met }] : []);
