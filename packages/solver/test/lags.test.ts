import { seededRandom } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { contradictingLink, type Lags } from '../src/input/lags.ts';
import { parseProblem } from '../src/input/parse.ts';

/** Whether no times keep the lags: every way from visit to visit, and one that comes back before it set out (Floyd, Warshall). */
function contradict(links: readonly Lags[], visits: number): boolean {
  const most = Array.from({ length: visits }, (_, a) =>
    Array.from({ length: visits }, (_, b) => (a === b ? 0 : Number.POSITIVE_INFINITY)),
  );
  for (const { first, second, min, max } of links) {
    if (max !== null) most[first]![second] = Math.min(most[first]![second]!, max);
    if (min !== null) most[second]![first] = Math.min(most[second]![first]!, -min);
  }
  for (let by = 0; by < visits; by++)
    for (let a = 0; a < visits; a++)
      for (let b = 0; b < visits; b++) most[a]![b] = Math.min(most[a]![b]!, most[a]![by]! + most[by]![b]!);
  return most.some((row, visit) => row[visit]! < 0);
}

function drawn(seed: number, visits: number): Lags[] {
  const chance = seededRandom(seed);
  return Array.from({ length: 1 + chance.nextInt(3 * visits) }, (_, index) => {
    const first = chance.nextInt(visits);
    const second = (first + 1 + chance.nextInt(visits - 1)) % visits;
    const min = chance.nextInt(3) === 0 ? null : chance.nextInt(20) - 12;
    return { index, first, second, min, max: chance.nextInt(2) === 0 ? null : (min ?? 0) + chance.nextInt(20) };
  });
}

describe('lags', () => {
  it('law: a contradiction is found where there is one and nowhere else, and the link named closes a ring of links up to it', () => {
    let contradictions = 0;
    for (let seed = 1; seed <= 2000; seed++) {
      const links = drawn(seed, 2 + (seed % 7));
      const found = contradictingLink(links);
      expect([seed, found !== undefined]).toEqual([seed, contradict(links, 9)]);
      if (found === undefined) continue;
      contradictions++;
      const upTo = links.slice(0, found.index + 1);
      expect([seed, contradict(upTo, 9)]).toEqual([seed, true]);
      expect(links[found.index]).toBe(found);
    }
    expect(contradictions).toBeGreaterThan(300);
  });

  it('a hundred thousand links over a thousand visits: contradictory ones are refused, sound ones are read', () => {
    const chance = seededRandom(5);
    const visits = Array.from({ length: 1000 }, (_, visit) => ({
      id: `v${visit}`,
      windows: [{ from: 0, until: 1_000_000 }],
      duration: 10,
      place: 'p',
    }));
    const times = visits.map(() => chance.nextInt(100_000));
    const pairs = Array.from({ length: 100_000 }, () => {
      const first = chance.nextInt(1000);
      return { first, second: (first + 1 + chance.nextInt(999)) % 1000 };
    });
    const read = (lag: (first: number, second: number) => object) =>
      parseProblem({
        helpers: [],
        visits,
        links: pairs.map(({ first, second }) => ({ first: `v${first}`, second: `v${second}`, ...lag(first, second) })),
        travel: { kind: 'matrix', places: ['p'], times: [[0]] },
      });
    const refused = read(() => ({ minLag: 1 }));
    expect(refused.ok ? [] : refused.reasons.map(({ code }) => code)).toEqual(['problem/lags-contradict']);
    const apart = (first: number, second: number): number => times[second]! - times[first]!;
    expect(read((first, second) => ({ minLag: apart(first, second) - 5, maxLag: apart(first, second) })).ok).toBe(true);
  });
});
