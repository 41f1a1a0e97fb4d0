import { seededRandom } from '@linli/model/kernel';

/** Draws for generated instances. The same seed gives the same instance on every machine. */
export interface Dice {
  /** 0 to `sides - 1`. */
  below(sides: number): number;
  /** `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** True `permille` times in a thousand. */
  chance(permille: number): boolean;
  one<Entry>(list: readonly Entry[]): Entry;
}

export function diceOf(seed: number): Dice {
  const random = seededRandom(seed);
  const below = (sides: number): number => random.nextInt(sides);
  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (permille) => below(1000) < permille,
    one: (list) => list[below(list.length)]!,
  };
}
