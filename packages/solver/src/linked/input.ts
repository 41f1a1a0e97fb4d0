/** How the helpers of two linked services relate. */
type LinkHelpers = 'other' | 'same' | 'any';

/** `minLag <= start(second) - start(first) <= maxLag`; both 0 means "at the same time". */
export interface ServiceLink {
  readonly first: number;
  readonly second: number;
  /** May be negative: the second may then begin before the first. */
  readonly minLag: number;
  readonly maxLag: number;
  readonly helpers: LinkHelpers;
}

/**
 * Services tied together across people, as flat arrays. Helpers are 0..H-1, services 0..V-1, places 0..P-1.
 * All numbers are whole; times, durations and travel share one unit and one origin, every time is at least 0 and
 * every sum of times on a route stays below 2^30. Helpers wait as long as they need to.
 */
export interface LinkedInput {
  readonly places: number;
  /** P*P, from row to column; time and distance alike. */
  readonly travel: Int32Array;

  readonly helperStart: Int32Array;
  readonly helperEnd: Int32Array;
  /** Leaves the start place no earlier than this. */
  readonly helperEarliest: Int32Array;
  /** Hard: back at the end place no later than this; `null` when no helper has such a limit, `NEVER` for one without. */
  readonly helperLatest: Int32Array | null;

  readonly place: Int32Array;
  readonly duration: Int32Array;
  /** Never begins before this. */
  readonly earliest: Int32Array;
  /** Soft: what the start is later than this is lateness; `NEVER` when there is no such end. */
  readonly latest: Int32Array;
  /** Hard: never begins after this; `null` when no service has such a limit, `NEVER` for one without. */
  readonly hardLatest: Int32Array | null;
  /** V*H, 1 where the helper may do the service. */
  readonly allowed: Uint8Array;
  /** V*H, cost of that helper doing that service; `null` when all are 0. */
  readonly extraCost: Int32Array | null;
  /**
   * Per service, what it costs to leave it out; -1 when it must be served; `null` when all must.
   * Linked services are left out together: their weights add up, and one that must be served makes all so.
   */
  readonly leftOutWeight: Int32Array | null;

  readonly links: readonly ServiceLink[];

  /** Weights of travel, of the sum of lateness, and of the largest single lateness. */
  readonly travelWeight: number;
  readonly latenessWeight: number;
  readonly largestLatenessWeight: number;
}

/** A time that never comes. */
export const NEVER = 0x3fffffff;

/** A plan: `order` holds the served services by start; `helper` and `start` are per service, -1 when left out. */
export interface LinkedSolution {
  readonly order: Int32Array;
  readonly helper: Int32Array;
  readonly start: Int32Array;
  /** Services that must be served and are not. */
  readonly mustLeftOut: number;
  /** Weighted travel, lateness and largest lateness, extra cost and left-out weights; without `mustLeftOut`. */
  readonly cost: number;
}
