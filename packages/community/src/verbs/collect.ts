import { type Decision, type LocalDate, mondayOf, no, type PersonId, yes } from '@linli/model';
import { advance, type Cycle, openCycle } from '@linli/windows';
import type { Assignment, DayPlan, KeptDemand } from '../collections.ts';
import { callsOf, collectDemands } from '../day/cycle-of-day.ts';
import type { DayCast } from '../day/day-problem.ts';
import { sendOutOfTurn } from '../day/plan-day.ts';
import type { CommunityCode } from '../texts.ts';
import { type House, type HouseSession, keep, residentsById, type Written } from './house.ts';

export interface Collected {
  readonly cycle: Cycle;
  /** In the order of the calls. */
  readonly demands: readonly KeptDemand[];
  /** Emergencies that somebody was sent to at once. */
  readonly sent: readonly Assignment[];
  readonly written: Written;
}

/**
 * The phone round of `date` becomes demands: in this cycle, or put off to a named later one. An emergency is sent out of turn.
 * Collecting again changes nothing; calls written down since are added.
 */
export async function collect(house: House, date: LocalDate): Promise<Decision<Collected, CommunityCode>> {
  const { rules, plugins } = house;
  if (plugins.calendars.some((calendar) => !calendar.isServiceDay(date))) return no('day/not-a-service-day', { date });
  const session = house.store.session();
  const cast = await readCast(session, date);
  const opened = (await session.read('cycles', date)) ?? openCycle(rules.cycle, date);
  const kept = await session.read('plans', date);
  const calls = callsOf(rules, await session.list('calls'), date);
  const { cycle, demands } = collectDemands(rules, opened, calls, cast.residents);

  const promised = new Map((kept?.assignments ?? []).map((assignment) => [assignment.demandId, assignment]));
  const sent = demands
    .filter(({ demand }) => demand.emergency)
    .flatMap((emergency) => promised.get(emergency.demand.id) ?? sendOutOfTurn(rules, emergency, cast, date) ?? []);
  const named = sent.reduce(
    (at, { demandId, helperId, from }) =>
      advance(at, { type: 'assigned', id: `assigned:${demandId}`, at: at.at ?? from, demandId, helperId }).snapshot,
    cycle,
  );
  const plan: DayPlan = kept ?? { date, assignments: sent, unassigned: [], purchases: [] };
  const written = await keep(house, session, 'collect', {
    demands: Object.fromEntries(demands.map((one) => [one.demand.id, one])),
    cycles: { [date]: named },
    plans: { [date]: plan },
  });
  return yes({ cycle: named, demands, sent, written });
}

/** Everybody a plan may need, and what they already promised in the week of `date`. */
export async function readCast(session: HouseSession, date: LocalDate): Promise<DayCast> {
  const plans = await session.list('plans');
  const busyMinutes = new Map<PersonId, number>();
  for (const plan of plans) {
    if (plan.date === date || mondayOf(plan.date) !== mondayOf(date)) continue;
    for (const { helperId, from, until } of [...plan.assignments, ...plan.purchases]) {
      if (helperId === null || from === null || until === null) continue;
      busyMinutes.set(helperId, (busyMinutes.get(helperId) ?? 0) + Math.ceil((until - from) / 60_000));
    }
  }
  return {
    residents: residentsById(await session.list('residents')),
    helpers: await session.list('helpers'),
    ties: await session.list('ties'),
    busyMinutes,
  };
}
