import { perLink } from './linked.ts';

/** Links whose two visits ask for two helpers and have one. */
export const otherHelper = perLink({
  id: 'other-helper',
  code: 'visit/not-other-helper',
  judge: ({ helper }, { sameHelper: same }) => (helper === 'other' && same ? 1 : 0),
});
