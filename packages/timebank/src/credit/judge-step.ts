import { isAtLeast, overlap, type Reason, type ServiceRecord } from '@linli/model';
import { type CreditHistory, monthOf } from '../credit-history.ts';
import type { CreditStep } from '../pack/credit-standard.ts';
import type { Service } from '../service.ts';
import type { CreditCode } from '../texts.ts';

/** What one step makes of the seconds so far. Whole seconds in and out. */
interface Change {
  readonly kind: 'change';
  readonly seconds: number;
  readonly poolSeconds: number;
  readonly reason: Reason<CreditCode>;
}
interface Refusal {
  readonly kind: 'refusal';
  readonly reason: Reason<CreditCode>;
}
type StepOf<Do extends CreditStep['do']> = Extract<CreditStep, { readonly do: Do }>;
type Cap = Extract<CreditStep, { readonly overflow: string }>;

/** What this step says to the service: a refusal, a change of the amount, or undefined where it lets things be. */
export function judgeStep(
  step: CreditStep,
  service: Service,
  history: CreditHistory,
  seconds: number,
): Refusal | Change | undefined {
  const { record, earner, date } = service;
  switch (step.do) {
    case 'require-role':
      return step.roles.includes(earner.role) ? undefined : refusal('helper/role-not-credited', { role: earner.role });
    case 'require-age':
      return judgeAge(step, service);
    case 'require-evidence':
      return judgeEvidence(step, record);
    case 'refuse-overlap': {
      const other = history.spans.find((span) => overlap(span, record) !== undefined);
      return other && refusal('service/overlaps-another', { serviceId: other.serviceId });
    }
    case 'refuse-self':
      return judgeBeneficiary(record);
    case 'require-seconds':
      return seconds >= step.seconds
        ? undefined
        : refusal('service/too-short', { beforeSeconds: seconds, minimumSeconds: step.seconds });
    case 'rate':
      return rated(step, record.category, seconds);
    case 'round':
      return change('credit/rounded', seconds, rounded(step, seconds), { toSeconds: step.toSeconds });
    case 'cap-activity':
      return capped('credit/activity-cap', step, seconds, 0);
    case 'cap-day':
      return capped('credit/day-cap', step, seconds, history.daySeconds[date] ?? 0);
    case 'cap-month':
      return capped('credit/month-cap', step, seconds, history.monthSeconds[monthOf(date)] ?? 0);
    case 'cap-life':
      return capped('credit/life-cap', step, seconds, history.lifeSeconds);
    default:
      return step satisfies never; // a new kind of step does not compile until it is decided here
  }
}

const refusal = (code: CreditCode, data?: Reason['data']): Refusal => ({
  kind: 'refusal',
  reason: data === undefined ? { code } : { code, data },
});

function change(
  code: CreditCode,
  before: number,
  after: number,
  data: Readonly<Record<string, string | number>>,
  poolSeconds = 0,
): Change | undefined {
  if (before === after) return undefined;
  const reason = { code, data: { beforeSeconds: before, afterSeconds: after, poolSeconds, ...data } };
  return { kind: 'change', seconds: after, poolSeconds, reason };
}

function judgeAge({ years, untilYears, sex }: StepOf<'require-age'>, { earner, date }: Service): Refusal | undefined {
  if (sex !== undefined && earner.sex !== null && earner.sex !== sex) return undefined;
  const isOldEnough = isAtLeast(earner.birth, years, date);
  const isTooOld = untilYears === undefined ? false : isAtLeast(earner.birth, untilYears, date);
  if (isOldEnough === true && isTooOld === false) return undefined;
  // The step would refuse, but whether it binds this helper at all is not known.
  if (sex !== undefined && earner.sex === null) return refusal('helper/sex-unknown', { years });
  if (isOldEnough === false) return refusal('helper/too-young', { years });
  if (isTooOld === true) return refusal('helper/too-old', { years: untilYears ?? years });
  return refusal('helper/age-unknown', { years });
}

/** Names what is missing of the set that is nearest to complete, the pack's first of equals. */
function judgeEvidence({ anyOf }: StepOf<'require-evidence'>, { evidence }: ServiceRecord): Refusal | undefined {
  let nearest: readonly string[] | undefined;
  for (const set of anyOf) {
    const missing = set.filter((kind) => !evidence.includes(kind));
    if (missing.length === 0) return undefined;
    if (nearest === undefined || missing.length < nearest.length) nearest = missing;
  }
  return refusal('service/evidence-missing', { missing: (nearest ?? []).join(', ') });
}

function judgeBeneficiary({ helperId, beneficiary }: ServiceRecord): Refusal | undefined {
  switch (beneficiary.kind) {
    case 'person':
      return beneficiary.personId === helperId ? refusal('service/serves-self') : undefined;
    case 'uncertain':
      return beneficiary.candidates.includes(helperId) ? refusal('service/beneficiary-uncertain') : undefined;
    case 'public':
      return undefined;
    default:
      return beneficiary satisfies never;
  }
}

function rated({ permilleByCategory, otherwise }: StepOf<'rate'>, category: string, seconds: number): Change | undefined {
  const permille = Object.hasOwn(permilleByCategory, category) ? permilleByCategory[category]! : otherwise;
  return change('credit/rated', seconds, Math.floor((seconds * permille) / 1000), { permille, category });
}

function rounded({ toSeconds, mode }: StepOf<'round'>, seconds: number): number {
  const rest = seconds % toSeconds;
  if (rest === 0) return seconds;
  const isUp = mode === 'up' || (mode === 'nearest' && rest * 2 >= toSeconds);
  return seconds - rest + (isUp ? toSeconds : 0);
}

function capped(code: CreditCode, step: Cap, seconds: number, alreadySeconds: number): Change | undefined {
  const after = Math.min(seconds, Math.max(0, step.seconds - alreadySeconds));
  const poolSeconds = step.overflow === 'pool' ? seconds - after : 0;
  return change(code, seconds, after, { capSeconds: step.seconds, alreadySeconds }, poolSeconds);
}
