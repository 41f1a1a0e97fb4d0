import { type Drawn, type Feature, features } from './random-problem.ts';
import type { Trial, Verdict } from './trial.ts';

export interface Row {
  readonly name: string;
  readonly tried: number;
  readonly equal: number;
  readonly moreLeftOut: number;
  readonly dearer: number;
  readonly unsound: number;
  /** Over the dearer ones whose best is above 0. */
  readonly meanShare: number;
  /** In units of way. */
  readonly maxGap: number;
}

/** A problem that was tried. */
export interface Tried extends Pick<Drawn, 'features' | 'profile'> {
  readonly trial: Trial;
}

/** All, then by structure, then by feature: a problem stands in the row of each of its features. */
export function tally(tried: readonly Tried[]): readonly Row[] {
  const profiles = [...new Set(tried.map(({ profile }) => profile))].sort();
  return [
    rowOf('all', tried),
    ...profiles.map((name) =>
      rowOf(
        name,
        tried.filter(({ profile }) => profile === name),
      ),
    ),
    ...features.flatMap((name: Feature) => {
      const having = tried.filter((one) => one.features.includes(name));
      return having.length === 0 ? [] : [rowOf(name, having)];
    }),
  ];
}

function rowOf(name: string, tried: readonly Tried[]): Row {
  const count = (verdict: Verdict): number => tried.filter(({ trial }) => trial.verdict === verdict).length;
  const dearer = tried.flatMap(({ trial }) => (trial.verdict === 'dearer' ? [trial] : []));
  const shares = dearer.flatMap(({ share }) => (share === null ? [] : [share]));
  return {
    name,
    tried: tried.length,
    equal: count('equal'),
    moreLeftOut: count('more left out'),
    dearer: dearer.length,
    unsound: count('unsound'),
    meanShare: shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length,
    maxGap: dearer.reduce((most, { gap }) => Math.max(most, gap), 0),
  };
}
