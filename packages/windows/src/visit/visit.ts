import type { Instant } from '@linli/model';
import { defineProcess } from '../process/define-process.ts';
import { VisitEvent } from './visit-event.ts';
import { VisitFacts } from './visit-facts.ts';
import type { VisitState, VisitTypes } from './visit-types.ts';
import {
  about,
  assigned,
  beganLate,
  confirmed,
  declined,
  entryChanged,
  goIn,
  goInAfterAll,
  leave,
  missed,
  nobodyHome,
  nobodyNamed,
  noEntry,
  otherHelper,
  reported,
  signedOut,
  startDue,
  toBoth,
  told,
  unreported,
  unsettled,
} from './visit-ways.ts';
import { visitWords } from './visit-words.ts';

/**
 * One visit to one resident by one named helper. `done` is reached by a sign-out or by somebody's report alone: a visit that
 * nobody tells of becomes `unreported`, and nobody at the door is a knock without an answer, never a visit made.
 */
export const visit = defineProcess<VisitTypes>({
  name: 'visit',
  version: 1,
  migrations: [],
  Facts: VisitFacts,
  Event: VisitEvent,
  initial: 'planned',
  states: {
    planned: {
      assigned,
      confirmed: [nobodyNamed, ...confirmed],
      declined: [nobodyNamed, ...declined],
      began: [nobodyNamed, otherHelper, noEntry, beganLate, goIn('visit/began-unconfirmed')],
      'nobody-home': nobodyHome,
      reported,
      missed,
      ...leave,
      ...entryChanged('planned'),
      due: [
        {
          guard: 'confirmation-was-due',
          to: 'planned',
          because: 'visit/unconfirmed',
          set: told,
          effects: (facts) => [{ type: 'unconfirmed', ...toBoth(facts) }],
        },
        startDue('planned'),
        unreported(false),
      ],
    },
    confirmed: {
      assigned,
      declined,
      began: [otherHelper, noEntry, beganLate, goIn('visit/began')],
      'nobody-home': nobodyHome,
      reported,
      missed,
      ...leave,
      ...entryChanged('confirmed'),
      due: [startDue('confirmed'), unreported(false)],
    },
    'under-way': {
      done: [
        otherHelper,
        signedOut,
        {
          to: 'done',
          because: 'visit/done-without-time',
          set: (_, { at, by, means }) => ({ signOut: { at, by, means } }),
          effects: (facts, { by }) => [{ type: 'evidence-incomplete', ...about(facts), helperId: by }],
        },
      ],
      'nobody-home': nobodyHome,
      reported,
      ...leave,
      ...entryChanged('under-way'),
      due: [
        {
          guard: 'end-was-due',
          to: 'under-way',
          because: 'visit/overrun',
          set: told,
          effects: (facts) => [{ type: 'overrun', ...toBoth(facts) }],
        },
        unreported(true),
      ],
    },
    'nobody-at-door': {
      began: [nobodyNamed, otherHelper, noEntry, beganLate, goIn('visit/began')],
      'nobody-home': nobodyHome,
      missed,
      reported,
      ...leave,
      ...entryChanged('nobody-at-door'),
      ...unsettled('nobody-at-door'),
    },
    unreported: {
      began: [
        nobodyNamed,
        otherHelper,
        { guard: 'is-signed-in', refused: true, because: 'visit/signed-in-already' },
        noEntry,
        goInAfterAll,
      ],
      done: [otherHelper, signedOut, { refused: true, because: 'visit/not-signed-in' }],
      'nobody-home': nobodyHome,
      reported,
      missed,
      ...leave,
      ...entryChanged('unreported'),
    },
    missed: { reported, ...leave, ...entryChanged('missed'), ...unsettled('missed') },
    done: {},
    cancelled: {},
    carried: {},
  },
  guards: {
    'nobody-is-named': ({ helperId }) => helperId === null,
    'is-other-helper': ({ helperId }, event) => 'by' in event && event.by !== helperId,
    'entry-is-forbidden': ({ doorEntry, emergency }) => !doorEntry && !emergency,
    'starts-late': ({ lateAfter }, { at }) => at >= lateAfter,
    'is-signed-in': ({ signIn }) => signIn !== null,
    'took-time': ({ signIn }, { at }) => signIn !== null && signIn.at < at,
    'tells-of-the-past': (_, event) => event.type === 'reported' && event.from < event.until && event.until <= event.at,
    'goes-forward': ({ span }, event) => event.type === 'carried' && event.next.from > span.from,
    'confirmation-was-due': ({ confirmBy }, { at }) => at === confirmBy,
    'start-was-due': ({ lateAfter }, { at }) => at === lateAfter,
    'end-was-due': ({ overrunAfter }, { at }) => at === overrunAfter,
  },
  due: (state, facts) => {
    const ahead = deadlinesIn(state, facts).filter((at) => facts.toldUntil === null || at > facts.toldUntil);
    return ahead.length === 0 ? null : (Math.min(...ahead) as Instant);
  },
  texts: visitWords,
});

function deadlinesIn(state: VisitState, { confirmBy, lateAfter, overrunAfter, reportBy }: VisitFacts): readonly Instant[] {
  switch (state) {
    case 'planned':
      return [confirmBy, lateAfter, reportBy];
    case 'confirmed':
      return [lateAfter, reportBy];
    case 'under-way':
      return [overrunAfter, reportBy];
    case 'nobody-at-door':
    case 'missed':
      return [reportBy];
    default:
      return [];
  }
}
