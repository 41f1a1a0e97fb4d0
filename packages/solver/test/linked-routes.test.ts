import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateLinked } from '../src/linked/evaluate.ts';
import type { LinkedInput } from '../src/linked/input.ts';
import { Moves } from '../src/linked/moves.ts';
import { Near } from '../src/linked/near.ts';
import { Places } from '../src/linked/places.ts';
import { Routes } from '../src/linked/routes.ts';
import { inOneGo } from '../src/slices.ts';
import { linkedInputs, plainInput, withoutExactRings } from './linked-inputs.ts';

/** What the chains say and what the slow evaluator says of the same chains, in words; empty when they agree. */
function disagreement(input: LinkedInput, routes: Routes): string {
  const helper = routes.helper.slice(0, routes.services);
  const order: number[] = [];
  for (let h = 0; h < routes.helpers; h++) {
    for (let v = routes.next[routes.services + h]!; v < routes.services; v = routes.next[v]!) order.push(v);
  }
  const judged = evaluateLinked(input, { order: Int32Array.from(order), helper });
  const broken = judged.faults.filter((fault) => !fault.includes('too late'));
  if (broken.length > 0) return broken.join('; ');
  if (judged.faults.length > 0 !== routes.excess > 0) return `excess ${routes.excess}, ${judged.faults.join('; ')}`;
  const ours = [routes.travel, routes.lateness, routes.largest, routes.extra, routes.leftOut, routes.mustLeftOut];
  const theirs = [judged.travel, judged.lateness, judged.largest, judged.extra, judged.leftOut, judged.mustLeftOut];
  if (ours.join() !== theirs.join()) return `${ours.join()} against ${theirs.join()}`;
  const moved = judged.start.findIndex((t, v) => t >= 0 && t !== routes.start[v]);
  return moved === -1 ? '' : `service ${moved} at ${routes.start[moved]} and not at ${judged.start[moved]}`;
}

/** Runs random changes and compares after each one kept; the first disagreement, or ''. */
function firstDisagreement(input: LinkedInput, seed: number, plant: (routes: Routes) => void): string {
  const routes = new Routes(input);
  plant(routes);
  routes.excessWeight = 3;
  const moves = new Moves(routes, new Places(routes, inOneGo(new Near(input).prepare()), seed));
  for (let i = 0; i < 150; i++) {
    moves.temperature = i % 3 === 0 ? 6400 : 320;
    const before = routes.cost;
    const starts = routes.start.slice(0, routes.services).join();
    if (moves.any(before)) {
      const words = disagreement(input, routes);
      if (words !== '') return words;
    } else if (routes.cost !== before || routes.start.slice(0, routes.services).join() !== starts) {
      return 'a change taken back left something behind';
    }
  }
  return '';
}

describe('routes', () => {
  it('two at once: both begin when the later one arrives', () => {
    const link = { first: 0, second: 1, minLag: 0, maxLag: 0, helpers: 'other' as const };
    const input = plainInput({ place: Int32Array.of(2, 2), links: [link], helperEarliest: Int32Array.of(0, 30) });
    const routes = new Routes(input);
    routes.link(0, 2);
    routes.link(1, 3);
    routes.nowServed(0);
    expect(routes.settle(Number.POSITIVE_INFINITY)).toBe(true);
    // Helper 1 leaves at 30 and travels 20.
    expect([...routes.start.slice(0, 2)]).toEqual([50, 50]);
    expect(routes.travel).toBe(80);
  });

  it('a largest lag holds the first back when the second cannot come sooner', () => {
    const link = { first: 0, second: 1, minLag: 8, maxLag: 16, helpers: 'other' as const };
    const input = plainInput({
      place: Int32Array.of(2, 2),
      links: [link],
      helperEarliest: Int32Array.of(0, 30),
      latest: Int32Array.of(25, 60),
    });
    const routes = new Routes(input);
    routes.link(0, 2);
    routes.link(1, 3);
    routes.nowServed(0);
    routes.settle(Number.POSITIVE_INFINITY);
    // Second at 50; the first not before 50 - 16 = 34, so 9 late.
    expect([...routes.start.slice(0, 2)]).toEqual([34, 50]);
    expect([routes.lateness, routes.largest]).toEqual([9, 9]);
  });

  it('helpers who wait for each other in a ring are refused and taken back', () => {
    const both = (first: number, second: number) => ({ first, second, minLag: 0, maxLag: 0, helpers: 'other' as const });
    const input = plainInput({ place: Int32Array.of(1, 1, 2, 2), links: [both(0, 1), both(2, 3)] });
    const routes = new Routes(input);
    routes.link(0, 4);
    routes.link(2, 0);
    routes.link(3, 5);
    routes.link(1, 3);
    expect(routes.settle(Number.POSITIVE_INFINITY)).toBe(false);
    routes.undo();
    expect([routes.travel, ...routes.helper.slice(0, 4)]).toEqual([0, -1, -1, -1, -1]);
  });

  it('crossing chains of two ordered pairs is not a ring', () => {
    const apart = (first: number, second: number) => ({ first, second, minLag: 10, maxLag: 100, helpers: 'other' as const });
    const input = plainInput({ place: Int32Array.of(1, 1, 2, 2), links: [apart(0, 1), apart(2, 3)] });
    const routes = new Routes(input);
    routes.link(0, 4); // helper 0: first of one, then second of two
    routes.link(3, 0);
    routes.link(2, 5); // helper 1: first of two, then second of one
    routes.link(1, 2);
    expect(routes.settle(Number.POSITIVE_INFINITY)).toBe(true);
    // 0 at 10; 2 at 20; 3 at max(10+5+15, 20+10) = 30; 1 at max(20+5+15, 10+10) = 40
    expect([...routes.start.slice(0, 4)]).toEqual([10, 40, 20, 30]);
  });

  it('law: after every change the re-timed chains equal a timing from nothing, and undoing leaves no trace', () => {
    fc.assert(
      fc.property(linkedInputs(9).map(withoutExactRings), fc.nat(1000), (input, seed) => {
        expect(firstDisagreement(input, seed, () => {})).toBe('');
      }),
      { seed: 20261124, numRuns: 200 },
    );
  });

  it.each<[string, (routes: Routes) => void]>([
    ['a service is thought one shorter', (routes) => (routes.duration[0]! -= 1)],
    ['the way home is forgotten', (routes) => (routes.travel -= 1)],
    ['a lateness already there is counted again', (routes) => (routes.lateness += 1)],
  ])('planted bug is caught by the law: %s', (_, plant) => {
    const result = fc.check(
      fc.property(
        linkedInputs(9).map(withoutExactRings),
        fc.nat(1000),
        (input, seed) => firstDisagreement(input, seed, plantAndKeep(plant)) === '',
      ),
      { seed: 20261124, numRuns: 200 },
    );
    expect(result.failed).toBe(true);
  });
});

const plantAndKeep =
  (plant: (routes: Routes) => void) =>
  (routes: Routes): void => {
    plant(routes);
    routes.keep();
  };
