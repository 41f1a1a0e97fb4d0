import * as z from 'zod';
import { pastWithin } from '../../credit-history.ts';
import { Amount, secondsOf } from '../../pack/amount.ts';
import { MonthDay, Period } from '../../pack/period.ts';
import { isListed, stepFields } from '../../pack/service-condition.ts';
import { change, type Judging, stepKind } from '../step-kind.ts';

const schema = z
  .strictObject({
    do: z.literal('cap'),
    per: z.enum(['service', ...Period.options]),
    most: Amount,
    overflow: z.enum(['drop', 'pool', 'honour']),
    yearFrom: MonthDay.optional(),
    sameBeneficiary: z.boolean().optional(),
    ...stepFields,
  })
  .readonly();
type Cap = z.infer<typeof schema>;

const codes = {
  service: 'credit/service-cap',
  day: 'credit/day-cap',
  week: 'credit/week-cap',
  month: 'credit/month-cap',
  year: 'credit/year-cap',
  life: 'credit/life-cap',
} as const;

/**
 * one person is credited at most so much. What is above it is nobody's (`drop`), the common pool's (`pool`)
 * or counts for stars only (`honour`). With `when.categories` only credit of those categories counts against it, with
 * `sameBeneficiary` only what was earned with the same resident. A period that is full already gives 0 and takes nothing.
 */
export const cap = stepKind({
  schema,
  judge(step, judging) {
    const { seconds, unit } = judging;
    const capSeconds = secondsOf(step.most, unit);
    const alreadySeconds = alreadyUnder(step, judging);
    const after = Math.min(seconds, Math.max(0, capSeconds - alreadySeconds));
    const beside = { [`${step.overflow}Seconds`]: seconds - after };
    return change(codes[step.per], judging, after, { capSeconds, alreadySeconds }, beside);
  },
});

/** What was credited before and counts against the cap. */
function alreadyUnder(step: Cap, { service, history }: Pick<Judging, 'service' | 'history'>): number {
  if (step.per === 'service') return 0;
  const { beneficiary } = service.record;
  const categories = step.when?.categories;
  const served = beneficiary.kind === 'person' ? beneficiary.personId : null;
  const counts = pastWithin(history, step.per, service.date, step.yearFrom).filter(
    ({ category, beneficiaryId }) =>
      (categories === undefined || isListed(category, categories)) && (!step.sameBeneficiary || beneficiaryId === served),
  );
  const isWhole = step.per === 'life' && categories === undefined && !step.sameBeneficiary;
  return counts.reduce((sum, { seconds }) => sum + seconds, isWhole ? history.earlierSeconds : 0);
}
