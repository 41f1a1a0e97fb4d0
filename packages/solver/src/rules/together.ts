import type { Rota } from '../rota.ts';
import type { Rule } from './rule.ts';

const missing = (served: number, all: number): number => (served === 0 ? 0 : all - served);

const servedIn = ({ helperOf }: Rota, group: readonly number[]): number =>
  group.reduce((sum, visit) => (helperOf[visit] === -1 ? sum : sum + 1), 0);

/** Visits that hang together by links are served all or none: those missing where some are served. */
export const together: Rule<'together'> = {
  id: 'together',
  level: 'hard',
  amount: (rota) => rota.frame.groups.reduce((sum, group) => sum + missing(servedIn(rota, group), group.length), 0),
  delta: (rota, { stop }) => {
    const at = rota.frame.groupOf[stop.index]!;
    if (at === -1) return 0;
    const group = rota.frame.groups[at]!;
    const served = servedIn(rota, group);
    return missing(served + 1, group.length) - missing(served, group.length);
  },
  why: (rota) =>
    rota.frame.groups
      .filter((group) => missing(servedIn(rota, group), group.length) > 0)
      .flatMap((group) => group.filter((visit) => rota.helperOf[visit] === -1))
      .map((visit) => ({ code: 'visit/missing-beside-linked', data: { visitId: rota.frame.visits[visit]!.id } })),
};
