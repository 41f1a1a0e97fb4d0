import { type Decision, no, type Reason, type Seconds, spanSeconds, yes } from '@linli/model';
import { conditionUnknown, fits } from './credit/fits.ts';
import { refuse, type Said } from './credit/step-kind.ts';
import { judgeStep } from './credit/steps.ts';
import type { CreditHistory } from './credit-history.ts';
import { type CreditAsset, unitSecondsOf } from './pack/amount.ts';
import type { CreditStandard, CreditStep } from './pack/credit-standard.ts';
import { isInForce } from './pack/standard-fields.ts';
import type { Service } from './service.ts';
import type { CreditCode } from './texts/credit.ts';

/** What one service earns. `units` are the ledger's: seconds, or the smallest of a point. All may be 0, and then there is nothing to post. */
export interface Credited {
  readonly asset: CreditAsset;
  readonly units: number;
  readonly poolUnits: number;
  /** Beyond a cap that gives honour: counts for stars, buys nothing. */
  readonly honourUnits: number;
  /** The same three in seconds; `seconds` is what history remembers. */
  readonly seconds: Seconds;
  readonly poolSeconds: Seconds;
  readonly honourSeconds: Seconds;
  readonly packId: string;
  readonly edition: number;
}

/** What one step did. `place` counts from 1; `not-meant` is a step whose `when` does not fit. Seconds of credit. */
export interface StepTrace {
  readonly place: number;
  readonly do: CreditStep['do'];
  readonly outcome: 'not-meant' | 'passed' | 'changed' | 'refused';
  readonly beforeSeconds: number;
  readonly afterSeconds: number;
  readonly poolSeconds: number;
  readonly honourSeconds: number;
  readonly reasons: readonly Reason<CreditCode>[];
}

/** A credit with every step that led to it, also those that changed nothing. */
export interface Explanation {
  readonly decision: Decision<Credited, CreditCode>;
  readonly steps: readonly StepTrace[];
}

/** 100 days: a longer record is a slip of the pen. */
const longestSeconds = 8_640_000;
/** Up to here every product of amounts and factors is exact. */
const mostSeconds = 10_000_000_000;

/**
 * What a service earns by the steps of `pack`, in their order. Reasons of a yes begin with `credit/measured`; each next
 * one leads from `beforeSeconds` to `afterSeconds`. A no lists every refusal in the order of the steps.
 * `service/evidence-missing` as the only reason means: not yet.
 */
export const credit = (service: Service, pack: CreditStandard, history: CreditHistory): Decision<Credited, CreditCode> =>
  explain(service, pack, history).decision;

/** The same as `credit`, step by step. No steps where the standard is not in force, or the service was credited before or is no service. */
export function explain(service: Service, pack: CreditStandard, history: CreditHistory): Explanation {
  const { record, date } = service;
  if (!isInForce(pack, date)) {
    return { decision: no('standard/not-in-force', { packId: pack.id, edition: pack.edition, date }), steps: [] };
  }
  if (history.past.some(({ serviceId }) => serviceId === record.id)) {
    return { decision: no('service/already-credited', { serviceId: record.id }), steps: [] };
  }

  const measured = spanSeconds(record);
  if (measured > longestSeconds) {
    return { decision: no('service/too-long', { beforeSeconds: measured, mostSeconds: longestSeconds }), steps: [] };
  }
  const steps: StepTrace[] = [];
  let seconds: number = measured;
  for (const [index, step] of pack.steps.entries()) {
    const trace = traceOf(step, index + 1, seconds, judged(step, service, pack, history, seconds));
    seconds = trace.afterSeconds;
    steps.push(trace);
  }
  const [refusal, ...others] = steps.filter(({ outcome }) => outcome === 'refused').flatMap(({ reasons }) => reasons);
  if (refusal !== undefined) return { decision: { ok: false, reasons: [refusal, ...others] }, steps };
  const first: Reason<CreditCode> = { code: 'credit/measured', data: { afterSeconds: measured } };
  const sum = (field: 'poolSeconds' | 'honourSeconds'): number => steps.reduce((all, step) => all + step[field], 0);
  const reasons = [first, ...steps.flatMap((step) => step.reasons)];
  return {
    decision: inWholeUnits(pack, { seconds, poolSeconds: sum('poolSeconds'), honourSeconds: sum('honourSeconds') }, reasons),
    steps,
  };
}

/** What a step says, or that it is not meant for this service. Where that is not known, nobody guesses. */
function judged(
  step: CreditStep,
  service: Service,
  { unit, calendar }: CreditStandard,
  history: CreditHistory,
  seconds: number,
): Said | 'not-meant' {
  const judging = { service, history, seconds, unit, calendar };
  const isMeant = step.when === undefined ? true : fits(step.when, judging);
  if (typeof isMeant === 'string') return conditionUnknown(step.when!, isMeant, judging);
  if (!isMeant) return 'not-meant';
  const said = judgeStep(step, judging);
  if (said?.kind !== 'change' || said.seconds <= mostSeconds) return said;
  return refuse('credit/beyond-exact', { beforeSeconds: seconds, mostSeconds });
}

function traceOf(step: CreditStep, place: number, seconds: number, said: Said | 'not-meant'): StepTrace {
  const still = {
    place,
    do: step.do,
    beforeSeconds: seconds,
    afterSeconds: seconds,
    poolSeconds: 0,
    honourSeconds: 0,
    reasons: [],
  };
  const placed = (reason: Reason<CreditCode>): Reason<CreditCode> => ({
    code: reason.code,
    data: { ...reason.data, step: place },
  });
  if (said === undefined) return { ...still, outcome: 'passed' };
  if (said === 'not-meant') return { ...still, outcome: 'not-meant' };
  if (said.kind === 'refusal') return { ...still, outcome: 'refused', reasons: said.reasons.map(placed) };
  const { seconds: afterSeconds, poolSeconds, honourSeconds, reason } = said;
  const outcome = afterSeconds === seconds ? 'passed' : 'changed';
  return { ...still, outcome, afterSeconds, poolSeconds, honourSeconds, reasons: [placed(reason)] };
}

interface Sums {
  readonly seconds: number;
  readonly poolSeconds: number;
  readonly honourSeconds: number;
}

/** A ledger of points holds whole ones: what is left below the smallest is dropped, and said. */
function inWholeUnits(
  { id, edition, unit }: CreditStandard,
  before: Sums,
  reasons: readonly Reason<CreditCode>[],
): Decision<Credited, CreditCode> {
  const unitSeconds = unitSecondsOf(unit);
  const units = Math.floor(before.seconds / unitSeconds);
  const poolUnits = Math.floor(before.poolSeconds / unitSeconds);
  const honourUnits = Math.floor(before.honourSeconds / unitSeconds);
  const [seconds, poolSeconds, honourSeconds] = [units * unitSeconds, poolUnits * unitSeconds, honourUnits * unitSeconds];
  const isWhole = seconds === before.seconds && poolSeconds === before.poolSeconds && honourSeconds === before.honourSeconds;
  const data = {
    beforeSeconds: before.seconds,
    afterSeconds: seconds,
    poolSeconds: poolSeconds - before.poolSeconds,
    honourSeconds: honourSeconds - before.honourSeconds,
  };
  return yes(
    {
      asset: unit.asset,
      units,
      poolUnits,
      honourUnits,
      seconds: seconds as Seconds,
      poolSeconds: poolSeconds as Seconds,
      honourSeconds: honourSeconds as Seconds,
      packId: id,
      edition,
    },
    isWhole ? reasons : [...reasons, { code: 'credit/whole-units', data }],
  );
}
