import { isFault } from '@linli/model';
import { defineProcess, type Process } from '../src/process/define-process.ts';
import { drive, openProcess, type Tick } from '../src/process/drive.ts';
import type { Due, ProcessTypes } from '../src/process/process-types.ts';
import type { Snapshot } from '../src/process/snapshot.ts';

/** How one process is walked through: where it starts, and what may happen to it wherever it stands. */
export interface PathPlan<T extends ProcessTypes> {
  readonly process: Process<T>;
  readonly facts: readonly T['facts'][];
  /** Ids must be new to the snapshot, such as `done-${snapshot.seen.length}`. Ticks reach the ways of `due`. */
  readonly events: (snapshot: Snapshot<T>) => readonly (T['event'] | Tick)[];
}

/** A plan whose process is not asked for by name. */
// biome-ignore lint/suspicious/noExplicitAny: `T` stands on both sides of functions, so no narrower type holds all plans.
export type AnyPlan = PathPlan<any>;

interface Count {
  readonly all: number;
  readonly seen: number;
}

export interface Coverage {
  readonly process: string;
  readonly states: Count;
  readonly ways: Count;
  /** Two for every way that has a guard: it held once and once it did not. */
  readonly guardSides: Count;
  /** What was not seen, and what is wrong with what was seen. Empty is good. */
  readonly flaws: readonly string[];
}

interface Sightings {
  readonly states: Set<string>;
  readonly ways: Set<string>;
  readonly guardSides: Set<string>;
  /** From state to state, by the ways that were taken. */
  readonly exits: Map<string, Set<string>>;
}

/** `state / event / index`: the name of a way in the coverage. */
type WayName = `${string} / ${string} / ${number}`;
interface Way {
  readonly guard?: string;
  readonly data?: Told;
  readonly to?: string;
}
type Told = (facts: object, event: object) => unknown;
/** What is the same in the tables of all processes. */
type Table = Readonly<Record<string, Readonly<Record<string, readonly Way[]>>>>;

const tableOf = <T extends ProcessTypes>({ states }: Process<T>): Table => states as unknown as Table;
const waysOf = (table: Table): readonly (Way & { readonly name: WayName })[] =>
  Object.entries(table).flatMap(([state, on]) =>
    Object.entries(on).flatMap(([type, ways]) =>
      ways.map((way, index) => ({ ...way, name: `${state} / ${type} / ${index}` as const })),
    ),
  );

/** The same process, telling of every way taken and of both answers of every guard. Each way gets a guard of its own. */
function watched<T extends ProcessTypes>(process: Process<T>, sightings: Sightings): Process<T> {
  const guards: Record<string, Told> = {};
  const watch = (state: string, type: string) => (way: Way, index: number) => {
    const name: WayName = `${state} / ${type} / ${index}`;
    const { guard, data, to } = way;
    if (guard !== undefined)
      guards[name] = (facts, event) => {
        const holds = process.guards[guard as T['guard']](facts, event as T['event'] | Due);
        sightings.guardSides.add(`guard ${guard} at ${name} is never ${holds}`);
        return holds;
      };
    const seen: Told = (facts, event) => {
      sightings.ways.add(name);
      if (to !== undefined) {
        sightings.states.add(to);
        sightings.exits.set(state, (sightings.exits.get(state) ?? new Set()).add(to));
      }
      return data?.(facts, event) ?? {};
    };
    return { ...way, ...(guard === undefined ? {} : { guard: name }), data: seen };
  };
  const states = Object.fromEntries(
    Object.entries(tableOf(process)).map(([state, on]) => [
      state,
      Object.fromEntries(Object.entries(on).map(([type, list]) => [type, list.map(watch(state, type))])),
    ]),
  );
  return defineProcess({ ...process, states, guards } as unknown as Process<T>);
}

/** So many snapshots of a state, and examples of an event, are read back. */
const readings = 20;
/** So many snapshots are looked at for one process, where there are as many, though all of it was seen before ... */
const diligence = 200;
/** ... and so many before the walk gives up on what it has not met. */
const patience = 2000;

