import * as z from 'zod';
import { CreditStep, mayRaise } from '../credit/steps.ts';
import { secondsOf, type Unit } from './amount.ts';
import { Calendar } from './service-condition.ts';
import { standardFields } from './standard-fields.ts';
import { checkAmounts } from './whole-amounts.ts';

export type { CreditStep };

/** The part of a standard that says what a service earns. */
export const creditFields = {
  steps: z.array(CreditStep).min(1).readonly(),
  /** which days are holidays; without it none is. */
  calendar: Calendar.optional(),
};

/**
 * What a service earns, as data. The order of the steps is the rule; after the first cap no step may raise the credit.
 */
export const CreditStandard = z
  .strictObject({ format: z.literal('linli-credit-standard/2'), ...standardFields, ...creditFields })
  .superRefine((standard, context) => checkSteps(standard.steps, standard.unit, context, []))
  .readonly();
export interface CreditStandard extends z.infer<typeof CreditStandard> {}

/** What no step can see alone. */
export function checkSteps(
  steps: readonly CreditStep[],
  unit: Omit<Unit, 'words'>,
  context: z.RefinementCtx,
  path: readonly (string | number)[],
): void {
  checkAmounts(steps, unit, false, context, [...path, 'steps']);
  const firstCap = steps.findIndex((step) => step.do === 'cap');
  const seen = new Set<string>();
  for (const [index, step] of steps.entries()) {
    const fault = (code: string, data: object = {}, inside: readonly (string | number)[] = []): void =>
      context.addIssue({ code: 'custom', message: code, path: [...path, 'steps', index, ...inside], params: { code, ...data } });

    if (firstCap >= 0 && index > firstCap && mayRaise(step)) {
      fault('pack/raises-after-cap', { step: step.do, place: index + 1, capPlace: firstCap + 1 });
    }
    // History keeps one sum for each of these, so a standard has at most one.
    if (step.do === 'first' || (step.do === 'round' && (step.per ?? 'service') !== 'service')) {
      if (seen.has(step.do)) fault('pack/step-twice', { step: step.do });
      seen.add(step.do);
    }
    if (step.do === 'round' && secondsOf(step.to, unit) === 0) fault('pack/amount-zero', {}, ['to']);
    if (step.do === 'tiers')
      checkRising(
        step.rows.map(({ from }) => secondsOf(from, unit)),
        (row) => fault('pack/rows-not-rising', {}, ['rows', row, 'from']),
      );
  }
}

/** Calls `fault` with the place of every value that is not above the one before it. */
export function checkRising(values: readonly number[], fault: (place: number) => void): void {
  for (const [place, value] of values.entries()) if (place > 0 && value <= values[place - 1]!) fault(place);
}
