import { LocalDate } from '@linli/model';
import type { Snapshot } from '../process/snapshot.ts';
import { membersOn } from './stage-lacks.ts';
import type { TeamState, TeamTypes } from './team-facts.ts';

/** One team at the end of a year. */
export interface TeamOfYear {
  readonly teamId: string;
  readonly name: string;
  readonly foundedOn: LocalDate | null;
  /** `new`: founded in this year. `unknown`: nobody has said when, so it may not have been there yet. */
  readonly founding: 'earlier' | 'new' | 'unknown';
  /** On the last day of the year, as the next two. */
  readonly state: TeamState;
  readonly members: number;
  readonly coreMembers: number;
}

/**
 * The teams of one year, the oldest first and those of unknown age last: founded by its end, and not dissolved before
 * it began. A team of unknown age is listed, with `unknown`, rather than left out. Years from 1 to 9999.
 */
export function teamsOf(teams: readonly Snapshot<TeamTypes>[], year: number): readonly TeamOfYear[] {
  const digits = String(year).padStart(4, '0');
  const firstDay = LocalDate.parse(`${digits}-01-01`);
  const lastDay = LocalDate.parse(`${digits}-12-31`);
  const found = teams.flatMap(({ facts }): readonly TeamOfYear[] => {
    const { teamId, name, foundedOn, history } = facts;
    if (foundedOn !== null && foundedOn > lastDay) return [];
    if (history.some(({ state, on }) => state === 'dissolved' && on < firstDay)) return [];
    const state = history.findLast(({ on }) => on <= lastDay)?.state ?? 'candidate';
    const members = state === 'dissolved' ? [] : membersOn(facts, lastDay);
    return [
      {
        teamId,
        name,
        foundedOn,
        founding: foundedOn === null ? 'unknown' : foundedOn < firstDay ? 'earlier' : 'new',
        state,
        members: members.length,
        coreMembers: members.filter(({ isCore }) => isCore).length,
      },
    ];
  });
  const age = ({ foundedOn, teamId }: TeamOfYear): string => `${foundedOn ?? '9999-12-32'} ${teamId}`;
  return found.sort((a, b) => (age(a) < age(b) ? -1 : 1));
}
