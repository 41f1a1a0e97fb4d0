import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkHhcrsp } from '../bench/check-hhcrsp.ts';
import { hhcrspInput } from '../bench/hhcrsp-flat.ts';
import { makeHhcrsp } from '../bench/make-hhcrsp.ts';
import { ln } from '../src/chance.ts';
import { evaluateLinked } from '../src/linked/evaluate.ts';
import { type LinkedInput, NEVER } from '../src/linked/input.ts';
import { ladder } from '../src/linked/numbers.ts';
import { linkedSearch } from '../src/linked/search.ts';
import { inOneGo } from '../src/slices.ts';
import { linkedInputs, plainInput } from './linked-inputs.ts';

const after = (input: LinkedInput, steps: number, seed = 1) => {
  const search = inOneGo(linkedSearch(input, seed));
  search.run(steps, 0, 1);
  return search.best;
};

/** Fewest must-be-served left out, then least cost, over every order, every helper and every choice of groups. */
function bruteForce(input: LinkedInput): readonly [number, number] {
  const services = input.place.length;
  const helpers = input.helperStart.length;
  const helper = new Int32Array(services).fill(-1);
  let best: readonly [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const judge = (order: readonly number[]): void => {
    const { faults, mustLeftOut, cost } = evaluateLinked(input, { order: Int32Array.from(order), helper });
    if (faults.length > 0) return;
    if (mustLeftOut < best[0] || (mustLeftOut === best[0] && cost < best[1])) best = [mustLeftOut, cost];
  };
  const extend = (order: readonly number[]): void => {
    judge(order);
    for (let v = 0; v < services; v++) {
      if (helper[v] !== -1) continue;
      for (let h = 0; h < helpers; h++) {
        if (input.allowed[v * helpers + h] === 0) continue;
        helper[v] = h;
        extend([...order, v]);
        helper[v] = -1;
      }
    }
  };
  extend([]);
  return best;
}

describe('linked search', () => {
  it('law: the plan is sound and costs what the independent evaluator says', () => {
    fc.assert(
      fc.property(linkedInputs(14), fc.nat(1000), (input, seed) => {
        const best = after(input, 400, seed);
        const judged = evaluateLinked(input, best);
        expect(judged.faults).toEqual([]);
        expect([best.cost, best.mustLeftOut, ...best.start]).toEqual([judged.cost, judged.mustLeftOut, ...judged.start]);
      }),
      { seed: 20261124, numRuns: 120 },
    );
  });

  it('law: on tiny problems the plan is the best of all orders and helpers', () => {
    fc.assert(
      fc.property(linkedInputs(4), fc.nat(1000), (input, seed) => {
        const best = after(input, 4000, seed);
        expect([best.mustLeftOut, best.cost]).toEqual(bruteForce(input));
      }),
      { seed: 20261124, numRuns: 80 },
    );
  });

  it('the same seed and steps give the same plan, another seed another way to it', () => {
    const { input } = hhcrspInput(makeHhcrsp(20, 5, 3));
    expect(after(input, 3000, 7)).toEqual(after(input, 3000, 7));
    expect(after(input, 300, 7)).not.toEqual(after(input, 300, 8));
  });

  it('a service dearer to reach than to leave out is left out, with all that is tied to it', () => {
    const link = { first: 0, second: 1, minLag: 0, maxLag: 0, helpers: 'other' as const };
    const input = plainInput({ place: Int32Array.of(1, 2, 1), links: [link], leftOutWeight: Int32Array.of(0, 50, -1) });
    // The pair needs ways of 20 and 40 (helper 0 is at place 1 anyway: 40 more); its weights are 0 + 50.
    expect(after(input, 2000)).toMatchObject({ cost: 60, mustLeftOut: 0 });
    const cheap = { ...input, leftOutWeight: Int32Array.of(0, 39, -1) };
    const best = after(cheap, 2000);
    expect([...best.helper.slice(0, 2), best.cost]).toEqual([-1, -1, 59]);
  });

  it('a hard limit that cannot be kept leaves the whole group out, and says so', () => {
    const link = { first: 0, second: 1, minLag: 0, maxLag: 0, helpers: 'other' as const };
    const input = plainInput({ place: Int32Array.of(1, 2, 1), links: [link], hardLatest: Int32Array.of(NEVER, 19, NEVER) });
    const best = after(input, 2000);
    expect([best.mustLeftOut, ...best.helper.slice(0, 2), best.cost]).toEqual([2, -1, -1, 20]);
    expect(evaluateLinked(input, best).faults).toEqual([]);
  });

  it('a service nobody may do, no service and no helper are answered, not thrown at', () => {
    expect(after(plainInput({ place: Int32Array.of(1), allowed: Uint8Array.of(0, 0) }), 100).mustLeftOut).toBe(1);
    expect(after(plainInput({ place: new Int32Array(0) }), 100)).toMatchObject({ cost: 0, mustLeftOut: 0 });
    const nobody = plainInput({ place: Int32Array.of(1), helperStart: new Int32Array(0) });
    expect(after(nobody, 100)).toMatchObject({ cost: 0, mustLeftOut: 1 });
  });

  it('a home-care file: the checker in the file’s own units agrees with the search', () => {
    const instance = makeHhcrsp(25, 6, 5);
    const { input, scale, services } = hhcrspInput(instance);
    const best = after(input, 20_000);
    const routes = instance.caregivers.map(({ id }, h) => ({
      caregiver: id,
      visits: [...best.order]
        .filter((v) => best.helper[v] === h)
        .map((v) => {
          const patient = instance.patients[services[v]!.patient]!;
          return {
            patient: patient.id,
            service: patient.required_caregivers[services[v]!.index]!.service,
            start: best.start[v]! / scale,
          };
        }),
    }));
    const { faults, objective } = checkHhcrsp(instance, routes);
    expect(faults).toEqual([]);
    expect(objective).toBeCloseTo(best.cost / scale / 3, 6);
  });
});

describe('numbers', () => {
  it('logarithms and the ladder of temperatures by exact arithmetic', () => {
    for (const x of [1, 0.9, 0.5, 0.1, 0.000122]) expect(ln(x)).toBeCloseTo(Math.log(x), 12);
    const rungs = ladder(100, 1);
    expect([rungs[0], rungs.length]).toEqual([100, 1025]);
    expect(rungs[512]).toBeCloseTo(10, 6);
    expect(rungs[1024]).toBeCloseTo(1, 6);
  });
});
