import { assert, type Instant, type Reason } from '@linli/model';
import type { Process } from './define-process.ts';
import type { Due, ProcessTypes } from './process-types.ts';
import type { Snapshot } from './snapshot.ts';
import type { TurnCode } from './turn.ts';

/** Only tells the time: every deadline up to `at` is handled. */
export interface Tick {
  readonly type: 'tick';
  readonly id: string;
  readonly at: Instant;
}

export type DriveCode = TurnCode | 'event/already-seen' | 'clock/went-back';

/** An effect with its stamp. */
export type Stamped<Effect> = Effect & {
  /** The same effect has the same id however often it is worked out: a host that died while sending sends it once more. */
  readonly id: string;
  /** The deadline it was due at, or the instant of the event that caused it. */
  readonly at: Instant;
  /** The deadline lay before the event that brought it. A host that ticks with the deadline itself is never late. */
  readonly late: boolean;
};

/** One deadline that was passed on the way, and why it led where it did. */
export interface Passed<Code extends string> {
  readonly at: Instant;
  readonly late: boolean;
  readonly reason: Reason<Code>;
}

export interface Step<T extends ProcessTypes> {
  readonly snapshot: Snapshot<T>;
  /** Those of the deadlines first, in order; the host sends them, and may send one twice. */
  readonly effects: readonly Stamped<T['effect']>[];
  /** The deadlines that lay before the event. */
  readonly passed: readonly Passed<T['code'] | DriveCode>[];
  /** Why the event was taken or refused. */
  readonly reasons: readonly Reason<T['code'] | DriveCode>[];
  /** False where it was refused or had been seen: then nothing of it is in the snapshot but its id. */
  readonly isTaken: boolean;
}

/** A process not yet begun. Nothing is due and nothing was sent before its first event. */
export const openProcess = <T extends ProcessTypes>(process: Process<T>, id: string, facts: T['facts']): Snapshot<T> => ({
  format: process.format,
  id,
  state: process.initial,
  facts,
  seen: [],
  at: null,
});

export const dueOf = <T extends ProcessTypes>(process: Process<T>, { state, facts }: Snapshot<T>): Instant | null =>
  process.due(state, facts);

/** First every deadline up to `event.at`, once and in order, then the event. A clock that goes back counts as standing still. */
export function drive<T extends ProcessTypes>(process: Process<T>, snapshot: Snapshot<T>, event: T['event'] | Tick): Step<T> {
  if (snapshot.seen.includes(event.id)) {
    const reasons = [{ code: 'event/already-seen', data: { id: event.id } }] as const;
    return { snapshot, effects: [], passed: [], reasons, isTaken: false };
  }
  const now = snapshot.at !== null && snapshot.at > event.at ? snapshot.at : event.at;
  const onTime = passDeadlines(process, snapshot, now);
  const { snapshot: awake, passed } = onTime;
  const notes: readonly Reason<DriveCode>[] = now > event.at ? [{ code: 'clock/went-back' }] : [];
  if (event.type === 'tick')
    return { snapshot: { ...awake, at: now }, effects: onTime.effects, passed, reasons: notes, isTaken: true };

  const { state, facts, effects, reasons, isTaken } = process.turn(awake.state, awake.facts, { ...event, at: now });
  return {
    snapshot: { ...awake, state, facts, at: now, seen: [...awake.seen, event.id] },
    effects: [...onTime.effects, ...stamp(effects, [snapshot.id, 'event', event.id], now, false)],
    passed,
    reasons: [...notes, ...reasons],
    isTaken,
  };
}

/** Every deadline up to `now`, once and in order, each effect stamped with the deadline it was due at. */
export function passDeadlines<T extends ProcessTypes>(
  process: Process<T>,
  asleep: Snapshot<T>,
  now: Instant,
): Pick<Step<T>, 'snapshot' | 'effects' | 'passed'> {
  const effects: Stamped<T['effect']>[] = [];
  const passed: Step<T>['passed'][number][] = [];
  let snapshot = asleep;
  for (;;) {
    const at = process.due(snapshot.state, snapshot.facts);
    if (at === null || at > now) return { snapshot, effects, passed };
    const due: Due = { type: 'due', at, now };
    const { state, facts, ...told } = process.turn(snapshot.state, snapshot.facts, due);
    assert(told.isTaken, 'process/broken-snapshot', `${process.name} in ${snapshot.state} cannot meet its own deadline`);
    const next = process.due(state, facts);
    assert(
      next === null || next > at || (next === at && state !== snapshot.state),
      'process/deadline-stuck',
      `${process.name} in ${state} does not move on from its deadline at ${at}`,
    );
    const late = at < now;
    effects.push(...stamp(told.effects, [asleep.id, 'due', snapshot.state, at], at, late));
    for (const reason of told.reasons) passed.push({ at, late, reason });
    snapshot = { ...snapshot, state, facts };
  }
}

/** Ids of effects differ wherever their causes do, and fit into any store's key: no part can hold what parts them. */
function stamp<Effect>(
  effects: readonly Effect[],
  cause: readonly (string | number)[],
  at: Instant,
  late: boolean,
): readonly Stamped<Effect>[] {
  if (effects.length === 0) return [];
  const stem = cause.map(encodeURIComponent).join(':');
  return effects.map((effect, index) => ({ ...effect, id: `${stem}:${index}`, at, late }));
}
