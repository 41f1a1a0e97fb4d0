import { localDateOf } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineProcess, type Process } from '../../src/process/define-process.ts';
import { drive } from '../../src/process/drive.ts';
import { volunteer } from '../../src/volunteer/volunteer.ts';
import type { VolunteerTypes } from '../../src/volunteer/volunteer-facts.ts';
import { start } from '../case-file/paths.ts';
import { type Told, tale, tell, tick } from '../case-file/story.ts';
import { likely, xu, young } from './paths.ts';

type Intake = Process<VolunteerTypes>;
type Saga = readonly Told<VolunteerTypes>[];

/** Nothing but a person's word moves a volunteer; a deadline only asks. */
const movedBySilence = (process: Intake, saga: Saga): readonly string[] =>
  saga.flatMap(({ before, event }) => {
    const { state } = drive(process, before, tick(event.at)).snapshot;
    return state === before.state ? [] : [`${before.state} became ${state} in silence`];
  });

/** Judged by what was said and not by the facts: the last age, and the courses that hold on the day. */
function activeWithoutRight(saga: Saga): readonly string[] {
  let age: { readonly isMinor: boolean | null; readonly guardianId: string | null } | undefined;
  const passed: { readonly course: string; readonly from: string; readonly until: string | null }[] = [];
  return saga.flatMap(({ before, event, step: { snapshot, isTaken } }) => {
    age ??= before.facts;
    if (isTaken && event.type === 'age-told') age = event;
    if (isTaken && event.type === 'course-passed') passed.push(event.record);
    if (snapshot.state !== 'active') return [];
    const isGuarded = age.isMinor === false || (age.isMinor === true && age.guardianId !== null);
    const on = localDateOf(snapshot.at!, snapshot.facts.definition.zone);
    const isNew = before.state !== 'active';
    const isTrained = passed.some(
      ({ course, from, until }) => course === 'elder-visiting' && from <= on && (until === null || on < until),
    );
    return [...(isGuarded ? [] : ['active without a guardian']), ...(isNew && !isTrained ? ['active without the course'] : [])];
  });
}

/** Whoever stops serving has their duties named to others. */
const dutiesLost = (saga: Saga): readonly string[] =>
  saga.flatMap(({ before, event, step: { snapshot, effects } }) => {
    const stops = before.state === 'active' && (snapshot.state === 'paused' || snapshot.state === 'left');
    return stops && !effects.some(({ type }) => type === 'duties-handed-over') ? [`duties lost by ${event.type}`] : [];
  });

const flawsOf = (process: Intake, opened: typeof xu, moves: Parameters<typeof tell>[4]): readonly string[] => {
  const { told, flaws } = tell(process, opened, start, likely, moves);
  return [...flaws, ...movedBySilence(process, told), ...activeWithoutRight(told), ...dutiesLost(told)];
};
const anybody = fc.constantFrom(xu, young);
const firstFlaw = (process: Intake): string | undefined => {
  const found = fc.check(
    fc.property(anybody, tale, (one, moves) => flawsOf(process, one, moves).length === 0),
    { seed: 20200330, numRuns: 300, endOnFailure: true },
  );
  return found.counterexample === null ? undefined : flawsOf(process, ...found.counterexample)[0];
};

describe('laws of a volunteer', () => {
  it('D-21 D-22 W-11 W-12: in any story silence moves nobody, nobody serves unguarded or untrained, no duty is lost', () => {
    fc.assert(
      fc.property(anybody, tale, (one, moves) => {
        expect(flawsOf(volunteer, one, moves)).toEqual([]);
      }),
      { seed: 20200330, numRuns: 100 },
    );
  });
});

describe('planted bugs', () => {
  const { states } = volunteer;
  const withState = (change: Partial<Intake['states']>): Intake =>
    defineProcess({ ...volunteer, states: { ...states, ...change } });

  it('a pause that ends by itself is caught', () => {
    const set = () => ({ expiryAt: null, returnAt: null });
    const due = states.paused.due!.map((way) => ({ ...way, to: 'active' as const, set }));
    expect(firstFlaw(withState({ paused: { ...states.paused, due } }))).toMatch(/paused became active in silence/);
  });

  it('somebody dropped for an old course, or for being quiet, is caught', () => {
    const due = states.active.due!.map((way) => ({ ...way, to: 'left' as const }));
    expect(firstFlaw(withState({ active: { ...states.active, due } }))).toMatch(/active became left in silence/);
  });

  it('a start that asks for no guardian is caught', () => {
    const bug = defineProcess({ ...volunteer, guards: { ...volunteer.guards, 'lacks-guardian': () => false } });
    expect(firstFlaw(bug)).toBe('active without a guardian');
  });

  it('a start that asks for no course is caught', () => {
    const bug = defineProcess({ ...volunteer, guards: { ...volunteer.guards, 'lacks-course': () => false } });
    expect(firstFlaw(bug)).toBe('active without the course');
  });

  it('a pause that tells nobody is caught', () => {
    const paused = states.active.paused!.map((way) => ({ ...way, effects: () => [] }));
    expect(firstFlaw(withState({ active: { ...states.active, paused } }))).toBe('duties lost by paused');
  });
});
