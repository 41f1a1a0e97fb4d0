import { type Random, seededRandom } from '@linli/model';
import { type Problem, type ProblemInput, parseProblem } from '../../src/problem.ts';

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };
type Helper = Mutable<ProblemInput['helpers'][number]>;
type Visit = Mutable<ProblemInput['visits'][number]>;
type Link = NonNullable<ProblemInput['links']>[number];
type Spacing = NonNullable<ProblemInput['spacings']>[number];

const DAY = 100;
/** More take too long to enumerate. */
const MOST_VISITS = 7;

/** A problem on its way: features write into it one after the other. */
interface Draft {
  readonly chance: Random;
  readonly profile: Profile;
  readonly days: number;
  readonly helpers: Helper[];
  readonly visits: Visit[];
  readonly links: Link[];
  readonly spacings: Spacing[];
  readonly weights: { -readonly [Key in keyof NonNullable<ProblemInput['weights']>]: number };
  readonly places: readonly string[];
  times: number[][];
}

/** Structures, each made for one of the engines; `routing` holds everything. */
const profiles = ['routing', 'linked', 'one-to-one', 'capacity'] as const;
type Profile = (typeof profiles)[number];

const percent = (chance: Random, share: number): boolean => chance.nextInt(100) < share;
const pick = <Value>(chance: Random, values: readonly Value[]): Value => values[chance.nextInt(values.length)]!;
const between = (chance: Random, least: number, most: number): number => least + chance.nextInt(most - least + 1);

/** Some, but never none of them. */
function some<Value>(chance: Random, values: readonly Value[], share: number): readonly Value[] {
  const drawn = values.filter(() => percent(chance, share));
  return drawn.length > 0 || values.length === 0 ? drawn : [pick(chance, values)];
}

const idOf = ({ id }: { readonly id: string }): string => id;

/** Visits that no link and no repeat has touched yet, in a random order. */
function untied({ chance, visits, links }: Draft, count: number): readonly string[] {
  const tied = new Set(links.flatMap(({ first, second }) => [first, second]));
  const free = visits.filter(({ id, repeat }) => !tied.has(id) && repeat === undefined).map(idOf);
  const drawn: string[] = [];
  while (drawn.length < count && free.length > 0) drawn.push(...free.splice(chance.nextInt(free.length), 1));
  return drawn.length === count ? drawn : [];
}

function tie(draft: Draft, bounds: Omit<Link, 'first' | 'second'>): void {
  const [first, second] = untied(draft, 2);
  if (first !== undefined && second !== undefined) draft.links.push({ first, second, ...bounds });
}

/** A lag that leaves room, and now and then does not say one of its ends. */
function lag(chance: Random): Pick<Link, 'minLag' | 'maxLag'> {
  const minLag = between(chance, -10, 25);
  const maxLag = minLag + chance.nextInt(30);
  return pick(chance, [{ minLag, maxLag }, { minLag, maxLag }, { minLag }, { maxLag }]);
}

const linkedKinds = (chance: Random): readonly Omit<Link, 'first' | 'second'>[] => [
  { minLag: 0, maxLag: 0, helper: 'other' },
  { minLag: between(chance, 0, 20), maxLag: between(chance, 20, 60) },
  { ...lag(chance), helper: 'other' },
  { minLag: between(chance, 5, 20), helper: 'same' },
];

