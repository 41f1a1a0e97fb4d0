import { setup } from 'xstate';
import { z } from 'zod';

/** Where one demand stands in one cycle. Its words are under `line-state/…`. */
export const LineState = z.enum(['held', 'collected', 'assigned', 'unassigned', 'prepared', 'done', 'cancelled', 'carried']);
export type LineState = z.infer<typeof LineState>;

/** What can happen to one line; the same words as in `CycleEvent`. */
export type LineMove = 'approve' | 'assigned' | 'unassignable' | 'prepared' | 'done' | 'cancelled' | 'carried';

/**
 * One demand inside one cycle. `held` waits for approval; every other line starts at `collected`.
 * Work is done by somebody with a name: `done` is reached through `assigned` alone.
 */
export const demandLine = setup({
  types: {} as { events: { readonly type: LineMove } },
}).createMachine({
  id: 'demandLine',
  initial: 'held',
  states: {
    held: { on: { approve: 'collected', cancelled: 'cancelled', carried: 'carried' } },
    collected: { on: { assigned: 'assigned', unassignable: 'unassigned', cancelled: 'cancelled', carried: 'carried' } },
    unassigned: { on: { assigned: 'assigned', unassignable: 'unassigned', cancelled: 'cancelled', carried: 'carried' } },
    assigned: {
      on: {
        assigned: 'assigned',
        unassignable: 'unassigned',
        prepared: 'prepared',
        done: 'done',
        cancelled: 'cancelled',
        carried: 'carried',
      },
    },
    // Goods that change hands are to be confirmed again by the new hands.
    prepared: {
      on: { assigned: 'assigned', unassignable: 'unassigned', done: 'done', cancelled: 'cancelled', carried: 'carried' },
    },
    done: { type: 'final' },
    cancelled: { type: 'final' },
    carried: { type: 'final' },
  },
});

/** Done, cancelled or carried: nothing more can happen to it in this cycle. */
export const isSettled = (state: LineState): boolean => state === 'done' || state === 'cancelled' || state === 'carried';

/** Still to be settled, and nobody answers for it by name. */
export const isNamedToNobody = (state: LineState): boolean => state === 'held' || state === 'collected' || state === 'unassigned';
