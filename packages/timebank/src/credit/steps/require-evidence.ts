import { addDays } from '@linli/model';
import * as z from 'zod';
import { Code, Codes } from '../../pack/person-condition.ts';
import { stepFields } from '../../pack/service-condition.ts';
import { change, refuse, stepKind } from '../step-kind.ts';

const Days = z.int().nonnegative().max(3650);

/**
 * any one of the sets is enough, and then all of that set is needed, complete within `withinDays` of the
 * service. `confirm`: after `afterDays` without a dispute that kind counts as given. Where neither the day of the proof
 * nor the day of the question is known, no deadline is checked.
 */
export const requireEvidence = stepKind({
  schema: z
    .strictObject({
      do: z.literal('require-evidence'),
      anyOf: z.array(Codes).min(1).readonly(),
      withinDays: Days.optional(),
      confirm: z.strictObject({ kind: Code, afterDays: Days }).readonly().optional(),
      ...stepFields,
    })
    .readonly(),
  judge({ anyOf, withinDays, confirm }, judging) {
    const { record, date, facts, judgedOn } = judging.service;
    if (facts?.disputed === true) return refuse('service/disputed');
    const deadline = withinDays === undefined ? undefined : addDays(date, withinDays);
    const given = nearest(anyOf, record.evidence);
    if (given.length === 0) {
      const proofOn = facts?.proofOn;
      if (deadline === undefined || proofOn === undefined || proofOn <= deadline) return undefined;
      return refuse('service/proof-too-late', { days: withinDays!, deadline, proofOn });
    }
    if (confirm !== undefined && judgedOn !== undefined && judgedOn >= addDays(date, confirm.afterDays)) {
      if (nearest(anyOf, [...record.evidence, confirm.kind]).length === 0) {
        const data = { evidence: confirm.kind, days: confirm.afterDays, remembered: 'confirmed' };
        return change('service/confirmed-by-silence', judging, judging.seconds, data);
      }
    }
    const missing = given.join(', ');
    return deadline !== undefined && judgedOn !== undefined && judgedOn > deadline
      ? refuse('service/proof-overdue', { missing, days: withinDays!, deadline })
      : refuse('service/evidence-missing', { missing });
  },
});

/** What is missing of the set that is nearest to complete, the standard's first of equals; nothing where one is complete. */
function nearest(sets: readonly (readonly string[])[], evidence: readonly string[]): readonly string[] {
  const lacking = sets.map((set) => set.filter((kind) => !evidence.includes(kind)));
  return lacking.reduce((best, one) => (one.length < best.length ? one : best));
}
