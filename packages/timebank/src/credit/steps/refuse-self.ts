import * as z from 'zod';
import { stepFields } from '../../pack/service-condition.ts';
import { refuse, stepKind } from '../step-kind.ts';

/** Nobody earns by serving oneself; a name that may be the helper's own is cleared up first. */
export const refuseSelf = stepKind({
  schema: z.strictObject({ do: z.literal('refuse-self'), ...stepFields }).readonly(),
  judge(_, { service: { record } }) {
    const { helperId, beneficiary } = record;
    switch (beneficiary.kind) {
      case 'person':
        return beneficiary.personId === helperId ? refuse('service/serves-self') : undefined;
      case 'uncertain':
        return beneficiary.candidates.includes(helperId) ? refuse('service/beneficiary-uncertain') : undefined;
      case 'public':
        return undefined;
      default:
        return beneficiary satisfies never;
    }
  },
});
