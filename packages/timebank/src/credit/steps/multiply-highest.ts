import * as z from 'zod';
import { ServiceCondition, stepFields, Times, When } from '../../pack/service-condition.ts';
import { conditionUnknown, fits } from '../fits.ts';
import { type Factor as Meant, multipliedByHighest } from '../multiplied.ts';
import { change, stepKind } from '../step-kind.ts';

const Factor = z.strictObject({ times: Times, during: When.optional(), when: ServiceCondition.optional() }).readonly();

/**
 * of several factors never two at once: "nights one and a half, holidays double, the highest, not added up". The
 * service is cut where a `during` begins or ends, and each part counts by the highest factor that applies to it; once where
 * none does. The sum of the parts is rounded down once.
 */
export const multiplyHighest = stepKind({
  schema: z.strictObject({ do: z.literal('multiply-highest'), of: z.array(Factor).min(1).readonly(), ...stepFields }).readonly(),
  judge({ of }, judging) {
    const meant: Meant[] = [];
    for (const factor of of) {
      const isMeant = factor.when === undefined ? true : fits(factor.when, judging);
      if (typeof isMeant === 'string') return conditionUnknown(factor.when!, isMeant, judging);
      if (isMeant) meant.push(factor);
    }
    const { seconds, milliseconds } = multipliedByHighest(meant, judging);
    const [highest, ...lower] = [...milliseconds].sort(([a], [b]) => b - a);
    if (highest === undefined) return undefined;
    const [permille, length] = highest;
    const data = { permille, times: permille / 1000, insideSeconds: Math.floor(length / 1000) };
    if (lower.length === 0) return change('credit/multiplied', judging, seconds, data);
    const lowerSeconds = Math.floor(lower.reduce((sum, [, one]) => sum + one, 0) / 1000);
    return change('credit/multiplied-in-parts', judging, seconds, { ...data, lowerSeconds });
  },
  mayRaise: ({ of }) => of.some(({ times }) => times > 1),
});
