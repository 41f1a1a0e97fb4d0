import type { ProblemInput } from '../../src/problem.ts';
import type { Dice } from '../dice.ts';

/** A neighbourhood of square grids with some houses in each; the office stands in the middle. Metres, on foot. */
export interface Neighbourhood {
  readonly travel: ProblemInput['travel'];
  readonly office: string;
  readonly houses: readonly string[];
  /** The grid of each house, by its number in `houses`. */
  readonly gridOf: readonly number[];
  readonly grids: number;
}

const GRID_METRES = 350;
/** Seventy metres a minute: an older volunteer on foot, with stairs. */
const MINUTES_PER_THOUSAND_METRES = 14;

export function neighbourhood(dice: Dice, grids: number, housesPerGrid: number): Neighbourhood {
  const wide = Math.ceil(Math.sqrt(grids));
  const houses: string[] = [];
  const gridOf: number[] = [];
  const places = [
    { id: 'office', x: Math.round((wide * GRID_METRES) / 2), y: Math.round((Math.ceil(grids / wide) * GRID_METRES) / 2) },
  ];
  for (let grid = 0; grid < grids; grid++)
    for (let house = 0; house < housesPerGrid; house++) {
      const id = `g${grid + 1}-h${house + 1}`;
      houses.push(id);
      gridOf.push(grid);
      const x = (grid % wide) * GRID_METRES + dice.below(GRID_METRES);
      const y = Math.floor(grid / wide) * GRID_METRES + dice.below(GRID_METRES);
      places.push({ id, x, y });
    }
  return {
    travel: { kind: 'coordinates', places, perThousand: MINUTES_PER_THOUSAND_METRES, metric: 'manhattan' },
    office: 'office',
    houses,
    gridOf,
    grids,
  };
}
