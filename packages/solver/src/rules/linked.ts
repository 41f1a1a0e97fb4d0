import type { Reason } from '@linli/model';
import type { NumberedLink } from '../frame.ts';
import type { Rota } from '../rota.ts';
import type { Rule } from './rule.ts';

type Judge = (link: NumberedLink, ends: { readonly lag: number; readonly sameHelper: boolean }) => number;

interface LinkRule<Id extends string> extends Pick<Rule<Id>, 'id' | 'words'> {
  readonly code: string;
  /** By how much one link is broken whose two visits are served. */
  readonly judge: Judge;
}

/** A hard rule over each link by itself. */
export function perLink<Id extends string>({ code, judge, ...rule }: LinkRule<Id>): Rule<Id> {
  const broken = ({ helperOf, fromOf }: Rota, link: NumberedLink): number => {
    const { first, second } = link;
    if (helperOf[first] === -1 || helperOf[second] === -1) return 0;
    return judge(link, { lag: fromOf[second]! - fromOf[first]!, sameHelper: helperOf[first] === helperOf[second] });
  };
  return {
    ...rule,
    level: 'hard',
    amount: (rota) => rota.frame.links.reduce((sum, link) => sum + broken(rota, link), 0),
    delta: ({ frame, helperOf, fromOf }, { stop, round }) => {
      let sum = 0;
      for (const at of frame.linksOf[stop.index]!) {
        const link = frame.links[at]!;
        const isFirst = link.first === stop.index;
        const other = isFirst ? link.second : link.first;
        if (helperOf[other] === -1) continue;
        const lag = isFirst ? fromOf[other]! - stop.from : stop.from - fromOf[other]!;
        sum += judge(link, { lag, sameHelper: helperOf[other] === round.index });
      }
      return sum;
    },
    why: (rota) =>
      rota.frame.links.flatMap((link): Reason[] => {
        const amount = broken(rota, link);
        const [visitId, otherId] = [rota.frame.visits[link.first]!.id, rota.frame.visits[link.second]!.id];
        return amount === 0 ? [] : [{ code, data: { visitId, otherId, amount } }];
      }),
  };
}