/** What each feature writes into a draft. */
const written = {
  skills: ({ chance, helpers, visits }) => {
    for (const helper of some(chance, helpers, 60)) helper.skills = ['a'];
    for (const visit of some(chance, visits, 35)) visit.skills = ['a'];
  },
  'several windows': ({ chance, days, visits }) => {
    for (const visit of some(chance, visits, 40)) {
      const from = chance.nextInt(days) * DAY + chance.nextInt(70);
      visit.windows = [...visit.windows, { from, until: from + visit.duration + chance.nextInt(30) }];
    }
  },
  breaks: ({ chance, days, helpers }) => {
    for (const helper of some(chance, helpers, 60))
      helper.breaks = Array.from({ length: between(chance, 1, 2) }, () => {
        const from = chance.nextInt(days) * DAY + between(chance, 10, 70);
        return { from, until: from + between(chance, 3, 15) };
      });
  },
  capacities: ({ chance, helpers, visits }) => {
    const kinds = between(chance, 1, 2);
    for (const helper of some(chance, helpers, 80)) helper.capacity = Array.from({ length: kinds }, () => between(chance, 2, 7));
    for (const visit of some(chance, visits, 70)) visit.loads = Array.from({ length: kinds }, () => chance.nextInt(4));
  },
  'max visits': ({ chance, helpers }) => {
    for (const helper of some(chance, helpers, 60)) helper.maxVisits = between(chance, 1, 3);
  },
  'max work': ({ chance, helpers }) => {
    for (const helper of some(chance, helpers, 60)) helper.maxWork = between(chance, 15, 60);
  },
  wanted: ({ chance, helpers, visits, weights }) => {
    if (percent(chance, 50)) weights.wanted = pick(chance, [1, 2000, 10_000]);
    for (const visit of some(chance, visits, 50)) visit.wanted = [pick(chance, helpers).id];
  },
  refused: ({ chance, helpers, visits }) => {
    for (const visit of some(chance, visits, 40)) visit.refused = [pick(chance, helpers).id];
  },
  priorities: ({ chance, visits }) => {
    for (const visit of visits) visit.priority = between(chance, 1, 4);
  },
  fairness: ({ chance, weights }) => {
    weights.fairness = pick(chance, [5, 20, 200]);
  },
  overtime: ({ chance, helpers, weights }) => {
    if (percent(chance, 50)) weights.overtime = pick(chance, [300, 5000]);
    for (const helper of some(chance, helpers, 70)) helper.overtimeAfter = between(chance, 0, 40);
  },
  'soft ends': ({ chance, visits, weights }) => {
    if (percent(chance, 50)) weights.lateness = pick(chance, [0, 100, 3000]);
    if (percent(chance, 50)) weights.latest = pick(chance, [0, 100, 3000]);
    if (percent(chance, 25)) Object.assign(weights, { lateness: 0, latest: pick(chance, [100, 3000, 1_000_000]) });
    for (const visit of some(chance, visits, 60))
      visit.windows = visit.windows.map(({ from, until }) => ({
        from,
        until,
        softUntil: percent(chance, 20) ? null : between(chance, from, Math.min(until, from + visit.duration + 15)),
      }));
  },
  'pairs together': (draft) => {
    for (let pairs = between(draft.chance, 1, 2); pairs > 0; pairs--) tie(draft, { minLag: 0, maxLag: 0, helper: 'other' });
  },
  lags: (draft) => {
    for (let pairs = between(draft.chance, 1, 2); pairs > 0; pairs--) tie(draft, lag(draft.chance));
  },
  'same helper': (draft) => {
    tie(draft, { helper: 'same', ...(percent(draft.chance, 50) ? lag(draft.chance) : {}) });
  },
  'other helper': (draft) => {
    tie(draft, { helper: 'other', ...(percent(draft.chance, 50) ? lag(draft.chance) : {}) });
  },
  'chains of three': (draft) => {
    const { chance, links } = draft;
    const [first, second, third] = untied(draft, 3);
    if (first === undefined || second === undefined || third === undefined) return;
    links.push(
      { first, second, ...pick(chance, linkedKinds(chance)) },
      { first: second, second: third, ...pick(chance, linkedKinds(chance)) },
    );
    if (percent(chance, 20)) links.push({ first, second: third, helper: 'other' });
  },
  'start and end places': ({ chance, profile, helpers, places }) => {
    const [from, to] = [pick(chance, places), pick(chance, places)];
    for (const helper of some(chance, helpers, profile === 'linked' ? 100 : 70)) {
      helper.from = profile === 'linked' ? from : percent(chance, 80) ? pick(chance, places) : null;
      helper.to = profile === 'linked' ? to : percent(chance, 80) ? pick(chance, places) : null;
    }
  },
  'two shifts': ({ chance, helpers }) => {
    for (const helper of some(chance, helpers, 60))
      helper.shifts = helper.shifts.flatMap(({ from, until }) => {
        const pause = between(chance, from + 20, until - 25);
        return [
          { from, until: pause },
          { from: pause + chance.nextInt(15), until },
        ];
      });
  },
  'costs and wages': ({ chance, helpers, visits, weights }) => {
    if (percent(chance, 30)) weights.cost = pick(chance, [1, 200]);
    for (const helper of some(chance, helpers, 60)) {
      helper.cost = chance.nextInt(15);
      helper.wage = chance.nextInt(3);
    }
    for (const visit of some(chance, visits, 30)) visit.effort = { [pick(chance, helpers).id]: pick(chance, [3, 12, 100]) };
  },
  continuity: ({ chance, visits, weights }) => {
    if (percent(chance, 50)) weights.continuity = pick(chance, [1000, 5000]);
    for (const visit of some(chance, visits, 70)) visit.for = pick(chance, ['ann', 'bo']);
  },
  spacing: (draft) => {
    const { chance, visits, spacings } = draft;
    const minDays = between(chance, 1, 2);
    const maxDays = percent(chance, 50) ? minDays + chance.nextInt(2) : null;
    if (percent(chance, 50)) {
      const [id] = untied(draft, 1);
      const visit = visits.find((one) => one.id === id);
      // A series is as many visits: what makes room for it goes from the end.
      if (visit === undefined || visit.pinned !== undefined || visits.length < 4) return;
      visit.repeat = { times: 2, minDays, maxDays };
    } else spacings.push({ visits: some(chance, visits, 45).map(idOf).slice(0, 4), minDays, maxDays });
  },
  pins: ({ chance, helpers, visits }) => {
    for (const visit of some(chance, visits, 20)) {
      const [{ from, until }] = visit.windows as [{ from: number; until: number }];
      if (visit.repeat === undefined)
        visit.pinned = {
          helperId: pick(chance, helpers).id,
          from: between(chance, from, Math.max(from, until - visit.duration)),
        };
    }
  },
  'ways not metric': (draft) => {
    const { chance, places } = draft;
    draft.times = places.map((a) => places.map((b) => (a === b ? 0 : between(chance, 1, pick(chance, [5, 15, 40])))));
  },
  tight: ({ chance, helpers, visits }) => {
    for (const helper of some(chance, helpers, 60))
      helper.shifts = helper.shifts.map(({ from, until }) => ({
        from,
        until: Math.max(from + 12, until - between(chance, 20, 50)),
      }));
    for (const visit of some(chance, visits, 60)) visit.duration += chance.nextInt(10);
  },
  optional: ({ chance, visits }) => {
    for (const visit of some(chance, visits, 40)) visit.penalty = pick(chance, [0, 4, 12, 40]);
  },
  'linked in a series': (draft) => {
    const { chance, visits, links, spacings } = draft;
    const bounds = pick(chance, [
      {},
      { helper: 'same' },
      { helper: 'other' },
      { minLag: 20 },
      { maxLag: 150 },
      { minLag: -150, maxLag: 250 },
    ] as const);
    if (percent(chance, 40)) {
      const [id] = untied(draft, 1);
      const visit = visits.find((one) => one.id === id);
      if (visit === undefined || visit.pinned !== undefined) return;
      visit.repeat = { times: 2, minDays: 1 };
      links.push({ first: `${visit.id}#1`, second: `${visit.id}#2`, ...bounds });
      return;
    }
    const members = untied(draft, between(chance, 2, 3));
    const [first, second] = members;
    if (first === undefined || second === undefined) return;
    spacings.push({ visits: members, minDays: 1, maxDays: percent(chance, 30) ? 2 : null });
    links.push({ first, second, ...bounds });
  },
} satisfies Record<string, (draft: Draft) => void>;

