import { addDays, type Instant, instantAt, type LocalDate, localDateOf, type Reason, WallTime } from '@linli/model';
import { defineProcess } from '../process/define-process.ts';
import { openProcess } from '../process/drive.ts';
import type { Due, Transition, Ways } from '../process/process-types.ts';
import type { Snapshot } from '../process/snapshot.ts';
import { isMemberOn, membersOn, stageLacks } from './stage-lacks.ts';
import { type TeamDefinition, TeamStage } from './team-definition.ts';
import { type TeamEffect, TeamEvent, TeamFacts, type TeamLack, type TeamState, type TeamTypes } from './team-facts.ts';
import { teamProcessTexts } from './team-texts.ts';

type Facts = TeamFacts;
type EventOf<Type> = Extract<TeamEvent, { readonly type: Type }>;
type Occasion = TeamEvent | Due;

const midnight = WallTime.parse('00:00');
const about = ({ teamId }: Facts) => ({ teamId });
const today = ({ definition }: Facts, at: Instant): LocalDate => localDateOf(at, definition.zone);
const nextReview = ({ definition }: Facts, at: Instant): Instant =>
  instantAt(addDays(localDateOf(at, definition.zone), definition.reviewDays), midnight, definition.zone);

const stageOf = ({ history }: Facts): TeamStage | null =>
  TeamStage.options.find((stage) => stage === history.at(-1)?.state) ?? null;
const stageAfter = (facts: Facts): TeamStage | null => {
  const stage = stageOf(facts);
  return TeamStage.options[stage === null ? 0 : TeamStage.options.indexOf(stage) + 1] ?? null;
};
const without = (facts: Facts, { personId, at }: EventOf<'member-left'>): Partial<Facts> => ({
  // Who joined today and leaves today was in it on no day.
  members: facts.members.map((member) =>
    member.personId === personId && member.until === null ? { ...member, until: today(facts, at) } : member,
  ),
});
const lacksNow = (facts: Facts, at: Instant): readonly Reason<TeamLack>[] => {
  const stage = stageOf(facts);
  return stage === null ? [] : stageLacks(facts, stage, today(facts, at));
};
/** The first lack for the next stage is the one that is said; `stageLacks` tells all. */
const firstLack = (facts: Facts, { at }: Occasion): Reason<TeamLack> | undefined => {
  const stage = stageAfter(facts);
  return stage === null ? undefined : stageLacks(facts, stage, today(facts, at))[0];
};
const isLacking =
  (code: TeamLack) =>
  (facts: Facts, event: Occasion): boolean =>
    firstLack(facts, event)?.code === code;

const notKept = (facts: Facts, { at }: Occasion): readonly TeamEffect[] => {
  const stage = stageOf(facts);
  return stage === null ? [] : [{ type: 'standard-not-kept', teamId: facts.teamId, stage, lacks: lacksNow(facts, at) }];
};
const become =
  (state: TeamState) =>
  (facts: Facts, { at, why }: { readonly at: Instant; readonly why?: string }): Partial<Facts> => ({
    history: [...facts.history, { state, on: today(facts, at), why: why ?? null }],
    reviewAt: state === 'candidate' || state === 'dissolved' ? null : nextReview(facts, at),
  });

const refuseFor = (guard: TeamTypes['guard'], because: TeamLack): Transition<TeamTypes, EventOf<'advanced'>> => ({
  guard,
  refused: true,
  because,
  data: (facts, event) => firstLack(facts, event)?.data ?? about(facts),
});
const advanced = (to: TeamStage): Ways<TeamTypes, 'advanced'> => [
  refuseFor('lacks-members', 'team/too-few-members'),
  refuseFor('lacks-core-members', 'team/too-few-core-members'),
  refuseFor('lacks-course', 'team/course-missing'),
  refuseFor('lacks-founding-date', 'team/founding-unknown'),
  refuseFor('is-too-young', 'team/too-young'),
  { to, because: 'team/advanced', data: about, set: become(to) },
];
const fellBack = (to: TeamState): Ways<TeamTypes, 'fell-back'> => [
  { to, because: 'team/fell-back', data: (facts, { why }) => ({ ...about(facts), why }), set: become(to) },
];

const notAMember = { guard: 'is-no-member', refused: true, because: 'team/not-a-member', data: about } as const;

