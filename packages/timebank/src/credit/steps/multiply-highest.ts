import { z } from 'zod';
import { ServiceCondition, stepFields, Times, When } from '../../pack/service-condition.ts';
import { fits } from '../fits.ts';
import { multiplied } from '../multiplied.ts';
import { change, refuse, stepKind } from '../step-kind.ts';

const Factor = z.strictObject({ times: Times, during: When.optional(), when: ServiceCondition.optional() }).readonly();

/** Of several factors only the one that gives most counts, never two of them: "the highest, not added up". */
export const multiplyHighest = stepKind({
  schema: z.strictObject({ do: z.literal('multiply-highest'), of: z.array(Factor).min(1).readonly(), ...stepFields }).readonly(),
  judge({ of }, judging) {
    let best: ReturnType<typeof multiplied> | undefined;
    for (const { times, during, when } of of) {
      const isMeant = when === undefined ? true : fits(when, judging);
      if (typeof isMeant === 'string') return refuse('service/condition-unknown', { part: isMeant });
      if (!isMeant) continue;
      const one = multiplied(times, during, judging);
      if (best === undefined || one.seconds > best.seconds) best = one;
    }
    if (best === undefined) return undefined;
    return change('credit/multiplied', judging, best.seconds, { permille: best.permille, insideSeconds: best.insideSeconds });
  },
  mayRaise: ({ of }) => of.some(({ times }) => times > 1),
});
