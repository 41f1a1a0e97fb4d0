import { perLink } from './linked.ts';

/** Links whose two visits ask for one helper and have two. */
export const sameHelper = perLink({
  id: 'same-helper',
  code: 'visit/not-same-helper',
  judge: ({ helper }, { sameHelper: same }) => (helper === 'same' && !same ? 1 : 0),
});
