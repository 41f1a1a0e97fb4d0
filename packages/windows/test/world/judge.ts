import type { DemandId } from '@linli/model';
import { type Cycle, type CycleEffect, cycleTotals, type Stamped } from '../../src/index.ts';
import type { LadderEffect } from '../../src/ladder/ladder-effect.ts';
import type { Ladder } from '../../src/ladder/open-ladder.ts';
import { send } from './host.ts';
import { clockOf, type World } from './world.ts';

const isSettled = (state: string): boolean => state === 'done' || state === 'cancelled' || state === 'carried';
const said = ({ inbox }: World, cycle: Cycle) =>
  [...(inbox.get(cycle.id)?.values() ?? [])] as unknown as readonly Stamped<CycleEffect>[];

/** Brings every line of the cycles that closed before `until` to an end: each of them must let itself be ended. */
export function clear(world: World, until: number): void {
  for (const date of [...world.live]) {
    const closing = world.promised.get(date)!.at(-1)!.at;
    const cycle = world.cycles.get(date)!;
    if (closing >= until || cycle.state !== 'closed') continue;
    const listed = new Set(said(world, cycle).flatMap((effect) => (effect.type === 'list-unassigned' ? effect.demandIds : [])));
    for (const { demandId, state, helperId } of cycle.facts.lines) {
      if (isSettled(state)) continue;
      if (helperId === null && !listed.has(demandId)) world.broken.add('D-30 whoever has nobody is listed');
      const about = { id: `clear-${date}-${demandId}`, at: clockOf(world), demandId };
      const event =
        helperId === null
          ? ({ type: 'cancelled', ...about, reason: 'resident/away' } as const)
          : ({ type: 'done', ...about } as const);
      send(world, { to: 'cycle', date, event });
    }
    const { open, done, cancelled, carried, in: all } = cycleTotals(world.cycles.get(date)!);
    if (open > 0) world.broken.add('W-17 no line is stuck');
    if (all !== open + done + cancelled + carried) world.broken.add('W-17 lines in are lines out');
    world.live.delete(date);
  }
}

/** The laws of a whole life, when it is over. */
export function brokenLaws(world: World): readonly string[] {
  const broken: string[] = [];
  if (world.live.size > 0) broken.push('W-17 every cycle comes to its end');
  for (const cycle of world.cycles.values()) broken.push(...brokenByCycle(world, cycle));
  broken.push(...brokenByDemands(world));
  for (const ladder of world.ladders.values()) broken.push(...brokenByLadder(world, ladder));
  return broken;
}

const dueTypes = {
  collect: 'close-collection',
  assign: 'list-unassigned',
  execute: 'flag-unfinished',
  deliver: 'flag-undelivered',
} as const;

function brokenByCycle(world: World, cycle: Cycle): readonly string[] {
  const broken: string[] = [];
  const effects = said(world, cycle);
  const { definition, date, deadlines } = cycle.facts;
  const promised = world.promised.get(date)!;
  const ends = promised.filter(({ edge }) => edge === 'ends');
  const expected = [...ends.map(({ phase, at }) => `${dueTypes[phase]} ${at}`), `cycle-closed ${ends.at(-1)!.at}`];
  // The list of who has nobody is also sent when somebody falls ill later: only the first of it is due.
  const isDue = ({ type }: CycleEffect, index: number): boolean =>
    type === 'list-unassigned'
      ? effects.findIndex((effect) => effect.type === type) === index
      : Object.values<string>(dueTypes).includes(type) || type === 'cycle-closed';
  if (
    effects
      .filter(isDue)
      .map(({ type, at }) => `${type} ${at}`)
      .join() !== expected.join()
  )
    broken.push('W-07 each deadline once, in order, at its time');

  for (const effect of effects) {
    if (effect.type !== 'demand-accepted') continue;
    const line = cycle.facts.lines.find(({ demandId }) => demandId === effect.demandId);
    if (line?.emergency === true || effect.at < ends[0]!.at) continue;
    const phase = deadlines.find(
      ({ edge, at }, index) => edge === 'opens' && at <= effect.at && effect.at < deadlines[index + 1]!.at,
    )?.phase;
    if (definition.phases.find(({ id }) => id === phase)?.onDemand !== 'accept')
      broken.push('D-29 nothing gets in at or after the cut-off');
  }
  return broken;
}

function brokenByDemands({ cycles, demands, inbox }: World): readonly string[] {
  const homes = new Map<DemandId, number>();
  for (const { facts } of cycles.values())
    for (const { demandId, state } of facts.lines) if (state !== 'carried') homes.set(demandId, (homes.get(demandId) ?? 0) + 1);
  const rejected = new Set<DemandId>();
  const raised = new Map<DemandId, number>();
  for (const effects of inbox.values())
    for (const effect of effects.values() as Iterable<Stamped<CycleEffect>>) {
      if (effect.type === 'demand-rejected') rejected.add(effect.demandId);
      if (effect.type === 'emergency-raised') raised.set(effect.demandId, (raised.get(effect.demandId) ?? 0) + 1);
    }
  const broken: string[] = [];
  for (const [demandId, { isEmergency }] of demands) {
    const here = homes.get(demandId) ?? 0;
    if (here > 1) broken.push('D-30 no demand is in two cycles');
    if (here === 0 && !rejected.has(demandId)) broken.push('D-30 no demand is lost');
    if (isEmergency && raised.get(demandId) !== 1) broken.push('W-06 every emergency is raised once');
  }
  return broken;
}

/** Whom a rung calls on, and in which round. */
const askKey = (effect: LadderEffect): string | undefined => {
  switch (effect.type) {
    case 'ask':
    case 'call-emergency':
      return `${effect.type} ${effect.attempt} ${effect.rung}`;
    case 'guide-wanted':
    case 'exhausted':
      return `${effect.type} ${effect.attempt}`;
    default:
      return undefined;
  }
};

function brokenByLadder({ inbox, subject }: World, ladder: Ladder): readonly string[] {
  const broken: string[] = [];
  const effects = [...(inbox.get(ladder.id)?.values() ?? [])] as unknown as readonly Stamped<LadderEffect>[];
  const asks = effects.flatMap((effect) => askKey(effect) ?? []);
  if (new Set(asks).size < asks.length) broken.push('W-13 every escalation fires once');
  if (subject.nextDeadline(ladder) !== null) broken.push('W-13 every ladder comes to its end');
  const { reports, round } = ladder.facts;
  const isCertain = reports.some(({ known }) => known === 'seen' || known === 'spoken');
  if ((ladder.state === 'safe' || ladder.state === 'in-hospital') && !isCertain)
    broken.push('W-13 silence is never read as safe');
  const isExhausted = asks.includes(`exhausted ${round}`);
  if (ladder.state === 'nobody-confirmed' && !isExhausted) broken.push('W-13 exhaustion is said');
  return broken;
}
