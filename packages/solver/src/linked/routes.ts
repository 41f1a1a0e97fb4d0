import { type Groups, groupServices } from './groups.ts';
import { type LinkedInput, NEVER } from './input.ts';

/** A group timed more often than this within one change is taken for a deadlock: people waiting for each other in a ring. */
const MOST_TIMINGS = 8;

/** What a plan costs that breaks no hard limit is below `SOUND`; with a unit of broken limit it is above. */
export const SOUND = 2 ** 53;
const BROKEN = 2 ** 54;

/** In place of a mate: none, a group that is more than a pair, a node that needs no time. */
const ALONE = -1;
const MANY = -2;
const UNTIMED = -3;

/**
 * The plan under search: per helper a chain of services, and for every service the earliest start that the chains and the
 * links allow. A change touches chains only; `settle` then re-times what the change reaches and stops where nothing moves.
 * Everything since the last `keep` can be taken back with `undo`.
 *
 * Nodes are services 0..V-1, then each helper's way out V..V+H-1, then each helper's way home V+H..V+2H-1.
 */
export class Routes {
  readonly input: LinkedInput;
  readonly groups: Groups;
  readonly services: number;
  readonly helpers: number;
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** Per node; -1 for a service that is left out. */
  readonly helper: Int32Array;
  readonly start: Int32Array;
  /** The starts when the plan was last kept: where services stand in time while a change has others lifted. */
  readonly keptStart: Int32Array;
  readonly late: Int32Array;
  readonly duration: Int32Array;
  /** Place of a node, and the place's row in the travel matrix. */
  readonly place: Int32Array;
  readonly row: Int32Array;
  readonly travelTime: Int32Array;

  travel = 0;
  lateness = 0;
  largest = 0;
  /** Units by which hard limits are broken. */
  excess = 0;
  extra = 0;
  /** Summed weight of the groups left out, and how many services that must be served are among them. */
  leftOut = 0;
  mustLeftOut = 0;

  /** Weight of leaving group g out, and how many of its services must be served. */
  readonly groupWeight: Float64Array;
  readonly groupMust: Int32Array;

  /** What a unit of broken hard limit costs while searching. */
  excessWeight = BROKEN;
  readonly #travelWeight: number;
  readonly #latenessWeight: number;
  readonly #largestWeight: number;

  readonly #earliest: Int32Array;
  readonly #latest: Int32Array;
  readonly #hard: Int32Array;
  readonly #hasHard: boolean;
  /** Per node the other of its pair, or ALONE, MANY, UNTIMED; and the pair's lags on its first. */
  readonly #mate: Int32Array;
  readonly #isFirst: Uint8Array;
  readonly #lagMin: Int32Array;
  readonly #lagMax: Int32Array;

  readonly #waiting: Int32Array;
  readonly #waitingSince: Int32Array;
  readonly #isWaiting: Uint8Array;
  #waitingCount = 0;
  readonly #timed: Int32Array;
  readonly #timedIn: Int32Array;
  #change = 1;

  /** A change lifts and links every service once at most. */
  readonly #opNode: Int32Array;
  readonly #opAfter: Int32Array;
  readonly #opHelper: Int32Array;
  #opCount = 0;
  #startNode = new Int32Array(256);
  #startWas = new Int32Array(256);
  #startCount = 0;
  #stageFrom = 0;
  /** What the two marks remember: the last kept state and the state inside an open change. */
  readonly #marked = [new Float64Array(9), new Float64Array(9)] as const;

