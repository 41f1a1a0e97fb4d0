import type { Frame } from '../frame.ts';
import { byId, type PlannedVisit } from '../plan.ts';
import type { Helper, Visit } from '../problem.ts';
import { slotsOf } from '../slots.ts';

/**
 * A problem as numbers. Helpers and visits are counted in the order of their ids, so that a tie
 * falls the same way whatever the order of the input. A pair is `visit * helpers.length + helper`.
 */
export interface Table {
  readonly frame: Frame;
  readonly helpers: readonly Helper[];
  readonly visits: readonly Visit[];
  readonly placeOf: Int32Array;
  readonly durations: Float64Array;
  readonly places: number;
  /** From place a to place b: `a * places + b`. */
  readonly times: Float64Array;
  /** Start and end place of each helper's shifts, -1 for none. */
  readonly homeFrom: Int32Array;
  readonly homeTo: Int32Array;
  readonly maxVisits: Float64Array;
  readonly maxWork: Float64Array;
  /** Per visit the helpers who could do it on an empty day. */
  readonly able: readonly (readonly number[])[];
  /** The slots of a pair lie from `slotAt[pair]` until `slotAt[pair + 1]`. */
  readonly slotAt: Int32Array;
  readonly slotFirst: Float64Array;
  readonly slotLast: Float64Array;
  readonly slotShift: Int32Array;
  /** Weighted soft price of a pair that does not hang on the rest of the day. */
  readonly price: Float64Array;
  /** Where an earlier plan had the visit: helper, slot and start; helper -1 for nowhere it could stay. */
  readonly anchorHelper: Int32Array;
  readonly anchorSlot: Int32Array;
  readonly anchorStart: Float64Array;
  readonly movePrice: number;
}

interface Before {
  readonly visits: readonly PlannedVisit[];
  readonly movePrice: number;
}

export function tableOf(frame: Frame, before: Before = { visits: [], movePrice: 0 }): Table {
  const helpers = frame.problem.helpers.toSorted((a, b) => byId(a.id, b.id));
  const visits = frame.problem.visits.toSorted((a, b) => byId(a.id, b.id));
  const { places, times } = frame.problem.travel;
  const rows = new Map(places.map((place, row) => [place, row]));
  const rowOf = (place: string | null): number => (place === null ? -1 : rows.get(place)!);
  const pairs = pairsOf(frame, helpers, visits);
  return {
    frame,
    helpers,
    visits,
    placeOf: Int32Array.from(visits, ({ place }) => rowOf(place)),
    durations: Float64Array.from(visits, ({ duration }) => duration),
    places: places.length,
    times: Float64Array.from(times.flat()),
    homeFrom: Int32Array.from(helpers, ({ from }) => rowOf(from)),
    homeTo: Int32Array.from(helpers, ({ to }) => rowOf(to)),
    maxVisits: Float64Array.from(helpers, ({ maxVisits }) => maxVisits ?? Number.POSITIVE_INFINITY),
    maxWork: Float64Array.from(helpers, ({ maxWork }) => maxWork ?? Number.POSITIVE_INFINITY),
    ...pairs,
    ...anchorsOf(helpers, visits, pairs, before.visits),
    movePrice: before.movePrice,
  };
}

type Pairs = Pick<Table, 'able' | 'slotAt' | 'slotFirst' | 'slotLast' | 'slotShift' | 'price'>;

function pairsOf(frame: Frame, helpers: readonly Helper[], visits: readonly Visit[]): Pairs {
  const skills = helpers.map((helper) => new Set(helper.skills));
  const slotAt = new Int32Array(visits.length * helpers.length + 1);
  const price = new Float64Array(visits.length * helpers.length);
  const firsts: number[] = [];
  const lasts: number[] = [];
  const shifts: number[] = [];
  const able = visits.map((visit, v) =>
    helpers.flatMap((helper, h) => {
      const pair = v * helpers.length + h;
      price[pair] = pairPrice(frame, helper, visit);
      if (mayDo(visit, helper, skills[h]!))
        for (const { first, last, shift } of slotsOf(frame, helper, visit)) {
          firsts.push(first);
          lasts.push(last);
          shifts.push(shift);
        }
      slotAt[pair + 1] = firsts.length;
      return slotAt[pair + 1]! > slotAt[pair]! ? [h] : [];
    }),
  );
  return {
    able,
    slotAt,
    slotFirst: Float64Array.from(firsts),
    slotLast: Float64Array.from(lasts),
    slotShift: Int32Array.from(shifts),
    price,
  };
}

function mayDo(visit: Visit, { id }: Helper, skills: ReadonlySet<string>): boolean {
  if (visit.pinned !== null && visit.pinned.helperId !== id) return false;
  return !visit.refused.includes(id) && visit.skills.every((skill) => skills.has(skill));
}

function pairPrice({ problem: { weights } }: Frame, helper: Helper, visit: Visit): number {
  const missed = visit.wanted.length > 0 && !visit.wanted.includes(helper.id);
  return helper.cost * weights.cost + (missed ? weights.wanted : 0);
}

type Anchors = Pick<Table, 'anchorHelper' | 'anchorSlot' | 'anchorStart'>;

function anchorsOf(
  helpers: readonly Helper[],
  visits: readonly Visit[],
  { slotAt, slotFirst, slotLast }: Pairs,
  before: readonly PlannedVisit[],
): Anchors {
  const helperAt = new Map(helpers.map(({ id }, h) => [id, h]));
  const visitAt = new Map(visits.map(({ id }, v) => [id, v]));
  const anchorHelper = new Int32Array(visits.length).fill(-1);
  const anchorSlot = new Int32Array(visits.length);
  const anchorStart = new Float64Array(visits.length);
  for (const { visitId, helperId, from } of before) {
    const v = visitAt.get(visitId);
    const h = helperAt.get(helperId);
    if (v === undefined || h === undefined) continue;
    const pair = v * helpers.length + h;
    for (let slot = slotAt[pair]!; slot < slotAt[pair + 1]!; slot++)
      if (slotFirst[slot]! <= from && from <= slotLast[slot]!) {
        anchorHelper[v] = h;
        anchorSlot[v] = slot;
        anchorStart[v] = from;
      }
  }
  return { anchorHelper, anchorSlot, anchorStart };
}
