/** Work that stops every few milliseconds, so that others have their turn or it is given up. Small work never stops. */
export type Slices<T> = Generator<void, T, void>;

/** Plain steps of a loop between two stops: a few milliseconds at most. */
const STEPS = 1 << 18;

/** Counts steps and tells when to stop. */
export class Slice {
  #done = 0;

  isFull(steps: number): boolean {
    this.#done += steps;
    if (this.#done < STEPS) return false;
    this.#done = 0;
    return true;
  }
}

/** All of it in one go. */
export function inOneGo<T>(work: Slices<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
