import { assert } from '@linli/model/kernel';

/** How long to search: so many steps, or so much time by the caller's clock, whichever ends first. One of them is needed. */
export interface BudgetOptions {
  /** Whole, 0 or more; 0 gives the first plan as it is. */
  readonly steps?: number;
  /** Needs `now`. */
  readonly milliseconds?: number;
  /** A clock that counts milliseconds, e.g. `() => performance.now()`. */
  readonly now?: () => number;
}

/** Steps between two looks at the signal where there is no clock: a few milliseconds at most, of many visits as well. */
const STEPS_WITHOUT_CLOCK = 4;
const MANY_VISITS = 1000;
const TURN_MILLISECONDS = 8;
const MOST_STEPS = 4096;

/** What is left of the time and the steps that a search was given. */
export class Budget {
  readonly #steps: number;
  readonly #stepsWithoutClock: number;
  readonly #milliseconds: number;
  readonly #now: () => number;
  readonly #begin: number;
  readonly #hasClock: boolean;
  #done = 0;
  #elapsed = 0;
  /** Milliseconds one step takes, as measured. */
  #pace = 0;

  /** @throws Fault `options/no-budget`, `options/bad-steps`, `options/bad-milliseconds`. */
  constructor({ steps, milliseconds, now }: BudgetOptions, visits = 0) {
    assert(
      steps !== undefined || milliseconds !== undefined,
      'options/no-budget',
      'a search needs steps, or milliseconds with a clock',
    );
    assert(
      steps === undefined || (Number.isSafeInteger(steps) && steps >= 0),
      'options/bad-steps',
      `steps is a whole number, not ${steps}`,
    );
    assert(
      milliseconds === undefined || (milliseconds >= 0 && now !== undefined),
      'options/bad-milliseconds',
      `milliseconds is a number with a clock beside it, not ${milliseconds}`,
    );
    this.#stepsWithoutClock = visits > MANY_VISITS ? 1 : STEPS_WITHOUT_CLOCK;
    this.#steps = steps ?? Number.POSITIVE_INFINITY;
    this.#milliseconds = milliseconds ?? Number.POSITIVE_INFINITY;
    this.#hasClock = milliseconds !== undefined && now !== undefined;
    this.#now = now ?? (() => 0);
    this.#begin = this.#hasClock ? this.#now() : 0;
  }

  get isSpent(): boolean {
    return this.#done >= this.#steps || this.isLate;
  }

  /** The time is over, whatever is left of the steps. */
  get isLate(): boolean {
    return this.#elapsed >= this.#milliseconds;
  }

  /** Used so far, from 0 to 1. */
  get share(): number {
    return this.#shareOf(this.#done, this.#elapsed);
  }

  shareAfter(steps: number): number {
    return this.#shareOf(this.#done + steps, this.#elapsed + steps * this.#pace);
  }

  #shareOf(steps: number, elapsed: number): number {
    return Math.min(1, Math.max(steps / this.#steps || 0, elapsed / this.#milliseconds || 0));
  }

  /** How many steps to do before looking again. */
  nextSteps(): number {
    const left = this.#steps - this.#done;
    if (!this.#hasClock) return Math.min(left, this.#stepsWithoutClock);
    // Too fast for the clock to tell: as much again.
    const wanted =
      this.#pace === 0 ? this.#done : Math.floor(Math.min(TURN_MILLISECONDS, this.#milliseconds - this.#elapsed) / this.#pace);
    return Math.max(1, Math.min(left, wanted, MOST_STEPS));
  }

  spend(steps: number): void {
    const before = this.#elapsed;
    this.look();
    this.#done += steps;
    this.#pace = (this.#elapsed - before) / steps;
  }

  /** Reads the clock, if there is one. */
  look(): void {
    if (this.#hasClock) this.#elapsed = this.#now() - this.#begin;
  }
}
