import { Cadence, CallOutcome, SelfCare, WallTime } from '@linli/model';
import * as z from 'zod';

const codes = z.record(z.string(), z.string()).readonly();

/** `words.yaml`: what the community's workbooks write, and the code each word stands for. */
export const Words = z
  .strictObject({
    format: z.literal('linli-words/1'),
    duties: codes,
    cadences: z.record(z.string(), Cadence).readonly(),
    outcomes: z.record(z.string(), CallOutcome).readonly(),
    selfCare: z.record(z.string(), SelfCare).readonly(),
    hardship: codes,
    approach: codes,
    evidence: codes,
    dayparts: z.record(z.string(), z.strictObject({ from: WallTime, until: WallTime }).readonly()).readonly(),
    /** Beneficiaries that are nobody in particular. */
    publicBeneficiary: z.array(z.string()).readonly(),
  })
  .readonly();
export interface Words extends z.infer<typeof Words> {}
