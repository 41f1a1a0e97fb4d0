import type { Instant } from '@linli/model';
import type { CloseCode } from './cycle-codes.ts';
import type { CycleEvent } from './cycle-event.ts';
import type { CycleFacts } from './cycle-facts.ts';
import type { Outcome } from './outcome.ts';

type CloseEvent = Extract<CycleEvent, { readonly type: 'close-early' }>;

/**
 * One phase of one day ends before its time. It is said beforehand, so that nobody is cut off by something they could not
 * know, and the phase keeps at least its beginning. Later phases stay where they are.
 */
export function closeEarly(facts: CycleFacts, event: CloseEvent, at: Instant): Outcome<CloseCode> {
  const { phase, until, by, reason } = event;
  const refuse = (code: CloseCode): Outcome<CloseCode> => ({
    facts,
    effects: [],
    reasons: [{ code, data: { phase } }],
    isTaken: false,
  });
  const index = facts.deadlines.findIndex((deadline) => deadline.phase === phase && deadline.edge === 'ends');
  const end = facts.deadlines[index];
  const start = facts.deadlines[index - 1];
  if (end === undefined || start === undefined) return refuse('cycle/no-such-phase');
  if (index < facts.passed) return refuse('cycle/phase-over');
  if (until >= end.at || until < start.at) return refuse('cycle/closes-not-earlier');
  if (until <= at) return refuse('cycle/not-announced');
  return {
    facts: { ...facts, deadlines: facts.deadlines.with(index, { ...end, at: until }) },
    effects: [{ type: 'early-closing', phase, until, by, reason }],
    reasons: [{ code: 'cycle/closes-early', data: { phase } }],
    isTaken: true,
  };
}
