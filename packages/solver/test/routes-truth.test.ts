import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { frameOf } from '../src/frame.ts';
import type { Plan } from '../src/plan.ts';
import type { Problem, ProblemInput } from '../src/problem.ts';
import { parseProblem } from '../src/problem.ts';
import { replan } from '../src/replan.ts';
import { RoutingSearch } from '../src/routing/routing-search.ts';
import { startsOf } from '../src/routing/starts.ts';
import { tableOf } from '../src/routing/table.ts';
import { planOf, total } from '../src/score.ts';
import { inOneGo } from '../src/slices.ts';
import { solve, solveAsync } from '../src/solve.ts';
import { line, problem } from './problems.ts';
import { richProblem } from './rich-problems.ts';

const SEEDS = [1, 2, 3, 4, 5];
const one = { kind: 'matrix', places: ['p'], times: [[0]] } as const;
const soft = (plan: Plan): number => total(plan.score.soft);

/** The same problem by ruin and recreate, whichever engine it would get. */
function routed(parsed: Problem, seed: number, steps: number): Plan {
  const frame = frameOf(parsed);
  const search = new RoutingSearch(inOneGo(tableOf(frame)), seed);
  for (let done = 0; done < steps; done += 4) search.run(4, done / steps, (done + 4) / steps);
  return planOf(frame, search.planned());
}

describe('no plan breaks a rule', () => {
  const on = (id: string, ...days: number[]) => ({
    id,
    shifts: days.map((day) => ({ from: day * 1440 + 480, until: day * 1440 + 720 })),
  });
  const visit = (id: string, days: readonly number[] = [0, 1, 2]) => ({
    id,
    windows: days.map((day) => ({ from: day * 1440 + 480, until: day * 1440 + 720 })),
    duration: 30,
    place: 'p',
  });
  const series = { visits: [visit('a'), visit('b')], travel: one };
  const apart = { visits: ['a', 'b'], minDays: 2 };

  it.each([
    ['by two people', [on('li', 0), on('wu', 0)], { helper: 'other' }, apart, 2],
    ['by anybody', [on('li', 0), on('wu', 0)], {}, apart, 2],
    ['where another day is free', [on('li', 0), on('wu', 0, 2)], { helper: 'other' }, apart, 0],
    ['too far from each other', [on('li', 0), on('wu', 2)], { helper: 'other' }, { ...apart, minDays: 1, maxDays: 1 }, 2],
  ] as const)('two linked visits of one series, %s', (_, helpers, tie, spacing, leftOut) => {
    const parsed = problem({
      ...series,
      helpers: [...helpers],
      links: [{ first: 'a', second: 'b', ...tie }],
      spacings: [spacing],
    });
    for (const seed of SEEDS) {
      const plan = solve(parsed, { seed, steps: 200 });
      expect(check(parsed, plan).violations).toEqual([]);
      expect(plan.unassigned).toHaveLength(leftOut);
      expect(check(parsed, replan(parsed, { ...plan, visits: [] }, { seed, steps: 50 })).ok).toBe(true);
    }
  });

  it('a repeat whose own visits are linked', () => {
    const parsed = problem({
      helpers: [on('li', 0), on('wu', 0)],
      visits: [{ ...visit('w'), repeat: { times: 2, minDays: 1, maxDays: null } }],
      links: [{ first: 'w#1', second: 'w#2' }],
      travel: one,
    });
    expect(check(parsed, solve(parsed, { seed: 1, steps: 200 })).violations).toEqual([]);
  });

  it('taking out the middle one of three, where both its gaps counted on the same one left out', () => {
    // Four visits at most two days apart; the last has no day of its own, so the others may be four days apart.
    const parsed = problem({
      helpers: [on('li', 0, 4, 8)],
      visits: [visit('a', [0]), { ...visit('b', [4]), penalty: 0, effort: { li: 50 } }, visit('c', [8]), visit('d', [20])],
      spacings: [{ visits: ['a', 'b', 'c', 'd'], minDays: 1, maxDays: 2 }],
      travel: one,
    });
    for (const seed of SEEDS) {
      const plan = solve(parsed, { seed, steps: 300 });
      expect(check(parsed, plan).violations).toEqual([]);
      expect(plan.unassigned).toEqual(['d']);
    }
  });

  it('law: whatever was planned before, a new plan is sound', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const before = solve(richProblem(seed), { seed, steps: 50 });
      const parsed = richProblem(seed + 7);
      const after = replan(parsed, before, { seed, steps: 60, movePrice: (seed % 3) * 1000 });
      expect(check(parsed, after).violations, `problem ${seed}`).toEqual([]);
      const again = replan(richProblem(seed), before, { seed, steps: 60, movePrice: (seed % 4) * 500 });
      expect(check(richProblem(seed), again).violations, `problem ${seed} again`).toEqual([]);
    }
  });
});

