import type { Instant, LocalDate } from '@linli/model';
import { type Cycle, cycleDefinitionOn, type Snapshot, type Stamped, type Step, type Tick } from '../../src/index.ts';
import type { ProcessTypes } from '../../src/process/process-types.ts';
import { modes } from './rules.ts';
import { clockOf, isOneIn, type Letter, tickAt, type World } from './world.ts';

// An honest and careless host: it writes down before it acts, and what it wrote down it can do again. It is killed at any
// moment, wakes up late or on time, and its clock is wrong.

/** To disk and back, as the store does it. */
function slept<T extends ProcessTypes>(world: World, snapshot: Snapshot<T>): Snapshot<T> {
  const read = world.subject.wake(JSON.parse(JSON.stringify(snapshot)));
  if (read.ok) return read.value as unknown as Snapshot<T>;
  world.broken.add('W-11 what was kept can be read');
  return snapshot;
}

/** The receiver knows an effect by its id: the second time it does nothing. */
function receive(world: World, owner: string, effects: readonly Stamped<ProcessTypes['effect']>[]): void {
  const known = world.inbox.get(owner) ?? new Map<string, Stamped<ProcessTypes['effect']>>();
  world.inbox.set(owner, known);
  for (const effect of effects) {
    const before = known.get(effect.id);
    if (before === undefined) known.set(effect.id, effect);
    else if (!isSaidAgain(before, effect)) world.broken.add('R9 the same id says the same');
  }
}

const isSaidAgain = (before: Stamped<ProcessTypes['effect']>, again: Stamped<ProcessTypes['effect']>): boolean =>
  JSON.stringify({ ...before, late: null }) === JSON.stringify({ ...again, late: null });

/** What must be true of every step, whatever the process. */
function lookAt<T extends ProcessTypes>(world: World, before: Snapshot<T>, event: T['event'] | Tick, step: Step<T>): void {
  const { broken } = world;
  world.count.effects += step.effects.length;
  const letter = `${before.id} ${event.id}`;
  if (world.handled.has(letter)) {
    if (step.effects.length > 0 || step.isTaken || step.snapshot !== before) broken.add('W-12 the same id changes nothing');
    return;
  }
  if (event.type !== 'tick') world.handled.add(letter);
  world.count.events += 1;
  const now = before.at !== null && before.at > event.at ? before.at : event.at;
  if (step.snapshot.at !== now) broken.add('W-04 a clock that goes back stands still');
  const leavesOne = ({ snapshot }: Step<T>): boolean => (world.subject.nextDeadline(snapshot) ?? now + 1) <= now;
  // What is told of late may set a deadline that is over already: the very next look meets it.
  const isMet = (): boolean => event.type !== 'tick' && !leavesOne(world.subject.advance(step.snapshot, tickAt(now)));
  if (leavesOne(step) && !isMet()) broken.add('W-07 no deadline is left behind');
  let last = Number.NEGATIVE_INFINITY;
  for (const { at, late } of step.effects) {
    if (at < last || at > now) broken.add('W-07 effects come in order of time');
    if (late !== at < now) broken.add('R9 late is said to be late');
    last = at;
  }
}

/** One step, looked at, and done over where the host is killed while it sends. */
export function takeStep<T extends ProcessTypes>(world: World, kept: Snapshot<T>, event: T['event'] | Tick): Step<T> {
  const { subject, random, rough } = world;
  const isKilled = isOneIn(world, rough.kill);
  const before = isKilled || isOneIn(world, rough.sleep) ? slept(world, kept) : kept;
  const step = subject.advance(before, event);
  lookAt(world, before, event, step);
  if (!isKilled) {
    receive(world, kept.id, step.effects);
    return step;
  }
  world.count.kills += 1;
  receive(world, kept.id, step.effects.slice(0, random.nextInt(step.effects.length + 1)));
  const again = subject.advance(slept(world, kept), event);
  if (JSON.stringify(again) !== JSON.stringify(step)) world.broken.add('R9 the same step again is the same step');
  receive(world, kept.id, again.effects);
  return again;
}

export function openDate(world: World, date: LocalDate): Cycle {
  const { subject, calendar, switches } = world;
  return subject.openCycle(cycleDefinitionOn(modes, switches, date, calendar), date, calendar);
}

function cycleOf(world: World, date: LocalDate): Cycle {
  const known = world.cycles.get(date);
  if (known !== undefined) return known;
  // Every demand finds its cycle open: the dates before one that is opened ahead are opened with it.
  while (world.ahead !== null && world.ahead.facts.date < date) openAhead(world);
  const cycle = openDate(world, date);
  keep(world, cycle);
  return cycle;
}

/** A cycle that was not known before. */
function keep({ cycles, live, promised, count }: World, cycle: Cycle): void {
  const { date, deadlines } = cycle.facts;
  cycles.set(date, cycle);
  live.add(date);
  promised.set(date, deadlines);
  count.days += 1;
}

export function send(world: World, letter: Letter): void {
  world.sent.push(letter);
  if (world.sent.length > 40) world.sent.shift();
  if (letter.to === 'ladder') {
    const ladder = world.ladders.get(letter.id);
    if (ladder !== undefined) world.ladders.set(letter.id, takeStep(world, ladder, letter.event).snapshot);
    return;
  }
  const { date, event } = letter;
  const step = takeStep(world, cycleOf(world, date), event);
  world.cycles.set(date, step.snapshot);
  if (!step.isTaken) return;
  for (const effect of step.effects) {
    if (effect.type !== 'demand-deferred') continue;
    if (effect.toDate <= date) world.broken.add('D-30 a demand is only sent forward');
    else send(world, { to: 'cycle', date: effect.toDate, event: { ...event, at: effect.at } });
  }
  if (event.type === 'carried') {
    const { demandId, toDate } = event;
    send(world, {
      to: 'cycle',
      date: toDate,
      event: { type: 'demand', id: `${event.id}/arrives`, at: clockOf(world), demandId },
    });
  }
  if (event.type === 'close-early') bringForward(world, date, event);
}

