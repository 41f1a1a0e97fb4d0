import * as z from 'zod';
import { personFields } from '../../pack/person-condition.ts';
import { stepFields } from '../../pack/service-condition.ts';
import { lacks } from '../../person-facts.ts';
import { refuseFor, stepKind } from '../step-kind.ts';

/** who may earn. Everything written must hold, and with `anyOf` one of its clauses as well. */
export const requireHelper = stepKind({
  schema: z.strictObject({ do: z.literal('require-helper'), ...personFields, ...stepFields }).readonly(),
  judge: ({ do: _, when: _when, note: _note, ...condition }, { service: { earner, date } }) =>
    refuseFor(lacks(condition, earner, date, 'helper')),
});
