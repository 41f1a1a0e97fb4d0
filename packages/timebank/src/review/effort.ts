/** What a search tried of what it might have tried: nothing is known of the rest. */
export interface Skipped {
  readonly part: SearchPart;
  /** The step it was about, from 1; null where it was about all of them. */
  readonly place: number | null;
  readonly tried: number;
  readonly of: number;
}

/** `earning`: services that earn at all; `step`: what one step does; the others: the same work put down in another way. */
export type SearchPart = 'earning' | 'step' | 'split' | 'midnight' | 'join' | 'order';

/** Judgements of one service by one step that a check may take where nothing else is said: some seconds of work. */
export const usualBudget = 5_000_000;

/**
 * Deals a budget out to the parts of a search, so that a check ends however many steps a pack has. It counts judgements of
 * one service by one step and no time: the same pack and budget give the same findings on every machine.
 */
export class Effort {
  readonly skipped: Skipped[] = [];
  readonly #lists: number;
  readonly #perStep: number;

  constructor(budget: number, steps: number) {
    const count = Math.max(1, steps);
    this.#lists = Math.max(100, Math.floor(budget / (10 * count)));
    // Each of them is judged three times, by all steps, for each of the steps.
    this.#perStep = Math.max(30, Math.floor(budget / (9 * count * count)));
  }

  /** How many lists of services a part may try; for one step where `place` (from 0) names it. */
  most(place: number | null): number {
    return place === null ? this.#lists : this.#perStep;
  }

  /** As many as may be tried, evenly out of all; what is left out is noted. */
  some<Item>(part: SearchPart, place: number | null, items: readonly Item[], of: number = items.length): readonly Item[] {
    const most = this.most(place);
    const taken = items.length <= most ? items : evenly(items, most);
    if (taken.length < of) this.skip({ part, place: place === null ? null : place + 1, tried: taken.length, of });
    return taken;
  }

  skip(skipped: Skipped): void {
    this.skipped.push(skipped);
  }
}

/** `count` of the items, from the first on at even distances. */
export const evenly = <Item>(items: readonly Item[], count: number): readonly Item[] =>
  Array.from({ length: Math.min(count, items.length) }, (_, index) => items[Math.floor((index * items.length) / count)]!);
