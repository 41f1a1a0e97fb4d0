import type { Instant } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { drive, type Step } from '../../src/process/drive.ts';
import { duowenTeam } from '../../src/team/duowen-team.ts';
import { stageLacks } from '../../src/team/stage-lacks.ts';
import { openTeam, team } from '../../src/team/team.ts';
import { parseTeamDefinition } from '../../src/team/team-definition.ts';
import { TeamEvent, type TeamTypes } from '../../src/team/team-facts.ts';
import { teamsOf } from '../../src/team/teams-of.ts';
import { at, person, start } from '../case-file/paths.ts';
import { tick } from '../case-file/story.ts';
import { date, record } from '../volunteer/paths.ts';
import { noted, type Said, smallTeam, type Team } from './paths.ts';

const said = (one: Team, event: Said, when: Instant = one.at ?? start): Step<TeamTypes> =>
  drive(team, one, noted(one, when, event));
const after = (events: readonly Said[], one: Team, when?: Instant): Team =>
  events.reduce((now, event) => {
    const step = said(now, event, when);
    expect(step.isTaken, event.type).toBe(true);
    return step.snapshot;
  }, one);
const why = (one: Team, event: Said, when?: Instant) => said(one, event, when).reasons[0];
const joined = (id: string, isCore: boolean): Said => ({ type: 'member-joined', personId: person(id), isCore });
const passed = (course: string): Said => ({ type: 'course-passed', record: record(course, '2020-01-01', null) });
const advance: Said = { type: 'advanced' };

const grown = after(
  [joined('m1', true), passed('a'), { type: 'founded', on: date('2020-03-20') }, advance],
  smallTeam([5, 5, 5]),
);

describe('team', () => {
  it('D-20: candidate -> incubating -> registered -> independent, each with the standard of its stage', () => {
    const registered = after([joined('m2', true), passed('b'), advance], grown);
    const independent = after([joined('m3', true), passed('c'), advance], registered);
    expect([grown, registered, independent].map(({ state }) => state)).toEqual(['incubating', 'registered', 'independent']);
    expect(independent.facts.history.map(({ state, on }) => `${on} ${state}`)).toEqual([
      '2020-03-30 incubating',
      '2020-03-30 registered',
      '2020-03-30 independent',
    ]);
  });

  it('D-20: says what is lacking, one thing at a time in a fixed order, and all of it on demand', () => {
    const none = smallTeam([5, 5, 5]);
    expect(why(none, advance)).toEqual({ code: 'team/too-few-members', data: { teamId: 'team-1', have: 0, need: 1 } });
    const one = after([joined('m1', false)], none);
    expect(why(one, advance)).toEqual({ code: 'team/too-few-core-members', data: { teamId: 'team-1', have: 0, need: 1 } });
    const core = after([joined('m1', true)], none);
    expect(why(core, advance)).toEqual({ code: 'team/course-missing', data: { teamId: 'team-1', course: 'a' } });
    const trained = after([passed('a')], core);
    expect(why(trained, advance)?.code).toBe('team/founding-unknown');
    // Founded on 28 March and five days old on 2 April.
    const founded = after([{ type: 'founded', on: date('2020-03-28') }], trained);
    expect(why(founded, advance)).toEqual({ code: 'team/too-young', data: { teamId: 'team-1', fromDate: '2020-04-02' } });
    expect(why(founded, advance, at('2020-04-01 23:59'))?.code).toBe('team/too-young');
    expect(why(founded, advance, at('2020-04-02 00:00'))?.code).toBe('team/advanced');

    expect(stageLacks(none.facts, 'registered', date('2020-03-30')).map(({ code }) => code)).toEqual([
      'team/too-few-members',
      'team/too-few-core-members',
      'team/course-missing',
      'team/course-missing',
      'team/founding-unknown',
    ]);
  });

  it('D-20: below the standard it is told of, at once and at every look, and moved by nobody but people', () => {
    const left = said(grown, { type: 'member-left', personId: person('m1') });
    expect([left.snapshot.state, left.reasons[0]?.code]).toEqual(['incubating', 'team/member-left-below-standard']);
    expect(left.effects[0]).toMatchObject({ type: 'standard-not-kept', stage: 'incubating' });
    // 30 March and 180 days: 26 September, and again 180 days later, 25 March.
    const looked = drive(team, left.snapshot, tick(at('2021-03-25 12:00')));
    expect(looked.effects.map((effect) => effect.at)).toEqual([at('2020-09-26 00:00'), at('2021-03-25 00:00')]);
    expect(looked.snapshot.state).toBe('incubating');
    const back = said(looked.snapshot, { type: 'fell-back', why: 'core-left' });
    expect([back.snapshot.state, back.snapshot.facts.history.at(-1)?.why]).toEqual(['candidate', 'core-left']);
    expect(drive(team, grown, tick(at('2020-09-26 00:00'))).passed.map(({ reason }) => reason.code)).toEqual([
      'team/standard-kept',
    ]);
  });

  it('D-20: dissolved with a reason, and every member named whose duties need another home', () => {
    const two = after([joined('m2', false), { type: 'member-left', personId: person('m1') }, joined('m3', false)], grown);
    const end = said(two, { type: 'dissolved', why: 'merged' });
    expect(end.snapshot.state).toBe('dissolved');
    expect(end.effects).toMatchObject([{ type: 'members-released', memberIds: ['m2', 'm3'] }]);
    expect(TeamEvent.safeParse({ ...noted(two, start, advance), type: 'dissolved' }).success).toBe(false);
  });

  it('D-20: nobody is in it twice, and nobody leaves who is not in it', () => {
    expect(why(grown, joined('m1', false))?.code).toBe('team/already-member');
    expect(why(grown, { type: 'member-left', personId: person('m9') })?.code).toBe('team/not-a-member');
    expect(why(grown, { type: 'founded', on: date('2020-03-31') })?.code).toBe('team/founded-in-future');
  });
});

