import type { Rota } from '../rota.ts';
import type { Rule } from './rule.ts';

const facesOf = ({ frame, helperOf }: Rota, whom: number): Set<number> =>
  new Set(frame.served[whom]!.map((visit) => helperOf[visit]!).filter((helper) => helper !== -1));

/** Whoever is served by more than one person has so many faces too many. */
export const continuity: Rule<'continuity'> = {
  id: 'continuity',
  level: 'soft',
  amount: (rota) =>
    rota.frame.problem.weights.continuity *
    rota.frame.served.reduce((sum, _, whom) => sum + Math.max(0, facesOf(rota, whom).size - 1), 0),
  delta: (rota, { stop, round }) => {
    const whom = rota.frame.servedOf[stop.index]!;
    if (whom === -1) return 0;
    let another = 0;
    for (const visit of rota.frame.served[whom]!) {
      const helper = rota.helperOf[visit]!;
      if (helper === round.index) return 0;
      if (helper !== -1) another = 1;
    }
    return another * rota.frame.problem.weights.continuity;
  },
  why: (rota) =>
    rota.frame.served.flatMap((visits, whom) => {
      const faces = facesOf(rota, whom).size;
      const person = rota.frame.visits[visits[0]!]!.for!;
      return faces < 2 ? [] : [{ code: 'person/many-faces', data: { person, amount: faces } }];
    }),
};