  constructor(input: LinkedInput, groups: Groups = groupServices(input)) {
    this.input = input;
    this.groups = groups;
    const services = input.place.length;
    const helpers = input.helperStart.length;
    const nodes = services + 2 * helpers;
    const count = this.groups.count;
    this.services = services;
    this.helpers = helpers;
    this.travelTime = input.travel;
    this.#travelWeight = input.travelWeight;
    this.#latenessWeight = input.latenessWeight;
    this.#largestWeight = input.largestLatenessWeight;
    this.next = new Int32Array(nodes).fill(-1);
    this.prev = new Int32Array(nodes).fill(-1);
    this.helper = new Int32Array(nodes).fill(-1);
    this.start = new Int32Array(nodes);
    this.keptStart = new Int32Array(nodes);
    this.late = new Int32Array(nodes);
    this.duration = new Int32Array(nodes);
    this.duration.set(input.duration);
    this.place = new Int32Array(nodes);
    this.place.set(input.place);
    this.place.set(input.helperStart, services);
    this.place.set(input.helperEnd, services + helpers);
    this.row = this.place.map((place) => place * input.places);
    this.#earliest = new Int32Array(nodes);
    this.#earliest.set(input.earliest);
    this.#latest = new Int32Array(nodes).fill(NEVER);
    this.#latest.set(input.latest);
    this.#hard = new Int32Array(nodes).fill(NEVER);
    if (input.hardLatest !== null) this.#hard.set(input.hardLatest);
    if (input.helperLatest !== null) this.#hard.set(input.helperLatest, services + helpers);
    this.#hasHard = this.#hard.some((limit) => limit !== NEVER);
    this.#mate = new Int32Array(nodes).fill(UNTIMED);
    this.#isFirst = new Uint8Array(nodes);
    this.#lagMin = new Int32Array(nodes);
    this.#lagMax = new Int32Array(nodes);
    const { first, member, isPair, pairMin, pairMax, groupOf } = this.groups;
    for (let v = 0; v < services; v++) {
      const g = groupOf[v]!;
      const size = first[g + 1]! - first[g]!;
      this.#mate[v] = size === 1 ? ALONE : MANY;
      if (isPair[g] === 0) continue;
      this.#isFirst[v] = member[first[g]!] === v ? 1 : 0;
      this.#mate[v] = member[first[g]! + this.#isFirst[v]!]!;
      this.#lagMin[v] = pairMin[g]!;
      this.#lagMax[v] = pairMax[g]!;
    }
    for (let h = 0; h < helpers; h++) {
      const out = services + h;
      const home = services + helpers + h;
      this.next[out] = home;
      this.prev[home] = out;
      this.helper[out] = h;
      this.helper[home] = h;
      this.start[out] = input.helperEarliest[h]!;
      this.start[home] = this.start[out]! + this.travelTime[this.row[out]! + this.place[home]!]!;
      this.travel += this.travelTime[this.row[out]! + this.place[home]!]!;
      if (this.#hard[home] !== NEVER) this.#mate[home] = ALONE;
    }
    this.#opNode = new Int32Array(4 * nodes + 8);
    this.#opAfter = new Int32Array(4 * nodes + 8);
    this.#opHelper = new Int32Array(4 * nodes + 8);
    this.#waiting = new Int32Array(nodes);
    this.#waitingSince = new Int32Array(nodes);
    this.#isWaiting = new Uint8Array(nodes);
    this.#timed = new Int32Array(nodes);
    this.#timedIn = new Int32Array(nodes);

    for (let v = 0; v < services; v++) this.start[v] = Math.min(this.#earliest[v]!, this.#latest[v]!, this.#hard[v]!);
    this.keptStart.set(this.start);

    this.groupWeight = new Float64Array(count);
    this.groupMust = new Int32Array(count);
    for (let v = 0; v < services; v++) {
      const weight = input.leftOutWeight === null ? -1 : input.leftOutWeight[v]!;
      const g = this.groups.groupOf[v]!;
      if (weight < 0) this.groupMust[g]!++;
      else this.groupWeight[g]! += weight;
    }
    for (let g = 0; g < count; g++) {
      this.leftOut += this.groupWeight[g]!;
      this.mustLeftOut += this.groupMust[g]!;
    }
    this.keep();
  }

  earliestOf(node: number): number {
    return this.#earliest[node]!;
  }

  /** Whether the service cannot begin in time anywhere behind the node. */
  isBehind(v: number, node: number): boolean {
    return this.start[node]! + this.duration[node]! > this.#hard[v]!;
  }

  /** Takes a service off its chain. */
  unlink(v: number): void {
    const before = this.prev[v]!;
    const after = this.next[v]!;
    const h = this.helper[v]!;
    this.#log(v, before, h);
    this.next[before] = after;
    this.prev[after] = before;
    this.helper[v] = -1;
    const time = this.travelTime;
    const rowBefore = this.row[before]!;
    const placeAfter = this.place[after]!;
    this.travel += time[rowBefore + placeAfter]! - time[rowBefore + this.place[v]!]! - time[this.row[v]! + placeAfter]!;
    if (this.input.extraCost !== null) this.extra -= this.input.extraCost[v * this.helpers + h]!;
    this.#wake(after);
    if (this.#mate[v] !== ALONE) this.#wakeTied(v);
    // Off the chain it is not late.
    this.#setStart(v, Math.min(this.#earliest[v]!, this.#latest[v]!, this.#hard[v]!));
  }

  /** Those it was tied to need not wait for it any longer. */
  #wakeTied(v: number): void {
    const { tieFirst, tieTo } = this.groups;
    for (let i = tieFirst[v]!; i < tieFirst[v + 1]!; i++) if (this.helper[tieTo[i]!] !== -1) this.#wake(tieTo[i]!);
  }

  /** Puts a service on the chain of `before`, right behind it. */
  link(v: number, before: number): void {
    const after = this.next[before]!;
    const h = this.helper[before]!;
    this.#log(v, -1, -1);
    this.next[before] = v;
    this.prev[v] = before;
    this.next[v] = after;
    this.prev[after] = v;
    this.helper[v] = h;
    const time = this.travelTime;
    const rowBefore = this.row[before]!;
    const placeAfter = this.place[after]!;
    this.travel += time[rowBefore + this.place[v]!]! + time[this.row[v]! + placeAfter]! - time[rowBefore + placeAfter]!;
    if (this.input.extraCost !== null) this.extra += this.input.extraCost[v * this.helpers + h]!;
    this.#wake(v);
    this.#wake(after);
  }

  /** What follows `a` and what follows `b` change chains. Both are on different chains. */
  swapTails(a: number, b: number): void {
    this.#log(a, b, -2);
    const homeA = this.services + this.helpers + this.helper[a]!;
    const homeB = this.services + this.helpers + this.helper[b]!;
    this.#countTails(a, homeA, b, homeB, -1);
    this.#joinTails(a, b);
    this.#countTails(a, homeA, b, homeB, 1);
    this.#wake(this.next[a]!);
    this.#wake(this.next[b]!);
    this.#wake(homeA);
    this.#wake(homeB);
  }

  /** Adds (or, with sign -1, takes off) the ends of both ways and the extra cost of both tails. */
  #countTails(a: number, homeA: number, b: number, homeB: number, sign: number): void {
    this.travel += sign * (this.#endsOf(a, homeA) + this.#endsOf(b, homeB));
    const extra = this.input.extraCost;
    if (extra === null) return;
    for (let v = this.next[a]!; v < this.services; v = this.next[v]!)
      this.extra += sign * extra[v * this.helpers + this.helper[v]!]!;
    for (let v = this.next[b]!; v < this.services; v = this.next[v]!)
      this.extra += sign * extra[v * this.helpers + this.helper[v]!]!;
  }

  /** The way from a node to the next, and the way home when that is another. */
  #endsOf(node: number, home: number): number {
    const { travelTime, row, place, next, prev } = this;
    const last = prev[home]!;
    const on = travelTime[row[node]! + place[next[node]!]!]!;
    return last === node ? on : on + travelTime[row[last]! + place[home]!]!;
  }

  #joinTails(a: number, b: number): void {
    const { next, prev, helper, services, helpers } = this;
    const homeA = services + helpers + helper[a]!;
    const homeB = services + helpers + helper[b]!;
    const headA = next[a]!;
    const lastA = prev[homeA]!;
    this.#hang(a, homeA, next[b]!, prev[homeB]!);
    this.#hang(b, homeB, headA, lastA);
  }

