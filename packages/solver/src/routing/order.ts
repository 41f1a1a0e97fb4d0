import type { Dice } from './dice.ts';
import type { Table } from './table.ts';

/** What stands first: anything, most to carry, far, near, tight windows, early; each listed as often as it is drawn. */
const ORDERS = [
  ...Array<'any'>(4).fill('any'),
  ...Array<'heavy'>(4).fill('heavy'),
  ...Array<'far'>(2).fill('far'),
  'near',
  ...Array<'tight'>(2).fill('tight'),
  'early',
] as const;

const SIGNS = { heavy: -1, far: -1, near: 1, tight: 1, early: 1 } as const;

const FEW = 64;

/** In which order visits are put back. */
export class Order {
  readonly #table: Table;
  readonly #dice: Dice;
  readonly #prioritiesDiffer: boolean;
  /** What each order goes by, visit by visit. */
  readonly #keys: Readonly<Record<keyof typeof SIGNS, Float64Array>>;

  constructor(table: Table, dice: Dice) {
    this.#table = table;
    this.#dice = dice;
    this.#prioritiesDiffer = table.leftOutMedium.some((weight) => weight !== table.leftOutMedium[0]);
    const each = (key: (visit: number) => number): Float64Array =>
      Float64Array.from({ length: table.visits }, (_, visit) => key(visit));
    const far = each((visit) => this.#wayFromStart(visit));
    this.#keys = {
      heavy: each((visit) => this.#mostOf(visit)),
      far,
      near: far,
      tight: each((visit) => slackOf(table, visit)),
      early: each((visit) => Math.min(...table.frame.visits[visit]!.windows.map(({ from }) => from))),
    };
  }

  /** Sorts the first `count` in place. Where priorities differ, every other time the higher ones stand first. */
  sort(visits: Int32Array, count: number): void {
    const dice = this.#dice;
    for (let at = count - 1; at > 0; at--) {
      const other = dice.below(at + 1);
      const kept = visits[at]!;
      visits[at] = visits[other]!;
      visits[other] = kept;
    }
    const order = ORDERS[dice.below(ORDERS.length)]!;
    if (order !== 'any') this.#sortBy(visits, count, this.#keys[order], SIGNS[order]);
    if (this.#prioritiesDiffer && dice.share() < 0.5) this.#sortBy(visits, count, this.#table.leftOutMedium, -1);
  }

  /** Equal ones keep their order. Few visits are sorted by insertion. */
  #sortBy(visits: Int32Array, count: number, amounts: Float64Array, sign: 1 | -1): void {
    if (count > FEW) {
      const by = (visit: number): number => sign * amounts[visit]!;
      visits.subarray(0, count).sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0));
      return;
    }
    for (let at = 1; at < count; at++) {
      const visit = visits[at]!;
      const own = sign * amounts[visit]!;
      let to = at - 1;
      while (to >= 0 && sign * amounts[visits[to]!]! > own) {
        visits[to + 1] = visits[to]!;
        to--;
      }
      visits[to + 1] = visit;
    }
  }

  /** The way to a visit from where the first tour begins that may hold it. */
  #wayFromStart(visit: number): number {
    const { toursFrom, toursFor, startPlace, way, places, placeOf } = this.#table;
    const first = toursFrom[visit]!;
    return first === toursFrom[visit + 1] ? 0 : way[startPlace[toursFor[first]!]! * places + placeOf[visit]!]!;
  }

  /** What it takes: of what is carried, and else of time. */
  #mostOf(visit: number): number {
    const { loadKinds, loads, durations } = this.#table;
    return loadKinds === 0 ? durations[visit]! : loads[visit * loadKinds]!;
  }
}

const slackOf = ({ frame }: Table, visit: number): number =>
  frame.visits[visit]!.windows.reduce((sum, { from, until }) => sum + until - from, 0) - frame.visits[visit]!.duration;