describe('levels are ordered', () => {
  const shift = { from: 0, until: 40 };
  const parsed = problem({
    helpers: [
      { id: 'li', shifts: [shift] },
      { id: 'wu', shifts: [shift] },
    ],
    visits: [
      ...['a', 'b', 'c', 'd'].map((id) => ({ id, windows: [shift], duration: 10, place: 'p', effort: { wu: 100 } })),
      { id: 'z', windows: [shift], duration: 40, place: 'p', refused: ['wu'] },
    ],
    travel: one,
  });

  it('one more is served though many others become dearer', () => {
    for (let seed = 0; seed < 20; seed++) expect(solve(parsed, { seed, steps: 200 }).unassigned, `seed ${seed}`).toEqual([]);
  });

  it('in a re-plan too, however dear a move', () => {
    const { score } = solve(parsed, { seed: 1, steps: 0 });
    const told = ['a', 'b', 'c', 'd'].map((visitId, at) => ({ visitId, helperId: 'li', from: 10 * at, until: 10 * at + 10 }));
    for (const seed of SEEDS) {
      const after = replan(parsed, { visits: told, unassigned: ['z'], score }, { seed, steps: 300, movePrice: 1_000_000 });
      expect(after.unassigned).toEqual([]);
    }
  });
});

describe('optional visits', () => {
  const places = Array.from({ length: 12 }, (_, at) => `p${at}`);
  const input = (helper: object, more: object): ProblemInput => ({
    helpers: ['a', 'b', 'c'].map((id) => ({ id, shifts: [{ from: 0, until: 900 }], from: 'p0', to: 'p0', ...helper })),
    visits: Array.from({ length: 24 }, (_, at) => ({
      id: `v${at}`,
      windows: [{ from: 0, until: 900, ...more }],
      duration: 20,
      place: places[(at * 5) % 12]!,
      penalty: at % 2 === 0 ? at : null,
    })),
    travel: { kind: 'matrix', places, times: places.map((_, a) => places.map((__, b) => 7 * Math.abs(a - b))) },
    weights: { fairness: 'wage' in helper ? 0 : 5 },
  });

  it.each([
    ['a wage', { wage: 3 }, {}],
    ['fairness', {}, {}],
    ['overtime', { overtimeAfter: 60 }, {}],
    ['a wage, and soft ends', { wage: 3 }, { softUntil: 890 }],
  ])('are left out where that is cheaper: %s', (_, helper, more) => {
    const asked = problem(input(helper, more));
    const plan = solve(asked, { seed: 1, steps: 2000 });
    for (const { visitId } of plan.visits) {
      if (asked.visits.find(({ id }) => id === visitId)!.penalty === null) continue;
      const visits = plan.visits.filter((other) => other.visitId !== visitId);
      const without = check(asked, { ...plan, visits, unassigned: [...plan.unassigned, visitId].sort() }).score;
      expect(total(without.soft), visitId).toBeGreaterThanOrEqual(soft(plan));
    }
  });

  it('are put in by the first plan only where that is cheaper', () => {
    const far = problem({
      helpers: [{ id: 'li', shifts: [{ from: 0, until: 900 }], from: 'p0', to: 'p0' }],
      visits: [{ id: 'x', windows: [{ from: 0, until: 900 }], duration: 1, place: 'p9', penalty: 17 }],
      travel: line(10),
      weights: { fairness: 0 },
    });
    expect(solve(far, { seed: 1, steps: 0 }).unassigned).toEqual(['x']);
  });

  it('are put in together where they are worth the way together and not alone', () => {
    const pair = problem({
      helpers: [{ id: 'li', shifts: [{ from: 0, until: 900 }], from: 'p0', to: 'p0' }],
      visits: ['x', 'y'].map((id) => ({ id, windows: [{ from: 0, until: 900 }], duration: 1, place: 'p9', penalty: 12 })),
      travel: line(10),
      weights: { fairness: 0 },
    });
    for (const seed of SEEDS) expect(solve(pair, { seed, steps: 200 }).unassigned).toEqual([]);
  });

  it('that are linked are left out together where that is cheaper', () => {
    const pair = problem({
      helpers: ['li', 'wu'].map((id) => ({ id, shifts: [{ from: 0, until: 900 }], from: 'p0', to: 'p0' })),
      visits: ['x', 'y'].map((id) => ({ id, windows: [{ from: 0, until: 900 }], duration: 1, place: 'p9', penalty: 12 })),
      links: [{ first: 'x', second: 'y', helper: 'other' }],
      travel: line(10),
      weights: { fairness: 0 },
    });
    for (const steps of [0, 200]) expect(solve(pair, { seed: 1, steps }).unassigned).toEqual(['x', 'y']);
  });
});

