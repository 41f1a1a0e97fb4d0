import { MINUS_LN } from '../chance.ts';
import type { Dice } from './dice.ts';

/** In thousandths, so that costs stay whole. */
const DRAWS = Int32Array.from(MINUS_LN, (draw) => Math.round(1000 * draw));

/** Temperatures as shares of `unit`, which is what an average step of the first plan costs. */
const FIRST = 1;
const LAST = 0.03;
/** Where people were told a plan, the search begins cool and stays near it. */
const FIRST_NEAR = 0.3;

/** Takes a worse plan now and then, less and less the further the budget is used. */
export class Annealing {
  readonly #unit: number;
  readonly #first: number;
  #temperature = 0;

  constructor(unit: number, staysNear: boolean) {
    this.#unit = unit;
    this.#first = staysNear ? FIRST_NEAR : FIRST;
    this.cool(0);
  }

  /** `share` of the budget that is used, from 0 to 1. Rounded, so that every machine agrees. */
  cool(share: number): void {
    const factor = this.#first * (LAST / this.#first) ** Math.min(1, Math.max(0, share));
    this.#temperature = (this.#unit * Math.round(factor * 65_536)) / 65_536;
  }

  /** How much worse the next plan may be. */
  leeway(dice: Dice): number {
    return (this.#temperature * DRAWS[dice.bits() >>> 20]!) / 1000;
  }
}
