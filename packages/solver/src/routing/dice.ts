import { scramble } from '../chance.ts';

/** Chance for the inner loop: the same numbers on every machine. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0 || 1;
    for (let i = 0; i < 16; i++) this.bits();
  }

  /** A whole number from 0 up to 2 ** 32. */
  bits(): number {
    this.#state = scramble(this.#state);
    return this.#state >>> 0;
  }

  /** From 0 up to, not including, 1. */
  share(): number {
    return this.bits() * 2.3283064365386963e-10;
  }

  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number {
    return Math.floor(this.share() * count);
  }
}