/** What may happen to a team wherever it stands. */
const inState = (state: TeamState) => {
  const founded: Ways<TeamTypes, 'founded'> = [
    { guard: 'is-in-future', refused: true, because: 'team/founded-in-future', data: about },
    {
      to: state,
      because: 'team/founded',
      data: (facts, { on }) => ({ ...about(facts), on }),
      set: (_, { on }) => ({ foundedOn: on }),
    },
  ];
  const joined: Ways<TeamTypes, 'member-joined'> = [
    { guard: 'is-member', refused: true, because: 'team/already-member', data: about },
    {
      to: state,
      because: 'team/member-joined',
      data: about,
      set: (facts, { at, personId, isCore }) => ({
        members: [...facts.members, { personId, isCore, from: today(facts, at), until: null }],
      }),
    },
  ];
  const left: Ways<TeamTypes, 'member-left'> = [
    notAMember,
    { to: state, because: 'team/member-left', data: about, set: without },
  ];
  const passed: Ways<TeamTypes, 'course-passed'> = [
    {
      to: state,
      because: 'team/course-noted',
      data: (facts, { record }) => ({ ...about(facts), course: record.course }),
      set: ({ trainings }, { record }) => ({ trainings: [...trainings, record] }),
    },
  ];
  const dissolved: Ways<TeamTypes, 'dissolved'> = [
    {
      to: 'dissolved',
      because: 'team/dissolved',
      data: (facts, { why }) => ({ ...about(facts), why }),
      set: become('dissolved'),
      effects: (facts, { at }) => [
        {
          type: 'members-released',
          teamId: facts.teamId,
          memberIds: membersOn(facts, today(facts, at)).map(({ personId }) => personId),
        },
      ],
    },
  ];
  return { founded, 'member-joined': joined, 'member-left': left, 'course-passed': passed, dissolved };
};

/** The same in a stage, where a standard has to be kept: a team below it is told of, and moved by nobody but people. */
const inStage = (stage: TeamStage) => {
  const left: Ways<TeamTypes, 'member-left'> = [
    notAMember,
    {
      guard: 'falls-below',
      to: stage,
      because: 'team/member-left-below-standard',
      data: about,
      set: without,
      effects: notKept,
    },
    { to: stage, because: 'team/member-left', data: about, set: without },
  ];
  const set = (facts: Facts, { at }: Due): Partial<Facts> => ({ reviewAt: nextReview(facts, at) });
  const due: Ways<TeamTypes, 'due'> = [
    { guard: 'keeps-standard', to: stage, because: 'team/standard-kept', data: about, set },
    { to: stage, because: 'team/standard-not-kept', data: about, set, effects: notKept },
  ];
  return { ...inState(stage), 'member-left': left, due };
};

/** A volunteer team from its first members to standing on its own. Standards are the definition's; steps back have a reason. */
export const team = defineProcess<TeamTypes>({
  name: 'team',
  version: 1,
  migrations: [],
  Facts: TeamFacts,
  Event: TeamEvent,
  initial: 'candidate',
  states: {
    candidate: { ...inState('candidate'), advanced: advanced('incubating') },
    incubating: { ...inStage('incubating'), advanced: advanced('registered'), 'fell-back': fellBack('candidate') },
    registered: { ...inStage('registered'), advanced: advanced('independent'), 'fell-back': fellBack('incubating') },
    independent: { ...inStage('independent'), 'fell-back': fellBack('registered') },
    dissolved: {},
  },
  guards: {
    'is-in-future': (facts, event) => event.type === 'founded' && event.on > today(facts, event.at),
    'is-member': (facts, event) => event.type === 'member-joined' && isMemberOn(facts, event.personId, today(facts, event.at)),
    'is-no-member': (facts, event) => event.type === 'member-left' && !isMemberOn(facts, event.personId, today(facts, event.at)),
    'falls-below': (facts, event) =>
      event.type === 'member-left' && lacksNow({ ...facts, ...without(facts, event) }, event.at).length > 0,
    'keeps-standard': (facts, { at }) => lacksNow(facts, at).length === 0,
    'lacks-members': isLacking('team/too-few-members'),
    'lacks-core-members': isLacking('team/too-few-core-members'),
    'lacks-course': isLacking('team/course-missing'),
    'lacks-founding-date': isLacking('team/founding-unknown'),
    'is-too-young': isLacking('team/too-young'),
  },
  due: (_, { reviewAt }) => reviewAt,
  texts: teamProcessTexts,
});

/** A team that somebody has thought of: a candidate without members. */
export const openTeam = (definition: TeamDefinition, teamId: string, name: string): Snapshot<TeamTypes> =>
  openProcess(team, teamId, {
    definition,
    teamId,
    name,
    foundedOn: null,
    members: [],
    trainings: [],
    history: [],
    reviewAt: null,
  });
