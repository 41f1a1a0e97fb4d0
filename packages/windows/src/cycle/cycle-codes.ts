/** What the phases themselves say. */
export type PhaseCode =
  | 'cycle/collecting'
  | 'cycle/collected'
  | 'cycle/assigning'
  | 'cycle/assigned'
  | 'cycle/executing'
  | 'cycle/executed'
  | 'cycle/delivering'
  | 'cycle/ended';

/** What a demand is told. */
export type DemandCode =
  | 'cycle/closed'
  | 'demand/already-in'
  | 'demand/emergency'
  | 'demand/emergency-without-reason'
  | 'demand/in-time'
  | 'demand/late-accepted'
  | 'demand/needs-approval'
  | 'demand/after-cut-off'
  | 'demand/rejected-by-phase';

/** What somebody is told who moves a line, beside what the line says itself. */
export type MoveCode = 'cycle/closed' | 'line/unknown' | 'line/already-settled';

/** What somebody is told who closes a phase early. */
export type CloseCode =
  | 'cycle/closes-early'
  | 'cycle/no-such-phase'
  | 'cycle/phase-over'
  | 'cycle/closes-not-earlier'
  | 'cycle/not-announced';
