import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Instant, seededRandom, simulatedClock } from '../src/index.ts';

const draws = (seed: number, below: number, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random.nextInt(below));
};

describe('seeded chance', () => {
  it('gives the same numbers on every machine, for ever', () => {
    // Worked out a second time by a few lines of Python.
    expect(draws(1, 1000, 8)).toEqual([627, 2, 527, 981, 968, 281, 612, 720]);
    expect(draws(20261123, 2 ** 32, 3)).toEqual([3_868_568_189, 3_623_666_556, 2_031_183_717]);
  });

  it('takes any whole seed, also a negative one, as 32 bits', () => {
    expect(draws(-1, 1000, 3)).toEqual(draws(2 ** 32 - 1, 1000, 3));
    expect(draws(1, 1000, 3)).not.toEqual(draws(2, 1000, 3));
  });

  it('stays whole, at or above 0 and below the bound', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, below) => {
        for (const drawn of draws(seed, below, 5)) {
          expect(Number.isInteger(drawn) && drawn >= 0 && drawn < below).toBe(true);
        }
      }),
      { seed: 32, numRuns: 1000 },
    );
  });

  it('is fair enough for work: 60,000 throws of a die give each face 10,000 times, give or take 400', () => {
    // The standard deviation of one face is sqrt(60000 * 1/6 * 5/6) = 91, so 400 is more than four of them.
    const faces = new Array<number>(6).fill(0);
    for (const face of draws(7, 6, 60_000)) faces[face] = (faces[face] ?? 0) + 1;
    for (const count of faces) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});

describe('a simulated clock', () => {
  it('moves only when told to, and never back', () => {
    const clock = simulatedClock(Instant.parse(100));
    expect(clock.now()).toBe(100);
    clock.moveTo(Instant.parse(250));
    clock.moveTo(Instant.parse(200));
    expect(clock.now()).toBe(250);
  });
});