  /** Gives a node the tail from head to last, which is none when its head is a way home. */
  #hang(node: number, home: number, head: number, last: number): void {
    const { next, prev, helper, services } = this;
    const isNone = head >= services;
    const end = isNone ? node : last;
    next[node] = isNone ? home : head;
    prev[next[node]!] = node;
    next[end] = home;
    prev[home] = end;
    for (let v = next[node]!; v < services; v = next[v]!) helper[v] = helper[node]!;
  }

  /** Counts a group whose members were all linked (or unlinked) in this change as served (or left out). */
  nowServed(g: number): void {
    this.leftOut -= this.groupWeight[g]!;
    this.mustLeftOut -= this.groupMust[g]!;
  }

  nowLeftOut(g: number): void {
    this.leftOut += this.groupWeight[g]!;
    this.mustLeftOut += this.groupMust[g]!;
  }

  /**
   * Re-times everything the change reaches, soonest first. False: the chains wait for each other in a ring, or the cost has
   * passed `limit`; undoing is then due. A finite limit is meant for changes that only add services: there, times and cost
   * only grow. Times are the earliest ones unless a ring of waits closes exactly (a chain that takes just as long as a largest
   * lag allows): then those in it may stay later than they need to.
   */
  settle(limit: number): boolean {
    const { start, late, prev, next, helper, duration, row, place, travelTime, services } = this;
    const earliest = this.#earliest;
    const latest = this.#latest;
    const hard = this.#hard;
    const hasHard = this.#hasHard;
    const mate = this.#mate;
    const waiting = this.#waiting;
    const since = this.#waitingSince;
    const isWaiting = this.#isWaiting;
    const timed = this.#timed;
    const timedIn = this.#timedIn;
    const change = ++this.#change;
    const latenessWeight = this.#latenessWeight;
    const excessWeight = this.excessWeight;
    const most = limit - this.fixedCost - this.#largestWeight * this.largest;
    const roomNeeded = this.#startCount + 2 * MOST_TIMINGS * start.length;
    while (this.#startNode.length < roomNeeded) this.#growStarts();
    const startNode = this.#startNode;
    const startWas = this.#startWas;
    let lateness = this.lateness;
    let excess = this.excess;
    let logged = this.#startCount;
    let queued = this.#waitingCount;
    let sound = true;

    while (queued > 0) {
      let at = 0;
      let soonest = since[0]!;
      let second = NEVER;
      for (let i = 1; i < queued; i++) {
        const key = since[i]!;
        if (key < soonest) {
          second = soonest;
          soonest = key;
          at = i;
        } else if (key < second) second = key;
      }
      let node = waiting[at]!;
      queued--;
      waiting[at] = waiting[queued]!;
      since[at] = since[queued]!;
      isWaiting[node] = 0;

      // Along the chain for as long as times move and nobody else is due sooner.
      for (;;) {
        if (timedIn[node] !== change) {
          timedIn[node] = change;
          timed[node] = 1;
        } else if (++timed[node]! > MOST_TIMINGS) {
          sound = false;
          break;
        }
        if (latenessWeight * lateness + excessWeight * excess > most) {
          sound = false;
          break;
        }
        const other = mate[node]!;
        let also = -1;
        if (other === MANY) {
          this.lateness = lateness;
          this.excess = excess;
          this.#startCount = logged;
          this.#waitingCount = queued;
          sound = this.#timeGroup(node);
          lateness = this.lateness;
          excess = this.excess;
          logged = this.#startCount;
          queued = this.#waitingCount;
          break;
        }
        if (other >= 0 && helper[other] !== -1 && helper[node] !== -1) {
          const a = this.#isFirst[node] === 1 ? node : other;
          const b = a === node ? other : node;
          let p = prev[a]!;
          let atA = start[p]! + duration[p]! + travelTime[row[p]! + place[a]!]!;
          if (atA < earliest[a]!) atA = earliest[a]!;
          p = prev[b]!;
          let atB = start[p]! + duration[p]! + travelTime[row[p]! + place[b]!]!;
          if (atB < earliest[b]!) atB = earliest[b]!;
          if (atB < atA + this.#lagMin[a]!) atB = atA + this.#lagMin[a]!;
          if (atA < atB - this.#lagMax[a]!) atA = atB - this.#lagMax[a]!;
          const wasA = start[a]!;
          const wasB = start[b]!;
          let go = -1;
          if (atA !== wasA) {
            startNode[logged] = a;
            startWas[logged++] = wasA;
            start[a] = atA;
            const l = atA > latest[a]! ? atA - latest[a]! : 0;
            lateness += l - late[a]!;
            late[a] = l;
            if (hasHard) excess += over(atA, hard[a]!) - over(wasA, hard[a]!);
            go = next[a]!;
          }
          if (atB !== wasB) {
            startNode[logged] = b;
            startWas[logged++] = wasB;
            start[b] = atB;
            const l = atB > latest[b]! ? atB - latest[b]! : 0;
            lateness += l - late[b]!;
            late[b] = l;
            if (hasHard) excess += over(atB, hard[b]!) - over(wasB, hard[b]!);
            if (go === -1) go = next[b]!;
            else also = next[b]!;
          }
          if (go === -1) break;
          node = go;
        } else {
          if (helper[node] === -1) {
            if (other < 0 || helper[other] === -1) break;
            node = other;
          }
          const p = prev[node]!;
          let t = start[p]! + duration[p]! + travelTime[row[p]! + place[node]!]!;
          if (t < earliest[node]!) t = earliest[node]!;
          const was = start[node]!;
          if (t === was) break;
          startNode[logged] = node;
          startWas[logged++] = was;
          start[node] = t;
          const l = t > latest[node]! ? t - latest[node]! : 0;
          lateness += l - late[node]!;
          late[node] = l;
          if (hasHard) excess += over(t, hard[node]!) - over(was, hard[node]!);
          if (node >= services) break;
          node = next[node]!;
        }
        if (also !== -1 && mate[also] !== UNTIMED && isWaiting[also] === 0) {
          isWaiting[also] = 1;
          waiting[queued] = also;
          since[queued++] = start[also]!;
          if (start[also]! < second) second = start[also]!;
        }
        if (mate[node] === UNTIMED || isWaiting[node] === 1) break;
        if (start[node]! > second) {
          isWaiting[node] = 1;
          waiting[queued] = node;
          since[queued++] = start[node]!;
          break;
        }
      }
      if (!sound) break;
    }

    this.lateness = lateness;
    this.excess = excess;
    this.#startCount = logged;
    this.#waitingCount = queued;
    if (sound) this.#findLargest();
    else this.#forget();
    return sound;
  }

  #forget(): void {
    for (let i = 0; i < this.#waitingCount; i++) this.#isWaiting[this.#waiting[i]!] = 0;
    this.#waitingCount = 0;
  }

  readonly #scratch = new Map<number, number>();

  /** Three or more members, or several links: relax the arcs between those on chains until nothing moves. */
  #timeGroup(node: number): boolean {
    const { groupOf, first, member, arcFirst, arcFrom, arcTo, arcLag } = this.groups;
    const g = groupOf[node]!;
    const from = first[g]!;
    const until = first[g + 1]!;
    const at = this.#scratch;
    at.clear();
    for (let i = from; i < until; i++) {
      const v = member[i]!;
      if (this.helper[v] === -1) continue;
      const p = this.prev[v]!;
      const t = this.start[p]! + this.duration[p]! + this.travelTime[this.row[p]! + this.place[v]!]!;
      at.set(v, Math.max(t, this.#earliest[v]!));
    }
    let moved = true;
    for (let round = from; moved; round++) {
      if (round > until) return false;
      moved = false;
      for (let arc = arcFirst[g]!; arc < arcFirst[g + 1]!; arc++) {
        const before = at.get(arcFrom[arc]!);
        const after = at.get(arcTo[arc]!);
        if (before === undefined || after === undefined || before + arcLag[arc]! <= after) continue;
        at.set(arcTo[arc]!, before + arcLag[arc]!);
        moved = true;
      }
    }
    for (const [v, t] of at) if (t !== this.start[v]) this.#setStart(v, t);
    return true;
  }

  /** What the chains cost whatever the times on them are. */
  get fixedCost(): number {
    return this.#travelWeight * this.travel + this.extra + this.leftOut;
  }

  get cost(): number {
    return this.fixedCost + this.timeCost;
  }

  get timeCost(): number {
    return this.#latenessWeight * this.lateness + this.#largestWeight * this.largest + this.excessWeight * this.excess;
  }

  /**
   * What the plan costs at least once the lifted service stands right behind `u` and begins no earlier than `notBefore`: its
   * way, its lateness, and that of those behind it on the chain. What links pass on to other chains is not in it.
   */
  costBeside(v: number, u: number, notBefore: number): number {
    const { start, late, next, duration, row, place, travelTime: time, services } = this;
    const latest = this.#latest;
    let w = next[u]!;
    const there = time[row[u]! + place[v]!]!;
    const on = time[row[v]! + place[w]!]!;
    let t = start[u]! + duration[u]! + there;
    if (t < this.#earliest[v]!) t = this.#earliest[v]!;
    if (t < notBefore) t = notBefore;
    let most = t - latest[v]!;
    let more = most > 0 ? most : 0;
    let excess = this.#hasHard && t > this.#hard[v]! ? t - this.#hard[v]! : 0;
    t += duration[v]! + on;
    while (w < services && t > start[w]!) {
      const lateness = t - latest[w]!;
      if (lateness > 0) {
        more += lateness - late[w]!;
        if (lateness > most) most = lateness;
      }
      if (this.#hasHard && t > this.#hard[w]!) excess += t - Math.max(start[w]!, this.#hard[w]!);
      const x = next[w]!;
      t += duration[w]! + time[row[w]! + place[x]!]!;
      w = x;
    }
    if (this.#hasHard && w >= services && t > start[w]! && t > this.#hard[w]!) {
      excess += t - Math.max(start[w]!, this.#hard[w]!);
    }
    let cost = this.#travelWeight * (there + on - time[row[u]! + place[next[u]!]!]!) + this.excessWeight * excess;
    cost += this.#latenessWeight * more;
    if (most > this.largest) cost += this.#largestWeight * (most - this.largest);
    if (this.input.extraCost !== null) cost += this.input.extraCost[v * this.helpers + this.helper[u]!]!;
    return cost;
  }

  /** Makes the change final. */
  keep(): void {
    for (let i = 0; i < this.#startCount; i++) this.keptStart[this.#startNode[i]!] = this.start[this.#startNode[i]!]!;
    this.#opCount = 0;
    this.#startCount = 0;
    this.#stageFrom = 0;
    this.#remember(this.#marked[0]);
  }

  /** Marks the settled middle of a change: `undoToMark` comes back to it. */
  mark(): void {
    this.#stageFrom = this.#startCount;
    this.#remember(this.#marked[1]);
  }

  #remember(into: Float64Array): void {
    into[0] = this.travel;
    into[1] = this.lateness;
    into[2] = this.largest;
    into[3] = this.excess;
    into[4] = this.extra;
    into[5] = this.leftOut;
    into[6] = this.mustLeftOut;
    into[7] = this.#opCount;
    into[8] = this.#startCount;
  }

  /** Takes the change back, all of it. */
  undo(): void {
    this.#stageFrom = 0;
    this.#undoTo(this.#marked[0]);
  }

  undoToMark(): void {
    this.#undoTo(this.#marked[1]);
  }

  #undoTo(to: Float64Array): void {
    const { next, prev, helper } = this;
    const ops = to[7]!;
    const starts = to[8]!;
    for (let i = this.#opCount - 1; i >= ops; i--) {
      const v = this.#opNode[i]!;
      const h = this.#opHelper[i]!;
      if (h === -2) {
        this.#joinTails(v, this.#opAfter[i]!);
      } else if (h === -1) {
        const before = prev[v]!;
        const after = next[v]!;
        next[before] = after;
        prev[after] = before;
        helper[v] = -1;
      } else {
        const before = this.#opAfter[i]!;
        const after = next[before]!;
        next[before] = v;
        prev[v] = before;
        next[v] = after;
        prev[after] = v;
        helper[v] = h;
      }
    }
    const latest = this.#latest;
    for (let i = this.#startCount - 1; i >= starts; i--) {
      const v = this.#startNode[i]!;
      const was = this.#startWas[i]!;
      this.start[v] = was;
      this.late[v] = was > latest[v]! ? was - latest[v]! : 0;
    }
    this.#forget();
    this.#opCount = ops;
    this.#startCount = starts;
    this.travel = to[0]!;
    this.lateness = to[1]!;
    this.largest = to[2]!;
    this.excess = to[3]!;
    this.extra = to[4]!;
    this.leftOut = to[5]!;
    this.mustLeftOut = to[6]!;
  }

  #setStart(v: number, t: number): void {
    const was = this.start[v]!;
    if (this.#startCount === this.#startNode.length) this.#growStarts();
    this.#startNode[this.#startCount] = v;
    this.#startWas[this.#startCount++] = was;
    this.start[v] = t;
    const latest = this.#latest[v]!;
    const late = t > latest ? t - latest : 0;
    this.lateness += late - this.late[v]!;
    this.late[v] = late;
    if (this.#hasHard) {
      const hard = this.#hard[v]!;
      this.excess += (t > hard ? t - hard : 0) - (was > hard ? was - hard : 0);
    }
    if (v < this.services && this.helper[v] !== -1) this.#wake(this.next[v]!);
  }

  #findLargest(): void {
    const { late, services } = this;
    let peak = 0;
    let fell = false;
    const latest = this.#latest;
    for (let i = this.#stageFrom; i < this.#startCount; i++) {
      const v = this.#startNode[i]!;
      if (late[v]! > peak) peak = late[v]!;
      if (this.#startWas[i]! - latest[v]! === this.largest) fell = true;
    }
    if (peak >= this.largest) this.largest = peak;
    else if (fell && this.largest > 0) {
      for (let v = 0; v < services; v++) if (late[v]! > peak) peak = late[v]!;
      this.largest = peak;
    }
  }

  #wake(node: number): void {
    if (this.#mate[node] === UNTIMED || this.#isWaiting[node] === 1) return;
    this.#isWaiting[node] = 1;
    this.#waiting[this.#waitingCount] = node;
    this.#waitingSince[this.#waitingCount++] = this.start[node]!;
  }

  #log(node: number, after: number, helper: number): void {
    this.#opNode[this.#opCount] = node;
    this.#opAfter[this.#opCount] = after;
    this.#opHelper[this.#opCount++] = helper;
  }

  #growStarts(): void {
    this.#startNode = grown(this.#startNode);
    this.#startWas = grown(this.#startWas);
  }
}

const over = (t: number, limit: number): number => (t > limit ? t - limit : 0);

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(array.length * 2);
  longer.set(array);
  return longer;
}
