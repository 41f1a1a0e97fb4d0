import type { Instant } from '@linli/model';

const HOUR_MILLISECONDS = 3_600_000;

/** `late`: there was a contact, but not in time. */
export type AfterChangeState = 'kept' | 'due' | 'overdue' | 'late';

export interface AfterChangeStatus {
  readonly status: AfterChangeState;
  /** A contact before this instant keeps it. Hours are hours that pass, whatever the clocks do. */
  readonly dueAt: Instant;
}

/**
 * After a change for the worse somebody has to be in touch within so many hours: a fall, a death in the house, a discharge.
 * A contact before the change, or after `now`, says nothing.
 */
export function contactAfterChange(question: {
  readonly changedAt: Instant;
  readonly withinHours: number;
  readonly contacts: readonly Instant[];
  readonly now: Instant;
}): AfterChangeStatus {
  const { changedAt, withinHours, now } = question;
  const dueAt = (changedAt + withinHours * HOUR_MILLISECONDS) as Instant;
  const contacts = question.contacts.filter((at) => changedAt <= at && at <= now);
  if (contacts.some((at) => at < dueAt)) return { status: 'kept', dueAt };
  if (contacts.length > 0) return { status: 'late', dueAt };
  return { status: now < dueAt ? 'due' : 'overdue', dueAt };
}
