import type { Due } from '../process/process-types.ts';
import { withAnswer, withPeople } from './answers.ts';
import type { LadderEvent } from './ladder-event.ts';
import type { LadderFacts } from './ladder-facts.ts';
import { isDeathSeen, needsHelp } from './outcome.ts';

const urgent = (facts: LadderFacts, { at }: LadderEvent): LadderFacts => ({ ...facts, urgentSince: facts.urgentSince ?? at });

/** The facts with an event written into them, before the ladder moves for it. Nothing that was said is ever lost. */
export function recorded(facts: LadderFacts, event: LadderEvent | Due): LadderFacts {
  switch (event.type) {
    case 'due':
      return facts;
    case 'knock-unanswered':
      return { ...facts, knocks: [...facts.knocks, { at: event.at, by: event.by }] };
    case 'contact-missed':
      return { ...facts, knocks: [...facts.knocks, { at: event.at, by: null }] };
    case 'asked':
      return { ...facts, ...withPeople(facts, event.rung, event.people) };
    case 'acknowledged':
    case 'declined':
      return { ...facts, ...withAnswer(facts, { ...event, personId: event.by, answer: event.type }) };
    case 'no-reply':
      return { ...facts, ...withAnswer(facts, { ...event, answer: event.type }) };
    case 'red-flag': {
      const { at, by, code } = event;
      return urgent({ ...facts, flags: [...facts.flags, { at, by, code }] }, event);
    }
    case 'note': {
      const { at, by, text, seenAt } = event;
      return { ...facts, notes: [...facts.notes, { at, by, text, seenAt }] };
    }
    case 'entry-tried': {
      const { at, by, keyHolderId, result } = event;
      const tried = { ...facts, entries: [...facts.entries, { at, by, keyHolderId, result }] };
      // A chain is put on from inside: somebody is in there and does not answer.
      return result === 'chained' ? urgent(tried, event) : tried;
    }
    case 'outcome': {
      const { at, by, role, outcome, known } = event;
      const told = { ...facts, reports: [...facts.reports, { at, by, role, outcome, known }] };
      return needsHelp(event) || isDeathSeen(event) ? urgent(told, event) : told;
    }
    default:
      return event satisfies never;
  }
}
