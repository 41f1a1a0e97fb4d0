import { DemandId, Instant, LocalDate, PersonId, Reason } from '@linli/model';
import { initialTransition, type StateValueFrom } from 'xstate';
import { z } from 'zod';
import { CycleDefinition, PhaseId } from './cycle-definition.ts';
import { dailyCycle } from './daily-cycle.ts';
import { isSettled, LineState } from './demand-line.ts';
import { phaseSpans } from './phase-spans.ts';

/** A phase, the gap after one, or before and after them all. Its words are under `cycle-state/…`. */
export const CycleState = z.enum([
  'waiting',
  'collect',
  'after-collect',
  'assign',
  'after-assign',
  'execute',
  'after-execute',
  'deliver',
  'closed',
] satisfies readonly StateValueFrom<typeof dailyCycle>[]);
export type CycleState = z.infer<typeof CycleState>;

/** One demand as this cycle knows it. `helperId` is the one person who answers for it, null while there is none. */
export const CycleLine = z
  .strictObject({
    demandId: DemandId,
    state: LineState,
    emergency: z.boolean(),
    helperId: PersonId.nullable(),
    /** Why it is unassigned or cancelled; empty otherwise. */
    why: z.array(Reason).readonly(),
    /** Where a carried line went, the date of another cycle. */
    toDate: LocalDate.nullable(),
  })
  .readonly();
export interface CycleLine extends z.infer<typeof CycleLine> {}

const Deadline = z.strictObject({ phase: PhaseId, edge: z.enum(['opens', 'ends']), at: Instant }).readonly();

/** One cycle, asleep: plain JSON to store and read back. It carries its definition, so a later edition never re-judges it. */
export const Cycle = z
  .strictObject({
    format: z.literal('linli-cycle-state/1'),
    definition: CycleDefinition,
    /** The collection date; names the cycle. */
    date: LocalDate,
    state: CycleState,
    /** In order; the first `passed` of them have been handled. */
    deadlines: z.array(Deadline).readonly(),
    passed: z.int().nonnegative(),
    /** In order of arrival. */
    lines: z.array(CycleLine).readonly(),
    /** Ids of the events handled, ticks apart. */
    seen: z.array(z.string()).readonly(),
    /** The latest instant it was told of; null before the first. */
    at: Instant.nullable(),
  })
  .readonly();
export interface Cycle extends z.infer<typeof Cycle> {}

/** Counts of lines. `in` = `done` + `cancelled` + `carried` + `open`; `emergencies` are counted among them once more. */
export interface CycleTotals {
  readonly in: number;
  readonly done: number;
  readonly cancelled: number;
  readonly carried: number;
  readonly open: number;
  readonly emergencies: number;
}

/** A cycle not yet begun. Several may be alive at once: while one is delivered, the next collects. */
export function openCycle(definition: CycleDefinition, date: LocalDate): Cycle {
  const phases = new Set<string>(PhaseId.options);
  const deadlines = phaseSpans(definition, date)
    .filter(({ phase }) => phases.has(phase))
    .flatMap(({ phase, span }) => [
      { phase: phase as PhaseId, edge: 'opens' as const, at: span.from },
      { phase: phase as PhaseId, edge: 'ends' as const, at: span.until },
    ]);
  return {
    format: 'linli-cycle-state/1',
    definition,
    date,
    state: initialTransition(dailyCycle)[0].value,
    deadlines,
    passed: 0,
    lines: [],
    seen: [],
    at: null,
  };
}

/** When the host should wake this cycle next; null once it is closed. */
export const nextDeadline = (cycle: Cycle): Instant | null => cycle.deadlines[cycle.passed]?.at ?? null;

/** As of now: a line settled after the closing moves from `open` to where it belongs. */
export function cycleTotals({ lines }: Cycle): CycleTotals {
  const count = (state: LineState): number => lines.filter((line) => line.state === state).length;
  return {
    in: lines.length,
    done: count('done'),
    cancelled: count('cancelled'),
    carried: count('carried'),
    open: lines.filter(({ state }) => !isSettled(state)).length,
    emergencies: lines.filter(({ emergency }) => emergency).length,
  };
}
