import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readArguments } from '../bench/arguments.ts';
import { bestKnownIn, instanceOf } from '../bench/best-known.ts';
import { docTables } from '../bench/doc-tables.ts';
import { families } from '../bench/families/all.ts';
import { growthPlot } from '../bench/growth-plot.ts';
import { runFile } from '../bench/run-files.ts';
import { summaryOf } from '../bench/summary.ts';
import { filled } from '../bench/table.ts';
import { fileRow } from '../bench/tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('one file, one line', () => {
  const budget = { seconds: null, steps: 50, seed: 1, kind: 'wall' } as const;
  it('has exactly these fields, in this order', () => {
    const line = runFile(families.vrptw, file('V1.txt', families.vrptw.small(1)), budget);
    expect(Object.keys(line)).toEqual([
      ...['instance', 'objective', 'bestKnown', 'gapPercent', 'feasible', 'seconds', 'steps', 'solution'],
    ]);
    expect(line).toMatchObject({ instance: 'V1', bestKnown: null, gapPercent: null, feasible: true, steps: 50 });
    expect(line.solution).toSatisfy(
      (routes: number[][]) =>
        routes
          .flat()
          .toSorted((a, b) => a - b)
          .join() === range(1, 50),
    );
  });

  it('takes the best known from the table beside it, and the gap from that', () => {
    file('bks.csv', 'instance,optimum\ntwo.x,8\n');
    const line = runFile(families.lap, file('two.x.txt', '2\n1 5\n5 9\n'), budget);
    expect(line).toMatchObject({ instance: 'two.x', objective: 10, bestKnown: 8, gapPercent: 25, solution: [0, 1], bound: 10 });
  });

  it('an answer that does not hold has no gap and says why', () => {
    const broken = {
      ...families.lap,
      read: (text: string, name: string) => ({
        ...families.lap.read(text, name),
        run: () => ({ solution: [0, 0], steps: 1, bound: null }),
      }),
    };
    file('bks.csv', 'instance,optimum\nbad,10\n');
    const line = runFile(broken, file('bad.txt', '2\n1 5\n5 9\n'), budget);
    expect(line).toMatchObject({ feasible: false, gapPercent: null, faults: ['column 0 is taken twice'] });
    expect(fileRow(line)).toContain('NO');
  });

  it('a file that is not there is named', () => {
    expect(() => runFile(families.lap, join(folder, 'nowhere.txt'), budget)).toThrow('nowhere.txt');
  });

  const range = (from: number, until: number): string => Array.from({ length: until - from + 1 }, (_, at) => from + at).join();
});

describe('best known values', () => {
  const table = 'file,distance,total_cost\r\nm10_1.json,654.596,218.199\r\nm10_2.json,,\r\n';
  it.each([
    ['m10_1', 218.199],
    ['M10_1', 218.199],
    ['m10_2', null],
    ['m10_3', null],
    ['m10', null],
  ])('%s', (instance, value) => {
    expect(bestKnownIn(table, instance, ['total_cost'])).toBe(value);
  });
  it('the first column that is filled counts', () => {
    expect(bestKnownIn('instance,a,b\nx,,7\n', 'x', ['a', 'b'])).toBe(7);
    expect(bestKnownIn('instance,a,b\nx,,7\n', 'x', ['a'])).toBeNull();
  });
  it.each([
    ['a/b/C101.txt', 'C101'],
    ['instance_003-rome-sim22.3-seq22.9.json', 'instance_003-rome-sim22.3-seq22.9'],
    ['plain', 'plain'],
  ])('%s is called %s', (path, name) => expect(instanceOf(path)).toBe(name));
});

describe('the call', () => {
  it('reads files, format and budget', () => {
    expect(readArguments(['a.txt', 'b.txt', '--format', 'gap', '--seconds', '2.5', '--seed', '7', '--json'])).toMatchObject({
      files: ['a.txt', 'b.txt'],
      format: 'gap',
      budget: { seconds: 2.5, steps: null, seed: 7, kind: 'wall' },
      json: true,
    });
    expect(readArguments(['a', '--format', 'lap']).budget.seconds).toBe(10);
    expect(readArguments(['a', '--format', 'lap', '--steps', '9']).budget).toMatchObject({ seconds: null, steps: 9 });
  });
  it.each([
    [['a.txt'], '--format'],
    [['--format', 'vrptw'], 'FILES'],
    [['a', '--format', 'tsp'], '--format'],
    [['a', '--format', 'lap', '--seconds', 'soon'], '--seconds'],
    [['a', '--format', 'lap', '--seconds=-1'], '--seconds'],
    [['a', '--format', 'lap', '--steps', '1.5'], '--steps'],
    [['a', '--format', 'lap', '--seed', ''], '--seed'],
    [['a', '--format', 'lap', '--budget', 'moon'], '--budget'],
    [['a', '--shape', 'weekly'], 'a'],
    [['--shape', 'square'], '--shape'],
    [['--colour'], 'bench:solver'],
  ])('%j is refused at %s', (args, place) => {
    expect(() => readArguments(args)).toThrow(new RegExp(`^${place}\n`));
  });
});

describe('tables', () => {
  const line = { feasible: true, objective: 100, bestKnown: 100 };
  it('sums up by kind, and never counts what did not hold as a gap', () => {
    const lines = [
      { ...line, instance: 'R101', gapPercent: 1 },
      { ...line, instance: 'R102', gapPercent: 3 },
      { ...line, instance: 'C201', gapPercent: null, feasible: false },
    ];
    expect(summaryOf(lines, families.vrptw.kindOf)).toMatchObject([
      { kind: 'C2', instances: 1, infeasible: 1, known: 0, meanGap: null },
      { kind: 'R1', instances: 2, infeasible: 0, known: 2, meanGap: 2, largestGap: 3 },
      { kind: 'all', instances: 3, infeasible: 1, known: 2, meanGap: 2 },
    ]);
  });

  it('a page is filled between its marks alone', () => {
    const page = 'a\n<!-- begin one -->\nold\n<!-- end one -->\nb\n';
    const once = filled(page, { one: 'new\n' });
    expect(once).toBe('a\n<!-- begin one -->\nnew\n<!-- end one -->\nb\n');
    expect(filled(once, { one: 'new' })).toBe(once);
    expect(() => filled(page, {})).toThrow('no table "one"');
  });

  it('from result lines, by budget; without any there are dashes', () => {
    const lines = [1, 2].map((seed) => ({ ...line, set: 'solomon', budget: 10, seed, instance: 'R101', gapPercent: seed / 10 }));
    expect(docTables(lines)['solomon']).toContain('| 10 s | 2 | 2 | 0 | 0.150 | - | - | 0.150 |');
    expect(docTables(lines)['solomon-worst']).toContain('| R101 | 0.150 | 0.200 |');
    expect(docTables([])['gap']?.split('\n').at(-1)).toBe('| - | - | - | - | - | - | - |');
  });

  it('the plot has a point for every size that was reached', () => {
    const plot = growthPlot([
      { visits: 100, secondsToOnePercent: 1 },
      { visits: 400, secondsToOnePercent: 4 },
      { visits: 1600, secondsToOnePercent: null },
    ]);
    expect(plot.match(/<circle/g)).toHaveLength(2);
    expect(plot).not.toContain('NaN');
  });
});
