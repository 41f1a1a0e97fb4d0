import { Sex } from '@linli/model';
import * as z from 'zod';

/** A code of the community's own: letters, digits, dots and dashes. */
export const Code = z.string().min(1);
export const Codes = z.array(Code).min(1).readonly();

const Years = z.int().nonnegative().max(150);

/** From the birthday `from` on, and before the birthday `until`: `{ from: 60, until: 71 }` holds 60 and 70, not 71. */
const AgeRange = z
  .strictObject({ from: Years.optional(), until: Years.optional() })
  .superRefine(({ from, until }, context) => {
    if (from === undefined && until === undefined) {
      context.addIssue({ code: 'custom', message: 'an age has from or until', params: { code: 'pack/age-empty' } });
    }
    if (from !== undefined && until !== undefined && from >= until) {
      context.addIssue({ code: 'custom', message: 'nobody is of this age', params: { code: 'pack/age-backwards', from, until } });
    }
  })
  .readonly();

const fields = {
  age: AgeRange.optional(),
  sex: Sex.optional(),
  /** Any one of these roles. */
  roles: Codes.optional(),
  /** All of these marks on the person's record: `resident`, `member`, `trained`, `low-income`, `alone`, ... */
  marks: Codes.optional(),
  /** Any one of these. */
  anyMark: Codes.optional(),
  /** None of these: `sanctioned`, `frozen`, ... */
  noMarks: Codes.optional(),
};

/** One way of meeting a condition: everything in it must hold. */
export const PersonClause = z.strictObject(fields).readonly();
export interface PersonClause extends z.infer<typeof PersonClause> {}

export const personFields = { ...fields, anyOf: z.array(PersonClause).min(1).readonly().optional() };

/** What is asked of a person. Everything written in it must hold, and with `anyOf` one of its clauses as well. */
export const PersonCondition = z.strictObject(personFields).readonly();
export interface PersonCondition extends z.infer<typeof PersonCondition> {}
