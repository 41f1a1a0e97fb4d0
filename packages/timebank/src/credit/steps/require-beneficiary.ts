import * as z from 'zod';
import { personFields } from '../../pack/person-condition.ts';
import { stepFields } from '../../pack/service-condition.ts';
import { lacks } from '../../person-facts.ts';
import { refuse, refuseFor, stepKind } from '../step-kind.ts';

/** who may be served. A service for nobody in particular passes with `public: true` only. */
export const requireBeneficiary = stepKind({
  schema: z
    .strictObject({ do: z.literal('require-beneficiary'), public: z.boolean().optional(), ...personFields, ...stepFields })
    .readonly(),
  judge({ do: _, when: _when, note: _note, public: isPublicAllowed = false, ...condition }, { service }) {
    const { record, date, beneficiary } = service;
    if (record.beneficiary.kind === 'public') return isPublicAllowed ? undefined : refuse('beneficiary/nobody-in-particular');
    if (record.beneficiary.kind === 'uncertain') return refuse('service/beneficiary-uncertain');
    return refuseFor(lacks(condition, beneficiary ?? {}, date, 'beneficiary'));
  },
});
