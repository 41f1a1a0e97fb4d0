import { Seconds, Sex } from '@linli/model';
import * as z from 'zod';
import { standardFields } from './standard-fields-1.ts';

const code = z.string().min(1);
const codes = z.array(code).min(1).readonly();
const years = z.int().nonnegative();
/** Thousandths: 1000 is one second for one second. The ceiling keeps products exact. */
const Permille = z.int().nonnegative().max(100_000);
const cap = {
  seconds: Seconds,
  /** What becomes of the seconds above the cap: nobody's, or the common pool's. */
  overflow: z.enum(['drop', 'pool']),
};

const RequireRole = z.strictObject({ do: z.literal('require-role'), roles: codes });
/** From `years` on, before `untilYears`; with `sex`, it binds only helpers of that sex. */
const RequireAge = z.strictObject({
  do: z.literal('require-age'),
  years,
  untilYears: years.optional(),
  sex: Sex.optional(),
});
/** Any one of the sets is enough, and then all of that set is needed. */
const RequireEvidence = z.strictObject({ do: z.literal('require-evidence'), anyOf: z.array(codes).min(1).readonly() });
const RefuseOverlap = z.strictObject({ do: z.literal('refuse-overlap') });
const RefuseSelf = z.strictObject({ do: z.literal('refuse-self') });
/** Compared with what the steps before it have left, so its place decides whether it looks at service or at credit. */
const RequireSeconds = z.strictObject({ do: z.literal('require-seconds'), seconds: Seconds });
const Rate = z.strictObject({
  do: z.literal('rate'),
  permilleByCategory: z.record(code, Permille).readonly(),
  otherwise: Permille,
});
/** `nearest` takes the half up. */
const Round = z.strictObject({
  do: z.literal('round'),
  toSeconds: z.int().positive(),
  mode: z.enum(['down', 'nearest', 'up']),
});
const CapActivity = z.strictObject({ do: z.literal('cap-activity'), ...cap });
const CapDay = z.strictObject({ do: z.literal('cap-day'), ...cap });
const CapMonth = z.strictObject({ do: z.literal('cap-month'), ...cap });
const CapLife = z.strictObject({ do: z.literal('cap-life'), ...cap });

/** One step of a credit standard. A step of an unknown kind is refused with its path, never skipped. */
const CreditStep = z.discriminatedUnion('do', [
  RequireRole.readonly(),
  RequireAge.readonly(),
  RequireEvidence.readonly(),
  RefuseOverlap.readonly(),
  RefuseSelf.readonly(),
  RequireSeconds.readonly(),
  Rate.readonly(),
  Round.readonly(),
  CapActivity.readonly(),
  CapDay.readonly(),
  CapMonth.readonly(),
  CapLife.readonly(),
]);
type CreditStep = z.infer<typeof CreditStep>;

/** A cap that a later step may lift again is no cap. */
const mayRaise = (step: CreditStep): boolean =>
  (step.do === 'round' && step.mode !== 'down') ||
  (step.do === 'rate' && Math.max(step.otherwise, ...Object.values(step.permilleByCategory)) > 1000);

/**
 * The first format, frozen: files of it are read for good and become the next one by `creditTo2`.
 * `cap-day`, `cap-month` and `cap-life` look at what one person was credited on the day and month of the service, and ever.
 */
export const CreditStandard1 = z
  .strictObject({
    format: z.literal('linli-credit-standard/1'),
    ...standardFields,
    steps: z.array(CreditStep).min(1).readonly(),
  })
  .superRefine(({ steps }, context) => {
    const firstCap = steps.findIndex((step) => step.do.startsWith('cap-'));
    for (const [index, step] of steps.entries()) {
      if (firstCap >= 0 && index > firstCap && mayRaise(step)) {
        const params = { code: 'pack/raises-after-cap', step: step.do, place: index + 1, capPlace: firstCap + 1 };
        context.addIssue({
          code: 'custom',
          path: ['steps', index],
          message: 'a step after a cap may not raise the credit',
          params,
        });
      }
    }
  })
  .readonly();
export interface CreditStandard1 extends z.infer<typeof CreditStandard1> {}
