import { MINUS_LN } from '../chance.ts';
import type { Places } from './places.ts';
import { type Routes, SOUND } from './routes.ts';

const ANY_LIMIT = Number.POSITIVE_INFINITY;

/** Of a hundred changes, drawn 0 to 99, each kind takes those below its mark; the rest replant a service drawn at random. */
const REBUILD = 3;
/** How often in ten a group is rebuilt while somebody is left out, instead. */
const REBUILD_FOR_LEFT_OUT = 2;
const SWAP = 13;
const TAILS = 23;
const REPLANT_LATE = 43;
/** How often in ten a group that may be left out is proposed to be. */
const LEAVE_OUT = 1;

/** Proposals per lifting, and how often in a hundred a tied service moves alone, and a place is sought by time. */
const TRIES = 4;
const ONE_OF_GROUP = 25;
const IN_TIME_SINGLE = 60;
const IN_TIME_ONE_OF_GROUP = 75;

/** Most groups lifted by one rebuilding; of those left out, most added to them, and draws to find them. */
const MOST_LIFTED = 8;
const MOST_ADDED = 3;
const LEFT_OUT_DRAWS = 20;
/** Draws for a group that is put back where not everybody can be served. */
const DRAWS_OF_GROUP = 4;
/** In services: how readily a rebuilding may leave out more where not everybody can be served. */
const LEFT_OUT_TEMPERATURE = 0.3;

/**
 * Random changes to the chains, each judged at once: how much worse it may be is drawn before it is timed. Most changes first
 * lift services off their chains and re-time what is left; places to put them back are then proposed one by one, cheap bounds
 * first, so that many proposals share one lifting.
 */
export class Moves {
  readonly places: Places;
  temperature = 0;
  /** A plan is known that serves all who must be: none that leaves out more is gone to. */
  isAllServed = false;
  readonly #routes: Routes;
  readonly #services: number;

  constructor(routes: Routes, places: Places) {
    this.#routes = routes;
    this.places = places;
    this.#services = routes.services;
  }

