import * as z from 'zod';

/** How one contact duty of the care template counts. */
export const CadenceRule = z
  .strictObject({
    /** The duty's code in the care template. */
    duty: z.string().min(1),
    /** `rolling` from the last contact, `calendar` by the calendar's weeks and months. */
    week: z.enum(['rolling', 'calendar']),
    /** Catalogue codes of services that are a contact. */
    counts: z.array(z.string()).min(1).readonly(),
  })
  .readonly();
export interface CadenceRule extends z.infer<typeof CadenceRule> {}

/** `cadences.yaml`. */
export const CadenceRules = z.strictObject({
  format: z.literal('linli-cadences/1'),
  id: z.string(),
  edition: z.int().positive(),
  cadences: z.array(CadenceRule).readonly(),
});
