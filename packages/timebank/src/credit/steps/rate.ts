import * as z from 'zod';
import { Code } from '../../pack/person-condition.ts';
import { isListed, permilleOf, stepFields, Times } from '../../pack/service-condition.ts';
import { change, scaled, stepKind } from '../step-kind.ts';

/**
 * what one hour of each kind of service is worth. The category's own row counts, else the longest that ends in `*`
 * and fits, else `otherwise`. Rounded down to whole seconds.
 */
export const rate = stepKind({
  schema: z
    .strictObject({
      do: z.literal('rate'),
      byCategory: z.record(Code, Times).readonly().optional(),
      otherwise: Times,
      ...stepFields,
    })
    .readonly(),
  judge({ byCategory = {}, otherwise }, judging) {
    const { category } = judging.service.record;
    const row = Object.hasOwn(byCategory, category)
      ? category
      : Object.keys(byCategory)
          .filter((key) => key.endsWith('*') && isListed(category, [key]))
          .sort((a, b) => b.length - a.length)[0];
    const permille = permilleOf(row === undefined ? otherwise : byCategory[row]!);
    return change('credit/rated', judging, scaled(judging.seconds, permille, 1000), {
      permille,
      times: permille / 1000,
      category,
    });
  },
  mayRaise: ({ byCategory = {}, otherwise }) => Math.max(otherwise, ...Object.values(byCategory)) > 1,
});
