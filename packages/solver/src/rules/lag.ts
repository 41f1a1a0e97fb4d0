import { perLink } from './linked.ts';

/** Time by which the second of two linked visits starts too early or too late after the first. */
export const lag = perLink({
  id: 'lag',
  code: 'visit/wrong-lag',
  judge: ({ minLag, maxLag }, { lag: apart }) => Math.max(0, minLag - apart) + Math.max(0, apart - maxLag),
});
