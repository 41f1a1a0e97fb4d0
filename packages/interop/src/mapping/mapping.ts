import * as z from 'zod';
import { Vocabulary } from '../vocabulary.ts';
import { fieldNames } from './field-names.ts';

const { roles, skills, services, duties, cadences, outcomes, selfCare, hardship, approach, evidence } = Vocabulary.unwrap().shape;
const field = z.string().refine((name) => Object.hasOwn(fieldNames, name), { error: 'not a field of any sheet' });
const sheetName = z.string().min(1).optional();

/** How one community's workbook says what ours says: only what the built-in words do not already cover. */
export const Mapping = z
  .strictObject({
    format: z.literal('linli-mapping/1'),
    /** Kind of sheet -> its name in the workbook. */
    sheets: z
      .strictObject({
        residents: sheetName,
        helpers: sheetName,
        ties: sheetName,
        calls: sheetName,
        services: sheetName,
        resources: sheetName,
      })
      .readonly()
      .optional(),
    /** Their header -> our field, on whichever sheet has both; `人员名单/名字` speaks of one sheet and goes first. */
    headers: z.record(z.string().min(1), field).readonly().optional(),
    /** Their word for a grid -> its number. */
    grids: z.record(z.string().min(1), z.int().positive()).readonly().optional(),
    /** Words on top of the vocabulary's. */
    words: z
      .strictObject({ roles, skills, services, duties, cadences, outcomes, selfCare, hardship, approach, evidence })
      .partial()
      .readonly()
      .optional(),
  })
  .readonly();
export interface Mapping extends z.infer<typeof Mapping> {}
