import { DemandId, type Instant, instantAt, LocalDate, PersonId, WallTime, Zone } from '@linli/model';
import type { CycleTypes } from '../src/cycle/cycle-types.ts';
import { advance, type Cycle, type CycleEffect, type CycleEvent, type Stamped, type Step, type Tick } from '../src/index.ts';

export type CycleStep = Step<CycleTypes>;

export const day = (date: string): LocalDate => LocalDate.parse(date);
export const demand = (id: string): DemandId => DemandId.parse(id);
export const helper = (id: string): PersonId => PersonId.parse(id);

/** `at('2020-03-30 15:59', -1)` is one millisecond before 15:59 in Wuhan. */
export function at(text: string, plusMs = 0, zone = 'Asia/Shanghai'): Instant {
  const [date = '', time = ''] = text.split(' ');
  return (instantAt(day(date), WallTime.parse(time), Zone.parse(zone)) + plusMs) as Instant;
}

/** Plays events one after another; answers the last cycle and everything said on the way. */
export function play(snapshot: Cycle, ...events: readonly (CycleEvent | Tick)[]): CycleStep {
  let step: CycleStep = { snapshot, effects: [], passed: [], reasons: [], isTaken: true };
  const effects: Stamped<CycleEffect>[] = [];
  for (const event of events) {
    step = advance(step.snapshot, event);
    effects.push(...step.effects);
  }
  return { ...step, effects };
}

export const codes = ({ reasons }: CycleStep): readonly string[] => reasons.map(({ code }) => code);
/** An effect without its id, for a look at what it says. */
export const bare = <Effect extends { readonly id: string }>(effects: readonly Effect[]): readonly Omit<Effect, 'id'>[] =>
  effects.map(({ id: _, ...said }) => said);
export const types = (effects: readonly CycleEffect[]): readonly string[] => effects.map(({ type }) => type);
export const tick = (when: Instant): Tick => ({ type: 'tick', id: `tick-${when}`, at: when });
export const wants = (id: string, when: Instant): CycleEvent => ({
  type: 'demand',
  id: `want-${id}`,
  at: when,
  demandId: demand(id),
});
export const named = (id: string, who: string, when: Instant): CycleEvent => ({
  type: 'assigned',
  id: `name-${id}-${who}`,
  at: when,
  demandId: demand(id),
  helperId: helper(who),
});
