import { say } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem, ProblemInput } from '../src/problem.ts';
import { Plan, parseProblem, problemJsonSchema } from '../src/problem.ts';
import { solverTexts } from '../src/texts.ts';
import { filled } from './filled.ts';
import { line, problem, problems, richProblems } from './problems.ts';

const helper = { id: 'h', shifts: [{ from: 0, until: 60 }] };
const visit = { id: 'v', windows: [{ from: 0, until: 60 }], duration: 5, place: 'p0' };
const sound = { helpers: [helper], visits: [visit], travel: line(2) };

const refusals = (input: unknown): string[] => {
  const answer = parseProblem(input);
  return answer.ok ? [] : answer.reasons.map(({ code, path }) => `${code.replace('problem/', '')} ${path.join('.')}`.trim());
};

const linked = (links: ProblemInput['links'], ids = ['a', 'b', 'c']): ProblemInput => ({
  ...sound,
  visits: ids.map((id) => ({ ...visit, id })),
  links,
});

describe('parseProblem', () => {
  it('fills in what may be left out', () => {
    const { visits, helpers, ...rest } = problem(sound);
    expect(helpers[0]).toEqual({
      ...helper,
      breaks: [],
      skills: [],
      from: null,
      to: null,
      capacity: [],
      maxVisits: null,
      maxWork: null,
      overtimeAfter: null,
      cost: 0,
      wage: 0,
    });
    expect(visits[0]).toEqual({
      ...visit,
      windows: [{ from: 0, until: 60, softUntil: null }],
      skills: [],
      loads: [],
      priority: 1,
      penalty: null,
      wanted: [],
      refused: [],
      pinned: null,
      for: null,
      effort: {},
    });
    expect(rest).toEqual({
      links: [],
      spacings: [],
      travel: sound.travel,
      dayLength: 1440,
      weights: {
        travel: 1000,
        wanted: 30_000,
        fairness: 5,
        cost: 1000,
        continuity: 20_000,
        overtime: 1000,
        lateness: 1000,
        latest: 1000,
      },
    });
  });

  it('makes a visit that repeats into visits of their own, held apart', () => {
    const { visits, spacings } = problem({
      ...sound,
      visits: [
        { ...visit, repeat: { times: 3, minDays: 2 } },
        { ...visit, id: 'w', repeat: { times: 1, maxDays: 4 } },
      ],
    });
    expect(visits.map(({ id }) => id)).toEqual(['v#1', 'v#2', 'v#3', 'w#1']);
    expect(spacings).toEqual([
      { visits: ['v#1', 'v#2', 'v#3'], minDays: 2, maxDays: null },
      { visits: ['w#1'], minDays: 1, maxDays: 4 },
    ]);
  });

  const times = (travel: ProblemInput['travel'], place = 'a'): Problem['travel']['times'] =>
    problem({ ...sound, visits: [{ ...visit, place }], travel }).travel.times;

  it('measures coordinates, by the ruler or round corners, and rounds up', () => {
    const places = [
      { id: 'a', x: 0, y: 0 },
      { id: 'b', x: 30, y: 40 },
      { id: 'c', x: 1, y: 1 },
    ];
    // 50 units apart at 300 per thousand are 15; 1.41 are 0.42; from c to b 48.6 are 14.6
    expect(times({ kind: 'coordinates', places, perThousand: 300, metric: 'euclidean' })).toEqual([
      [0, 15, 1],
      [15, 0, 15],
      [1, 15, 0],
    ]);
    expect(times({ kind: 'coordinates', places, perThousand: 1000, metric: 'manhattan' })[0]).toEqual([0, 70, 2]);
  });

  it('counts borders between areas', () => {
    const areas = [
      { id: 'g1', next: ['g2'] },
      { id: 'g2', next: [] },
      { id: 'g3', next: ['g2'] },
    ];
    const places = [
      { id: 'a', area: 'g1' },
      { id: 'b', area: 'g1' },
      { id: 'c', area: 'g3' },
    ];
    expect(times({ kind: 'adjacency', areas, places, sameArea: 3, step: 7 })).toEqual([
      [0, 3, 14],
      [3, 0, 14],
      [14, 14, 0],
    ]);
  });

  it('asks a function once for each way', () => {
    const asked: string[] = [];
    const between = (from: string, to: string): number => asked.push(from + to);
    expect(times({ kind: 'function', places: ['a', 'b'], between })).toEqual([
      [0, 1],
      [2, 0],
    ]);
    expect(asked).toEqual(['ab', 'ba']);
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'missing'],
    ['an empty text', '', 'wrong-kind'],
    ['an empty object', {}, 'missing helpers'],
    ['NaN', { ...sound, visits: [{ ...visit, duration: Number.NaN }] }, 'wrong-kind visits.0.duration'],
    ['a negative length', { ...sound, visits: [{ ...visit, duration: -5 }] }, 'too-small visits.0.duration'],
    ['no length', { ...sound, visits: [{ ...visit, duration: 0 }] }, 'too-small visits.0.duration'],
    ['a broken number', { ...sound, visits: [{ ...visit, duration: 1.5 }] }, 'wrong-kind visits.0.duration'],
    ['infinity', { ...sound, helpers: [{ ...helper, maxWork: Number.POSITIVE_INFINITY }] }, 'wrong-kind helpers.0.maxWork'],
    ['a huge number', { ...sound, helpers: [{ ...helper, maxWork: 1e12 }] }, 'too-large helpers.0.maxWork'],
    ['a negative way', { ...sound, travel: { kind: 'matrix', places: ['p0'], times: [[-1]] } }, 'too-small travel.times.0.0'],
    [
      'a way from a place to itself',
      { ...sound, travel: { kind: 'matrix', places: ['p0'], times: [[1]] } },
      'way-to-itself travel.times.0.0',
    ],
    [
      'an uneven matrix',
      { ...sound, travel: { kind: 'matrix', places: ['p0', 'p1'], times: [[0, 1], [1]] } },
      'uneven-matrix travel.times.1',
    ],
    ['an unknown kind of travel', { ...sound, travel: { kind: 'carpet' } }, 'not-one-of travel.kind'],
    ['two helpers of one id', { ...sound, helpers: [helper, helper] }, 'twice helpers.1.id'],
    ['two visits of one id', { ...sound, visits: [visit, visit] }, 'twice visits.1.id'],
    [
      'a repeat that takes the id of another',
      {
        ...sound,
        visits: [
          { ...visit, id: 'v#2' },
          { ...visit, repeat: { times: 2 } },
        ],
      },
      'twice visits.1.id',
    ],
    ['an unknown place', { ...sound, visits: [{ ...visit, place: 'moon' }] }, 'unknown-place visits.0.place'],
    ['an unknown home', { ...sound, helpers: [{ ...helper, to: 'moon' }] }, 'unknown-place helpers.0.to'],
    [
      'a span backwards',
      { ...sound, visits: [{ ...visit, windows: [{ from: 9, until: 9 }] }] },
      'span-backwards visits.0.windows.0',
    ],
    [
      'a break backwards',
      { ...sound, helpers: [{ ...helper, breaks: [{ from: 9, until: 8 }] }] },
      'span-backwards helpers.0.breaks.0',
    ],
    [
      'a soft end after the hard one',
      { ...sound, visits: [{ ...visit, windows: [{ from: 0, until: 9, softUntil: 10 }] }] },
      'soft-end-outside visits.0.windows.0.softUntil',
    ],
    ['no window', { ...sound, visits: [{ ...visit, windows: [] }] }, 'too-small visits.0.windows'],
    [
      'overlapping shifts',
      {
        ...sound,
        helpers: [
          {
            ...helper,
            shifts: [
              { from: 5, until: 9 },
              { from: 0, until: 6 },
            ],
          },
        ],
      },
      'shifts-overlap helpers.0.shifts',
    ],
    ['a word nobody knows', { ...sound, hurry: true }, 'unknown-field'],
    ['a load too many', { ...sound, visits: [{ ...visit, loads: Array(9).fill(1) }] }, 'too-many visits.0.loads'],
    [
      'sums no number can hold',
      { ...sound, weights: { fairness: 1e6 }, visits: [{ ...visit, duration: 1e9 }] },
      'sums-too-large',
    ],
    [
      'penalties no number can hold',
      {
        ...sound,
        weights: { cost: 1e6 },
        visits: Array.from({ length: 20 }, (_, v) => ({ ...visit, id: `v${v}`, penalty: 1e9 })),
      },
      'sums-too-large',
    ],
    [
      'a pin that repeats',
      { ...sound, visits: [{ ...visit, pinned: { helperId: 'h', from: 0 }, repeat: { times: 2 } }] },
      'pinned-repeat visits.0.pinned',
    ],
    [
      'days the wrong way round',
      { ...sound, visits: [{ ...visit, repeat: { times: 2, minDays: 3, maxDays: 2 } }] },
      'days-backwards visits.0.repeat.maxDays',
    ],
    ['a repeat without end', { ...sound, visits: [{ ...visit, repeat: { times: 1e9 } }] }, 'too-large visits.0.repeat.times'],
    [
      'repeats that add up to too much',
      { ...sound, visits: Array.from({ length: 101 }, (_, v) => ({ ...visit, id: `v${v}`, repeat: { times: 1000 } })) },
      'too-many visits',
    ],
    ['a spacing of a stranger', { ...sound, spacings: [{ visits: ['v', 'x'] }] }, 'unknown-visit spacings.0.visits.1'],
    ['a link to a stranger', linked([{ first: 'a', second: 'x' }]), 'unknown-visit links.0.second'],
    ['a link to itself', linked([{ first: 'a', second: 'a' }]), 'linked-to-itself links.0'],
    ['a lag backwards', linked([{ first: 'a', second: 'b', minLag: 5, maxLag: 4 }]), 'lag-backwards links.0.maxLag'],
    [
      'a circle of waiting',
      linked([
        { first: 'a', second: 'b', minLag: 1 },
        { first: 'b', second: 'c', minLag: 1 },
        { first: 'c', second: 'a', minLag: 1 },
      ]),
      'lags-contradict links.2',
    ],
    [
      'lags that cannot meet',
      linked([
        { first: 'a', second: 'b', minLag: 10, maxLag: 20 },
        { first: 'a', second: 'c', maxLag: 5 },
        { first: 'b', second: 'c', minLag: 0 },
      ]),
      'lags-contradict links.2',
    ],
    [
      'one person at two at once',
      linked([{ first: 'a', second: 'b', minLag: 0, maxLag: 0, helper: 'same' }]),
      'lags-contradict links.0',
    ],
    [
      'the same person and another',
      linked([
        { first: 'a', second: 'b', helper: 'same' },
        { first: 'b', second: 'c', helper: 'same' },
        { first: 'a', second: 'c', helper: 'other' },
      ]),
      'ties-contradict links.2.helper',
    ],
    [
      'coordinates too far apart',
      {
        ...sound,
        travel: {
          kind: 'coordinates',
          places: [
            { id: 'p0', x: 0, y: 0 },
            { id: 'p1', x: 1e7, y: 0 },
          ],
          perThousand: 1e9,
          metric: 'manhattan',
        },
      },
      'too-large travel.perThousand',
    ],
    [
      'more places than a matrix can hold',
      {
        ...sound,
        travel: {
          kind: 'coordinates',
          places: Array.from({ length: 4001 }, (_, x) => ({ id: `p${x}`, x, y: 0 })),
          perThousand: 1,
          metric: 'manhattan',
        },
      },
      'too-many travel.places',
    ],
    [
      'areas no path joins',
      {
        ...sound,
        travel: {
          kind: 'adjacency',
          areas: [
            { id: 'g', next: [] },
            { id: 'f', next: [] },
          ],
          places: [
            { id: 'p0', area: 'g' },
            { id: 'p1', area: 'f' },
          ],
          sameArea: 1,
          step: 1,
        },
      },
      'no-way travel.areas',
    ],
    [
      'an unknown area',
      { ...sound, travel: { kind: 'adjacency', areas: [], places: [{ id: 'p0', area: 'g' }], sameArea: 1, step: 1 } },
      'unknown-area travel.places.0.area',
    ],
    [
      'a function that gives a broken number',
      { ...sound, travel: { kind: 'function', places: ['p0', 'p1'], between: () => 0.5 } },
      'bad-way travel.between',
    ],
    [
      'a function that throws',
      {
        ...sound,
        travel: {
          kind: 'function',
          places: ['p0', 'p1'],
          between: () => {
            throw new TypeError('no');
          },
        },
      },
      'bad-way travel.between',
    ],
    [
      'a getter that throws',
      {
        get helpers() {
          throw new TypeError('no');
        },
      },
      'unreadable',
    ],
  ])('refuses %s and says where', (_, input, refusal) => {
    expect(refusals(input)).toContain(refusal);
  });

  it('names at most 100 faults', () => {
    expect(refusals({ ...sound, visits: Array(300).fill({ ...visit, duration: -1 }) })).toHaveLength(100);
  });

  it('says a refusal in both languages', () => {
    const answer = parseProblem({ ...sound, visits: [{ ...visit, place: 'moon' }] });
    const [reason] = answer.reasons;
    expect(say(solverTexts, reason!, 'zh')).toBe('visits.0.place：没有地点“moon”');
    expect(say(solverTexts, reason!, 'en')).toBe('visits.0.place: no place "moon"');
  });

  it('law: a parsed problem, parsed again, is the same', () => {
    fc.assert(
      fc.property(richProblems({ helpers: 3, visits: 6, pins: true }), (input) => {
        const once = problem(input);
        expect(problem(once)).toEqual(once);
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  it('law: whatever comes in, it answers, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), problems({ helpers: 2, visits: 2, pins: true }), (anything, name, input) => {
        expect(parseProblem(anything).ok).toBe(false);
        const spoilt = parseProblem({ ...input, travel: anything });
        expect(spoilt.ok).toBe(false);
        expect(parseProblem({ ...input, [`x-${name}`]: anything }).ok).toBe(false);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  const garbage = fc.constantFrom<unknown>(
    Number.NaN,
    -1,
    0.5,
    1e300,
    Number.NEGATIVE_INFINITY,
    null,
    '',
    [],
    {},
    [[]],
    '__proto__',
    'constructor',
    Symbol('s'),
    10n,
    () => 1,
    new Date(0),
    new Map(),
  );

  it('law: spoil any one value of a sound problem, and it is parsed or refused by a known code at a place that is there', () => {
    fc.assert(
      fc.property(richProblems({ helpers: 3, visits: 5, pins: true }), fc.nat(), garbage, (input, at, rubbish) => {
        const answer = parseProblem(spoil(input, at, rubbish));
        for (const { code, data } of answer.ok ? [] : answer.reasons) {
          expect(Object.keys(solverTexts)).toContain(code);
          expect(say(solverTexts, { code, ...(data && { data }) }, 'zh')).not.toContain('{');
        }
      }),
      { seed: 13, numRuns: 2000 },
    );
  });

  it('takes huge and hostile input without hanging', () => {
    const ring = Array.from({ length: 1000 }, (_, index) => ({
      first: `v${index}`,
      second: `v${(index + 1) % 1000}`,
      minLag: 1,
    }));
    const visits = Array.from({ length: 1200 }, (_, index) => ({ ...visit, id: `v${index}` }));
    expect(refusals({ ...sound, visits, links: ring })).toEqual(['lags-contradict links.999']);
    const chain = Array.from({ length: 1100 }, (_, index) => ({ first: `v${index}`, second: `v${index + 1}`, minLag: 1 }));
    expect(refusals({ ...sound, visits, links: chain })).toEqual(['too-many links.0']);
    expect(refusals({ ...sound, visits: Array(100_001).fill(visit) })).toContain('too-many visits');
    const cyclic: Record<string, unknown> = { ...sound };
    cyclic['travel'] = cyclic;
    expect(refusals(cyclic)).toEqual(['not-one-of travel.kind']);
  });
});

/** One value, somewhere in a tree, replaced. */
function spoil(value: unknown, at: number, by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return by;
  const entries = Object.entries(value);
  if (entries.length === 0) return by;
  const [key, inner] = entries[at % entries.length]!;
  const next = spoil(inner, Math.floor(at / entries.length), by);
  return Array.isArray(value) ? value.with(Number(key), next) : { ...value, [key]: next };
}

describe('problemJsonSchema', () => {
  it('asks for helpers, visits and travel, and knows every field', () => {
    const schema = problemJsonSchema();
    expect(schema.required).toEqual(['helpers', 'visits', 'travel']);
    expect(Object.keys(schema.properties ?? {}).sort()).toEqual(
      ['helpers', 'visits', 'travel', 'links', 'spacings', 'weights', 'dayLength'].sort(),
    );
    expect(JSON.stringify(schema)).toContain('softUntil');
    expect(JSON.stringify(schema)).toContain('adjacency');
    expect(JSON.stringify(schema)).not.toContain('between');
  });
});

describe('Plan', () => {
  it('reads back what was kept, and nothing else', () => {
    const plan = filled(problem(sound), 1);
    expect(Plan.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
    expect(Plan.safeParse({ ...plan, visits: [{ ...plan.visits[0], from: 0.5 }] }).success).toBe(false);
  });
});
