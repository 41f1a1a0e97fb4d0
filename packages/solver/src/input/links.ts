import type { Issue } from './issue.ts';
import { contradictingLink, type Lags } from './lags.ts';
import type { Link, Visit } from './schema.ts';

/** Visits that hang together by links; more are refused. */
const MOST_LINKED = 1000;

/** What is wrong with the links: unknown ends, lags that no times can keep, people who cannot be the same and another. */
export function checkLinks(links: readonly Link[], visits: readonly Visit[], issue: (found: Issue) => void): void {
  const at = new Map(visits.map(({ id }, index) => [id, index]));
  const sound = links.flatMap((link, index): Numbered[] => {
    const first = at.get(link.first);
    const second = at.get(link.second);
    if (first === undefined)
      issue({ path: ['links', index, 'first'], code: 'problem/unknown-visit', data: { visitId: link.first } });
    if (second === undefined)
      issue({ path: ['links', index, 'second'], code: 'problem/unknown-visit', data: { visitId: link.second } });
    if (first === undefined || second === undefined) return [];
    if (first === second) {
      issue({ path: ['links', index], code: 'problem/linked-to-itself', data: { visitId: link.first } });
      return [];
    }
    if (link.minLag !== null && link.maxLag !== null && link.minLag > link.maxLag) {
      issue({ path: ['links', index, 'maxLag'], code: 'problem/lag-backwards' });
      return [];
    }
    return [{ index, first, second, tie: link.helper, ...bounds(link, visits[first]!, visits[second]!) }];
  });
  checkTies(sound, visits, issue);
  for (const component of componentsOf(sound)) {
    const members = new Set(component.flatMap(({ first, second }) => [first, second]));
    const path = ['links', component[0]!.index];
    if (members.size > MOST_LINKED) issue({ path, code: 'problem/too-many', data: { most: MOST_LINKED } });
    else {
      const stuck = contradictingLink(component);
      if (stuck !== undefined)
        issue({ path: ['links', stuck.index], code: 'problem/lags-contradict', data: { visitId: visits[stuck.second]!.id } });
    }
  }
}

interface Numbered extends Lags {
  readonly tie: Link['helper'];
}

/** One person does one after the other: where the order is certain, the lag is at least the service that comes first. */
function bounds({ helper, minLag, maxLag }: Link, first: Visit, second: Visit): Pick<Numbered, 'min' | 'max'> {
  if (helper !== 'same') return { min: minLag, max: maxLag };
  return {
    min: minLag !== null && minLag > -second.duration ? Math.max(minLag, first.duration) : minLag,
    max: maxLag !== null && maxLag < first.duration ? Math.min(maxLag, -second.duration) : maxLag,
  };
}

/** Each link with all that hang on it, in the order of the input. */
function componentsOf(links: readonly Numbered[]): Numbered[][] {
  const root = new Map<number, number>();
  for (const { first, second } of links) root.set(find(root, first), find(root, second));
  const components = new Map<number, Numbered[]>();
  for (const link of links) {
    const key = find(root, link.first);
    const known = components.get(key);
    if (known === undefined) components.set(key, [link]);
    else known.push(link);
  }
  return [...components.values()];
}

function find(root: Map<number, number>, start: number): number {
  let at = start;
  for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) {
    root.set(at, root.get(up) ?? up);
    at = up;
  }
  return at;
}

function checkTies(links: readonly Numbered[], visits: readonly Visit[], issue: (found: Issue) => void): void {
  const root = new Map<number, number>();
  for (const { first, second, tie } of links) if (tie === 'same') root.set(find(root, first), find(root, second));
  for (const { index, first, second, tie } of links)
    if (tie === 'other' && find(root, first) === find(root, second))
      issue({ path: ['links', index, 'helper'], code: 'problem/ties-contradict', data: { visitId: visits[second]!.id } });
}