describe('a later start', () => {
  const tell = (windows: object[], more: object = {}): Plan => {
    const visits = [{ id: 'x', windows, duration: 10, place: 'p', ...more }] as ProblemInput['visits'];
    const asked = problem({
      helpers: [{ id: 'li', shifts: [{ from: 0, until: 100 }] }],
      visits,
      travel: one,
      weights: { fairness: 0 },
    });
    return solve(asked, { seed: 1, steps: 50 });
  };
  const late = { from: 0, until: 30, softUntil: 0 };

  it.each([
    ['in a window behind', [late, { from: 50, until: 90 }], 50],
    [
      'in a window inside',
      [
        { from: 0, until: 90, softUntil: 5 },
        { from: 20, until: 90 },
      ],
      20,
    ],
    ['in a window that is milder, though late as well', [late, { from: 40, until: 90, softUntil: 45 }], 40],
  ])('is taken where it costs less: %s', (_, windows, from) => {
    const plan = tell(windows);
    expect(plan.visits[0]?.from).toBe(from);
  });

  it('is taken in a re-plan as well, and by linked visits', () => {
    const windows = [late, { from: 50, until: 90 }];
    const asked = problem({
      helpers: ['li', 'wu'].map((id) => ({ id, shifts: [{ from: 0, until: 100 }], maxVisits: 9 })),
      visits: ['x', 'y'].map((id) => ({ id, windows, duration: 10, place: 'p' })),
      links: [{ first: 'x', second: 'y', minLag: 0, maxLag: 0 }],
      travel: one,
      weights: { fairness: 0 },
    });
    const plan = solve(asked, { seed: 1, steps: 50 });
    expect(plan.visits.map(({ from }) => from)).toEqual([50, 50]);
    const again = replan(asked, { ...plan, visits: [], unassigned: ['x', 'y'] }, { seed: 1, steps: 50, movePrice: 10 });
    expect(again.visits.map(({ from }) => from)).toEqual([50, 50]);
  });
});

describe('the largest lateness', () => {
  it('is in the price of an hour: a free window is waited for though lateness itself costs nothing', () => {
    const windows = [
      { from: 10, until: 40, softUntil: 15 },
      { from: 50, until: 80 },
    ];
    const asked = problem({
      helpers: ['li', 'wu'].map((id) => ({ id, shifts: [{ from: 0, until: 100 }] })),
      visits: ['x', 'y'].map((id) => ({ id, windows, duration: 10, place: 'p' })),
      travel: one,
      weights: { fairness: 0, lateness: 0, latest: 1000 },
    });
    const alone = { ...asked, helpers: asked.helpers.slice(0, 1), visits: asked.visits.slice(0, 1) };
    const pair = problem({
      helpers: ['li', 'wu'].map((id) => ({ id, shifts: [{ from: 0, until: 100 }], maxVisits: 1 })),
      visits: ['x', 'y'].map((id) => ({ id, windows, duration: 10, place: 'p' })),
      links: [{ first: 'x', second: 'y', minLag: 0, maxLag: 0 }],
      travel: one,
      weights: { fairness: 0, lateness: 0, latest: 1000 },
    });
    for (const each of [asked, alone, pair])
      for (const seed of SEEDS) {
        const plan = routed(each, seed, 100);
        expect([plan.unassigned, soft(plan)]).toEqual([[], 0]);
        const none = { ...plan, visits: [], unassigned: each.visits.map(({ id }) => id) };
        expect(soft(replan(each, none, { seed, steps: 100, movePrice: 10 }))).toBe(0);
      }
  });

  it('keeps an optional visit out that is later than all others, by what that adds to it', () => {
    const asked = problem({
      helpers: ['h1', 'h2'].map((id) => ({ id, shifts: [{ from: 12, until: 76 }] })),
      visits: [
        {
          id: 'v1',
          duration: 12,
          penalty: 20,
          place: 'p',
          windows: [
            { from: 53, until: 75, softUntil: 54 },
            { from: 3, until: 25, softUntil: 13 },
            { from: 42, until: 84, softUntil: 42 },
          ],
        },
        { id: 'v4', duration: 9, place: 'p', windows: [{ from: 0, until: 39, softUntil: 12 }] },
      ],
      travel: one,
      weights: { fairness: 0, lateness: 1000, latest: 1_000_000 },
    });
    for (const seed of SEEDS) expect(soft(routed(asked, seed, 200))).toBe(9_029_000);
  });
});

