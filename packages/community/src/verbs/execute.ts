import { assert, type DemandId, type Instant, type LocalDate, type Reason } from '@linli/model';
import {
  advance,
  type Cycle,
  type CycleEffect,
  type CycleEvent,
  type CycleTotals,
  cycleTotals,
  type Stamped,
  type Tick,
} from '@linli/windows';
import { type House, keep, type Written } from './house.ts';

/** What somebody reports of one demand. Silence is no report: what nobody confirms stays open. */
export type Confirmation = { readonly demandId: DemandId; readonly at: Instant } & (
  | { readonly what: 'prepared' | 'done' }
  | { readonly what: 'cancelled'; readonly reason: string }
  | { readonly what: 'carried'; readonly toDate: LocalDate }
);

export interface Executed {
  readonly cycle: Cycle;
  readonly totals: CycleTotals;
  readonly effects: readonly Stamped<CycleEffect>[];
  /** What was answered to each report, in order of time: why it was taken, refused, or had been heard before. */
  readonly reasons: readonly Reason[];
  readonly written: Written;
}

/** Tells the cycle of `date` what was reported, in order of time, up to `until`. A report heard twice counts once. */
export async function execute(
  house: House,
  date: LocalDate,
  confirmations: readonly Confirmation[],
  until: Instant,
): Promise<Executed> {
  const session = house.store.session();
  const before = await session.read('cycles', date);
  assert(before !== undefined, 'day/not-collected', `the cycle of ${date} was not collected`);
  const { cycle, effects, reasons } = report(before, confirmations, until);
  const written = await keep(house, session, 'execute', { cycles: { [date]: cycle } });
  return { cycle, totals: cycleTotals(cycle), effects, reasons, written };
}

/** The same without a store: what the cycle would become. */
export function report(
  before: Cycle,
  confirmations: readonly Confirmation[],
  until: Instant,
): { readonly cycle: Cycle; readonly effects: readonly Stamped<CycleEffect>[]; readonly reasons: readonly Reason[] } {
  let cycle = before;
  const effects: Stamped<CycleEffect>[] = [];
  const reasons: Reason[] = [];
  const tell = (event: CycleEvent | Tick): void => {
    const step = advance(cycle, event);
    cycle = step.snapshot;
    effects.push(...step.effects);
    reasons.push(...step.reasons);
  };
  for (const confirmation of confirmations.toSorted((a, b) => a.at - b.at || (a.demandId < b.demandId ? -1 : 1))) {
    const { demandId, at, what } = confirmation;
    const base = { id: `${what}:${demandId}:${at}`, at, demandId };
    if (what === 'cancelled') tell({ type: what, ...base, reason: confirmation.reason });
    else if (what === 'carried') tell({ type: what, ...base, toDate: confirmation.toDate });
    else tell({ type: what, ...base });
  }
  tell({ type: 'tick', id: `until:${until}`, at: until });
  return { cycle, effects, reasons };
}
