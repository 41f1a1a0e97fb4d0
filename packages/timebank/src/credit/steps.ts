import * as z from 'zod';
import type { Judging, Said } from './step-kind.ts';
import { cap } from './steps/cap.ts';
import { countAlso } from './steps/count-also.ts';
import { first } from './steps/first.ts';
import { flat } from './steps/flat.ts';
import { limitServices } from './steps/limit-services.ts';
import { manyBeneficiaries } from './steps/many-beneficiaries.ts';
import { manyHelpers } from './steps/many-helpers.ts';
import { minimum } from './steps/minimum.ts';
import { multiply } from './steps/multiply.ts';
import { multiplyHighest } from './steps/multiply-highest.ts';
import { rate } from './steps/rate.ts';
import { refuseOverlap } from './steps/refuse-overlap.ts';
import { refuseRelatives } from './steps/refuse-relatives.ts';
import { refuseSelf } from './steps/refuse-self.ts';
import { requireBeneficiary } from './steps/require-beneficiary.ts';
import { requireCategory } from './steps/require-category.ts';
import { requireEvidence } from './steps/require-evidence.ts';
import { requireHelper } from './steps/require-helper.ts';
import { round } from './steps/round.ts';
import { tiers } from './steps/tiers.ts';

/** Every kind of step there is, under the word that names it. */
const kinds = {
  'require-helper': requireHelper,
  'require-beneficiary': requireBeneficiary,
  'require-category': requireCategory,
  'require-evidence': requireEvidence,
  'refuse-self': refuseSelf,
  'refuse-relatives': refuseRelatives,
  'refuse-overlap': refuseOverlap,
  'limit-services': limitServices,
  minimum,
  'count-also': countAlso,
  flat,
  tiers,
  rate,
  multiply,
  'multiply-highest': multiplyHighest,
  first,
  'many-beneficiaries': manyBeneficiaries,
  'many-helpers': manyHelpers,
  round,
  cap,
} as const;

/** One step of a credit standard. A step of an unknown kind is refused with its path, never skipped. */
export const CreditStep = z.discriminatedUnion('do', [
  requireHelper.schema,
  requireBeneficiary.schema,
  requireCategory.schema,
  requireEvidence.schema,
  refuseSelf.schema,
  refuseRelatives.schema,
  refuseOverlap.schema,
  limitServices.schema,
  minimum.schema,
  countAlso.schema,
  flat.schema,
  tiers.schema,
  rate.schema,
  multiply.schema,
  multiplyHighest.schema,
  first.schema,
  manyBeneficiaries.schema,
  manyHelpers.schema,
  round.schema,
  cap.schema,
]);
export type CreditStep = z.infer<typeof CreditStep>;

/** The words that name a step. */
export const stepNames = Object.keys(kinds) as readonly CreditStep['do'][];

interface AnyKind {
  judge(step: CreditStep, judging: Judging): Said;
  mayRaise?(step: CreditStep): boolean;
}
/** The union picks the row of its own `do`, which the compiler cannot follow through the table. */
const kindOf = ({ do: name }: CreditStep): AnyKind => kinds[name] as AnyKind;

/** What a step says to the service it is meant for. */
export const judgeStep = (step: CreditStep, judging: Judging): Said => kindOf(step).judge(step, judging);

/** Whether a step may give more than it was given. */
export const mayRaise = (step: CreditStep): boolean => kindOf(step).mayRaise?.(step) ?? false;
