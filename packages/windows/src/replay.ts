import { assert, type DemandId, type Instant } from '@linli/model';
import { transition } from 'xstate';
import { type Cycle, type CycleLine, type CycleState, cycleTotals } from './cycle.ts';
import type { CycleEffect } from './cycle-effect.ts';
import { dailyCycle } from './daily-cycle.ts';
import { isNamedToNobody, isSettled } from './demand-line.ts';

/** What one step gives: the next cycle, and what the host should now do, in order. */
export interface Turn {
  readonly cycle: Cycle;
  readonly effects: readonly CycleEffect[];
}

type DueEffect = 'close-collection' | 'list-unassigned' | 'flag-unfinished' | 'flag-undelivered' | 'cycle-closed';

/** Handles every deadline up to and including `until`, once and in order. */
export function replay(cycle: Cycle, until: Instant): Turn {
  const effects: CycleEffect[] = [];
  let current = cycle;
  for (;;) {
    const deadline = current.deadlines[current.passed];
    if (deadline === undefined || deadline.at > until) return { cycle: current, effects };
    const turn = passDeadline(current, deadline, until);
    effects.push(...turn.effects);
    current = turn.cycle;
  }
}

function passDeadline(cycle: Cycle, deadline: Cycle['deadlines'][number], until: Instant): Turn {
  const asleep = dailyCycle.resolveState({ value: cycle.state });
  const event =
    deadline.edge === 'opens'
      ? ({ type: 'opens', phase: deadline.phase } as const)
      : ({ type: 'ends', phase: deadline.phase, isLast: cycle.passed + 1 === cycle.deadlines.length } as const);
  assert(asleep.can(event), 'cycle/broken-snapshot', `${cycle.state} cannot meet "${deadline.phase} ${deadline.edge}"`);
  const [awake, actions] = transition(dailyCycle, asleep, event);
  const next: Cycle = { ...cycle, state: awake.value as CycleState, passed: cycle.passed + 1 };
  const stamp = { at: deadline.at, late: deadline.at < until };
  return { cycle: next, effects: actions.map(({ type }) => dueEffect(type as DueEffect, next, stamp)) };
}

function dueEffect(type: DueEffect, cycle: Cycle, stamp: { readonly at: Instant; readonly late: boolean }): CycleEffect {
  const ids = (isMeant: (line: CycleLine) => boolean): readonly DemandId[] =>
    cycle.lines.filter(isMeant).map(({ demandId }) => demandId);
  switch (type) {
    case 'close-collection':
      return { type, ...stamp, demandIds: ids(({ state }) => !isSettled(state)) };
    case 'list-unassigned':
      return { type, ...stamp, demandIds: ids(({ state }) => isNamedToNobody(state)) };
    case 'flag-unfinished':
      return { type, ...stamp, demandIds: ids(({ state }) => state !== 'prepared' && !isSettled(state)) };
    case 'flag-undelivered':
      return { type, ...stamp, demandIds: ids(({ state }) => !isSettled(state)) };
    case 'cycle-closed':
      return { type, ...stamp, totals: cycleTotals(cycle) };
  }
}
