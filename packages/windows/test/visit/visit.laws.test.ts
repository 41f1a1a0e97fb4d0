import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineProcess, type Process } from '../../src/process/define-process.ts';
import { visit } from '../../src/visit/visit.ts';
import type { VisitEvent } from '../../src/visit/visit-event.ts';
import type { VisitEffect, VisitTypes } from '../../src/visit/visit-types.ts';
import { haircut, visitEvents } from './paths.ts';
import { at, eventsOf, person } from './played.ts';
import { arrivals, isCaught, isEnd, type Story, story, tell } from './stories.ts';

const runs = { seed: 20200331, numRuns: 150 };
const facts = [haircut(), haircut({ helperId: null }), haircut({ doorEntry: false, emergency: true })];

const on = eventsOf<VisitEvent>();
const by = person('li');
const confirmed = on('11:00', { type: 'confirmed', by });
const preludes = [[], [confirmed], [confirmed, on('14:00', { type: 'began', by, means: 'phone' })]];

function violationsOf(tale: Story, process: Process<VisitTypes> = visit): readonly string[] {
  const told = tell({ process, facts, from: at('11:00'), preludes, events: visitEvents }, tale);
  const { turns, last, effects } = told;
  const broken = [...told.broken];
  const law = (name: string, holds: boolean): void => {
    if (!holds) broken.push(name);
  };
  const taken = (type: string) => turns.filter(({ event, step }) => event.type === type && step.isTaken);
  const sent = (type: string) => effects.filter((effect) => effect.type === type);

  law(
    'silence is never done',
    arrivals(told, 'done').every(({ event }) => event.type === 'done' || event.type === 'reported'),
  );
  law('no visit waits unheard for ever', !['planned', 'confirmed', 'under-way'].includes(last.state));
  law('every knock without an answer is passed on, once', sent('knock-unanswered').length === taken('nobody-home').length);
  law(
    'what is open in the end was said to be open',
    isEnd(process, last.state) || sent('unreported').length + sent('unsettled').length > 0,
  );
  law(
    'a late start is said at most once, and too long once for each beginning',
    sent('late-start').length <= 1 && sent('unconfirmed').length <= 1 && sent('overrun').length <= taken('began').length,
  );
  law(
    'evidence is only what a sign-in and a sign-out prove',
    effects.every(
      (effect) =>
        effect.type !== 'served' ||
        (effect.from < effect.until &&
          (effect.evidence.length === 0 ||
            (last.facts.signIn?.at === effect.from &&
              last.facts.signOut?.at === effect.until &&
              effect.helperId === last.facts.helperId))),
    ),
  );
  law(
    'W-17 it leaves as done, cancelled with a reason or carried to a named next one',
    last.state === 'done' ||
      (last.state === 'cancelled' && (last.facts.why ?? '') !== '') ||
      (last.state === 'carried' && (last.facts.next?.from ?? 0) > last.facts.span.from) ||
      !isEnd(process, last.state),
  );
  law(
    'who is named, signs in',
    turns.every(({ before, event, step }) => event.type !== 'began' || !step.isTaken || event.by === before.facts.helperId),
  );
  return broken;
}

describe('laws of a visit', () => {
  it('W-03 W-04 W-07 W-11 W-12 W-17: whatever happens, silence is never done and nothing is lost', () => {
    fc.assert(
      fc.property(story, (tale) => {
        expect(violationsOf(tale)).toEqual([]);
      }),
      runs,
    );
  });
});

describe('planted bugs are caught', () => {
  const caught =
    (bug: Partial<Process<VisitTypes>>) =>
    (law: string): boolean => {
      const process = defineProcess<VisitTypes>({ ...visit, ...bug });
      return isCaught(law, (tale) => violationsOf(tale, process));
    };
  const { states, guards } = visit;

  it('a visit under way that is taken as done when its time is over', () => {
    const [overrun] = states['under-way'].due!;
    const bug = {
      ...states,
      'under-way': { ...states['under-way'], due: [overrun!, { to: 'done' as const, because: 'visit/done' as const }] },
    };
    expect(caught({ states: bug })('silence is never done')).toBe(true);
  });

  it('a confirmed visit that waits for ever', () => {
    expect(
      caught({ due: (state, known) => (state === 'confirmed' ? null : visit.due(state, known)) })(
        'no visit waits unheard for ever',
      ),
    ).toBe(true);
  });

  it('nobody at the door, and nobody hears of it', () => {
    const [way] = states.confirmed['nobody-home']!;
    const bug = {
      ...states,
      confirmed: { ...states.confirmed, 'nobody-home': [{ to: 'nobody-at-door' as const, because: way!.because }] },
    };
    expect(caught({ states: bug })('every knock without an answer is passed on, once')).toBe(true);
  });

  it('a missed visit that nobody is asked about', () => {
    expect(
      caught({ due: (state, known) => (state === 'missed' || state === 'nobody-at-door' ? null : visit.due(state, known)) })(
        'what is open in the end was said to be open',
      ),
    ).toBe(true);
  });

  it('carried to the past', () => {
    expect(
      caught({ guards: { ...guards, 'goes-forward': () => true } })(
        'W-17 it leaves as done, cancelled with a reason or carried to a named next one',
      ),
    ).toBe(true);
  });

  it('anybody may sign in', () => {
    expect(caught({ guards: { ...guards, 'is-other-helper': () => false } })('who is named, signs in')).toBe(true);
  });

  it('a report that claims the evidence of a sign-out', () => {
    const reported = states.planned.reported!.map((way) => {
      if ('refused' in way) return way;
      const claim = (effect: VisitEffect) =>
        effect.type === 'served' ? { ...effect, evidence: ['sign-in-out'] as const } : effect;
      return { ...way, effects: (...told: Parameters<NonNullable<typeof way.effects>>) => way.effects!(...told).map(claim) };
    });
    expect(
      caught({ states: { ...states, planned: { ...states.planned, reported } } })(
        'evidence is only what a sign-in and a sign-out prove',
      ),
    ).toBe(true);
  });

  it('a deadline that is not remembered stops the process with a fault, it does not fire twice', () => {
    const [way] = states.planned.due!;
    const forgetful = {
      ...states,
      planned: { ...states.planned, due: [{ ...way!, set: () => ({}) }, ...states.planned.due!.slice(1)] },
    };
    expect(() => caught({ states: forgetful as typeof states })('')).toThrow(
      expect.objectContaining({ code: 'process/deadline-stuck' }),
    );
  });
});
