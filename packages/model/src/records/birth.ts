import * as z from 'zod';
import { addDays, ageOn, LocalDate } from '../time/zone.ts';

/**
 * A birth as well as it is known: on or after `from`, before `until`.
 * A full date spans one day, a month its days, "about 65" the year of births that makes somebody 65.
 */
export const Birth = z
  .strictObject({ from: LocalDate, until: LocalDate, precision: z.enum(['day', 'month', 'year', 'age']) })
  .refine(({ from, until }) => from < until, { error: 'a birth spans at least one day' })
  .readonly();
export interface Birth extends z.infer<typeof Birth> {}

/** Whether somebody is `years` old on the day `on`; undefined while the birth is too vague to tell, or not known at all. */
export function isAtLeast(birth: Birth | null, years: number, on: LocalDate): boolean | undefined {
  if (birth === null) return undefined;
  const youngest = addDays(birth.until, -1);
  const oldestAge = on < birth.from ? -1 : ageOn(birth.from, on);
  const youngestAge = on < youngest ? -1 : ageOn(youngest, on);
  if (youngestAge >= years) return true;
  return oldestAge >= years ? undefined : false;
}
