import type { Instant } from '@linli/model';
import type { Tick } from '../../src/process/drive.ts';
import type { Snapshot } from '../../src/process/snapshot.ts';
import { duowenTeam } from '../../src/team/duowen-team.ts';
import { openTeam, team } from '../../src/team/team.ts';
import type { TeamDefinition } from '../../src/team/team-definition.ts';
import type { TeamEvent, TeamTypes } from '../../src/team/team-facts.ts';
import { person, start } from '../case-file/paths.ts';
import { hour, tick } from '../case-file/story.ts';
import type { AnyPlan } from '../paths.ts';
import { date, record } from '../volunteer/paths.ts';

export type Team = Snapshot<TeamTypes>;

type Standards = TeamDefinition['standards'];
/** One member more, one core member more and one course more at each stage; the ages are given. */
const smallStandards = (ages: readonly [number, number, number]): Standards => ({
  incubating: { members: 1, coreMembers: 1, courses: ['a'], daysSinceFounded: ages[0] },
  registered: { members: 2, coreMembers: 2, courses: ['a', 'b'], daysSinceFounded: ages[1] },
  independent: { members: 3, coreMembers: 3, courses: ['a', 'b', 'c'], daysSinceFounded: ages[2] },
});
export const smallTeam = (ages: readonly [number, number, number]): Team =>
  openTeam({ ...duowenTeam, standards: smallStandards(ages) }, 'team-1', '银发先锋');

type Distribute<Event> = Event extends unknown ? Omit<Event, 'id' | 'at' | 'by'> : never;
export type Said = Distribute<TeamEvent>;
/** An event of a team with its stamp, noted by a social worker; its id is new to the snapshot. */
export const noted = ({ seen }: Team, at: Instant, event: Said): TeamEvent =>
  ({ ...event, id: `${event.type}-${seen.length}`, at, by: person('social-worker') }) as TeamEvent;

/** Everything that can be said to a team at one moment. */
const samples = (one: Team, at: Instant): readonly (TeamEvent | Tick)[] => [
  tick(at),
  ...[
    { type: 'founded', on: date('2020-03-29') } as const,
    { type: 'founded', on: date('2090-01-01') } as const,
    ...['m1', 'm2', 'm3', 'm4'].flatMap((id) =>
      [true, false].map((isCore) => ({ type: 'member-joined', personId: person(id), isCore }) as const),
    ),
    ...['m1', 'm4'].map((id) => ({ type: 'member-left', personId: person(id) }) as const),
    ...['a', 'b', 'c'].map((course) => ({ type: 'course-passed', record: record(course, '2020-01-01', null) }) as const),
    { type: 'course-passed', record: record('a', '2020-01-01', '2020-06-01') } as const,
    { type: 'advanced' } as const,
    { type: 'fell-back', why: 'core-left' } as const,
    { type: 'dissolved', why: 'merged' } as const,
  ].map((event) => noted(one, at, event)),
];

/** As likely as all else together: growing on, so that stories get far. */
export const likely = (one: Team, at: Instant): readonly (TeamEvent | Tick)[] => {
  const all = samples(one, at);
  const lacking = (['m1', 'm2', 'm3'] as const).find(
    (id) => !one.facts.members.some(({ personId, until }) => personId === id && until === null),
  );
  const growing: readonly Said[] = [
    { type: 'advanced' },
    { type: 'founded', on: date('2020-03-29') },
    ...(lacking === undefined ? [] : [{ type: 'member-joined', personId: person(lacking), isCore: true } as const]),
    ...['a', 'b', 'c'].map((course) => ({ type: 'course-passed', record: record(course, '2020-01-01', null) }) as const),
  ];
  return [...all, ...all.map((_, index) => noted(one, at, growing[index % growing.length]!))];
};

/** One way to grow: a core member, a course, the next stage; and beside each step whatever else may happen there. */
const growth = (one: Team, at: Instant): readonly TeamEvent[] => {
  const { members, trainings, foundedOn } = one.facts;
  const course = trainings.length < members.length ? ['a', 'b', 'c', 'd'][trainings.length] : undefined;
  const stage = ['candidate', 'incubating', 'registered', 'independent'].indexOf(one.state);
  const member = person(`m${members.length + 1}`);
  const [latest] = members.slice(-1);
  return [
    ...(members.length > stage || latest?.isCore === false
      ? []
      : [true, false].map((isCore) => ({ type: 'member-joined', personId: member, isCore }) as const)),
    ...(latest === undefined ? [] : [{ type: 'member-joined', personId: latest.personId, isCore: true } as const]),
    ...(course === undefined ? [] : [{ type: 'course-passed', record: record(course, '2020-01-01', null) } as const]),
    ...((foundedOn === null ? trainings.length === members.length : stage === 3)
      ? [{ type: 'founded', on: date('2020-03-29') } as const]
      : []),
    { type: 'founded', on: date('2090-01-01') } as const,
    ...(latest === undefined ? [] : [{ type: 'member-left', personId: latest.personId } as const]),
    { type: 'member-left', personId: person('nobody') } as const,
    { type: 'advanced' } as const,
    { type: 'fell-back', why: 'core-left' } as const,
    { type: 'dissolved', why: 'merged' } as const,
  ].map((event) => noted(one, at, event));
};

export const plans: readonly AnyPlan[] = [
  {
    process: team,
    facts: (
      [
        [5, 5, 5],
        [0, 5, 9],
        [0, 0, 9],
      ] as const
    ).map((ages) => smallTeam(ages).facts),
    events: (one: Team) => {
      // Somebody left or the team fell back: only a deadline is of interest after that.
      const isAside = one.facts.members.some(({ until }) => until !== null) || one.facts.history.some(({ why }) => why !== null);
      const due = team.due(one.state, one.facts);
      const ticks = due === null ? [] : [tick(due - 1), tick(due)];
      const now = one.at ?? start;
      if (now > start + 20 * 24 * hour) return [];
      if (isAside) return ticks;
      return [...growth(one, now), noted(one, (now + 5 * 24 * hour) as Instant, { type: 'advanced' }), ...ticks];
    },
  },
];
