import { setup } from 'xstate';
import type { PhaseId } from './cycle-definition.ts';

type Deadline =
  | { readonly type: 'opens'; readonly phase: PhaseId }
  | { readonly type: 'ends'; readonly phase: PhaseId; readonly isLast: boolean };

/**
 * The stretches of one cycle and what is due at their ends. No `after`, no actors: deadlines arrive as events, and the
 * actions are names that `advance` hands back as effects. A stored cycle wakes up as it slept.
 */
export const dailyCycle = setup({
  types: {} as { events: Deadline },
  guards: {
    isExecute: ({ event }) => event.phase === 'execute',
    isLast: ({ event }) => event.type === 'ends' && event.isLast,
  },
  actions: {
    'close-collection': () => {},
    'list-unassigned': () => {},
    'flag-unfinished': () => {},
    'flag-undelivered': () => {},
    'cycle-closed': () => {},
  },
}).createMachine({
  id: 'dailyCycle',
  initial: 'waiting',
  states: {
    waiting: { on: { opens: 'collect' } },
    collect: { on: { ends: { target: 'after-collect', actions: 'close-collection' } } },
    'after-collect': { on: { opens: 'assign' } },
    assign: { on: { ends: { target: 'after-assign', actions: 'list-unassigned' } } },
    'after-assign': { on: { opens: [{ guard: 'isExecute', target: 'execute' }, { target: 'deliver' }] } },
    execute: {
      on: {
        ends: [
          { guard: 'isLast', target: 'closed', actions: ['flag-unfinished', 'cycle-closed'] },
          { target: 'after-execute', actions: 'flag-unfinished' },
        ],
      },
    },
    'after-execute': { on: { opens: 'deliver' } },
    deliver: { on: { ends: { target: 'closed', actions: ['flag-undelivered', 'cycle-closed'] } } },
    closed: { type: 'final' },
  },
});
