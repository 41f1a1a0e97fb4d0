import { Cadence, CallOutcome, LivingKind, SelfCare, WallTime } from '@linli/model';
import * as z from 'zod';

const words = <Code extends z.ZodType>(code: Code) => z.record(z.string().min(1), code).readonly();
const code = z.string().min(1);

/**
 * A community's own words and the codes they stand for. Words match after width, case and blanks are evened out;
 * `services`, `hardship` and `approach` match by the longest word contained in the cell.
 */
export const Vocabulary = z
  .strictObject({
    roles: words(code),
    skills: words(code),
    services: words(code),
    duties: words(code),
    cadences: words(Cadence),
    outcomes: words(CallOutcome),
    selfCare: words(SelfCare),
    /** On top of the built-in words such as 独居. */
    living: words(LivingKind).optional(),
    hardship: words(code),
    approach: words(code),
    evidence: words(code),
    /** The earliest `from` and the latest `until` are the whole day: they bound "after 18:00" and a bare "weekends". */
    dayparts: words(z.strictObject({ from: WallTime, until: WallTime }).readonly()),
    /** Words that name no person but the public. */
    publicBeneficiary: z.array(z.string().min(1)).readonly(),
  })
  .readonly();
export interface Vocabulary extends z.infer<typeof Vocabulary> {}
