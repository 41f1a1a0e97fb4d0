import type { Instant } from './time/instant.ts';

/** The one door to the time of day. Only programs at the outer edge open it; packages are handed instants. */
export interface Clock {
  now(): Instant;
}

/** The one door to chance: whole numbers from 0 up to, not including, `below`. */
export interface Random {
  nextInt(below: number): number;
}

/** A clock that moves only when told to, and never back. */
export interface SimulatedClock extends Clock {
  /** An earlier instant leaves the clock where it is. */
  moveTo(at: Instant): void;
}

export function simulatedClock(start: Instant): SimulatedClock {
  let at = start;
  return {
    now: () => at,
    moveTo: (next) => {
      if (next > at) at = next;
    },
  };
}

/** Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, the same numbers on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return {
    nextInt(below) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
    },
  };
}
