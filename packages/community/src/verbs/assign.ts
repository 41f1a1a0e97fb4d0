import { assert, type Instant, type LocalDate, localDateOf } from '@linli/model';
import { advance, type Cycle, phaseSpans } from '@linli/windows';
import type { DayPlan } from '../collections.ts';
import { type CallRound, callRound } from '../day/open-calls.ts';
import { planDay } from '../day/plan-day.ts';
import { readCast } from './collect.ts';
import { type House, keep, type Written } from './house.ts';

export interface Assigned {
  readonly cycle: Cycle;
  readonly plan: DayPlan;
  readonly round: CallRound;
  readonly written: Written;
}

/**
 * Between the cut-off and the end of assignment: one named person for every demand of the cycle, or every reason why not.
 * A plan that was made stays while its demands are the same; people who were told keep what they were told.
 */
export async function assign(house: House, date: LocalDate): Promise<Assigned> {
  const { rules } = house;
  const session = house.store.session();
  const cast = await readCast(session, date);
  // A call of yesterday evening may belong to this cycle, but it is no news of today.
  const calls = (await session.list('calls')).filter(({ at }) => localDateOf(at, rules.cycle.zone) === date);
  const opened = await session.read('cycles', date);
  assert(opened !== undefined, 'day/not-collected', `the cycle of ${date} was not collected`);
  const demands = (await session.list('demands')).filter(({ cycleDate }) => cycleDate === date);
  const round = callRound(
    { ...rules, needs: [...rules.needs, ...house.plugins.standingNeeds] },
    [...cast.residents.values()],
    calls,
    date,
  );

  const kept = await session.read('plans', date);
  const open = [...round.again, ...round.notCalled];
  const wanted = [...demands.map(({ demand }) => demand.id), ...open.map(({ need }) => need.demand.id)];
  const { from, until } = assignmentSpan(house, date);
  const plan =
    kept !== undefined && covers(kept, wanted)
      ? kept
      : planDay(
          rules,
          {
            date,
            demands,
            calls: open,
            callers: [...new Set(calls.flatMap(({ takenBy }) => takenBy ?? []))],
            promised: (kept?.assignments ?? []).filter(({ demandId }) => isEmergency(demandId)),
            notBefore: from,
          },
          cast,
          house.effort,
        );
  const cycle = told(
    opened,
    plan,
    demands.map(({ demand }) => demand.id),
    from,
    until,
  );
  const written = await keep(house, session, 'assign', { plans: { [date]: plan }, cycles: { [date]: cycle } });
  return { cycle, plan, round, written };

  function isEmergency(demandId: string): boolean {
    return demands.some(({ demand }) => demand.id === demandId && demand.emergency);
  }
}

function assignmentSpan({ rules }: House, date: LocalDate): { readonly from: Instant; readonly until: Instant } {
  const span = phaseSpans(rules.cycle, date).find(({ phase }) => phase === 'assign')?.span;
  assert(span !== undefined, 'cycle/no-assignment', 'the cycle has no assignment phase');
  return span;
}

/** Whether a plan answers exactly these demands. */
function covers(plan: DayPlan, demandIds: readonly string[]): boolean {
  const answered = new Set<string>([...plan.assignments, ...plan.unassigned].map(({ demandId }) => demandId));
  return answered.size === demandIds.length && demandIds.every((id) => answered.has(id));
}

/** The plan told to the cycle, in id order, at the cut-off; then the clock of the cycle moves to the end of the assignment. */
function told(opened: Cycle, plan: DayPlan, demandIds: readonly string[], from: Instant, until: Instant): Cycle {
  const known = new Set(demandIds);
  let cycle = opened;
  for (const { demandId, helperId } of plan.assignments) {
    if (known.has(demandId))
      cycle = advance(cycle, { type: 'assigned', id: `assigned:${demandId}`, at: from, demandId, helperId }).snapshot;
  }
  for (const { demandId, reasons } of plan.unassigned) {
    if (known.has(demandId))
      cycle = advance(cycle, { type: 'unassignable', id: `unassignable:${demandId}`, at: from, demandId, reasons }).snapshot;
  }
  const closing = advance(cycle, { type: 'tick', id: `assigned-by:${opened.facts.date}`, at: until });
  const listed = closing.effects.flatMap((effect) => (effect.type === 'list-unassigned' ? effect.demandIds : []));
  const open = new Set<string>(plan.unassigned.map(({ demandId }) => demandId));
  assert(
    listed.every((id) => open.has(id)),
    'day/demand-without-answer',
    'a demand has neither a person nor a reason',
  );
  return closing.snapshot;
}
