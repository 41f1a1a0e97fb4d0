import { perLeftOut } from './rule.ts';

/** What the optional visits cost that nobody does. */
export const penalty = perLeftOut({
  id: 'penalty',
  level: 'soft',
  amount: ({ penalty: price }, { problem }) => (price ?? 0) * problem.weights.cost,
  why: ({ id, penalty: price }) =>
    price === null || price === 0 ? [] : [{ code: 'visit/optional-left-out', data: { visitId: id, amount: price } }],
});
