import type { Table } from './table.ts';

/** Nobody looks further than this from a visit. */
const MOST_NEIGHBOURS = 160;

/**
 * The visits around each visit, itself first, nearest next. Near is what is a short way there and back; equally near ones
 * stand in the order of the frame. Worked out for a visit when it is first asked for, so that a search begins at once.
 */
export class Neighbours {
  /** For each visit so many. */
  readonly count: number;
  readonly #table: Table;
  readonly #list: Int32Array;
  readonly #isKnown: Uint8Array;
  readonly #keys: Float64Array;

  constructor(table: Table) {
    this.count = Math.min(table.visits, MOST_NEIGHBOURS);
    this.#table = table;
    this.#list = new Int32Array(table.visits * this.count);
    this.#isKnown = new Uint8Array(table.visits);
    this.#keys = new Float64Array(table.visits);
  }

  /** The neighbour of a visit at a rank, 0 for itself. */
  of(visit: number, rank: number): number {
    if (this.#isKnown[visit] === 0) this.#workOut(visit);
    return this.#list[visit * this.count + rank]!;
  }

  #workOut(visit: number): void {
    const { visits, places, placeOf, way, wayBack } = this.#table;
    const place = placeOf[visit]! * places;
    for (let other = 0; other < visits; other++) {
      const there = way[place + placeOf[other]!]! + wayBack[place + placeOf[other]!]!;
      this.#keys[other] = other === visit ? -1 : there * visits + other;
    }
    this.#keys.sort();
    this.#list[visit * this.count] = visit;
    for (let rank = 1; rank < this.count; rank++) this.#list[visit * this.count + rank] = this.#keys[rank]! % visits;
    this.#isKnown[visit] = 1;
  }
}