  /** The most that the plan may cost after this change, drawn anew for each. */
  #limit(cost: number): number {
    return cost + this.temperature * MINUS_LN[this.places.below(4096)]!;
  }

  /** One change, drawn from the mix; true when it was kept. */
  any(cost: number): boolean {
    const routes = this.#routes;
    const v = this.places.below(this.#services);
    if (routes.helper[v] === -1) return this.places.below(2) === 0 ? this.replant(v, cost) : this.rebuild(v, cost);
    const g = routes.groups.groupOf[v]!;
    if (routes.groupMust[g] === 0 && this.places.below(10) < LEAVE_OUT) return this.leaveOut(g, this.#limit(cost));
    if (!this.isAllServed && this.places.below(10) < REBUILD_FOR_LEFT_OUT) return this.rebuild(v, cost);
    const draw = this.places.below(100);
    if (draw < REBUILD) return this.rebuild(v, cost);
    if (draw < SWAP) return this.swap(v, cost);
    if (draw < TAILS) return this.crossTails(v, cost);
    if (draw < REPLANT_LATE) return this.replant(this.#latestOfFew(v), cost);
    return this.replant(v, cost);
  }

  /** Puts a group that is left out where it costs least; true when it fits. */
  insert(g: number): boolean {
    const routes = this.#routes;
    routes.nowServed(g);
    if (!this.#insertBest(g, SOUND) || routes.cost >= SOUND) {
      routes.undo();
      return false;
    }
    routes.keep();
    return true;
  }

  /** Takes a group off its chains for good. */
  leaveOut(g: number, limit: number): boolean {
    const routes = this.#routes;
    const { first, member } = routes.groups;
    for (let i = first[g]!; i < first[g + 1]!; i++) routes.unlink(member[i]!);
    routes.nowLeftOut(g);
    if (!routes.settle(ANY_LIMIT) || routes.cost > limit) {
      routes.undo();
      return false;
    }
    routes.keep();
    return true;
  }

  /** Of four services drawn, the one that is latest, or the one before it on its chain. */
  #latestOfFew(v: number): number {
    const { late, prev } = this.#routes;
    let worst = v;
    for (let i = 0; i < 3; i++) {
      const w = this.places.below(this.#services);
      if (late[w]! > late[worst]!) worst = w;
    }
    if (late[worst]! > 0 && this.places.below(2) === 0) {
      const before = prev[worst]!;
      if (before < this.#services) return before;
    }
    return worst;
  }

  /** Lifts the service (and mostly its group) and puts it beside a near one; the others of the group join in time. */
  replant(v: number, cost: number): boolean {
    const routes = this.#routes;
    const { helper, prev } = routes;
    const { groupOf, first, member } = routes.groups;
    const g = groupOf[v]!;
    const from = first[g]!;
    const size = first[g + 1]! - from;
    const out = helper[v] === -1;
    const alone = size === 1 || (!out && this.places.below(100) < ONE_OF_GROUP);
    const was = out ? -1 : prev[v]!;
    if (!out) {
      if (alone) routes.unlink(v);
      else for (let k = from; k < from + size; k++) routes.unlink(member[k]!);
      if (!routes.settle(ANY_LIMIT)) {
        routes.undo();
        return false;
      }
    } else routes.nowServed(g);
    routes.mark();
    const base = routes.cost;
    for (let i = 0; i < TRIES; i++) {
      const byTime = size === 1 ? IN_TIME_SINGLE : alone ? IN_TIME_ONE_OF_GROUP : 0;
      const u = this.places.below(100) < byTime ? this.places.inTime(v) : this.places.anchor(v);
      if (u === -1 || u === v || (alone && u === was)) continue;
      const h = helper[u]!;
      if (h === -1 || !this.places.may(v, h)) continue;
      if (alone && size > 1 && !this.places.suits(v, h)) continue;
      const limit = out && routes.groupMust[g]! > 0 ? SOUND : this.#limit(cost);
      if (base + routes.costBeside(v, u, 0) > limit) continue;
      routes.link(v, u);
      if (!alone && size > 1 && !this.places.joinGroup(g, v)) {
        routes.undoToMark();
        continue;
      }
      if (routes.fixedCost + routes.timeCost <= limit && routes.settle(limit) && routes.cost <= limit) {
        routes.keep();
        return true;
      }
      routes.undoToMark();
    }
    routes.undo();
    return false;
  }

  readonly #lifted = new Int32Array(64);

  /**
   * Lifts a few groups that are near each other, adds some that are left out, and puts each back where it costs least, one
   * after another. Where not everybody can be served, those that find no place are left out.
   */
  rebuild(v: number, cost: number): boolean {
    const routes = this.#routes;
    const { mustLeftOut } = routes;
    let count = this.#lift(v);
    if (!routes.settle(ANY_LIMIT)) {
      routes.undo();
      return false;
    }
    const served = count;
    if (mustLeftOut > 0) count = this.#addLeftOut(v, count);
    const limit = this.#limit(cost);
    const most = mustLeftOut > 0 ? SOUND : limit;
    const lifted = this.#lifted;
    const isOutFirst = this.places.below(2) === 0;
    for (let g = 0; g < served; g++) routes.nowLeftOut(lifted[g]!);
    for (let left = count; left > 0; left--) {
      const at = isOutFirst && left > served ? left - 1 : this.places.below(left);
      const g = lifted[at]!;
      lifted[at] = lifted[left - 1]!;
      if (this.#insertOfSome(g, most, mustLeftOut > 0)) continue;
      if (mustLeftOut === 0 && routes.groupMust[g]! > 0) {
        routes.undo();
        return false;
      }
    }
    if (!this.#isTaken(mustLeftOut, limit)) {
      routes.undo();
      return false;
    }
    routes.keep();
    return true;
  }

  /** Puts a group in, where it is worth the trouble by more than one draw for those that are tied; else leaves it as it was. */
  #insertOfSome(g: number, limit: number, isWorthIt: boolean): boolean {
    const routes = this.#routes;
    const { first } = routes.groups;
    const draws = isWorthIt && first[g + 1]! - first[g]! > 1 ? DRAWS_OF_GROUP : 1;
    routes.mark();
    for (let draw = 0; draw < draws; draw++) {
      routes.nowServed(g);
      if (this.#insertBest(g, limit)) return true;
      routes.undoToMark();
    }
    return false;
  }

  /** Whether the settled plan may follow one that left out so many: fewer at any cost, as many by cost, more by chance. */
  #isTaken(mustLeftOut: number, limit: number): boolean {
    const { mustLeftOut: now, cost } = this.#routes;
    if (cost >= SOUND) return false;
    if (now === mustLeftOut) return cost <= limit;
    if (now < mustLeftOut) return true;
    return !this.isAllServed && now - mustLeftOut <= LEFT_OUT_TEMPERATURE * MINUS_LN[this.places.below(4096)]!;
  }

  #lift(v: number): number {
    const routes = this.#routes;
    const { groupOf, first, member } = routes.groups;
    const { helper, prev, next } = routes;
    const lifted = this.#lifted;
    const wanted = 1 + this.places.below(MOST_LIFTED);
    let count = 0;
    let seed = v;
    for (let draw = 0; draw < 3 * wanted && count < wanted; draw++) {
      if (seed >= 0 && seed < this.#services && helper[seed] !== -1) {
        const g = groupOf[seed]!;
        // Mostly what stands next on the chain goes next; else something near the first.
        const before = prev[seed]!;
        const after = next[seed]!;
        for (let k = first[g]!; k < first[g + 1]!; k++) routes.unlink(member[k]!);
        lifted[count++] = g;
        const way = this.places.below(4);
        seed = way === 0 ? before : way === 1 ? after : -1;
        if (seed !== -1) continue;
      }
      const pick = count === 0 ? groupOf[v]! : lifted[this.places.below(count)]!;
      const w = count === 0 ? v : member[first[pick]! + this.places.below(first[pick + 1]! - first[pick]!)]!;
      seed = this.places.neighbour(w, this.places.below(2) === 0);
    }
    return count;
  }

  /** Adds the group of a service that is left out, and one or two more that are. */
  #addLeftOut(v: number, count: number): number {
    const routes = this.#routes;
    const { groupOf } = routes.groups;
    const lifted = this.#lifted;
    const from = count;
    let w = v;
    for (let draw = 0; draw < LEFT_OUT_DRAWS; draw++) {
      const g = groupOf[w]!;
      if (routes.helper[w] === -1 && !lifted.subarray(0, count).includes(g)) lifted[count++] = g;
      if (count - from === MOST_ADDED) break;
      w = this.places.below(this.#services);
    }
    return count;
  }

  /** Puts a group onto the chains where it costs least, or near; what was linked stays linked where it does not fit. */
  #insertBest(g: number, limit: number): boolean {
    const routes = this.#routes;
    const { groupOf, first, member, isPair, tieTo, tieFirst, tieMin } = routes.groups;
    const from = first[g]!;
    const size = first[g + 1]! - from;
    const v = member[from + (size === 1 ? 0 : this.places.below(size))]!;
    const u = this.places.cheapest(v, 0);
    if (u === -1) return false;
    routes.link(v, u);
    if (size > 1) {
      if (isPair[g] === 1) {
        const { start, duration, travelTime, row, place, prev } = routes;
        const p = prev[v]!;
        let t = start[p]! + duration[p]! + travelTime[row[p]! + place[v]!]!;
        if (t < routes.earliestOf(v)) t = routes.earliestOf(v);
        const other = tieTo[tieFirst[v]!]!;
        const w = this.places.cheapest(other, t + tieMin[tieFirst[v]!]!);
        if (w === -1) return false;
        routes.link(other, w);
      } else if (!this.places.joinGroup(groupOf[v]!, v)) return false;
    }
    return routes.settle(limit);
  }

  /** Two services on different chains take each other's place. */
  swap(v: number, cost: number): boolean {
    const routes = this.#routes;
    const { helper, prev } = routes;
    const { groupOf } = routes.groups;
    const h = helper[v]!;
    for (let i = 0; i < 4; i++) {
      const u = this.places.anchor(v);
      if (u === -1 || u >= this.#services) continue;
      const w = this.places.below(2) === 0 ? u : routes.next[u]!;
      if (w === -1 || w >= this.#services) continue;
      const k = helper[w]!;
      if (k === -1 || k === h || groupOf[w] === groupOf[v]) continue;
      if (!this.places.may(v, k) || !this.places.may(w, h)) continue;
      if (!this.places.suits(v, k) || !this.places.suits(w, h)) continue;
      const beforeV = prev[v]!;
      const beforeW = prev[w]!;
      routes.unlink(v);
      routes.unlink(w);
      routes.link(v, beforeW);
      routes.link(w, beforeV);
      return this.#judge(cost);
    }
    return false;
  }

  #judge(cost: number): boolean {
    const routes = this.#routes;
    const limit = this.#limit(cost);
    if (routes.fixedCost <= limit && routes.settle(ANY_LIMIT) && routes.cost <= limit) {
      routes.keep();
      return true;
    }
    routes.undo();
    return false;
  }

  /** Two helpers exchange the rest of their day, so that the service comes right behind a near one. */
  crossTails(v: number, cost: number): boolean {
    const routes = this.#routes;
    const { helper, prev, next } = routes;
    const h = helper[v]!;
    for (let i = 0; i < 4; i++) {
      const u = this.places.anchor(v);
      if (u === -1) continue;
      const k = helper[u]!;
      if (k === -1 || k === h) continue;
      const before = prev[v]!;
      if (!this.#tailMay(v, k) || !this.#tailMay(next[u]!, h)) continue;
      routes.swapTails(before, u);
      if (!this.#tailTies(next[before]!) || !this.#tailTies(next[u]!)) {
        routes.undo();
        continue;
      }
      return this.#judge(cost);
    }
    return false;
  }

  #tailMay(head: number, h: number): boolean {
    const { next, services } = this.#routes;
    for (let v = head; v < services; v = next[v]!) if (!this.places.may(v, h)) return false;
    return true;
  }

  #tailTies(head: number): boolean {
    const { next, services, helper } = this.#routes;
    for (let v = head; v < services; v = next[v]!) if (!this.places.suits(v, helper[v]!)) return false;
    return true;
  }
}
