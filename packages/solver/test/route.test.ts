import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { frameOf } from '../src/frame.ts';
import { insertionCost, routeOf } from '../src/search/route.ts';
import { tableOf } from '../src/search/table.ts';
import { solve } from '../src/solve.ts';
import { problem, problems } from './problems.ts';

const before = fc.array(fc.record({ visit: fc.nat(6), helper: fc.nat(2), from: fc.integer({ min: 10, max: 70 }) }), {
  maxLength: 7,
});

describe('insertionCost', () => {
  it('law: the difference it tells is the one between two days worked out anew', () => {
    let compared = 0;
    fc.assert(
      fc.property(problems({ helpers: 3, visits: 7, pins: true }), before, fc.nat(500), (input, held, movePrice) => {
        const parsed = problem(input);
        const visits = held.map(({ visit, helper, from }) => ({
          visitId: `v${visit}`,
          helperId: `h${helper}`,
          from,
          until: from + 1,
        }));
        const table = tableOf(frameOf(parsed), { visits, movePrice });
        for (const helper of table.helpers.keys()) {
          let route = routeOf(table, helper, [])!;
          for (const visit of table.visits.keys()) {
            if (route.visits.length >= table.maxVisits[helper]!) break;
            const longer = [...route.visits, visit].map((_, position) => {
              const next = routeOf(table, helper, route.visits.toSpliced(position, 0, visit));
              expect(insertionCost(table, route, position, visit)).toBe(
                next === undefined ? Number.POSITIVE_INFINITY : next.soft - route.soft,
              );
              compared++;
              return next;
            });
            route = longer.find((next) => next !== undefined) ?? route;
          }
        }
      }),
      { seed: 61, numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  it('law: the soft cost the search kept by differences is the soft score of its plan', () => {
    fc.assert(
      fc.property(problems({ helpers: 4, visits: 8, pins: true }), (input) => {
        const parsed = problem(input);
        let kept = 0;
        const plan = solve(parsed, {
          seed: 3,
          steps: 60,
          onProgress: ({ soft }) => {
            kept = soft;
          },
        });
        expect(Object.values(check(parsed, plan).score.soft).reduce((a, b) => a + b, 0)).toBe(kept);
      }),
      { seed: 62, numRuns: 200 },
    );
  });
});
