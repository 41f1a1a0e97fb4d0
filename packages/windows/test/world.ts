import { addDays, type DemandId, type Instant, type LocalDate } from '@linli/model';
import fc from 'fast-check';
import {
  type advance,
  type Cycle,
  type CycleEffect,
  type CycleEvent,
  cycleDateOf,
  cycleTotals,
  duowen2020,
  nextDeadline,
  openCycle,
} from '../src/index.ts';
import { at, demand, helper, tick } from './days.ts';

/** What a host does next: time moves (forwards, far, back, or right onto a deadline), then something happens. */
const move = fc.oneof(
  fc.record({ by: fc.constant('minutes' as const), amount: fc.integer({ min: 0, max: 400 }) }),
  fc.record({ by: fc.constant('downtime' as const), amount: fc.integer({ min: 1000, max: 5000 }) }),
  fc.record({ by: fc.constant('back' as const), amount: fc.integer({ min: 1, max: 180 }) }),
  fc.record({ by: fc.constant('deadline' as const), amount: fc.integer({ min: -1, max: 1 }) }),
);
const kind = fc.constantFrom(
  'demand',
  'demand',
  'demand',
  'emergency',
  'assigned',
  'assigned',
  'unassignable',
  'prepared',
  'done',
  'cancelled',
  'carried',
  'tick',
  'again',
  'again',
  'again',
);
export const story = fc.array(fc.record({ move, kind, pick: fc.nat(1000) }), { maxLength: 60 });
export type Story = readonly {
  readonly move: { readonly by: string; readonly amount: number };
  readonly kind: string;
  readonly pick: number;
}[];

/** The part of the package under test; planted bugs come as other ones. */
export type Advance = typeof advance;

interface World {
  readonly cycles: Map<LocalDate, Cycle>;
  readonly effects: { readonly date: LocalDate; readonly effect: CycleEffect }[];
  readonly sent: { readonly date: LocalDate; readonly event: CycleEvent }[];
  readonly raised: DemandId[];
  now: number;
}

/** Plays a story against `step` as a careless but honest host would, and names every law that was broken. */
export function violationsOf(tale: Story, step: Advance): readonly string[] {
  const world: World = { cycles: new Map(), effects: [], sent: [], raised: [], now: at('2020-03-30 09:00') };
  const broken: string[] = [];
  const send = (date: LocalDate, event: CycleEvent): void => {
    const before = world.cycles.get(date) ?? openCycle(duowen2020, date);
    const { cycle, effects } = step(before, event);
    world.cycles.set(date, cycle);
    world.sent.push({ date, event });
    for (const effect of effects) world.effects.push({ date, effect });
    for (const effect of effects) {
      if (effect.type !== 'demand-deferred') continue;
      if (effect.toDate <= date) broken.push('deferral goes forward');
      else send(effect.toDate, { ...event, at: effect.at });
    }
  };

  for (const [index, { move, kind, pick }] of tale.entries()) {
    world.now = moved(world, move);
    const now = world.now as Instant;
    const stamp = { id: `event-${index}`, at: now };
    if (kind === 'again') {
      const old = world.sent[pick % Math.max(1, world.sent.length)];
      if (old !== undefined) repeat(world, old, step, broken);
    } else if (kind === 'tick') {
      for (const date of world.cycles.keys()) send(date, tick(now));
    } else if (kind === 'demand' || kind === 'emergency') {
      const demandId = demand(`demand-${index}`);
      world.raised.push(demandId);
      const own = cycleDateOf(duowen2020, now);
      const known = [...world.cycles.keys(), own];
      const date = known[pick % known.length] ?? own;
      send(date, {
        type: 'demand',
        ...stamp,
        demandId,
        ...(kind === 'emergency' ? { emergency: { reason: 'ran out', role: 'nurse' } } : {}),
      });
    } else {
      const all = [...world.cycles].flatMap(([date, { lines }]) => lines.map((line) => ({ date, line })));
      const chosen = all[pick % Math.max(1, all.length)];
      if (chosen === undefined) continue;
      const { date, line } = chosen;
      const toDate = addDays(date, 1 + (pick % 3));
      const taken = step(world.cycles.get(date)!, lineEvent(kind, stamp, line.demandId, toDate)).isTaken;
      send(date, lineEvent(kind, stamp, line.demandId, toDate));
      if (kind === 'carried' && taken)
        send(toDate, { type: 'demand', id: `${stamp.id}-arrives`, at: now, demandId: line.demandId });
    }
  }
  const end = (world.now + 30 * 86_400_000) as Instant;
  for (const date of [...world.cycles.keys()]) send(date, tick(end));
  return [...broken, ...judged(world, step, end)];
}

