import type { NewVisit } from '../../src/index.ts';
import type { ProblemInput } from '../../src/problem.ts';
import { type Dice, diceOf } from '../dice.ts';
import { type Neighbourhood, neighbourhood } from './places.ts';

/** How large a community's day is. */
export interface CommunitySize {
  readonly elders: number;
  readonly helpers: number;
  /** How many of a thousand elders need two people at once. */
  readonly twoPersonPermille: number;
}

export const communitySize: CommunitySize = { elders: 300, helpers: 40, twoPersonPermille: 200 };

const MORNING = { from: 480, until: 720 };
const AFTERNOON = { from: 840, until: 1050 };
const HALVES = [MORNING, AFTERNOON];
const skills = ['meal', 'clean', 'nurse', 'repair', 'company'];
const LIFT = 'lift';

type HelperInput = ProblemInput['helpers'][number];
type VisitInput = ProblemInput['visits'][number];

/**
 * One day of a community, in minutes: helpers who come for one half-day or both, on foot between houses in grids; elders of
 * whom one in five needs two people at once, one in seven a set hour, one in ten an hour that may be missed at a price, one in
 * five wishes for somebody known, one in twenty refuses somebody; four levels of priority.
 */
export function communityDay({ elders, helpers, twoPersonPermille }: CommunitySize, seed: number): ProblemInput {
  const dice = diceOf(seed);
  const grids = Math.max(4, Math.round(elders / 25));
  const place = neighbourhood(dice, grids, 8);
  const people = Array.from({ length: helpers }, (_, index) => helper(dice, place, index));
  const names = people.map(({ id }) => id);
  const doubles = Math.round((elders * twoPersonPermille) / 1000);
  const visits: VisitInput[] = [];
  const links: NonNullable<ProblemInput['links']>[number][] = [];
  for (let elder = 0; elder < elders; elder++) {
    if (elder >= doubles) visits.push(single(dice, place, names, elder));
    else {
      const [first, second] = double(dice, place, names, elder);
      visits.push(first, second);
      links.push({ first: first.id, second: second.id, minLag: 0, maxLag: 0, helper: 'other' });
    }
  }
  return { helpers: people, visits, links, travel: place.travel };
}

function helper(dice: Dice, { office }: Neighbourhood, index: number): HelperInput {
  const both = dice.chance(600);
  const half = dice.one(HALVES);
  // Every skill is there whatever the dice say: helper n surely has skill n.
  const own = skills.filter((_, skill) => skill === index % skills.length || dice.chance(350));
  if (index % 2 === 0 || dice.chance(200)) own.push(LIFT);
  return { id: `helper-${index + 1}`, shifts: both ? HALVES : [half], skills: own, from: office, to: office, maxVisits: 16 };
}

function asked(dice: Dice, { houses }: Neighbourhood, names: readonly string[], elder: number) {
  return {
    for: `elder-${elder + 1}`,
    place: dice.one(houses),
    priority: dice.one([1, 1, 1, 1, 1, 2, 2, 2, 3, 5]),
    wanted: dice.chance(200) ? [dice.one(names)] : [],
    refused: dice.chance(50) ? [dice.one(names)] : [],
  };
}

function windows(dice: Dice, duration: number): { from: number; until: number; softUntil?: number }[] {
  const kind = dice.below(100);
  if (kind < 50) return HALVES;
  const half = dice.one(HALVES);
  if (kind < 75) return [half];
  const length = dice.between(duration + 20, duration + 60);
  const from = dice.between(half.from, half.until - length);
  if (kind < 90) return [{ from, until: from + length }];
  return [{ from, until: half.until, softUntil: from + length }];
}

function single(dice: Dice, place: Neighbourhood, names: readonly string[], elder: number): VisitInput {
  const duration = dice.one([15, 15, 20, 20, 25, 30]);
  const needs = dice.chance(700) ? [dice.one(skills)] : [];
  return {
    ...asked(dice, place, names, elder),
    id: `visit-${elder + 1}`,
    duration,
    skills: needs,
    windows: windows(dice, duration),
  };
}

/** Two people at the same time: one who lifts, one of any kind. */
function double(dice: Dice, place: Neighbourhood, names: readonly string[], elder: number): [VisitInput, VisitInput] {
  const duration = dice.one([30, 35, 40, 45]);
  const shared = { ...asked(dice, place, names, elder), duration, windows: windows(dice, duration) };
  return [
    { ...shared, id: `visit-${elder + 1}-a`, skills: [LIFT] },
    { ...shared, id: `visit-${elder + 1}-b`, wanted: [] },
  ];
}

/** A visit that nobody planned for: one more elder of the same kind. */
export function oneMore(problem: ProblemInput, seed: number): NewVisit {
  const dice = diceOf(seed);
  const { travel } = problem;
  const houses = travel.kind === 'coordinates' ? travel.places.map(({ id }) => id).filter((id) => id !== 'office') : [];
  const duration = dice.one([15, 20, 25, 30]);
  return {
    id: `new-${seed}`,
    place: dice.one(houses),
    duration,
    skills: dice.chance(700) ? [dice.one(skills)] : [],
    windows: windows(dice, duration),
  };
}
