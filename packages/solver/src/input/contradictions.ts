import type { Issue } from './issue.ts';
import { checkLinks } from './links.ts';
import type { Helper, ProblemParts, Visit } from './schema.ts';
import { worstCost } from './worst-cost.ts';

type Tell = (found: Issue) => void;

/** What is wrong with a problem whose every part is sound by itself. `origins`: where in the input each visit was written. */
export function contradictions(problem: ProblemParts, origins: readonly number[], issue: Tell): void {
  const { helpers, visits, links, spacings, travel } = problem;
  const places = new Set(travel.places);
  repeated(travel.places, (index) => ['travel', 'places', index], issue);
  repeated(
    helpers.map(({ id }) => id),
    (index) => ['helpers', index, 'id'],
    issue,
  );
  repeated(
    visits.map(({ id }) => id),
    (index) => ['visits', origins[index]!, 'id'],
    issue,
  );
  for (const [index, helper] of helpers.entries()) checkHelper(helper, ['helpers', index], places, issue);
  for (const [index, visit] of visits.entries())
    if (origins[index] !== origins[index - 1]) checkVisit(visit, ['visits', origins[index]!], places, issue);
  checkLinks(links, visits, issue);
  const known = new Set(visits.map(({ id }) => id));
  for (const [index, { visits: ids, minDays, maxDays }] of spacings.entries()) {
    repeated(ids, (at) => ['spacings', index, 'visits', at], issue);
    for (const [at, visitId] of ids.entries())
      if (!known.has(visitId))
        issue({ path: ['spacings', index, 'visits', at], code: 'problem/unknown-visit', data: { visitId } });
    if (maxDays !== null && maxDays < minDays) issue({ path: ['spacings', index, 'maxDays'], code: 'problem/days-backwards' });
  }
  if (!(worstCost(problem) <= Number.MAX_SAFE_INTEGER)) issue({ path: [], code: 'problem/sums-too-large' });
}

type Path = readonly (string | number)[];

function repeated(ids: readonly string[], path: (index: number) => Path, issue: Tell): void {
  const seen = new Set<string>();
  for (const [index, id] of ids.entries()) {
    if (seen.has(id)) issue({ path: path(index), code: 'problem/twice', data: { id } });
    seen.add(id);
  }
}

interface Ends {
  readonly from: number;
  readonly until: number;
}

function checkSpan({ from, until }: Ends, path: Path, issue: Tell): void {
  if (from >= until) issue({ path, code: 'problem/span-backwards' });
}

function checkHelper({ shifts, breaks, from, to }: Helper, path: Path, places: ReadonlySet<string>, issue: Tell): void {
  for (const [index, span] of shifts.entries()) checkSpan(span, [...path, 'shifts', index], issue);
  for (const [index, span] of breaks.entries()) checkSpan(span, [...path, 'breaks', index], issue);
  if (from !== null && !places.has(from))
    issue({ path: [...path, 'from'], code: 'problem/unknown-place', data: { place: from } });
  if (to !== null && !places.has(to)) issue({ path: [...path, 'to'], code: 'problem/unknown-place', data: { place: to } });
  const inOrder = shifts.toSorted((a, b) => a.from - b.from);
  if (inOrder.some((shift, at) => at > 0 && shift.from < inOrder[at - 1]!.until))
    issue({ path: [...path, 'shifts'], code: 'problem/shifts-overlap' });
}

function checkVisit({ windows, place }: Visit, path: Path, places: ReadonlySet<string>, issue: Tell): void {
  for (const [index, window] of windows.entries()) {
    checkSpan(window, [...path, 'windows', index], issue);
    if (window.softUntil !== null && (window.softUntil < window.from || window.softUntil > window.until))
      issue({ path: [...path, 'windows', index, 'softUntil'], code: 'problem/soft-end-outside' });
  }
  if (!places.has(place)) issue({ path: [...path, 'place'], code: 'problem/unknown-place', data: { place } });
}
