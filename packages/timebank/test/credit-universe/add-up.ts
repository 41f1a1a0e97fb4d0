import { type ServiceRecord, say } from '@linli/model';
import type { Explanation } from '../../src/credit.ts';
import { unitSecondsOf } from '../../src/pack/amount.ts';
import type { CreditStandard } from '../../src/pack/credit-standard.ts';
import { timebankTexts } from '../../src/texts.ts';

/** What is wrong with an explanation, re-added by hand: the steps, the reasons and the result must tell one story in whole numbers. */
export function faultOf(
  { from, until }: ServiceRecord,
  standard: CreditStandard,
  { decision, steps }: Explanation,
): string | undefined {
  const served = Math.floor((until - from) / 1000);
  let [at, pool, honour] = [served, 0, 0];
  if (steps.length !== standard.steps.length) return 'a step is missing';
  for (const [index, step] of steps.entries()) {
    if (step.place !== index + 1 || step.do !== standard.steps[index]?.do) return `step ${index + 1} is another`;
    if (step.beforeSeconds !== at) return `step ${step.place} begins at ${step.beforeSeconds}, not ${at}`;
    const numbers = [step.afterSeconds, step.poolSeconds, step.honourSeconds];
    if (numbers.some((value) => !Number.isSafeInteger(value) || value < 0)) return `step ${step.place} is not whole`;
    const isSaid = step.afterSeconds === at || step.reasons.length > 0;
    if (!isSaid || (step.outcome === 'refused') !== step.reasons.some(({ data }) => data?.['afterSeconds'] === undefined)) {
      return `step ${step.place} does not say what it did`;
    }
    at = step.afterSeconds;
    pool += step.poolSeconds;
    honour += step.honourSeconds;
  }
  for (const reason of decision.reasons) {
    if (/\{\w+\}/.test(say(timebankTexts, reason, 'zh') + say(timebankTexts, reason, 'en'))) return `${reason.code} has no words`;
  }
  if (!decision.ok) return steps.some(({ outcome }) => outcome === 'refused') ? undefined : 'refused without a step';

  let [told, toldPool, toldHonour] = [Number(decision.reasons[0]?.data?.['afterSeconds']), 0, 0];
  if (told !== served) return 'it does not begin with what was served';
  for (const { code, data } of decision.reasons.slice(1)) {
    if (data?.['beforeSeconds'] !== told) return `${code} leaves a gap`;
    told = Number(data['afterSeconds']);
    toldPool += Number(data['poolSeconds']);
    toldHonour += Number(data['honourSeconds']);
  }
  const { seconds, poolSeconds, honourSeconds, units, poolUnits, honourUnits } = decision.value;
  if (told !== seconds || toldPool !== poolSeconds || toldHonour !== honourSeconds) return `the reasons end at ${told}`;
  const grain = unitSecondsOf(standard.unit);
  if (units * grain !== seconds || poolUnits * grain !== poolSeconds || honourUnits * grain !== honourSeconds)
    return 'units and seconds differ';
  const lost = [at - seconds, pool - poolSeconds, honour - honourSeconds];
  return lost.some((value) => value < 0 || value >= grain) ? `the steps end at ${at}` : undefined;
}
