import type { Reason } from '@linli/model';
import type { Placement } from './placements.ts';
import { byId, type HardRule, hardRules } from './plan.ts';
import type { Visit } from './problem.ts';

/** Why nobody does a visit. */
export type LeftOutCode =
  | 'visit/refused-by-all'
  | 'visit/no-skill'
  | 'visit/window-too-short'
  | 'visit/nobody-on-shift'
  | 'visit/all-full'
  | 'visit/all-busy'
  | 'visit/pin-impossible'
  | 'visit/no-helpers'
  | 'visit/would-fit';

/** The smallest change that would let somebody do a visit, and who that could be, sorted by id. */
export interface WhyNot {
  readonly reasons: readonly [Reason<LeftOutCode>, ...Reason<LeftOutCode>[]];
  readonly closest: readonly string[];
}

/**
 * Relaxes every rule, then keeps each one again, in the order of `hardRules`, as long as somebody remains. What had to
 * stay relaxed are the reasons: together they are enough, and none of them can be spared.
 */
export function whyNot(visit: Visit, placements: readonly Placement[]): WhyNot {
  if (placements.length === 0) return { reasons: [{ code: 'visit/no-helpers' }], closest: [] };
  let remaining = placements;
  const relaxed: HardRule[] = [];
  for (const rule of hardRules) {
    const keeping = remaining.filter(({ forbiddenBy }) => !forbiddenBy.includes(rule));
    if (keeping.length === 0) relaxed.push(rule);
    else remaining = keeping;
  }
  const [nearest] = remaining.toSorted(
    (a, b) => lacking(visit, a).length - lacking(visit, b).length || byId(a.helper.id, b.helper.id),
  );
  const [first, ...rest] = relaxed.flatMap((rule) => reasonsOf(rule, visit, nearest!));
  return {
    reasons: first === undefined ? [{ code: 'visit/would-fit', data: { helperId: nearest!.helper.id } }] : [first, ...rest],
    closest: remaining.map(({ helper }) => helper.id).toSorted(byId),
  };
}

const lacking = ({ skills }: Visit, { helper }: Placement): string[] => skills.filter((skill) => !helper.skills.includes(skill));

function reasonsOf(rule: HardRule, visit: Visit, nearest: Placement): Reason<LeftOutCode>[] {
  switch (rule) {
    case 'refused':
      return [{ code: 'visit/refused-by-all' }];
    case 'skills':
      return lacking(visit, nearest).map((skill) => ({ code: 'visit/no-skill', data: { skill } }));
    case 'window':
      return [{ code: 'visit/window-too-short', data: { duration: visit.duration } }];
    case 'shift':
      return [{ code: 'visit/nobody-on-shift' }];
    case 'max-visits':
    case 'max-work':
      return [{ code: 'visit/all-full', data: { rule } }];
    case 'one-place-at-a-time':
      return [{ code: 'visit/all-busy' }];
    case 'pinned':
      return [{ code: 'visit/pin-impossible', data: { helperId: visit.pinned!.helperId } }];
    default:
      return rule satisfies never;
  }
}
