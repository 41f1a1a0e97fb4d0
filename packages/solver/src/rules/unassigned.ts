import { perLeftOut } from './rule.ts';

/** The priorities of the visits that nobody does, but for those with a penalty. */
export const unassigned = perLeftOut({
  id: 'unassigned',
  level: 'medium',
  amount: ({ priority, penalty }) => (penalty === null ? priority : 0),
  why: ({ id, priority, penalty }) =>
    penalty === null ? [{ code: 'visit/left-out', data: { visitId: id, amount: priority } }] : [],
});
