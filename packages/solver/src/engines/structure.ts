import type { Frame } from '../frame.ts';

/** Whether plans of different visits hang together by nothing but the people and hours they take. */
export const isLoose = (frame: Frame): boolean =>
  frame.links.length === 0 && frame.spacings.length === 0 && !countsFaces(frame) && !hasSoftEnds(frame);

/** Whether it counts how many different people come to somebody. */
const countsFaces = ({ problem, served }: Frame): boolean =>
  problem.weights.continuity > 0 && served.some((visits) => visits.length > 1);

export const hasSoftEnds = ({ visits }: Frame): boolean =>
  visits.some(({ windows }) => windows.some(({ softUntil }) => softUntil !== null));

/** What leaving a visit out outweighs: more than all soft cost together, were each visit at its dearest. */
export const weightAbove = (dearest: readonly number[]): number => 1 + dearest.reduce((sum, cost) => sum + cost, 0);