describe('groups of three', () => {
  const at = (id: string, from: number, until: number, duration = 10, more: object = {}) => ({
    id,
    windows: [{ from, until }],
    duration,
    place: 'p',
    ...more,
  });
  const on = (id: string, from: number, until: number) => ({ id, shifts: [{ from, until }] });
  const chain = [
    { first: 'x', second: 'y', minLag: 0 },
    { first: 'y', second: 'z' },
  ];

  it.each([
    ['the last first of all', [on('li', 0, 100)], [at('x', 0, 100), at('y', 0, 100), at('z', 0, 12)], chain],
    [
      'all by the same person',
      [on('li', 0, 100)],
      [at('x', 0, 100), at('y', 0, 100), at('z', 0, 12)],
      chain.map((link) => ({ ...link, helper: 'same' as const })),
    ],
    [
      'one visit each for three people',
      [on('li', 4, 31), on('wu', 5, 30), on('xu', 5, 40)],
      [at('x', 24, 62, 4), at('y', 13, 36, 6), at('z', 19, 53, 7, { refused: ['xu'] })],
      [chain[0]!, { first: 'y', second: 'z', minLag: 0 }],
    ],
  ])('are served where they fit: %s', (_, helpers, visits, links) => {
    const asked = problem({ helpers, visits, links, travel: one, weights: { fairness: 0 } });
    for (const seed of SEEDS) expect(routed(asked, seed, 200).unassigned).toEqual([]);
  });
});

describe('a told start', () => {
  const asked = problem({
    helpers: [{ id: 'li', shifts: [{ from: 8, until: 79 }] }],
    visits: [
      { id: 'x', windows: [{ from: 31, until: 72 }], duration: 9, place: 'p0' },
      { id: 'y', windows: [{ from: 38, until: 74 }], duration: 11, place: 'p7' },
      { id: 'z', windows: [{ from: 48, until: 84 }], duration: 8, place: 'p14' },
    ],
    travel: line(15),
    weights: { fairness: 0 },
  });
  const { score } = solve(asked, { seed: 1, steps: 0 });
  const told = (from: number): Plan => ({
    visits: [{ visitId: 'y', helperId: 'li', from, until: from + 11 }],
    unassigned: ['x', 'z'],
    score,
  });

  it.each([0, 1, 1_000_000])('is brought forward rather than leave a visit out, at a price of %s', (movePrice) => {
    for (const seed of SEEDS) expect(replan(asked, told(54), { seed, steps: 500, movePrice }).unassigned).toEqual([]);
  });

  it('is kept where it may be, though an earlier one is free', () => {
    const alone = problem({
      helpers: [{ id: 'li', shifts: [{ from: 8, until: 79 }] }],
      visits: [{ id: 'y', windows: [{ from: 38, until: 74 }], duration: 11, place: 'p7' }],
      travel: line(15),
    });
    const [y] = replan(alone, { ...told(54), unassigned: [] }, { seed: 1, steps: 200, movePrice: 1 }).visits;
    expect(y?.from).toBe(54);
  });
});

it('a small problem does not stay stuck', () => {
  const visit = (id: string, from: number, until: number, duration: number, place: string) => ({
    id,
    windows: [{ from, until }],
    duration,
    place,
  });
  const asked = problem({
    helpers: [
      { id: 'li', shifts: [{ from: 0, until: 60 }] },
      { id: 'wu', shifts: [{ from: 9, until: 60 }], cost: 10 },
    ],
    visits: [visit('a', 9, 30, 14, 'p5'), visit('b', 9, 26, 6, 'p0'), visit('c', 21, 32, 9, 'p0'), visit('d', 16, 23, 7, 'p0')],
    travel: line(6),
    weights: { fairness: 0 },
  });
  for (let seed = 1; seed <= 20; seed++) {
    const plan = solve(asked, { seed, steps: 200 });
    expect([plan.unassigned, soft(plan)], `seed ${seed}`).toEqual([[], 10_000]);
  }
});

