import * as z from 'zod';
import { isKin } from '../../pack/kin.ts';
import { Codes } from '../../pack/person-condition.ts';
import { stepFields } from '../../pack/service-condition.ts';
import { refuse, stepKind } from '../step-kind.ts';

/** no credit for serving one's own. Without `kin` it is any relative on record. */
export const refuseRelatives = stepKind({
  schema: z.strictObject({ do: z.literal('refuse-relatives'), kin: Codes.optional(), ...stepFields }).readonly(),
  judge({ kin = ['family'] }, { service: { record, earner } }) {
    const { beneficiary } = record;
    if (beneficiary.kind === 'public') return undefined;
    const relatives = earner.relatives ?? null;
    if (relatives === null) return refuse('helper/relatives-unknown');
    const served = beneficiary.kind === 'person' ? [beneficiary.personId] : beneficiary.candidates;
    const related = served
      .flatMap((id) => (Object.hasOwn(relatives, id) ? [relatives[id]!] : []))
      .filter((one) => isKin(one, kin));
    if (related.length === 0) return undefined;
    return beneficiary.kind === 'person'
      ? refuse('service/serves-relative', { kin: related[0]! })
      : refuse('service/beneficiary-uncertain');
  },
});
