import { assert } from '@linli/model/kernel';
import type { Frame } from '../frame.ts';
import { RoutingSearch } from '../routing/routing-search.ts';
import { tableOf } from '../routing/table.ts';
import type { Rule } from '../rules/rule.ts';
import { Slice, type Slices } from '../slices.ts';
import { capacityEngine } from './capacity-engine.ts';
import type { Engine } from './engine.ts';
import { linkedEngine } from './linked-engine.ts';
import { oneToOneEngine } from './one-to-one-engine.ts';

/**
 * Looks at the structure of a problem and at nothing else, and takes the engine that is made for it. The first that fits:
 * one visit each at most; sums of service only; visits tied together or late at a price; and ways and windows, which holds
 * whatever else a problem has, and the caller's own rules.
 */
export function* chooseEngine(frame: Frame, seed: number, rules: readonly Rule[]): Slices<Engine> {
  assert(Number.isSafeInteger(seed), 'options/bad-seed', `seed is a whole number, not ${seed}`);
  const made =
    rules.length > 0
      ? null
      : ((yield* oneToOneEngine(frame)) ?? (yield* capacityEngine(frame, seed)) ?? (yield* linkedEngine(frame, seed)));
  if (made !== null) return made;
  const table = yield* tableOf(frame);
  if (new Slice().isFull(table.toursFor.length)) yield;
  return new RoutingSearch(table, seed, { rules });
}