describe('what a problem is laid out as', () => {
  const days = Array.from({ length: 40 }, (_, day) => ({ from: day * 1440 + 480, until: day * 1440 + 1020 }));
  const noon = days.map(({ from }) => ({ from: from + 240, until: from + 300 }));

  it('grows with the breaks, and not with their power set', () => {
    const asked = problem({
      helpers: [{ id: 'li', shifts: days, breaks: noon }],
      visits: [{ id: 'x', windows: days, duration: 30, place: 'p' }],
      travel: one,
    });
    const starts = inOneGo(startsOf(frameOf(asked), inOneGo(tableOf(frameOf(asked))).shifts, () => true));
    // Two runs in each shift: before noon and after it.
    expect([...starts.runs.values()].map((runs) => runs.length)).toEqual(days.map(() => 2));
    expect(check(asked, solve(asked, { seed: 1, steps: 0 })).ok).toBe(true);
  });

  it('has a place only for what can be', () => {
    const asked = problem({
      helpers: [{ id: 'li', shifts: days }],
      visits: days.map((window, day) => ({ id: `v${day}`, windows: [window], duration: 30, place: 'p' })),
      travel: one,
    });
    expect(inOneGo(tableOf(frameOf(asked))).starts.first).toHaveLength(days.length);
  });

  it('law: the starts of a slot are those of one window and one shift, outside every break', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const frame = frameOf(richProblem(seed));
      const table = inOneGo(tableOf(frame));
      const { starts, shifts, durations, way, places } = table;
      for (let visit = 0; visit < table.visits; visit++)
        for (let tour = 0; tour < table.tours; tour++) {
          const { helper, from, until } = shifts[tour]!;
          const list = starts.toursFor.subarray(starts.toursFrom[visit]!, starts.toursFrom[visit + 1]!).indexOf(tour);
          const slot = list === -1 ? -1 : starts.slotFor[starts.toursFrom[visit]! + list]!;
          const runs = slot === -1 ? [] : (starts.runs.get(slot) ?? [{ first: starts.first[slot]!, last: starts.last[slot]! }]);
          const place = table.placeOf[visit]!;
          const out = way[table.startPlace[tour]! * places + place]!;
          const back = way[place * places + table.endPlace[tour]!]!;
          const isSpaced = frame.spacingsOf[visit]!.length > 0 && Number.isNaN(table.dayOf[tour]!);
          const isBarred = frame.barred[visit * table.helpers + helper] !== 0 || isSpaced;
          for (let start = from; start < until; start++) {
            const end = start + durations[visit]!;
            const isAllowed =
              !isBarred &&
              from + out <= start &&
              end + back <= until &&
              frame.visits[visit]!.windows.some((window) => window.from <= start && end <= window.until) &&
              frame.helpers[helper]!.breaks.every((pause) => end <= pause.from || pause.until <= start);
            expect(
              runs.some(({ first, last }) => first <= start && start <= last),
              `${seed} ${visit} ${tour} ${start}`,
            ).toBe(isAllowed);
          }
        }
    }
  });
});

describe('the first plan', () => {
  const many = problem({
    helpers: Array.from({ length: 20 }, (_, at) => ({ id: `h${at}`, shifts: [{ from: 0, until: 900 }], from: 'p0', to: 'p0' })),
    visits: Array.from({ length: 400 }, (_, at) => ({
      id: `v${at}`,
      windows: [{ from: 0, until: 900 }],
      duration: 10,
      place: `p${at % 10}`,
    })),
    travel: line(10),
  });

  it('heeds the clock, with a sound plan of what is placed by then', () => {
    let looks = 0;
    const plan = solve(many, { seed: 1, milliseconds: 3, now: () => looks++ });
    expect(check(many, plan).ok).toBe(true);
    expect(plan.unassigned.length).toBeGreaterThan(100);
    expect(plan.visits.length).toBeGreaterThan(0);
  });

  it('heeds an abort', async () => {
    const controller = new AbortController();
    const pause = async (): Promise<void> => controller.abort();
    const plan = await solveAsync(many, { seed: 1, steps: 1000, signal: controller.signal, pause });
    expect(check(many, plan).ok).toBe(true);
    expect(plan.unassigned.length).toBeGreaterThan(100);
  });

  it('is the same in one go and in turns', () => {
    const frame = frameOf(many);
    const [whole, turns] = [new RoutingSearch(inOneGo(tableOf(frame)), 3), new RoutingSearch(inOneGo(tableOf(frame)), 3)];
    whole.begin(Number.POSITIVE_INFINITY);
    while (!turns.begin(7));
    expect(turns.planned()).toEqual(whole.planned());
  });
});

it('an id that objects keep for themselves is refused, since what is listed by it would be lost', () => {
  const shift = { from: 0, until: 100 };
  const answer = parseProblem({
    helpers: [{ id: '__proto__', shifts: [shift] }],
    visits: [{ id: 'a', windows: [shift], duration: 10, place: 'p', effort: JSON.parse('{"__proto__": 50}') }],
    travel: one,
  });
  expect(answer).toMatchObject({ ok: false, reasons: [{ code: 'problem/reserved-id', path: ['helpers', 0, 'id'] }] });
});
