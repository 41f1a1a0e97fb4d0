import { scramble } from '../chance.ts';

/** The state of a xorshift32 generator: one whole number, the same on every machine. */
export type Dice = Int32Array;

export function createDice(seed: number): Dice {
  const dice = new Int32Array([Math.imul(seed | 0, 0x9e3779b1) ^ 0x3bd1e995 || 1]);
  for (let k = 0; k < 16; k++) roll(dice, 2);
  return dice;
}

/** A whole number from 0 until `sides`. */
export function roll(dice: Dice, sides: number): number {
  const state = scramble(dice[0]!);
  dice[0] = state;
  return Math.floor(((state >>> 0) * sides) / 4_294_967_296);
}
