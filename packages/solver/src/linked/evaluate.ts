import { type LinkedInput, type LinkedSolution, NEVER } from './input.ts';

export interface LinkedEvaluation {
  /** Every rule that the plan breaks, in words; empty for a sound plan. */
  readonly faults: readonly string[];
  /** The earliest start of every service, -1 when left out. */
  readonly start: readonly number[];
  readonly travel: number;
  readonly lateness: number;
  readonly largest: number;
  readonly extra: number;
  readonly leftOut: number;
  readonly mustLeftOut: number;
  /** Weighted sum of the above, without `mustLeftOut`. */
  readonly cost: number;
}

/**
 * Judges a plan from its chains alone: `order` read per helper says who goes where after what; the starts are found anew, by
 * raising every service until all rules hold. Slow, plain, and independent of the search.
 */
export function evaluateLinked(
  input: LinkedInput,
  { order, helper }: Pick<LinkedSolution, 'order' | 'helper'>,
): LinkedEvaluation {
  const services = input.place.length;
  const helpers = input.helperStart.length;
  const faults: string[] = [];
  const travelOf = (from: number, to: number): number => input.travel[from * input.places + to]!;

  const chains: number[][] = Array.from({ length: helpers }, () => []);
  const seen = new Set<number>();
  for (const v of order) {
    if (seen.has(v)) faults.push(`service ${v} twice`);
    seen.add(v);
    if (helper[v]! < 0) faults.push(`service ${v} without a helper`);
    else chains[helper[v]!]!.push(v);
  }
  for (let v = 0; v < services; v++) {
    if (helper[v]! >= 0 && !seen.has(v)) faults.push(`service ${v} missing in the order`);
    if (helper[v]! >= 0 && input.allowed[v * helpers + helper[v]!] !== 1) faults.push(`helper ${helper[v]} may not do ${v}`);
  }
  for (const { first, second, helpers: kind } of input.links) {
    if (seen.has(first) !== seen.has(second)) faults.push(`${first} and ${second} are linked, one is left out`);
    if (!seen.has(first) || !seen.has(second)) continue;
    const same = helper[first] === helper[second];
    if ((kind === 'other' && same) || (kind === 'same' && !same)) faults.push(`${first} and ${second} want ${kind} helpers`);
  }

  // A start may have to wait for everybody else's whole day, never longer: beyond that people wait in a ring.
  let horizon = Math.max(0, ...input.helperEarliest, ...input.earliest);
  const widest = Math.max(0, ...input.travel);
  for (let v = 0; v < services; v++) horizon += input.duration[v]! + widest;
  for (const { minLag, maxLag } of input.links) horizon += Math.abs(minLag) + (maxLag === NEVER ? 0 : Math.abs(maxLag));

  const start = Array.from({ length: services }, (_, v) => (seen.has(v) ? input.earliest[v]! : -1));
  for (let moved = true; moved; ) {
    moved = false;
    const raise = (v: number, to: number): void => {
      if (start[v]! >= to) return;
      start[v] = to;
      moved = true;
    };
    chains.forEach((chain, h) => {
      let free = input.helperEarliest[h]!;
      let place = input.helperStart[h]!;
      for (const v of chain) {
        raise(v, free + travelOf(place, input.place[v]!));
        free = start[v]! + input.duration[v]!;
        place = input.place[v]!;
      }
    });
    for (const { first, second, minLag, maxLag } of input.links) {
      if (!seen.has(first) || !seen.has(second)) continue;
      raise(second, start[first]! + minLag);
      raise(first, start[second]! - maxLag);
    }
    if (start.some((at) => at > horizon)) {
      faults.push('helpers wait for each other in a ring');
      break;
    }
  }

  let travel = 0;
  let extra = 0;
  chains.forEach((chain, h) => {
    let place = input.helperStart[h]!;
    let free = input.helperEarliest[h]!;
    for (const v of chain) {
      travel += travelOf(place, input.place[v]!);
      place = input.place[v]!;
      free = start[v]! + input.duration[v]!;
      extra += input.extraCost === null ? 0 : input.extraCost[v * helpers + h]!;
    }
    const home = travelOf(place, input.helperEnd[h]!);
    travel += home;
    if (chain.length > 0 && input.helperLatest !== null && free + home > input.helperLatest[h]!)
      faults.push(`helper ${h} is home too late`);
  });

  let lateness = 0;
  let largest = 0;
  let leftOut = 0;
  let mustLeftOut = 0;
  for (let v = 0; v < services; v++) {
    const weight = input.leftOutWeight === null ? -1 : input.leftOutWeight[v]!;
    if (!seen.has(v)) {
      if (weight < 0) mustLeftOut++;
      else leftOut += weight;
      continue;
    }
    const late = Math.max(0, start[v]! - input.latest[v]!);
    lateness += late;
    largest = Math.max(largest, late);
    if (input.hardLatest !== null && start[v]! > input.hardLatest[v]!) faults.push(`service ${v} begins too late`);
  }
  const cost =
    input.travelWeight * travel + input.latenessWeight * lateness + input.largestLatenessWeight * largest + extra + leftOut;
  return { faults, start, travel, lateness, largest, extra, leftOut, mustLeftOut, cost };
}
