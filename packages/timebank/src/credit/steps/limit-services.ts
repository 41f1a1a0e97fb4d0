import * as z from 'zod';
import { pastWithin } from '../../credit-history.ts';
import { MonthDay, Period } from '../../pack/period.ts';
import { isListed, stepFields } from '../../pack/service-condition.ts';
import { refuse, stepKind } from '../step-kind.ts';

/** At most so many credited services in a period; with `when.categories` only services of those are counted. */
export const limitServices = stepKind({
  schema: z
    .strictObject({
      do: z.literal('limit-services'),
      most: z.int().positive().max(100_000),
      per: Period,
      yearFrom: MonthDay.optional(),
      ...stepFields,
    })
    .readonly(),
  judge({ most, per, yearFrom, when }, { service: { date }, history }) {
    const categories = when?.categories;
    const past = pastWithin(history, per, date, yearFrom).filter(
      ({ category }) => categories === undefined || isListed(category, categories),
    );
    return past.length < most ? undefined : refuse('service/too-many', { most, per });
  },
});
