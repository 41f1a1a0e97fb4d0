import { daysBetween, localDateOf } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineProcess, type Process } from '../../src/process/define-process.ts';
import { drive } from '../../src/process/drive.ts';
import { team } from '../../src/team/team.ts';
import type { TeamTypes } from '../../src/team/team-facts.ts';
import { start } from '../case-file/paths.ts';
import { type Told, tale, tell, tick } from '../case-file/story.ts';
import { likely, smallTeam } from './paths.ts';

type Growth = Process<TeamTypes>;
type Saga = readonly Told<TeamTypes>[];

const stages = ['candidate', 'incubating', 'registered', 'independent'];
/** Judged by what was said: who came and went, what was passed, when it was founded. At stage n: n of each, 20 days old. */
function advancedWithoutRight(saga: Saga): readonly string[] {
  const core = new Map<string, boolean>();
  const courses = new Map<string, string | null>();
  let foundedOn: string | null = null;
  return saga.flatMap(({ before, event, step: { snapshot, isTaken } }) => {
    if (!isTaken) return [];
    if (event.type === 'member-joined') core.set(event.personId, event.isCore);
    if (event.type === 'member-left') core.delete(event.personId);
    if (event.type === 'course-passed')
      courses.set(event.record.course, courses.get(event.record.course) === null ? null : event.record.until);
    if (event.type === 'founded') foundedOn = event.on;
    if (event.type !== 'advanced') return [];
    const stage = stages.indexOf(snapshot.state);
    const on = localDateOf(snapshot.at!, snapshot.facts.definition.zone);
    const have = [...core.values()].filter((isCore) => isCore).length;
    const valid = ['a', 'b', 'c'].slice(0, stage).every((course) => {
      const until = courses.get(course);
      return until !== undefined && (until === null || on < until);
    });
    const isOld = foundedOn !== null && daysBetween(foundedOn as typeof on, on) >= 20;
    const what = `${before.state} became ${snapshot.state}`;
    return [
      ...(stage === stages.indexOf(before.state) + 1 ? [] : [`${what} at one go`]),
      ...(core.size >= stage && have >= stage ? [] : [`${what} with too few`]),
      ...(valid ? [] : [`${what} without its courses`]),
      ...(isOld ? [] : [`${what} too young`]),
    ];
  });
}

/** Only the time is told, and the team stands elsewhere. */
const movedBySilence = (process: Growth, saga: Saga): readonly string[] =>
  saga.flatMap(({ before, event }) => {
    const { state } = drive(process, before, tick(event.at)).snapshot;
    return state === before.state ? [] : [`${before.state} became ${state} in silence`];
  });
/** The history is the story: each change of state stands in it once, and every step back or end with its reason. */
const historyBroken = (saga: Saga): readonly string[] =>
  saga.flatMap(({ before, step: { snapshot } }) => {
    const added = snapshot.facts.history.slice(before.facts.history.length);
    if (before.state === snapshot.state) return added.length === 0 ? [] : ['a change that was none'];
    const isDown = snapshot.state === 'dissolved' || stages.indexOf(snapshot.state) < stages.indexOf(before.state);
    const [entry] = added;
    return added.length === 1 && entry?.state === snapshot.state && (entry.why !== null) === isDown
      ? []
      : ['a change without its entry'];
  });

// Looked at every ten days, so that stories meet it.
const small = smallTeam([20, 20, 20]);
const candidate = { ...small, facts: { ...small.facts, definition: { ...small.facts.definition, reviewDays: 10 } } };
const flawsOf = (process: Growth, moves: Parameters<typeof tell>[4]): readonly string[] => {
  const { told, flaws } = tell(process, candidate, start, likely, moves);
  return [...flaws, ...advancedWithoutRight(told), ...movedBySilence(process, told), ...historyBroken(told)];
};
const firstFlaw = (process: Growth): string | undefined => {
  const found = fc.check(
    fc.property(tale, (moves) => flawsOf(process, moves).length === 0),
    { seed: 20200330, numRuns: 300, endOnFailure: true },
  );
  return found.counterexample === null ? undefined : flawsOf(process, found.counterexample[0])[0];
};

describe('laws of a team', () => {
  it('D-20 D-52 W-11 W-12: in any story no stage without its standard, none left in silence, all in the history', () => {
    fc.assert(
      fc.property(tale, (moves) => {
        expect(flawsOf(team, moves)).toEqual([]);
      }),
      { seed: 20200330, numRuns: 100 },
    );
  });
});

describe('planted bugs', () => {
  const { states, guards } = team;
  const withGuard = (name: TeamTypes['guard']): Growth => defineProcess({ ...team, guards: { ...guards, [name]: () => false } });

  it('a stage that asks for no core, no course or no age is caught', () => {
    expect(firstFlaw(withGuard('lacks-core-members'))).toMatch(/ with too few$/);
    expect(firstFlaw(withGuard('lacks-course'))).toMatch(/ without its courses$/);
    expect(firstFlaw(withGuard('is-too-young'))).toMatch(/ too young$/);
  });

  it('a stage that is jumped over is caught', () => {
    const advanced = states.candidate.advanced!.map((way) => ('to' in way ? { ...way, to: 'registered' as const } : way));
    const bug = defineProcess({ ...team, states: { ...states, candidate: { ...states.candidate, advanced } } });
    expect(firstFlaw(bug)).toMatch(/candidate became registered at one go/);
  });

  it('a look that moves the team back by itself is caught', () => {
    const due = states.incubating.due!.map((way) => ({ ...way, to: 'candidate' as const, set: () => ({ reviewAt: null }) }));
    const bug = defineProcess({ ...team, states: { ...states, incubating: { ...states.incubating, due } } });
    expect(firstFlaw(bug)).toMatch(/incubating became candidate in silence/);
  });

  it('an end that leaves no entry is caught', () => {
    const dissolved = states.incubating.dissolved!.map((way) => ({ ...way, set: () => ({ reviewAt: null }) }));
    const bug = defineProcess({ ...team, states: { ...states, incubating: { ...states.incubating, dissolved } } });
    expect(firstFlaw(bug)).toBe('a change without its entry');
  });
});
