import { type Choice, startFrom } from './choices.ts';

/** `visit` starts no earlier than something that grows with the start of `after`. */
export interface Push {
  readonly after: number;
  readonly visit: number;
  readonly atLeast: (start: number) => number;
}

/**
 * The earliest start of every visit, all at once; undefined where the pushes cannot be kept. Of two ways to keep them the
 * earlier start of each visit keeps them too, so there is one that is nowhere later than any other, and it is the least
 * late. Starting everybody as early as can be and pushing only as far as must be leads to it.
 */
export function leastStarts(choices: readonly Choice[], pushes: readonly Push[]): Map<number, number> | undefined {
  const starts = new Map<number, number>();
  const choiceOf = new Map<number, Choice>();
  for (const choice of choices) {
    choiceOf.set(choice.visit, choice);
    starts.set(choice.visit, choice.starts[0]!.first);
  }
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const { after, visit, atLeast } of pushes) {
      const need = atLeast(starts.get(after)!);
      if (need <= starts.get(visit)!) continue;
      const start = startFrom(choiceOf.get(visit)!, need);
      if (start === undefined) return undefined;
      starts.set(visit, start);
      isSettled = false;
    }
  }
  return starts;
}