describe('teamsOf', () => {
  const first = openTeam(duowenTeam, 'first', '银发先锋');
  const year = (text: string) => at(`${text}-07-01 10:00`);
  const members = [joined('m1', true), joined('m2', false), joined('m3', false)];
  const silver = after([...members, { type: 'founded', on: date('2015-06-01') }, advance], first, year('2016'));
  const gone = after([{ type: 'dissolved', why: 'merged' }], silver, year('2019'));
  const youth = after([{ type: 'founded', on: date('2018-05-04') }], openTeam(duowenTeam, 'youth', '青年敲门队'), year('2018'));
  const nameless = openTeam(duowenTeam, 'nameless', '编织小组');
  const seen = (inYear: number) =>
    teamsOf([youth, nameless, gone], inYear).map(
      ({ teamId, founding, state, members, coreMembers }) => `${teamId} ${founding} ${state} ${members} ${coreMembers}`,
    );

  it('D-52: lists the teams of a year with their stage then, the first of 2015 and later ones', () => {
    const unknown = 'nameless unknown candidate 0 0';
    expect(seen(2014)).toEqual([unknown]);
    expect(seen(2015)).toEqual(['first new candidate 0 0', unknown]);
    expect(seen(2016)).toEqual(['first earlier incubating 3 1', unknown]);
    expect(seen(2018)).toEqual(['first earlier incubating 3 1', 'youth new candidate 0 0', unknown]);
    expect(seen(2019)).toEqual(['first earlier dissolved 0 0', 'youth earlier candidate 0 0', unknown]);
    expect(seen(2020)).toEqual(['youth earlier candidate 0 0', unknown]);
  });
});

describe('team definition', () => {
  it('names every flaw with its path', () => {
    expect(parseTeamDefinition(duowenTeam).ok).toBe(true);
    const { incubating, registered, independent } = duowenTeam.standards;
    const standards = {
      incubating: { ...incubating, coreMembers: 4 },
      registered: { ...registered, coreMembers: 4 },
      independent: { ...independent, members: 4, courses: [] },
    };
    expect(parseTeamDefinition({ ...duowenTeam, standards }).reasons).toEqual([
      { code: 'team/core-above-members', data: { path: 'standards.incubating.coreMembers' } },
      { code: 'team/stage-easier', data: { path: 'standards.independent.members' } },
      { code: 'team/stage-easier', data: { path: 'standards.independent.coreMembers' } },
      { code: 'team/stage-easier', data: { path: 'standards.independent.courses' } },
    ]);
  });
});
