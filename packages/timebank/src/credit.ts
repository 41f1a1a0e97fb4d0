import { type Decision, no, type Reason, type Seconds, spanSeconds, yes } from '@linli/model';
import { judgeStep } from './credit/judge-step.ts';
import type { CreditHistory } from './credit-history.ts';
import type { CreditStandard } from './pack/credit-standard.ts';
import { type Asset, isInForce } from './pack/standard-fields.ts';
import type { Service } from './service.ts';
import type { CreditCode } from './texts.ts';

/** What one service earns. `units` are the ledger's: seconds, or whole points. Both may be 0, and then there is nothing to post. */
export interface Credited {
  readonly asset: Asset;
  readonly units: number;
  readonly poolUnits: number;
  /** The same two in seconds; `seconds` is what history remembers. */
  readonly seconds: Seconds;
  readonly poolSeconds: Seconds;
  readonly packId: string;
  readonly edition: number;
}

/**
 * What a service earns by the steps of `pack`, in their order. Reasons of a yes begin with `credit/measured`; each next
 * one leads from `beforeSeconds` to `afterSeconds`. A no lists every refusal in the order of the steps.
 * `service/evidence-missing` as the only reason means: not yet.
 */
export function credit(service: Service, pack: CreditStandard, history: CreditHistory): Decision<Credited, CreditCode> {
  const { record, date } = service;
  if (!isInForce(pack, date)) return no('standard/not-in-force', { packId: pack.id, edition: pack.edition, date });
  if (history.spans.some(({ serviceId }) => serviceId === record.id)) {
    return no('service/already-credited', { serviceId: record.id });
  }

  let seconds: number = spanSeconds(record);
  let poolSeconds = 0;
  const reasons: Reason<CreditCode>[] = [{ code: 'credit/measured', data: { afterSeconds: seconds } }];
  const refusals: Reason<CreditCode>[] = [];
  for (const step of pack.steps) {
    const said = judgeStep(step, service, history, seconds);
    if (said === undefined) continue;
    if (said.kind === 'refusal') {
      refusals.push(said.reason);
    } else {
      reasons.push(said.reason);
      seconds = said.seconds;
      poolSeconds += said.poolSeconds;
    }
  }
  const [first, ...others] = refusals;
  if (first !== undefined) return { ok: false, reasons: [first, ...others] };
  return inWholeUnits(pack, seconds, poolSeconds, reasons);
}

/** A ledger of points holds whole points: what is left below one is dropped, and said. */
function inWholeUnits(
  { id, edition, unit }: CreditStandard,
  beforeSeconds: number,
  beforePoolSeconds: number,
  before: readonly Reason<CreditCode>[],
): Decision<Credited, CreditCode> {
  const unitSeconds = unit.asset === 'point' ? unit.scaleSeconds : 1;
  const units = Math.floor(beforeSeconds / unitSeconds);
  const poolUnits = Math.floor(beforePoolSeconds / unitSeconds);
  const seconds = units * unitSeconds;
  const poolSeconds = poolUnits * unitSeconds;
  const isWhole = seconds === beforeSeconds && poolSeconds === beforePoolSeconds;
  const data = { beforeSeconds, afterSeconds: seconds, poolSeconds: poolSeconds - beforePoolSeconds };
  return yes(
    {
      asset: unit.asset,
      units,
      poolUnits,
      seconds: seconds as Seconds,
      poolSeconds: poolSeconds as Seconds,
      packId: id,
      edition,
    },
    isWhole ? before : [...before, { code: 'credit/whole-points', data }],
  );
}
