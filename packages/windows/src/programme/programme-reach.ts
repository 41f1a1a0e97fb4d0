import type { PersonId } from '@linli/model';
import type { Programme } from './programme.ts';

/** One who takes part. `grid` null: the register does not know where the person lives. */
export interface Participant {
  readonly programmeId: string;
  readonly personId: PersonId;
  readonly grid: number | null;
}

/** One programme in one grid: whether it is meant to reach it (null: nobody wrote down where it goes), and whom it does. */
export interface ReachCell {
  readonly programmeId: string;
  readonly isMeant: boolean | null;
  readonly people: readonly PersonId[];
}

export interface ProgrammeReach {
  /** Every grid of the community in the order given, with every programme in the order given. */
  readonly rows: readonly { readonly grid: number; readonly cells: readonly ReachCell[] }[];
  /** No programme is meant to reach them and nobody from there takes part. */
  readonly emptyGrids: readonly number[];
  /** A programme is meant to reach them and nobody from there takes part in any. */
  readonly unreachedGrids: readonly number[];
  /** Participants without a grid: in no row, and not lost. */
  readonly unknownGrid: readonly Participant[];
  /** Grids that programmes or participants name and the community does not have, in ascending order. */
  readonly strangeGrids: readonly number[];
  /** Programmes that nobody wrote a reach down for: what they are meant for is unknown, not nothing. */
  readonly unmapped: readonly string[];
}

/** Which programmes reach which grids, by what was meant and by who takes part. A person counts once in a cell. */
export function programmeReach(
  programmes: readonly Programme[],
  grids: readonly number[],
  participants: readonly Participant[],
): ProgrammeReach {
  const rows = grids.map((grid) => ({
    grid,
    cells: programmes.map((programme): ReachCell => {
      const here = participants.filter((each) => each.programmeId === programme.id && each.grid === grid);
      return {
        programmeId: programme.id,
        isMeant: programme.grids === null ? null : programme.grids.includes(grid),
        people: [...new Set(here.map(({ personId }) => personId))],
      };
    }),
  }));
  const deserted = rows.filter(({ cells }) => cells.every(({ people }) => people.length === 0));
  const isMeant = ({ cells }: (typeof rows)[number]): boolean => cells.some((cell) => cell.isMeant === true);
  const named = [...programmes.flatMap((programme) => programme.grids ?? []), ...participants.map(({ grid }) => grid)];
  return {
    rows,
    emptyGrids: deserted.filter((row) => !isMeant(row)).map(({ grid }) => grid),
    unreachedGrids: deserted.filter(isMeant).map(({ grid }) => grid),
    unknownGrid: participants.filter(({ grid }) => grid === null),
    strangeGrids: [...new Set(named.filter((grid) => grid !== null && !grids.includes(grid)) as number[])].sort((a, b) => a - b),
    unmapped: programmes.filter((programme) => programme.grids === null).map(({ id }) => id),
  };
}
