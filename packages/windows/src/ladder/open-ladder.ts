import type { PersonId } from '@linli/model';
import { openProcess } from '../process/drive.ts';
import type { Snapshot } from '../process/snapshot.ts';
import { ladder } from './ladder.ts';
import type { LadderDefinition } from './ladder-definition.ts';
import type { EntryConsent, KeyHolder, LadderFacts } from './ladder-facts.ts';
import type { LadderTypes } from './ladder-types.ts';

export type Ladder = Snapshot<LadderTypes>;

/** What is known of a resident before anybody knocks. */
export interface LadderOpening {
  readonly definition: LadderDefinition;
  readonly residentId: PersonId;
  /** In the order in which they are asked. */
  readonly keyHolders: readonly KeyHolder[];
  readonly consent: EntryConsent;
}

const ladderFacts = ({ definition, residentId, keyHolders, consent }: LadderOpening): LadderFacts => ({
  definition,
  residentId,
  keyHolders,
  consent,
  round: 0,
  step: -1,
  until: null,
  isResumed: false,
  attendedBy: null,
  urgentSince: null,
  emergencyAt: null,
  knocks: [],
  rungs: [],
  keyAsks: [],
  entries: [],
  flags: [],
  notes: [],
  reports: [],
});

/** A ladder that nobody has called for yet. Its first unanswered knock, missed contact, flag or report begins it. */
export const openLadder = (id: string, opening: LadderOpening): Ladder => openProcess(ladder, id, ladderFacts(opening));
