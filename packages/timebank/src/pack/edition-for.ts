import type { LocalDate } from '@linli/model';
import { isInForce } from './standard-fields.ts';

export interface Edition {
  readonly edition: number;
  readonly effective: { readonly from: LocalDate; readonly until?: LocalDate | undefined };
}

/**
 * The edition in force on a day, of those given; undefined where none is. Where two overlap it is the one that came into
 * force later, then the one with the higher number. A service keeps the edition of its own day, whenever it is entered.
 */
export const editionFor = <Standard extends Edition>(editions: readonly Standard[], on: LocalDate): Standard | undefined =>
  editions
    .filter((edition) => isInForce(edition, on))
    .toSorted((a, b) =>
      a.effective.from === b.effective.from ? b.edition - a.edition : a.effective.from < b.effective.from ? 1 : -1,
    )[0];
