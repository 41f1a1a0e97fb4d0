import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Format, Shape } from './arguments.ts';

/** One process of the full measurement: a set of files, or a shape, with one budget and one seed. */
export interface Job {
  /** Also the name of the file its lines go to. */
  readonly name: string;
  readonly set: string;
  readonly seconds: number;
  readonly seed: number;
  readonly script: 'main' | 'peers';
  readonly args: readonly string[];
  /** About how long it takes. */
  readonly estimate: number;
}

export interface JobOptions {
  /** The folder with vrptw, hhcrsp, gap and lap in it. */
  readonly data: string;
  readonly seeds: readonly number[];
  readonly quick: boolean;
  readonly budget: 'wall' | 'cpu';
}

export function jobsOf({ data, seeds, quick, budget }: JobOptions): readonly Job[] {
  const some = seeds.slice(0, quick ? 1 : seeds.length);
  const files = (folder: string, ending: RegExp): readonly string[] => {
    const path = join(data, folder);
    return existsSync(path)
      ? readdirSync(path)
          .filter((name) => ending.test(name))
          .sort()
          .map((name) => join(path, name))
      : [];
  };
  const ofFiles = (set: string, format: Format, paths: readonly string[], seconds: number, own: readonly number[]): Job[] =>
    paths.length === 0
      ? []
      : own.map((seed) => ({
          name: `${set}-${seconds}s-seed${seed}`,
          set,
          seconds,
          seed,
          script: 'main',
          args: [...paths, '--format', format, '--seconds', `${seconds}`, '--seed', `${seed}`, '--budget', budget, '--json'],
          estimate: paths.length * (format === 'lap' ? 0.2 : seconds) + 2,
        }));
  const ofShape = (shape: Shape, seconds: number, estimate: number, own: readonly number[]): Job[] =>
    own.map((seed) => ({
      name: `${shape}-${seconds}s-seed${seed}`,
      set: shape,
      seconds,
      seed,
      script: 'main',
      args: ['--shape', shape, '--seconds', `${seconds}`, '--seed', `${seed}`, '--budget', budget, '--json'],
      estimate,
    }));
  const solomon = files('vrptw/solomon', /\.txt$/);
  const jobs = [
    ...[10, 5, 1].flatMap((seconds) => ofFiles('solomon', 'vrptw', solomon, seconds, seconds === 1 ? seeds : some)),
    ...ofFiles('gehring-homberger', 'vrptw', files('vrptw/gehring-homberger-200', /\.txt$/), 20, some),
    ...ofFiles('hhcrsp-10-25', 'hhcrsp', files('hhcrsp/mankowska', /^m(10|25)_.*\.json$/), 2, some),
    ...ofFiles('hhcrsp-50', 'hhcrsp', files('hhcrsp/mankowska', /^m50_.*\.json$/), 30, some),
    ...ofFiles('hhcrsp-italian', 'hhcrsp', files('hhcrsp/italian', /\.json$/), quick ? 10 : 30, seeds.slice(0, 1)),
    ...ofFiles('gap', 'gap', files('gap', /^[a-e]\d+\.txt$/), 5, some),
    ...ofFiles('gap-small', 'gap', files('gap', /^gap.*\.txt$/), 1, seeds.slice(0, 1)),
    ...ofFiles('lap', 'lap', files('lap', /\.txt$/), 1, seeds.slice(0, 1)),
    ...ofShape('community', 30, 52, some),
    ...ofShape('weekly', 30, 52, some),
    ...ofShape('replan', 2, 28, seeds),
    ...ofShape('recommend', 2, 8, seeds),
    ...ofShape('abort', 2, 30, seeds.slice(0, 1)),
    ...ofShape('explain', 2, 12, seeds.slice(0, 1)),
    ...ofShape('growth', quick ? 20 : 60, quick ? 160 : 480, seeds.slice(0, 1)),
    {
      name: 'peers',
      set: 'peers',
      seconds: 5,
      seed: 1,
      script: 'peers' as const,
      args: ['--seconds', '5', '--seed', '1', '--json'],
      estimate: 100,
    },
  ];
  return jobs.toSorted((a, b) => b.estimate - a.estimate);
}
