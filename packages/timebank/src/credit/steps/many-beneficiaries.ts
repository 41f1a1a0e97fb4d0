import * as z from 'zod';
import { permilleOf, stepFields, Times } from '../../pack/service-condition.ts';
import { change, scaled, stepKind } from '../step-kind.ts';

/** several served at once. Each further one counts `each` of the first (1 in full, 0.5 half, 0 nothing), up to `most` in all. */
export const manyBeneficiaries = stepKind({
  schema: z
    .strictObject({
      do: z.literal('many-beneficiaries'),
      each: Times,
      most: z.int().positive().max(10_000).optional(),
      ...stepFields,
    })
    .readonly(),
  judge({ each, most = Infinity }, judging) {
    const beneficiaries = judging.service.facts?.beneficiaries ?? 1;
    const permille = 1000 + (Math.min(beneficiaries, most) - 1) * permilleOf(each);
    const data = { beneficiaries, permille, times: permille / 1000 };
    return change('credit/many-beneficiaries', judging, scaled(judging.seconds, permille, 1000), data);
  },
  mayRaise: ({ each }) => each > 0,
});
