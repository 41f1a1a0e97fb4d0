import fc from 'fast-check';
import { type LinkedInput, NEVER, type ServiceLink } from '../src/linked/input.ts';

interface Shape {
  readonly helpers: number;
  readonly services: number;
  readonly hard: boolean;
  readonly optional: boolean;
  /** Numbers to draw everything else from. */
  readonly draws: readonly number[];
}

/** Small inputs of every kind: pairs, chains of three, same and other helpers, negative lags, hard limits, weights. */
export const linkedInputs = (mostServices: number): fc.Arbitrary<LinkedInput> =>
  fc
    .record({
      helpers: fc.integer({ min: 1, max: 4 }),
      services: fc.integer({ min: 1, max: mostServices }),
      hard: fc.boolean(),
      optional: fc.boolean(),
      draws: fc.array(fc.nat(9999), { minLength: 40, maxLength: 40 }),
    })
    .map(linkedInput);

function linkedInput({ helpers, services, hard, optional, draws }: Shape): LinkedInput {
  let at = 0;
  let salt = 0;
  const below = (n: number): number => {
    const draw = draws[at]! + 7919 * salt;
    at++;
    if (at === draws.length) {
      at = 0;
      salt++;
    }
    return draw % n;
  };
  const places = services + 1;
  const points = Array.from({ length: places }, () => [below(50), below(50)] as const);
  const travel = Int32Array.from(points.flatMap(([x, y]) => points.map(([u, v]) => Math.abs(x - u) + Math.abs(y - v))));
  const earliest = Int32Array.from({ length: services }, () => below(300));
  const latest = earliest.map((open) => (below(8) === 0 ? NEVER : open + below(60)));
  const links: ServiceLink[] = [];
  for (let v = 0; v + 1 < services; v += 2) {
    const kind = below(6);
    if (kind < 2) continue;
    const minLag = kind === 2 ? 0 : below(40) - 10;
    const maxLag = kind === 2 ? 0 : minLag + below(60);
    const relation = (['other', 'other', 'any', 'same'] as const)[below(4)]!;
    const apart = relation === 'other' ? { minLag, maxLag } : { minLag: minLag + 60, maxLag: maxLag + 120 };
    links.push({ first: v, second: v + 1, ...apart, helpers: helpers === 1 && relation === 'other' ? 'any' : relation });
    if (v + 2 < services && below(5) === 0) links.push({ first: v + 1, second: v + 2, minLag: 0, maxLag: 200, helpers: 'any' });
  }
  return {
    places,
    travel,
    helperStart: new Int32Array(helpers),
    helperEnd: new Int32Array(helpers),
    helperEarliest: Int32Array.from({ length: helpers }, () => below(30)),
    helperLatest: hard ? Int32Array.from({ length: helpers }, () => 200 + below(400)) : null,
    place: Int32Array.from({ length: services }, (_, v) => v + 1),
    duration: Int32Array.from({ length: services }, () => 1 + below(30)),
    earliest,
    latest,
    hardLatest: hard ? earliest.map((open) => (below(2) === 0 ? NEVER : open + 40 + below(100))) : null,
    allowed: Uint8Array.from({ length: services * helpers }, () => (below(4) === 0 ? 0 : 1)),
    extraCost: below(2) === 0 ? null : Int32Array.from({ length: services * helpers }, () => below(20)),
    leftOutWeight: optional ? Int32Array.from({ length: services }, () => (below(3) === 0 ? -1 : below(80))) : null,
    links,
    travelWeight: 1 + below(3),
    latenessWeight: 1 + below(3),
    largestLatenessWeight: below(3),
  };
}

/**
 * The same with every time 64-fold and every largest lag but "at once" one more: no ring of waits then closes exactly, so that
 * there is only one timing in which nobody waits without a reason.
 */
export function withoutExactRings(input: LinkedInput): LinkedInput {
  const wide = (times: Int32Array): Int32Array => times.map((t) => (t === NEVER ? NEVER : 64 * t));
  return {
    ...input,
    travel: wide(input.travel),
    helperEarliest: wide(input.helperEarliest),
    helperLatest: input.helperLatest && wide(input.helperLatest),
    duration: wide(input.duration),
    earliest: wide(input.earliest),
    latest: wide(input.latest),
    hardLatest: input.hardLatest && wide(input.hardLatest),
    links: input.links.map((link) => ({
      ...link,
      minLag: 64 * link.minLag,
      maxLag: 64 * link.maxLag + (link.minLag === link.maxLag ? 0 : 1),
    })),
  };
}

/** Two helpers, two services at one place each; everything else is overridden by the test. */
export function plainInput(over: Partial<LinkedInput> & Pick<LinkedInput, 'place'>): LinkedInput {
  const services = over.place.length;
  const helpers = over.helperStart?.length ?? 2;
  return {
    places: 3,
    travel: Int32Array.of(0, 10, 20, 10, 0, 15, 20, 15, 0),
    helperStart: new Int32Array(helpers),
    helperEnd: new Int32Array(helpers),
    helperEarliest: new Int32Array(helpers),
    helperLatest: null,
    duration: new Int32Array(services).fill(5),
    earliest: new Int32Array(services),
    latest: new Int32Array(services).fill(NEVER),
    hardLatest: null,
    allowed: new Uint8Array(services * helpers).fill(1),
    extraCost: null,
    leftOutWeight: null,
    links: [],
    travelWeight: 1,
    latenessWeight: 1,
    largestLatenessWeight: 1,
    ...over,
  };
}
