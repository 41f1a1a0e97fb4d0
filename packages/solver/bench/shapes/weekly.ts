import type { ProblemInput } from '../../src/problem.ts';
import { diceOf } from '../dice.ts';
import { neighbourhood } from './places.ts';

export interface WeeklySize {
  readonly elders: number;
  readonly helpers: number;
}

export const weeklySize: WeeklySize = { elders: 150, helpers: 20 };

const DAY = 1440;
const DAYS = 7;
const KNOCK_MINUTES = 10;
const DISINFECTION_MINUTES = 30;

type VisitInput = ProblemInput['visits'][number];

/**
 * A week of a community, in minutes: three in ten elders hear a knock every day, the others once a week on a day that is free;
 * half of them have their home disinfected two or three times, with days between. Whoever comes, it should be few different
 * people for each elder.
 */
export function communityWeek({ elders, helpers }: WeeklySize, seed: number): ProblemInput {
  const dice = diceOf(seed);
  const place = neighbourhood(dice, Math.max(4, Math.round(elders / 15)), 8);
  const everyDay = (from: number, until: number) =>
    Array.from({ length: DAYS }, (_, day) => ({ from: day * DAY + from, until: day * DAY + until }));
  const people = Array.from({ length: helpers }, (_, index) => {
    const free = new Set([dice.below(DAYS), dice.below(DAYS)]);
    const [from, until] = dice.one([
      [480, 720],
      [840, 1050],
      [480, 1020],
    ] as const);
    return {
      id: `helper-${index + 1}`,
      shifts: everyDay(from, until).filter((_, day) => !free.has(day)),
      skills: index % 2 === 0 ? ['disinfect'] : [],
      from: place.office,
      to: place.office,
      maxWork: 5 * 480,
    };
  });
  const visits = Array.from({ length: elders }, (_, elder): VisitInput[] => {
    const id = `elder-${elder + 1}`;
    const shared = { for: id, place: dice.one(place.houses), refused: dice.chance(50) ? [dice.one(people).id] : [] };
    const daily = dice.chance(300);
    const knock: VisitInput = {
      ...shared,
      id: `${id}-knock`,
      duration: KNOCK_MINUTES,
      windows: everyDay(480, 1020),
      priority: daily ? 3 : 1,
      repeat: daily ? { times: DAYS, minDays: 1, maxDays: 1 } : null,
    };
    const times = dice.chance(500) ? dice.between(2, 3) : 0;
    const disinfection: VisitInput = {
      ...shared,
      id: `${id}-disinfection`,
      duration: DISINFECTION_MINUTES,
      skills: ['disinfect'],
      windows: everyDay(540, 1020),
      priority: 2,
      repeat: { times, minDays: times === 2 ? 3 : 2, maxDays: times === 2 ? 4 : 3 },
    };
    return times === 0 ? [knock] : [knock, disinfection];
  }).flat();
  return { helpers: people, visits, travel: place.travel };
}