function moved({ now, cycles }: World, { by, amount }: Story[number]['move']): number {
  if (by === 'back') return now - amount * 60_000;
  if (by !== 'deadline') return now + amount * 60_000;
  const next = [...cycles.values()].map(nextDeadline).filter((deadline) => deadline !== null);
  return next.length === 0 ? now : Math.min(...next) + amount;
}

function lineEvent(
  kind: string,
  stamp: { readonly id: string; readonly at: Instant },
  demandId: DemandId,
  toDate: LocalDate,
): CycleEvent {
  const about = { ...stamp, demandId };
  switch (kind) {
    case 'assigned':
      return { type: 'assigned', ...about, helperId: helper('li') };
    case 'unassignable':
      return { type: 'unassignable', ...about, reasons: [{ code: 'skill/missing' }] };
    case 'cancelled':
      return { type: 'cancelled', ...about, reason: 'resident/away' };
    case 'carried':
      return { type: 'carried', ...about, toDate };
    case 'prepared':
      return { type: 'prepared', ...about };
    default:
      return { type: 'done', ...about };
  }
}

function repeat(world: World, { date, event }: World['sent'][number], step: Advance, broken: string[]): void {
  if (event.type === 'tick') return;
  const before = world.cycles.get(date)!;
  const { cycle, effects } = step(before, event);
  if (effects.length > 0 || JSON.stringify(cycle) !== JSON.stringify(before)) broken.push('W-12 the same id changes nothing');
  world.cycles.set(date, cycle);
}

function judged({ cycles, effects, raised }: World, step: Advance, end: Instant): readonly string[] {
  const broken: string[] = [];
  for (const [date, cycle] of cycles) {
    const totals = cycleTotals(cycle);
    if (totals.in !== totals.done + totals.cancelled + totals.carried + totals.open) broken.push('W-17 lines in = out');
    const said = effects.filter((each) => each.date === date).map(({ effect }) => effect);
    const due = said.filter(({ type }) => type === 'close-collection' || type.startsWith('flag-') || type === 'cycle-closed');
    if (due.map(({ type }) => type).join() !== 'close-collection,flag-unfinished,flag-undelivered,cycle-closed')
      broken.push('W-07 each deadline once, in order');
    const cutOff = cycle.deadlines[1]!.at;
    const isEmergency = (demandId: DemandId): boolean => cycle.lines.some((line) => line.demandId === demandId && line.emergency);
    if (said.some((effect) => effect.type === 'demand-accepted' && effect.at >= cutOff && !isEmergency(effect.demandId)))
      broken.push('D-29 nothing gets in at or after the cut-off');
    const alone = cycle.lines
      .filter(({ state }) => state === 'collected' || state === 'unassigned')
      .map(({ demandId }) => demandId);
    const listed = said.flatMap((effect) => (effect.type === 'list-unassigned' ? effect.demandIds : []));
    if (alone.some((demandId) => !listed.includes(demandId))) broken.push('D-30 whoever has nobody is listed');
    let freed = cycle;
    for (const { demandId, state } of cycle.lines)
      if (!['done', 'cancelled', 'carried'].includes(state))
        freed = step(freed, { type: 'cancelled', id: `free-${demandId}`, at: end, demandId, reason: 'test/end' }).cycle;
    if (cycleTotals(freed).open > 0) broken.push('W-17 no line is stuck');
  }
  for (const demandId of raised) {
    const homes = [...cycles.values()].filter(({ lines }) =>
      lines.some((line) => line.demandId === demandId && line.state !== 'carried'),
    );
    if (homes.length !== 1) broken.push(`D-30 one home for every demand, not ${homes.length}`);
  }
  return broken;
}
