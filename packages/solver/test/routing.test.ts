import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { frameOf } from '../src/frame.ts';
import type { Problem } from '../src/problem.ts';
import { RoutingSearch } from '../src/routing/routing-search.ts';
import { type Table, tableOf } from '../src/routing/table.ts';
import { planOf, total } from '../src/score.ts';
import { inOneGo } from '../src/slices.ts';
import { richProblem } from './rich-problems.ts';

/** What is wrong with what the search says of its best plan, looked at after every few steps. */
function faults(problem: Problem, table: Table, seed: number, steps: number): readonly string[] {
  const frame = frameOf(problem);
  const search = new RoutingSearch(table, seed);
  const found = new Set<string>();
  for (let done = 0; done < steps; done += 20) {
    const plan = planOf(frame, search.planned());
    for (const { code } of check(problem, plan).violations) found.add(code);
    if (total(plan.score.medium) !== search.best.medium) found.add('medium');
    if (total(plan.score.soft) !== search.best.soft) found.add('soft');
    search.run(20, done / steps, (done + 20) / steps);
  }
  return [...found];
}

describe('ruin and recreate', () => {
  it('law: on any problem every plan on the way passes the checker, and costs what the search believes', () => {
    for (let seed = 1; seed <= 250; seed++) {
      const problem = richProblem(seed);
      expect(faults(problem, inOneGo(tableOf(frameOf(problem))), seed, 200), `problem ${seed}`).toEqual([]);
    }
  });

  const infinite = (amounts: Float64Array): Float64Array => amounts.map(() => Number.POSITIVE_INFINITY);
  const planted: readonly (readonly [string, string, (table: Table) => Partial<Table>])[] = [
    ['a capacity forgotten', 'helper/carries-too-much', ({ capacity }) => ({ capacity: infinite(capacity) })],
    ['a limit of work forgotten', 'helper/too-much-work', ({ maxWork }) => ({ maxWork: infinite(maxWork) })],
    ['a limit of visits forgotten', 'helper/too-many-visits', ({ maxVisits }) => ({ maxVisits: infinite(maxVisits) })],
    [
      'windows one longer',
      'visit/outside-window',
      ({ starts }) => ({ starts: { ...starts, last: starts.last.map((last) => last + 1) } }),
    ],
    [
      'gaps in windows forgotten',
      'visit/outside-window',
      ({ starts }) => ({ starts: { ...starts, gaps: starts.gaps.map(() => 0) } }),
    ],
    ['services one shorter', 'helper/in-two-places', ({ durations }) => ({ durations: durations.map((length) => length - 1) })],
    ['ways turned round', 'helper/in-two-places', ({ way, wayBack }) => ({ way: wayBack, wayBack: way })],
    ['the price of ways', 'soft', ({ wayPrice }) => ({ wayPrice: wayPrice.map((price) => price + 1) })],
    ['the price of visits', 'soft', ({ visitPrice }) => ({ visitPrice: visitPrice.map((price) => price * 2) })],
    ['the weight of what is left out', 'medium', ({ leftOutMedium }) => ({ leftOutMedium: leftOutMedium.map(() => 1) })],
    ['overtime forgotten', 'soft', ({ overtimeAfter }) => ({ overtimeAfter: infinite(overtimeAfter) })],
    ['days counted double', 'visit/days-too-near', ({ dayOf }) => ({ dayOf: dayOf.map((day) => day * 2) })],
  ];
  it.each(planted)('planted: %s', (_, symptom, corrupt) => {
    const found = new Set<string>();
    for (let seed = 1; seed <= 300 && !found.has(symptom); seed++) {
      const problem = richProblem(seed);
      const table = inOneGo(tableOf(frameOf(problem)));
      for (const fault of faults(problem, { ...table, ...corrupt(table) }, seed, 60)) found.add(fault);
    }
    expect([...found]).toContain(symptom);
  });

  it('gives the same plan whether its steps are run in one go or in many', () => {
    const problem = richProblem(7);
    const table = inOneGo(tableOf(frameOf(problem)));
    const [whole, parts] = [new RoutingSearch(table, 3), new RoutingSearch(table, 3)];
    whole.run(320, 0, 1);
    for (let done = 0; done < 320; done += 32) parts.run(32, done / 320, (done + 32) / 320);
    expect(parts.planned()).toEqual(whole.planned());
  });
});
