import { describe, expect, it } from 'vitest';
import { checkHhcrsp, type Route } from '../bench/check-hhcrsp.ts';
import { checkVrptw } from '../bench/check-vrptw.ts';
import { families } from '../bench/families/all.ts';
import { readInstance } from '../bench/hhcrsp-schema.ts';
import { readVrptw } from '../bench/read-vrptw.ts';

/** Depot in the middle of a line, three customers; two vehicles of capacity 10; the second customer has a tight window. */
const vrptw = [
  ...['tiny', '', 'VEHICLE', 'NUMBER CAPACITY', '2 10', '', 'CUSTOMER', 'NO X Y DEMAND READY DUE SERVICE', ''],
  ...['0 0 0 0 0 100 0', '1 3 4 4 0 90 10', '2 6 8 5 20 30 10', '3 0 7 6 0 90 10', ''],
].join('\n');

/** Two caregivers, three patients: one simple, one with two at once, one with the second 5 to 10 after the first. */
const care = JSON.stringify({
  patients: [
    { id: 'p1', time_window: [0, 10], required_caregivers: [{ service: 'a', duration: 5 }] },
    {
      id: 'p2',
      time_window: [20, 40],
      required_caregivers: [{ service: 'a' }, { service: 'b' }],
      synchronization: { type: 'simultaneous' },
    },
    {
      id: 'p3',
      time_window: [50, 60],
      required_caregivers: [{ service: 'a' }, { service: 'b' }],
      synchronization: { type: 'sequential', distance: [5, 10] },
    },
  ],
  services: [
    { id: 'a', default_duration: 4 },
    { id: 'b', default_duration: 4 },
  ],
  caregivers: [
    { id: 'c1', abilities: ['a'] },
    { id: 'c2', abilities: ['b'] },
  ],
  central_offices: [{ id: 'd' }],
  distances: [
    [0, 3, 4, 5],
    [3, 0, 2.5, 6],
    [4, 2.5, 0, 7],
    [5, 6, 7, 0],
  ],
});

describe('the checker of routes', () => {
  const instance = readVrptw(vrptw);
  it('adds up ten times the distances, truncated', () => {
    // 0-1: 5, 1-2: 5, 2-0: 10; 0-3: 7 there and back
    expect(checkVrptw(instance, [[1, 2], [3]])).toEqual({ objective: 50 + 50 + 100 + 70 + 70, faults: [] });
  });

  it.each([
    ['a customer left out', [[1, 2]], 'customer 3 served 0 times'],
    ['a customer served twice', [[1, 2, 1], [3]], 'customer 1 served 2 times'],
    ['too much load', [[1, 2, 3]], 'load 15, capacity 10'],
    ['more routes than vehicles', [[1], [2], [3]], '3 routes, 2 vehicles'],
    [
      'a stranger',
      [
        [1, 2],
        [3, 9],
      ],
      'no customer 9',
    ],
    [
      'the depot as a customer',
      [
        [1, 2],
        [3, 0],
      ],
      'no customer 0',
    ],
  ])('finds %s', (_, routes, fault) => {
    expect(checkVrptw(instance, routes).faults.join('\n')).toContain(fault);
  });

  it('finds a customer reached too late', () => {
    const late = readVrptw(vrptw.replace('6 8 5 20 30 10', '6 8 5 0 9 10'));
    expect(checkVrptw(late, [[1, 2], [3]]).faults.join()).toContain('customer 2 at 200, due 90');
  });

  it('finds a vehicle that is back too late', () => {
    const late = readVrptw(vrptw.replace('0 0 0 0 0 100 0', '0 0 0 0 0 33 0'));
    expect(checkVrptw(late, [[1, 2], [3]]).faults).toEqual(['route 0: back too late']);
  });

  it('truncates by whole numbers, not by a rounded root', () => {
    const text = vrptw.replace('1 3 4 4 0 90 10', '1 0 1 4 0 90 10').replace('3 0 7 6 0 90 10', '3 1 1 6 0 90 10');
    expect(checkVrptw(readVrptw(text), [[1], [3]]).objective).toBe(10 + 10 + 14 + 14);
  });

  it.each([null, 'routes', [1, 2]])('judges %j as no list of routes', (solution) => {
    expect(families.vrptw.read(vrptw, 'tiny').judge(solution).faults).toEqual(['not a list of routes']);
  });
});