/**
 * Walks a process breadth-first from every starting point until all of it was seen, and a little further. Two snapshots of one state and equal
 * facts are one. `plans` are of one process.
 */
export function coverageOf(plans: readonly AnyPlan[]): Coverage {
  const [{ process }] = plans as readonly [AnyPlan, ...AnyPlan[]];
  const table = tableOf(process);
  const ways = waysOf(table);
  const sides = ways.flatMap(({ name, guard }) =>
    guard === undefined ? [] : [true, false].map((holds) => `guard ${guard} at ${name} is never ${holds}`),
  );
  const all = { states: Object.keys(table), ways, sides };
  const seen: Sightings = { states: new Set([process.initial]), ways: new Set(), guardSides: new Set(), exits: new Map() };
  const mind = watched(process, seen);
  const isAllSeen = (): boolean =>
    seen.states.size === all.states.length && seen.ways.size === all.ways.length && seen.guardSides.size === all.sides.length;

  const flaws = new Set<string>();
  const known = new Set<string>();
  const read = new Map<string, number>();
  const isToRead = (what: string): boolean => {
    const times = (read.get(what) ?? 0) + 1;
    read.set(what, times);
    return times <= readings;
  };
  const queue: { readonly plan: AnyPlan; readonly snapshot: Snapshot<ProcessTypes> }[] = [];
  const meet = (plan: AnyPlan, snapshot: Snapshot<ProcessTypes>): void => {
    const key = JSON.stringify([snapshot.state, snapshot.facts]);
    if (known.has(key)) return;
    known.add(key);
    queue.push({ plan, snapshot });
    if (isToRead(`snapshot ${snapshot.state}`) && !process.Snapshot.safeParse(JSON.parse(JSON.stringify(snapshot))).success)
      flaws.add(`a snapshot in ${snapshot.state} cannot be read back`);
  };

  for (const plan of plans) for (const facts of plan.facts) meet(plan, openProcess(mind, process.name, facts));
  for (let next = 0; next < queue.length && next < (isAllSeen() ? diligence : patience); next += 1) {
    const { plan, snapshot } = queue[next]!;
    for (const event of plan.events(snapshot)) {
      if (event.type !== 'tick' && isToRead(`event ${event.type}`) && !process.Event.safeParse(event).success)
        flaws.add(`event ${event.type} is not one of its own`);
      try {
        meet(plan, drive(mind, snapshot, event).snapshot);
      } catch (error) {
        if (!isFault(error)) throw error;
        flaws.add(`${event.type} in ${snapshot.state} ends in ${error.code}: ${error.message}`);
      }
    }
  }

  const finals = all.states.filter((state) => Object.keys(table[state]!).length === 0);
  for (const state of trapsAmong(seen, finals)) flaws.add(`from ${state} no end is reached`);
  for (const state of all.states) if (!seen.states.has(state)) flaws.add(`state ${state} is never reached`);
  for (const { name } of all.ways) if (!seen.ways.has(name)) flaws.add(`way ${name} is never taken`);
  for (const side of all.sides) if (!seen.guardSides.has(side)) flaws.add(side);
  return {
    process: process.name,
    states: { all: all.states.length, seen: seen.states.size },
    ways: { all: all.ways.length, seen: seen.ways.size },
    guardSides: { all: all.sides.length, seen: seen.guardSides.size },
    flaws: [...flaws],
  };
}

/** Reached states from which none of the final ones can be. */
function trapsAmong({ states, exits }: Sightings, finals: readonly string[]): readonly string[] {
  const saved = new Set(finals);
  for (let before = -1; before !== saved.size; ) {
    before = saved.size;
    for (const [state, nexts] of exits) if ([...nexts].some((next) => saved.has(next))) saved.add(state);
  }
  return [...states].filter((state) => !saved.has(state));
}
