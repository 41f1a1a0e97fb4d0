import type { Issue } from './issue.ts';
import { MOST, type Spacing, type Visit, type VisitToRepeat } from './schema.ts';

interface Expanded {
  readonly visits: readonly Visit[];
  /** Where in the input each visit was written. */
  readonly origins: readonly number[];
  readonly spacings: readonly Spacing[];
}

/** A visit with `repeat` becomes the visits `id#1`, `id#2`, ... and the spacing that holds them apart. */
export function expandRepeats(asked: readonly VisitToRepeat[], issue: (found: Issue) => void): Expanded {
  const visits: Visit[] = [];
  const origins: number[] = [];
  const spacings: Spacing[] = [];
  const all = asked.reduce((sum, { repeat }) => sum + (repeat?.times ?? 1), 0);
  if (all > MOST) issue({ path: ['visits'], code: 'problem/too-many', data: { most: MOST } });
  for (const [index, { repeat, ...visit }] of asked.entries()) {
    if (repeat === null || all > MOST) {
      visits.push(visit);
      origins.push(index);
      continue;
    }
    if (visit.pinned !== null) issue({ path: ['visits', index, 'pinned'], code: 'problem/pinned-repeat' });
    const ids = Array.from({ length: repeat.times }, (_, at) => `${visit.id}#${at + 1}`);
    for (const id of ids) {
      visits.push({ ...visit, id });
      origins.push(index);
    }
    const { minDays = 1, maxDays = null } = repeat;
    if (maxDays !== null && maxDays < minDays)
      issue({ path: ['visits', index, 'repeat', 'maxDays'], code: 'problem/days-backwards' });
    spacings.push({ visits: ids, minDays, maxDays });
  }
  return { visits, origins, spacings };
}
