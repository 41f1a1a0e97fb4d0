import { LocalDate, WallTime } from '@linli/model';
import * as z from 'zod';
import { Codes, PersonCondition } from './person-condition.ts';

/** A thousandth is the finest factor; the ceiling keeps products in reason. 1.5 is half as much again. */
export const Times = z.number().nonnegative().max(100).multipleOf(0.001);

/** A factor in whole thousandths, which is how it is computed with. */
export const permilleOf = (times: number): number => Math.round(times * 1000);

/** Half-open on the wall; `{ from: "22:00", until: "06:00" }` runs past midnight and belongs to the day on which it begins. */
const Hours = z.strictObject({ from: WallTime, until: WallTime }).readonly();

/** `holiday`: in the standard's calendar; `weekend`: Saturday or Sunday and neither holiday nor working day; `workday`: the others. */
const DayKind = z.enum(['workday', 'weekend', 'holiday']);
export type DayKind = z.infer<typeof DayKind>;

/** Stretches of the clock and the calendar; all that is given must fit. */
export const When = z
  .strictObject({
    hours: z.array(Hours).min(1).readonly().optional(),
    /** 1 is Monday, 7 is Sunday. */
    weekdays: z.array(z.int().min(1).max(7)).min(1).readonly().optional(),
    days: z.array(DayKind).min(1).readonly().optional(),
  })
  .readonly();
export interface When extends z.infer<typeof When> {}

/** Days that are not what their weekday says. Data of the adopter: no country's holidays are built in. */
export const Calendar = z
  .strictObject({
    source: z.string().min(1),
    holidays: z.array(LocalDate).readonly().optional(),
    /** The same day every year: `01-01`. */
    yearlyHolidays: z
      .array(z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))
      .readonly()
      .optional(),
    /** Weekend days that are worked. */
    workdays: z.array(LocalDate).readonly().optional(),
  })
  .readonly();
export interface Calendar extends z.infer<typeof Calendar> {}

/** For which services a step is meant; all that is given must fit. `care.*` fits every category that begins with `care.` */
export const ServiceCondition = z
  .strictObject({
    categories: Codes.optional(),
    difficulty: Codes.optional(),
    /** Marks of the service itself, all of them: `institution`, `emergency`, `team`. */
    marks: Codes.optional(),
    anyMark: Codes.optional(),
    noMarks: Codes.optional(),
    /** When the service begins. */
    begins: When.optional(),
    helper: PersonCondition.optional(),
    /** Does not fit a service for nobody in particular. */
    beneficiary: PersonCondition.optional(),
    /** From this day on, and before that day. */
    from: LocalDate.optional(),
    until: LocalDate.optional(),
  })
  .readonly();
export interface ServiceCondition extends z.infer<typeof ServiceCondition> {}

/** What every step may carry. */
export const stepFields = { when: ServiceCondition.optional(), note: z.string().optional() };

/** Whether a category is one of the listed codes or begins like one that ends in `*`. */
export const isListed = (category: string, listed: readonly string[]): boolean =>
  listed.some((one) => (one.endsWith('*') ? category.startsWith(one.slice(0, -1)) : one === category));
