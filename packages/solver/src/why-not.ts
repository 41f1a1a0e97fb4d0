import type { Reason } from '@linli/model';
import type { Frame } from './frame.ts';
import type { Placement } from './placements.ts';
import { byId, type HardRule, hardRules } from './plan.ts';
import type { Visit } from './problem.ts';
import type { Rota } from './rota.ts';
import type { RuleBook } from './score.ts';

/** Why nobody does a visit. */
export type LeftOutCode =
  | 'visit/refused-by-all'
  | 'visit/no-skill'
  | 'visit/helper-of-linked-cannot'
  | 'visit/only-helper-of-linked'
  | 'visit/window-too-short'
  | 'visit/at-another-time'
  | 'visit/way-too-long'
  | 'visit/nobody-on-shift'
  | 'visit/all-in-breaks'
  | 'visit/lag-impossible'
  | 'visit/no-day-left'
  | 'visit/all-loaded'
  | 'visit/all-full'
  | 'visit/all-busy'
  | 'visit/pin-impossible'
  | 'visit/no-partner'
  | 'visit/own-rule'
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
export function whyNot(book: RuleBook, rota: Rota, visit: number, placements: readonly Placement[]): WhyNot {
  if (placements.length === 0) return { reasons: [{ code: 'visit/no-helpers' }], closest: [] };
  const { frame } = rota;
  const asked = frame.visits[visit]!;
  let remaining = placements;
  const relaxed: string[] = [];
  for (const rule of [...hardRules, ...book.ownHard.map(({ id }) => id)]) {
    const keeping = remaining.filter(({ forbiddenBy }) => !forbiddenBy.includes(rule));
    if (keeping.length === 0) relaxed.push(rule);
    else remaining = keeping;
  }
  const [nearest] = remaining.toSorted(
    (a, b) => lacking(frame, asked, a).length - lacking(frame, asked, b).length || a.helper - b.helper,
  );
  const [first, ...rest] = relaxed.flatMap((rule) => reasonsOf(rule, rota, visit, nearest!, remaining));
  const ids = remaining.map(({ helper }) => frame.helpers[helper]!.id);
  return {
    reasons:
      first === undefined
        ? [{ code: 'visit/would-fit', data: { helperId: frame.helpers[nearest!.helper]!.id } }]
        : [first, ...rest],
    closest: ids.sort(byId),
  };
}

const lacking = ({ helpers }: Frame, { skills }: Visit, { helper }: Placement): string[] =>
  skills.filter((skill) => !helpers[helper]!.skills.includes(skill));

function reasonsOf(
  rule: string,
  rota: Rota,
  visit: number,
  nearest: Placement,
  remaining: readonly Placement[],
): Reason<LeftOutCode>[] {
  const { frame } = rota;
  const asked = frame.visits[visit]!;
  const linked = (): { readonly otherId: string } => ({ otherId: linkedTo(rota, visit) });
  const known = rule as HardRule;
  switch (known) {
    case 'refused':
      return [{ code: 'visit/refused-by-all' }];
    case 'skills':
      return lacking(frame, asked, nearest).map((skill) => ({ code: 'visit/no-skill', data: { skill } }));
    case 'same-helper':
      return [{ code: 'visit/helper-of-linked-cannot', data: linked() }];
    case 'other-helper':
      return [{ code: 'visit/only-helper-of-linked', data: linked() }];
    case 'window':
      return asked.windows.some(({ from, until }) => until - from >= asked.duration)
        ? [{ code: 'visit/at-another-time' }]
        : [{ code: 'visit/window-too-short', data: { duration: asked.duration } }];
    case 'shift':
      return [{ code: remaining.some((one) => isOnShift(rota, asked, one)) ? 'visit/way-too-long' : 'visit/nobody-on-shift' }];
    case 'break':
      return [{ code: 'visit/all-in-breaks' }];
    case 'lag':
      return [{ code: 'visit/lag-impossible', data: linked() }];
    case 'spacing':
      return [{ code: 'visit/no-day-left' }];
    case 'capacity':
      return [{ code: 'visit/all-loaded' }];
    case 'max-visits':
    case 'max-work':
      return [{ code: 'visit/all-full', data: { rule } }];
    case 'one-place-at-a-time':
      return [{ code: remaining.some((one) => isFree(rota, asked, one)) ? 'visit/way-too-long' : 'visit/all-busy' }];
    case 'pinned':
      return [{ code: 'visit/pin-impossible', data: { helperId: asked.pinned!.helperId } }];
    case 'together':
      return [{ code: 'visit/no-partner', data: linked() }];
    default:
      known satisfies never;
      return [{ code: 'visit/own-rule', data: { rule } }];
  }
}

/** Whether the service would lie in a shift, were it not for the ways. */
const isOnShift = ({ rounds }: Rota, { duration }: Visit, { helper, openings }: Placement): boolean =>
  openings.some(({ first }) =>
    rounds[helper]!.helper.shifts.some(({ from, until }) => from <= first && first + duration <= until),
  );

/** Whether nothing else would be done at the time, were it not for the ways. */
const isFree = ({ rounds }: Rota, { duration }: Visit, { helper, openings }: Placement): boolean =>
  openings.some(({ first }) => rounds[helper]!.stops.every(({ from, until }) => until <= first || first + duration <= from));

/** A visit it is linked with: one that is served rather than one that is not. */
function linkedTo({ frame, helperOf }: Rota, visit: number): string {
  const others = frame.linksOf[visit]!.map((at) => {
    const { first, second } = frame.links[at]!;
    return first === visit ? second : first;
  });
  const found = others.find((other) => helperOf[other] !== -1) ?? others[0] ?? visit;
  return frame.visits[found]!.id;
}
