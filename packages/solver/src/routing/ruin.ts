import type { Dice } from './dice.ts';
import { isSound, positionOf } from './limits.ts';
import { Neighbours } from './neighbours.ts';
import type { Tours } from './tours.ts';

/** Slack induction by string removals (Christiaens and Vanden Berghe 2020), with its published parameters. */
const REMOVED_ON_AVERAGE = 10;
const LONGEST_STRING = 10;
const SPLIT = 0.5;
const STOP_GROWING = 0.01;
/** Of visits held apart by days, the others leave as well this often, so that they can change their days together. */
const SPACED_TOGETHER = 0.3;
/** So few visits are taken out in strings of any length: else a tour longer than the average would never be emptied at once. */
export const FEW_VISITS = 24;

/** Takes strings of visits out of tours that pass near one another. */
export class Ruin {
  /** What was taken out last: `count` visits. */
  readonly removed: Int32Array;
  count = 0;

  readonly #tours: Tours;
  readonly #dice: Dice;
  readonly #neighbours: Neighbours;
  readonly #ruinedIn: Int32Array;
  #turn = 0;

  constructor(tours: Tours, dice: Dice) {
    this.#tours = tours;
    this.#dice = dice;
    this.#neighbours = new Neighbours(tours.table);
    this.removed = new Int32Array(tours.table.visits);
    this.#ruinedIn = new Int32Array(tours.table.tours);
  }

  ruin(): void {
    const { table, length, rowOf, tourOf } = this.#tours;
    const dice = this.#dice;
    this.count = 0;
    let planned = 0;
    let busy = 0;
    for (let tour = 0; tour < table.tours; tour++) {
      const stops = length[rowOf[tour]!]!;
      if (stops === 0) continue;
      planned += stops;
      busy++;
    }
    if (busy === 0) return;
    const longest = table.visits <= FEW_VISITS ? LONGEST_STRING : Math.min(LONGEST_STRING, planned / busy);
    const strings = Math.floor(1 + dice.share() * ((4 * REMOVED_ON_AVERAGE) / (1 + longest) - 1));
    const turn = ++this.#turn;
    const seed = dice.below(table.visits);
    let ruined = 0;
    for (let rank = 0; rank < this.#neighbours.count && ruined < strings; rank++) {
      const visit = this.#neighbours.of(seed, rank);
      const tour = tourOf[visit]!;
      if (tour === -1 || this.#ruinedIn[tour] === turn) continue;
      this.#ruinedIn[tour] = turn;
      ruined++;
      this.#takeString(tour, visit, longest);
    }
    if (table.frame.spacings.length > 0) this.#takeSpaced();
    // Last, since whoever leaves takes the group along.
    if (table.frame.groups.length > 0) this.#takeGroups();
  }

  /** Takes everybody out. */
  clear(): void {
    this.count = 0;
    for (let visit = 0; visit < this.#tours.table.visits; visit++) this.#takeOne(visit);
  }

  #takeString(tour: number, visit: number, longest: number): void {
    const dice = this.#dice;
    const row = this.#tours.rowOf[tour]!;
    const stops = this.#tours.length[row]!;
    const position = positionOf(this.#tours, visit);
    const size = 1 + dice.below(Math.min(stops, longest));
    if (size < 2 || size >= stops || dice.share() >= SPLIT) {
      const start = this.#startOf(position, size, stops);
      this.#take(tour, start, size);
      this.#mend(tour, start);
      return;
    }
    let kept = 1;
    while (size + kept < stops && dice.share() > STOP_GROWING) kept++;
    const start = this.#startOf(position, size + kept, stops);
    const head = 1 + dice.below(size - 1);
    this.#take(tour, start + head + kept, size - head);
    this.#take(tour, start, head);
    this.#mend(tour, start + kept);
    this.#mend(tour, start);
  }

  /** A string of this size that holds the position. */
  #startOf(position: number, size: number, stops: number): number {
    const lowest = Math.max(1, position - size + 1);
    return lowest + this.#dice.below(Math.min(position, stops - size + 1) - lowest + 1);
  }

  #take(tour: number, position: number, size: number): void {
    const { rowOf, width, visitAt } = this.#tours;
    const base = rowOf[tour]! * width + position;
    for (let at = base; at < base + size; at++) this.removed[this.count++] = visitAt[at]!;
    this.#tours.takeOut(tour, position, size);
  }

  /** A straight way can be longer than one by somebody: then those leave as well who would come too late for it. */
  #mend(tour: number, position: number): void {
    while (!isSound(this.#tours, tour, position)) {
      const stops = this.#tours.length[this.#tours.rowOf[tour]!]!;
      this.#take(tour, Math.min(position, stops), 1);
    }
  }

  /** Visits that are served all or none leave together. */
  #takeGroups(): void {
    const { groupOf, groups } = this.#tours.table.frame;
    for (let at = 0; at < this.count; at++) {
      const group = groupOf[this.removed[at]!]!;
      if (group !== -1) for (const visit of groups[group]!) this.#takeOne(visit);
    }
  }

  #takeSpaced(): void {
    const { spacingsOf, spacings } = this.#tours.table.frame;
    const found = this.count;
    for (let at = 0; at < found; at++)
      for (const spacing of spacingsOf[this.removed[at]!]!)
        if (this.#dice.share() < SPACED_TOGETHER) for (const visit of spacings[spacing]!.visits) this.#takeOne(visit);
  }

  #takeOne(visit: number): void {
    const tour = this.#tours.tourOf[visit]!;
    if (tour === -1) return;
    const position = positionOf(this.#tours, visit);
    this.#take(tour, position, 1);
    this.#mend(tour, position);
  }
}