export type Feature = keyof typeof written;
export const features = Object.keys(written) as readonly Feature[];

/** What a structure leaves room for. */
const allowedIn: Record<Profile, readonly Feature[]> = {
  routing: features,
  linked: [
    ...['skills', 'wanted', 'refused', 'soft ends', 'pairs together', 'lags', 'same helper', 'other helper'],
    ...['chains of three', 'costs and wages', 'ways not metric', 'tight', 'start and end places'],
  ] as readonly Feature[],
  'one-to-one': [
    ...[
      'skills',
      'several windows',
      'breaks',
      'capacities',
      'max work',
      'wanted',
      'refused',
      'priorities',
      'fairness',
      'overtime',
    ],
    ...['start and end places', 'two shifts', 'costs and wages', 'pins', 'ways not metric', 'tight', 'optional'],
  ] as readonly Feature[],
  capacity: ['skills', 'wanted', 'refused', 'priorities', 'costs and wages', 'tight', 'optional', 'max work'],
};

export interface Drawn {
  readonly input: ProblemInput;
  readonly problem: Problem;
  readonly features: readonly Feature[];
  readonly profile: Profile;
}

/** What ties visits to each other or to a time, or lets them go: where a search by single steps is most easily stuck. */
const binding: readonly Feature[] = [
  ...(['breaks', 'pairs together', 'lags', 'same helper', 'other helper', 'chains of three', 'two shifts'] as const),
  ...(['spacing', 'pins', 'optional', 'linked in a series'] as const),
];

