import * as z from 'zod';
import { Codes } from '../../pack/person-condition.ts';
import { isListed, stepFields } from '../../pack/service-condition.ts';
import { refuse, stepKind } from '../step-kind.ts';

/** Which services count at all. `care.*` is every category that begins with `care.` */
export const requireCategory = stepKind({
  schema: z.strictObject({ do: z.literal('require-category'), categories: Codes, ...stepFields }).readonly(),
  judge: ({ categories }, { service: { record } }) =>
    isListed(record.category, categories) ? undefined : refuse('service/category-not-credited', { category: record.category }),
});
