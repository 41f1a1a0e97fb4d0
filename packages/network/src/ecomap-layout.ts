import type { Ecomap, EcomapPerson, EcomapTie, Ring } from './ecomap.ts';
import { otherThan } from './ecomap.ts';

/** Somebody around the centre. `x` and `y` are from the centre, in pixels, y downwards; `ties` are those shared with the centre. */
export interface Place {
  readonly person: EcomapPerson;
  readonly ties: readonly EcomapTie[];
  readonly ring: Ring;
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly places: readonly Place[];
  readonly radii: Readonly<Record<Ring, number>>;
}

/** Two lines of label fit into a row. */
const rowHeight = 44;
const ringGap = 75;

/**
 * Everybody on the ring of the nearest tie, half of them on each side, each in a row of its own. A label runs outwards
 * from its person, so rows keep labels apart. Outer rings take the middle rows: no line to the centre then crosses a label.
 */
export function layOut(map: Ecomap): Layout {
  const around = map.people.map((person) => {
    const ties = map.ties.filter((tie) => otherThan(map.center.id, tie) === person.id);
    return { person, ties, ring: ties.reduce<Ring>((nearest, { ring }) => (ring < nearest ? ring : nearest), 3) };
  });
  around.sort((a, b) => b.ring - a.ring);
  const sides = [around.filter((_, at) => at % 2 === 0), around.filter((_, at) => at % 2 === 1)] as const;
  const first = Math.max(150, (sides[0].length * rowHeight) / 2 + 40);
  const radii = { 1: first, 2: first + ringGap, 3: first + 2 * ringGap };
  const places = sides.flatMap((side, at) =>
    side.map((one, index) => {
      const y = rowOf(index, side.length) * rowHeight;
      const x = Math.round(Math.sqrt(radii[one.ring] ** 2 - y ** 2)) * (at === 0 ? 1 : -1);
      return { ...one, x, y };
    }),
  );
  return { places, radii };
}

/** From the middle row outwards, by turns below and above: of five rows 0, 1, -1, 2, -2; of four 0.5, -0.5, 1.5, -1.5. */
function rowOf(index: number, rows: number): number {
  if (rows % 2 === 1) return index % 2 === 1 ? (index + 1) / 2 : -index / 2;
  return index % 2 === 0 ? index / 2 + 0.5 : -(index - 1) / 2 - 0.5;
}