/** A problem of up to twelve visits with one of the binding features at least. */
export const bindingProblem = (seed: number): Drawn =>
  randomProblem(seed, binding[seed % binding.length]!, MOST_VISITS + (seed % 6));

/** A small problem of two to five features, one of them `wanted` if there is one; the same for the same seed. */
export function randomProblem(seed: number, wanted: Feature | null = null, mostVisits = MOST_VISITS): Drawn {
  const chance = seededRandom(Math.imul(seed, 2_654_435_761));
  for (;;) {
    const profile = pick(chance, [...Array<Profile>(5).fill('routing'), 'linked', 'linked', 'one-to-one', 'capacity'] as const);
    const allowed = allowedIn[profile];
    if (wanted !== null && !allowed.includes(wanted)) continue;
    const chosen = new Set<Feature>(wanted === null ? [] : [wanted]);
    for (let count = between(chance, 2, 5); chosen.size < count; ) chosen.add(pick(chance, allowed));
    const drawn = features.filter((feature) => chosen.has(feature));
    const input = inputOf(chance, profile, drawn, mostVisits);
    const answer = parseProblem(input);
    // Links drawn by chance may contradict each other; then the next draw has its turn.
    if (answer.ok && answer.value.visits.length <= mostVisits) return { input, problem: answer.value, features: drawn, profile };
  }
}

function inputOf(chance: Random, profile: Profile, drawn: readonly Feature[], mostVisits: number): ProblemInput {
  const isSpread = drawn.some((feature) => feature === 'spacing' || feature === 'linked in a series');
  const days = isSpread ? between(chance, 2, 3) : 1;
  const places = Array.from({ length: between(chance, 2, 5) }, (_, index) => `p${index}`);
  const spots = places.map(() => [chance.nextInt(12), chance.nextInt(12)] as const);
  const hasWays = profile !== 'capacity';
  const draft: Draft = {
    chance,
    profile,
    days,
    helpers: Array.from({ length: between(chance, 2, 3) }, (_, index) => helper(chance, profile, days, index)),
    visits: Array.from({ length: between(chance, 4, mostVisits - (isSpread ? 1 : 0)) }, (_, index) =>
      visit(chance, profile, days, places, index),
    ),
    links: [],
    spacings: [],
    weights: { fairness: 0 },
    places,
    times: spots.map(([x, y]) => spots.map(([u, v]) => (hasWays ? Math.abs(x - u) + Math.abs(y - v) : 0))),
  };
  if (profile === 'linked') alike(draft);
  for (const feature of drawn) written[feature](draft);
  const { helpers, visits, links, spacings, weights, times } = draft;
  return {
    helpers,
    visits,
    ...(links.length > 0 ? { links } : {}),
    ...(spacings.length > 0 ? { spacings } : {}),
    weights,
    ...(isSpread ? { dayLength: DAY } : {}),
    travel: { kind: 'matrix', places, times },
  };
}

function helper(chance: Random, profile: Profile, days: number, index: number): Helper {
  const shifts = Array.from({ length: days }, (_, day) => ({
    from: day * DAY + chance.nextInt(15),
    until: day * DAY + between(chance, 70, 99),
  }));
  if (profile === 'capacity') return { id: `h${index}`, shifts: [{ from: 0, until: between(chance, 15, 45) }] };
  return { id: `h${index}`, shifts, ...(profile === 'one-to-one' ? { maxVisits: 1 } : {}) };
}

function visit(chance: Random, profile: Profile, days: number, places: readonly string[], index: number): Visit {
  const duration = between(chance, 3, 14);
  const day = chance.nextInt(days) * DAY;
  const from = day + chance.nextInt(60);
  const until = from + duration + chance.nextInt(45);
  // A visit that may be on any day has a window on each: that is what series are for.
  const windows = percent(chance, 50)
    ? Array.from({ length: days }, (_, at) => ({ from: at * DAY + (from - day), until: at * DAY + (until - day) }))
    : [{ from, until }];
  return {
    id: `v${index}`,
    windows: profile === 'capacity' ? [{ from: 0, until: 100 }] : windows,
    duration,
    place: pick(chance, places),
  };
}

/** Everybody sets out from the same place in the same shift: what the engine for tied visits asks for. */
function alike({ chance, helpers, places }: Draft): void {
  const [from, to] = [pick(chance, places), pick(chance, places)];
  for (const helper of helpers) {
    helper.shifts = helpers[0]!.shifts;
    helper.from = from;
    helper.to = to;
  }
}