function bringForward({ promised }: World, date: LocalDate, { phase, until }: { phase: string; until: Instant }): void {
  const moved = promised.get(date)!.map((edge) => (edge.phase === phase && edge.edge === 'ends' ? { ...edge, at: until } : edge));
  promised.set(date, moved);
}

/** Wakes one that is due. A host that is killed now starts again some time later, and catches up before anything else. */
function wakeOne<T extends ProcessTypes>(world: World, kept: Snapshot<T>, at: Instant): Snapshot<T> {
  const { subject, random, rough } = world;
  if (!isOneIn(world, rough.kill)) return takeStep(world, kept, tickAt(at)).snapshot;
  world.count.kills += 1;
  const { effects } = subject.advance(kept, tickAt(at));
  receive(world, kept.id, effects.slice(0, random.nextInt(effects.length + 1)));
  world.now += random.nextInt(10_800_000);
  const later = clockOf(world) > at ? clockOf(world) : at;
  return caughtUp(world, slept(world, kept), later);
}

export function caughtUp<T extends ProcessTypes>(world: World, kept: Snapshot<T>, now: Instant): Snapshot<T> {
  const { subject, broken } = world;
  const { snapshot, effects, summary } = subject.catchUp(kept, now);
  const until = kept.at !== null && kept.at > now ? kept.at : now;
  if (summary.until !== until || summary.late !== effects.filter(({ late }) => late).length) broken.add('R9 one true summary');
  if (effects.some(({ at, late }) => late !== at < until)) broken.add('R9 late is said to be late');
  if (subject.catchUp(snapshot, now).effects.length > 0) broken.add('R9 caught up once, nothing is left');
  receive(world, kept.id, effects);
  return snapshot;
}

/** Everything that is due by the host's clock. On time: each at its own instant. */
export function ring(world: World, isPunctual: boolean): void {
  const now = clockOf(world);
  const { subject } = world;
  if (world.ahead !== null && (subject.nextDeadline(world.ahead) ?? now) <= now) openAhead(world);
  for (const date of world.live) {
    for (;;) {
      const cycle = world.cycles.get(date)!;
      const due = subject.nextDeadline(cycle);
      if (due === null || due > now) break;
      const after = wakeOne(world, cycle, isPunctual ? due : now);
      world.cycles.set(date, after);
      if (after.facts.passed === cycle.facts.passed) return void world.broken.add('W-07 no deadline is left behind');
    }
  }
  for (const [id, ladder] of world.ladders) {
    const due = subject.nextDeadline(ladder);
    if (due !== null && due <= now) world.ladders.set(id, wakeOne(world, ladder, isPunctual ? due : now));
  }
}

function openAhead(world: World): void {
  const next = world.ahead!;
  if (!world.cycles.has(next.facts.date)) keep(world, next);
  world.ahead = openDate(world, next.facts.nextDate);
}

/** After a silence: all cycles at once, every ladder, and one record of what was slept through. */
export function endSilence(world: World): void {
  const now = clockOf(world);
  const { subject, calendar, cycles, live, broken } = world;
  world.count.silences += 1;
  const known = [...live].sort().map((date) => slept(world, cycles.get(date)!));
  const newest = [...cycles.keys()].sort().at(-1);
  if (newest !== undefined && !live.has(newest)) known.push(cycles.get(newest)!);
  const definitionOn = (date: LocalDate) => cycleDefinitionOn(modes, world.switches, date, calendar);
  const after = subject.cyclesAfterSilence(known, now, definitionOn, calendar);
  for (const cycle of after.cycles) {
    if (cycles.has(cycle.facts.date)) cycles.set(cycle.facts.date, cycle);
    else keep(world, cycle);
    const own = after.effects.filter(({ date }) => date === cycle.facts.date).map(({ date: _, ...effect }) => effect);
    receive(world, cycle.id, own);
  }
  const { summary, effects } = after;
  const missed = new Set(summary.missedDates);
  if (newest !== undefined)
    for (let { date, nextDate } = world.ahead!.facts; ; { date, nextDate } = openDate(world, nextDate).facts) {
      if (subject.nextDeadline(openDate(world, date))! > now) break;
      if (!cycles.has(date) && !missed.has(date)) broken.add('R9 no day of a silence is forgotten');
    }
  if (summary.late !== effects.filter(({ late }) => late).length) broken.add('R9 one true summary');
  if (effects.some(({ at }, index) => index > 0 && at < effects[index - 1]!.at)) broken.add('W-07 effects come in order of time');
  world.count.effects += effects.length;
  const last = [...summary.opened, ...summary.missedDates].sort().at(-1);
  if (last !== undefined) world.ahead = openDate(world, cycles.get(last)?.facts.nextDate ?? openDate(world, last).facts.nextDate);
  for (const [id, ladder] of world.ladders)
    if (subject.nextDeadline(ladder) !== null) world.ladders.set(id, caughtUp(world, slept(world, ladder), now));
}
