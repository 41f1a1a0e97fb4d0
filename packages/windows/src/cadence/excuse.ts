import { LocalDate, PersonId } from '@linli/model';
import * as z from 'zod';

export const ExcuseReason = z.enum(['hospital', 'travelling', 'refused', 'other']);
export type ExcuseReason = z.infer<typeof ExcuseReason>;

/** Known not to be there to be seen, or not to wish it, because somebody said so. Never made from silence. */
export const Excuse = z
  .strictObject({
    from: LocalDate,
    /** The first day that counts again; null where the return is not known. */
    until: LocalDate.nullable(),
    why: ExcuseReason,
    saidBy: PersonId,
  })
  .refine(({ from, until }) => until === null || from < until, { error: 'an excuse ends after it begins', path: ['until'] })
  .readonly();
export interface Excuse extends z.infer<typeof Excuse> {}

/** What excuses the day, the first of several. */
export const excuseOn = (excused: readonly Excuse[], day: LocalDate): Excuse | undefined =>
  excused.find(({ from, until }) => from <= day && (until === null || day < until));

/** The first day from `day` on that no excuse holds; null where the return is not known. */
export function returnFrom(excused: readonly Excuse[], day: LocalDate): LocalDate | null {
  const excuse = excuseOn(excused, day);
  if (excuse === undefined) return day;
  return excuse.until === null ? null : returnFrom(excused, excuse.until);
}
