import { addDays, type LocalDate, type PersonId, type Reason } from '@linli/model';
import { courseStanding } from '../volunteer/training-record.ts';
import type { TeamStage } from './team-definition.ts';
import type { TeamFacts, TeamLack } from './team-facts.ts';

/** Who is in the team on the day `on`. */
export const membersOn = ({ members }: TeamFacts, on: LocalDate) =>
  members.filter(({ from, until }) => from <= on && (until === null || on < until));

/**
 * Everything the team lacks on the day `on` for a stage: members, core members, courses, founding date, age, in this
 * order. Empty: the standard is kept. A founding date nobody has said is a lack wherever an age is asked for.
 */
export function stageLacks(facts: TeamFacts, stage: TeamStage, on: LocalDate): readonly Reason<TeamLack>[] {
  const { teamId, foundedOn, trainings, definition } = facts;
  const standard = definition.standards[stage];
  const members = membersOn(facts, on);
  const core = members.filter(({ isCore }) => isCore);
  const lacks: Reason<TeamLack>[] = [];
  const short = (code: TeamLack, have: number, need: number): void => {
    if (have < need) lacks.push({ code, data: { teamId, have, need } });
  };

  short('team/too-few-members', members.length, standard.members);
  short('team/too-few-core-members', core.length, standard.coreMembers);
  for (const course of standard.courses)
    if (courseStanding(trainings, course, on).standing !== 'valid')
      lacks.push({ code: 'team/course-missing', data: { teamId, course } });
  if (standard.daysSinceFounded === 0) return lacks;
  if (foundedOn === null) return [...lacks, { code: 'team/founding-unknown', data: { teamId } }];
  const fromDate = addDays(foundedOn, standard.daysSinceFounded);
  return on < fromDate ? [...lacks, { code: 'team/too-young', data: { teamId, fromDate } }] : lacks;
}

export const isMemberOn = (facts: TeamFacts, personId: PersonId, on: LocalDate): boolean =>
  membersOn(facts, on).some((member) => member.personId === personId);
