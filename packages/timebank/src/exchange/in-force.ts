import type { LocalDate } from '@linli/model';

/** Whether a clause of a standard is in force: from the day `from`, before the day `until`. */
export const isClauseInForce = (
  { from, until }: { readonly from?: LocalDate | undefined; readonly until?: LocalDate | undefined },
  on: LocalDate,
): boolean => (from === undefined || from <= on) && (until === undefined || on < until);
