import * as z from 'zod';

/** What became of the resident. `false-alarm`: the knock or the alarm was wrong, such as a broken bell. */
export const Outcome = z.enum(['ok', 'asleep', 'out', 'hospital', 'fallen', 'deceased', 'false-alarm']);
export type Outcome = z.infer<typeof Outcome>;

/**
 * How it is known. `seen`: with one's own eyes. `spoken`: with the resident in person, or with the ward in `hospital`.
 * `told-by-other` and `assumed` are what people say and think; they never end a ladder.
 */
export const KnownBy = z.enum(['seen', 'spoken', 'told-by-other', 'assumed']);
export type KnownBy = z.infer<typeof KnownBy>;

/** One report by one named person. */
export interface Told {
  readonly outcome: Outcome;
  readonly known: KnownBy;
}

/** What is known beside the report itself. */
export interface Standing {
  /** A red flag, a fall or a chain on the door was told of. */
  readonly isUrgent: boolean;
  /** Whoever reports stands in a role that answers for the residents. */
  readonly isAnswerable: boolean;
}

const isCertain = (known: KnownBy): boolean => known === 'seen' || known === 'spoken';

/**
 * Ends as safe. A voice is enough on a quiet day and not after a red flag: words through a door clear nothing.
 * Asleep and unconscious look alike, so somebody asleep is safe when he was woken and spoken to.
 */
export const isSafe = ({ outcome, known }: Told, { isUrgent }: Standing): boolean => {
  if (outcome === 'asleep') return known === 'spoken' && !isUrgent;
  if (outcome !== 'ok' && outcome !== 'out' && outcome !== 'false-alarm') return false;
  return isUrgent ? known === 'seen' : isCertain(known);
};

/** Ends in hospital: seen there by anybody, or the ward was asked by somebody who answers for it. A relative's word is not it. */
export const isInHospital = ({ outcome, known }: Told, { isAnswerable }: Standing): boolean =>
  outcome === 'hospital' && (known === 'seen' || (known === 'spoken' && isAnswerable));

/** A fall on anybody's word, and a death that nobody saw, are reasons to send help at once; being wrong costs one trip. */
export const needsHelp = ({ outcome, known }: Told): boolean =>
  outcome === 'fallen' || (outcome === 'deceased' && known !== 'seen');

/** Somebody stands before a resident who seems dead. No layman can say so: the services come, and the knocks stop. */
export const isDeathSeen = ({ outcome, known }: Told): boolean => outcome === 'deceased' && known === 'seen';

/** Ends as deceased: said by somebody who answers for it and was there or spoke with the doctor. */
export const isDeathConfirmed = ({ outcome, known }: Told, { isAnswerable }: Standing): boolean =>
  outcome === 'deceased' && isCertain(known) && isAnswerable;