describe('the checker of home care', () => {
  const instance = readInstance(care, 'tiny');
  const at = (patient: string, service: string, start: number) => ({ patient, service, start });
  const good: readonly Route[] = [
    { caregiver: 'c1', visits: [at('p1', 'a', 3), at('p2', 'a', 20), at('p3', 'a', 50)] },
    { caregiver: 'c2', visits: [at('p2', 'b', 20), at('p3', 'b', 56)] },
  ];
  it('adds up ways and lateness and takes a third', () => {
    // c1: 3 + 2.5 + 7 + 5, c2: 4 + 7 + 5; nobody is late
    expect(checkHhcrsp(instance, good)).toMatchObject({ faults: [], distance: 33.5, tardiness: 0, objective: 33.5 / 3 });
    const late = [
      { caregiver: 'c1', visits: [...good[0]!.visits.slice(0, 2), at('p3', 'a', 62)] },
      replaced(1, 1, at('p3', 'b', 70)),
    ];
    expect(checkHhcrsp(instance, late)).toMatchObject({ faults: [], tardiness: 12, largest: 10, objective: (33.5 + 22) / 3 });
  });

  const replaced = (route: number, visit: number, other: Route['visits'][number]): Route => ({
    ...good[route]!,
    visits: good[route]!.visits.map((one, index) => (index === visit ? other : one)),
  });
  const without = (route: number, visit: number): Route => ({
    ...good[route]!,
    visits: good[route]!.visits.filter((_, index) => index !== visit),
  });

  it.each([
    ['two who do not come at once', [good[0]!, replaced(1, 0, at('p2', 'b', 21))], 'p2 lag 1'],
    ['a second who comes too soon', [good[0]!, replaced(1, 1, at('p3', 'b', 54))], 'p3 lag 4'],
    ['a second who comes too late', [good[0]!, replaced(1, 1, at('p3', 'b', 61))], 'p3 lag 11'],
    ['a visit before the window', [replaced(0, 2, at('p3', 'a', 49)), good[1]!], 'p3 before the window'],
    ['somebody who is not there yet', [replaced(0, 0, at('p1', 'a', 2)), good[1]!], 'c1 is not at p1 by 2'],
    ['a service left out', [good[0]!, without(1, 1)], 'p3 is not served'],
    ['somebody without the skill', [replaced(0, 1, at('p2', 'b', 20)), good[1]!], 'c1 cannot b'],
    ['a service done twice', [{ ...good[0]!, visits: [...good[0]!.visits, at('p1', 'a', 90)] }, good[1]!], 'p1 a twice'],
    ['a stranger', [...good, { caregiver: 'c9', visits: [] }], 'caregiver c9'],
    ['a caregiver on two routes', [...good, { caregiver: 'c1', visits: [] }], 'caregiver c1'],
  ])('finds %s', (_, routes, fault) => {
    expect(checkHhcrsp(instance, routes).faults.join('\n')).toContain(fault);
  });
});

describe('reading says where', () => {
  it.each([
    ['vrptw', vrptw.replace('2 10', 'two 10'), 'x:5'],
    ['vrptw', vrptw.replace('2 6 8 5', '2 6 8 five'), 'x:12'],
    ['vrptw', vrptw.replace('3 0 7', '4 0 7'), 'x:13'],
    ['vrptw', vrptw.split('\n').slice(0, 10).join('\n'), 'x:10'],
    ['hhcrsp', '{', 'x'],
    ['hhcrsp', care.replace('"sequential"', '"some day"'), 'x: patients.2.synchronization.type'],
    ['hhcrsp', care.replace('[0,3,4,5]', '[0,3,4]'), 'x: distances.0'],
    ['gap', '2 2\n1 2\n3 x\n', 'x:3'],
    ['gap', '1 1\n1\n1\n1\n5', 'x:5'],
    ['lap', '2\n1 2\n3', 'x:3'],
    ['lap', '', 'x:1'],
  ] as const)('%s %#', (format, text, place) => {
    expect(() => families[format].read(text, 'x')).toThrow(new RegExp(`^${place}\n  .*\\p{Script=Han}.*\n  .*[a-z]`, 'u'));
  });
});

describe('a whole run', () => {
  const budget = { seconds: null, steps: 200, seed: 1, kind: 'wall' } as const;
  it.each(['vrptw', 'hhcrsp', 'gap', 'lap'] as const)(
    '%s: what the engine finds on a made instance holds, and is found again',
    (format) => {
      const text = families[format].small(3);
      expect(families[format].small(3)).toBe(text);
      expect(families[format].small(4)).not.toBe(text);
      const instance = families[format].read(text, 'made');
      const found = instance.run(budget);
      const { objective, faults } = instance.judge(found.solution);
      expect(faults).toEqual([]);
      expect(objective).toBeGreaterThan(0);
      expect(found.bound ?? 0).toBeLessThanOrEqual(objective);
      expect(families[format].read(text, 'made').run(budget).solution).toEqual(found.solution);
    },
  );

  it('home care is served as the tiny instance allows it: no better than what was worked out by hand', () => {
    const instance = families.hhcrsp.read(care, 'tiny');
    const { objective, faults } = instance.judge(instance.run(budget).solution);
    expect(faults).toEqual([]);
    expect(objective).toBeCloseTo(33.5 / 3, 9);
  });
});
