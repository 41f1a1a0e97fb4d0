import { addDays, DemandId, type Instant, PersonId, seededRandom } from '@linli/model';
import { cycleDateIn, switchMode } from '../../src/index.ts';
import { duowenLadder } from '../../src/ladder/duowen-ladder.ts';
import type { LadderEvent } from '../../src/ladder/ladder-event.ts';
import { openLadder } from '../../src/ladder/open-ladder.ts';
import { Outcome } from '../../src/ladder/outcome.ts';
import { endSilence, openDate, ring, send } from './host.ts';
import { brokenLaws, clear } from './judge.ts';
import { modes, someCalendar } from './rules.ts';
import type { Subject } from './subject.ts';
import { clockOf, isOneIn, type Letter, oneOf, type Roughness, type World } from './world.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const people = ['li', 'wang', 'chen', 'zhao'].map((id) => PersonId.parse(id));
const residents = ['jia', 'sun', 'zhou'].map((id) => PersonId.parse(`resident-${id}`));

export interface YearReport {
  readonly seed: number;
  readonly count: World['count'] & { readonly demands: number; readonly ladders: number };
  /** Names of the laws that were broken; empty is good. */
  readonly broken: readonly string[];
}

/** `days` of one community from a random day between 2005 and 2030. The same seed is the same life. */
export function liveThrough(seed: number, days: number, subject: Subject, rough: Roughness): YearReport {
  const random = seededRandom(seed);
  const start = Date.UTC(2005, 0, 1) + random.nextInt(25 * 365) * DAY + random.nextInt(DAY);
  const world: World = {
    subject,
    random,
    rough,
    calendar: someCalendar(random),
    now: start,
    skew: 0,
    switches: [],
    cycles: new Map(),
    live: new Set(),
    ahead: null,
    promised: new Map(),
    ladders: new Map(),
    inbox: new Map(),
    handled: new Set(),
    sent: [],
    delayed: [],
    demands: new Map(),
    broken: new Set(),
    count: { events: 0, effects: 0, kills: 0, silences: 0, days: 0 },
  };
  world.ahead = openDate(world, cycleDateIn(modes, [], world.now as Instant, world.calendar));

  for (let index = 0; world.now < start + days * DAY; index += 1) {
    const isSilent = passTime(world);
    if (isSilent) endSilence(world);
    else if (!isOneIn(world, 4)) ring(world, !isOneIn(world, 4));
    deliver(world, world.now);
    happen(world, index);
    if (index % 50 === 0) clear(world, clockOf(world) - 10 * DAY);
  }
  // Whatever is still on its way arrives, and the last cycle and the longest ladder have had their time.
  world.skew = 0;
  world.now += 30 * DAY;
  endSilence(world);
  deliver(world, Number.POSITIVE_INFINITY);
  world.now += 30 * DAY;
  ring(world, false);
  clear(world, Number.POSITIVE_INFINITY);
  const broken = [...world.broken, ...brokenLaws(world)];
  return { seed, count: { ...world.count, demands: world.demands.size, ladders: world.ladders.size }, broken };
}

/** Time goes on; now and then far, to the very edge of a deadline, or on a clock that is wrong. True after a long silence. */
function passTime(world: World): boolean {
  const { random, subject } = world;
  const chance = random.nextInt(1000);
  if (chance < 6) {
    // From 1 minute to 90 days, every order of magnitude as often as any other.
    world.now += Math.min(90 * DAY, Math.round(MINUTE * 2 ** (random.nextInt(17_000) / 1000)));
    return true;
  }
  if (chance < 9) world.skew = isOneIn(world, 2) ? 0 : (random.nextInt(53) - 26) * 60 * MINUTE;
  if (chance < 200) {
    const dues = [...world.live].flatMap((date) => subject.nextDeadline(world.cycles.get(date)!) ?? []);
    const next = Math.min(...dues.filter((due) => due > clockOf(world) + 1)) - world.skew;
    if (Number.isFinite(next)) world.now = Math.max(world.now, next + random.nextInt(3) - 1);
    return false;
  }
  world.now += random.nextInt(600 * MINUTE);
  return false;
}

function deliver(world: World, until: number): void {
  for (let index = 0; index < world.delayed.length; ) {
    if (world.delayed[index]!.from > until) index += 1;
    else send(world, world.delayed.splice(index, 1)[0]!.letter);
  }
}

/** At once, or up to three days later with the time at which it happened, in whatever order. */
function post(world: World, letter: Letter): void {
  if (isOneIn(world, 12)) world.delayed.push({ from: world.now + world.random.nextInt(3 * DAY), letter });
  else send(world, letter);
}

function happen(world: World, index: number): void {
  const { random } = world;
  const stamp = { id: `e${index}`, at: clockOf(world) };
  const chance = random.nextInt(100);
  if (chance < 30) ask(world, stamp, chance < 3);
  else if (chance < 80) moveSomeLine(world, stamp, chance);
  else if (chance < 86) again(world);
  else if (chance < 88) closeEarly(world, stamp);
  else if (chance < 89) changeMode(world, stamp.at);
  else if (chance < 92) knock(world, stamp);
  else lookAfter(world, stamp);
}

interface Stamp {
  readonly id: string;
  readonly at: Instant;
}

