import type { Issue } from './issue.ts';
import type { Adjacency, Between, Coordinates, ProblemSource, Travel } from './schema.ts';

/** More places than this have no room as a matrix. */
const MOST_PLACES = 4000;
const MOST_WAY = 1e9;

/** The ways of a problem as a matrix, and what is wrong with them. With an issue the matrix is not to be used. */
export function compileTravel(travel: ProblemSource['travel'], issue: (found: Issue) => void): Travel {
  const places = travel.places.map((place) => (typeof place === 'string' ? place : place.id));
  if (travel.kind === 'matrix') {
    checkMatrix(travel, issue);
    return travel;
  }
  const empty: Travel = { kind: 'matrix', places, times: [] };
  if (places.length > MOST_PLACES) {
    issue({ path: ['travel', 'places'], code: 'problem/too-many', data: { most: MOST_PLACES } });
    return empty;
  }
  switch (travel.kind) {
    case 'coordinates':
      return { ...empty, times: byCoordinates(travel, issue) };
    case 'adjacency':
      return { ...empty, times: byAdjacency(travel, issue) };
    case 'function':
      return { ...empty, times: byFunction(travel, issue) };
    default:
      return travel satisfies never;
  }
}

function checkMatrix({ places, times }: Travel, issue: (found: Issue) => void): void {
  const uneven = { code: 'problem/uneven-matrix', data: { size: places.length } } as const;
  if (times.length !== places.length) issue({ path: ['travel', 'times'], ...uneven });
  for (const [row, lengths] of times.entries()) {
    if (lengths.length !== places.length) issue({ path: ['travel', 'times', row], ...uneven });
    else if (row < places.length && lengths[row] !== 0)
      issue({ path: ['travel', 'times', row, row], code: 'problem/way-to-itself' });
  }
}

function byCoordinates({ places, perThousand, metric }: Coordinates, issue: (found: Issue) => void): number[][] {
  let longest = 0;
  const times = places.map((a) =>
    places.map((b) => {
      const dx = Math.abs(a.x - b.x);
      const dy = Math.abs(a.y - b.y);
      const distance = metric === 'manhattan' ? dx + dy : Math.sqrt(dx * dx + dy * dy);
      const time = Math.ceil((distance * perThousand) / 1000);
      longest = Math.max(longest, time);
      return time;
    }),
  );
  if (longest > MOST_WAY) issue({ path: ['travel', 'perThousand'], code: 'problem/too-large', data: { most: MOST_WAY } });
  return times;
}

function byAdjacency({ areas, places, sameArea, step }: Adjacency, issue: (found: Issue) => void): number[][] {
  const rows = new Map(areas.map(({ id }, row) => [id, row]));
  const next = areas.map(() => new Set<number>());
  for (const [row, area] of areas.entries()) {
    if (rows.get(area.id) !== row) issue({ path: ['travel', 'areas', row, 'id'], code: 'problem/twice', data: { id: area.id } });
    for (const [index, id] of area.next.entries()) {
      const other = rows.get(id);
      if (other === undefined)
        issue({ path: ['travel', 'areas', row, 'next', index], code: 'problem/unknown-area', data: { area: id } });
      else {
        next[row]!.add(other);
        next[other]!.add(row);
      }
    }
  }
  const areaOf = places.map(({ area }, index) => {
    const row = rows.get(area);
    if (row === undefined) issue({ path: ['travel', 'places', index, 'area'], code: 'problem/unknown-area', data: { area } });
    return row ?? -1;
  });
  const used = new Set(areaOf);
  const hops = new Map([...used].filter((row) => row !== -1).map((row) => [row, hopsFrom(row, next)]));
  return places.map((from, a) =>
    places.map((to, b) => {
      if (a === b) return 0;
      const crossed = areaOf[b] === -1 ? -1 : (hops.get(areaOf[a]!)?.[areaOf[b]!] ?? -1);
      if (crossed > 0) return wayOf(crossed * step);
      if (crossed === -1 && areaOf[a] !== -1 && areaOf[b] !== -1)
        issue({ path: ['travel', 'areas'], code: 'problem/no-way', data: { from: from.id, to: to.id } });
      return sameArea;
    }),
  );

  function wayOf(time: number): number {
    if (time > MOST_WAY) issue({ path: ['travel', 'step'], code: 'problem/too-large', data: { most: MOST_WAY } });
    return time;
  }
}

/** Borders to cross from one area to each; -1 where no path leads. */
function hopsFrom(start: number, next: readonly ReadonlySet<number>[]): Int32Array {
  const hops = new Int32Array(next.length).fill(-1);
  hops[start] = 0;
  const queue = [start];
  for (const area of queue)
    for (const other of next[area]!)
      if (hops[other] === -1) {
        hops[other] = hops[area]! + 1;
        queue.push(other);
      }
  return hops;
}

function byFunction({ places, between }: Between, issue: (found: Issue) => void): number[][] {
  const ask = (from: string, to: string): number => {
    try {
      return between(from, to);
    } catch {
      return Number.NaN;
    }
  };
  return places.map((from, a) =>
    places.map((to, b) => {
      if (a === b) return 0;
      const time = ask(from, to);
      if (Number.isSafeInteger(time) && time >= 0 && time <= MOST_WAY) return time;
      issue({ path: ['travel', 'between'], code: 'problem/bad-way', data: { from, to } });
      return 0;
    }),
  );
}