/** A need is told of, mostly to the cycle that collects, sometimes to any other that is open. */
function ask(world: World, stamp: Stamp, isEmergency: boolean): void {
  const demandId = DemandId.parse(`d-${stamp.id}`);
  world.demands.set(demandId, { isEmergency });
  const known = isOneIn(world, 6) ? undefined : oneOf(world, [...world.live]);
  const date = known ?? cycleDateIn(modes, world.switches, stamp.at, world.calendar);
  const emergency = isEmergency ? { emergency: { reason: 'no insulin left', role: 'nurse' } } : {};
  post(world, { to: 'cycle', date, event: { type: 'demand', ...stamp, demandId, ...emergency } });
}

function moveSomeLine(world: World, stamp: Stamp, chance: number): void {
  const date = oneOf(world, [...world.live]);
  const line = date === undefined ? undefined : oneOf(world, world.cycles.get(date)!.facts.lines);
  if (date === undefined || line === undefined) return;
  const about = { ...stamp, demandId: line.demandId };
  const to = 'cycle';
  if (chance < 48) post(world, { to, date, event: { type: 'assigned', ...about, helperId: oneOf(world, people)! } });
  else if (chance < 52)
    post(world, { to, date, event: { type: 'unassignable', ...about, reasons: [{ code: 'skill/missing' }] } });
  else if (chance < 58) post(world, { to, date, event: { type: 'approve', ...about } });
  else if (chance < 65) post(world, { to, date, event: { type: 'prepared', ...about } });
  else if (chance < 74) post(world, { to, date, event: { type: 'done', ...about } });
  else if (chance < 77) post(world, { to, date, event: { type: 'cancelled', ...about, reason: 'resident/away' } });
  else {
    const toDate = addDays(date, world.random.nextInt(4));
    post(world, { to, date, event: { type: 'carried', ...about, toDate } });
  }
}

/** The same letter once more, as it was. */
function again(world: World): void {
  const letter = oneOf(world, world.sent);
  if (letter !== undefined) send(world, letter);
}

function closeEarly(world: World, stamp: Stamp): void {
  const date = oneOf(world, [...world.live]);
  const edges = date === undefined ? [] : world.cycles.get(date)!.facts.deadlines;
  const end = oneOf(
    world,
    edges.filter(({ edge }) => edge === 'ends'),
  );
  if (date === undefined || end === undefined) return;
  const until = (end.at - world.random.nextInt(240 * MINUTE) + MINUTE) as Instant;
  const event = { type: 'close-early', ...stamp, phase: end.phase, until, by: people[0]!, reason: 'heavy rain' } as const;
  send(world, { to: 'cycle', date, event });
}

function changeMode(world: World, now: Instant): void {
  const at = (now + world.random.nextInt(5 * DAY)) as Instant;
  const next = { at, mode: oneOf(world, modes.modes)!.id, by: people[0]!, reason: 'the epidemic' };
  const switched = switchMode(modes, world.switches, next, now);
  if (!switched.ok) return;
  world.switches = switched.value;
  if (world.ahead !== null) world.ahead = openDate(world, world.ahead.facts.date);
}

/** Nobody opens the door: a ladder of its own begins. */
function knock(world: World, stamp: Stamp): void {
  const id = `ladder-${stamp.id}`;
  const keyHolders = isOneIn(world, 2) ? [] : [{ personId: people[1]!, verifiedOn: null }];
  const consent = oneOf(world, ['yes', 'no', 'not-asked'] as const)!;
  world.ladders.set(id, openLadder(id, { definition: duowenLadder, residentId: oneOf(world, residents)!, keyHolders, consent }));
  send(world, { to: 'ladder', id, event: { type: 'knock-unanswered', ...stamp, by: people[2]! } });
}

/** Somebody does something about one of the latest ladders, which may be over. */
function lookAfter(world: World, stamp: Stamp): void {
  const id = oneOf(world, [...world.ladders.keys()].slice(-4));
  if (id === undefined) return;
  const by = oneOf(world, people)!;
  const rung = oneOf(world, duowenLadder.rungs)!.id;
  const known = oneOf(world, ['seen', 'spoken', 'told-by-other', 'assumed'] as const)!;
  const outcome = oneOf(world, Outcome.options)!;
  const code = oneOf(world, duowenLadder.redFlags)!.code;
  const events: readonly LadderEvent[] = [
    { type: 'knock-unanswered', ...stamp, by },
    { type: 'asked', ...stamp, rung, people: [by] },
    { type: 'acknowledged', ...stamp, rung, by },
    { type: 'declined', ...stamp, rung, by },
    { type: 'no-reply', ...stamp, rung, personId: by },
    { type: 'red-flag', ...stamp, by, code },
    { type: 'note', ...stamp, by, text: 'the tricycle is gone', seenAt: null },
    {
      type: 'entry-tried',
      ...stamp,
      by,
      keyHolderId: null,
      result: oneOf(world, ['entered', 'chained', 'unavailable'] as const)!,
    },
    { type: 'outcome', ...stamp, by, outcome, known, role: isOneIn(world, 2) ? 'social-worker' : null },
  ];
  post(world, { to: 'ladder', id, event: oneOf(world, events)! });
}
