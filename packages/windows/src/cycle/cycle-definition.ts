import { ClockChange, type Decision, secondOfDay, Text, WallTime, Zone } from '@linli/model';
import * as z from 'zod';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';

/** The four pieces of work of a day, in their only order. `execute` or `deliver` may be missing, never both. */
export const PhaseId = z.enum(['collect', 'assign', 'execute', 'deliver']);
export type PhaseId = z.infer<typeof PhaseId>;

/** What becomes of a request that arrives in a phase. In the gaps between phases it is always `next-cycle`. */
export const OnDemand = z.enum(['accept', 'next-cycle', 'with-approval', 'reject']);
export type OnDemand = z.infer<typeof OnDemand>;

const Phase = z
  .strictObject({
    id: PhaseId,
    name: Text,
    /** Days from the collection date to the day of `from`; -1 is the day before. */
    dayOffset: z.int().min(-1).max(14),
    from: WallTime,
    /** Not in the phase any more. At or before `from` on the wall, it lies on the following day. */
    until: WallTime,
    onDemand: OnDemand,
  })
  .readonly();
export type Phase = z.infer<typeof Phase>;

const DAY_SECONDS = 86_400;

/** The day of `until`, counted like `dayOffset`. */
export const untilDayOffset = ({ dayOffset, from, until }: Phase): number =>
  secondOfDay(until) > secondOfDay(from) ? dayOffset : dayOffset + 1;

const wallSeconds = (dayOffset: number, time: WallTime): number => dayOffset * DAY_SECONDS + secondOfDay(time);

type ShapeCode =
  | 'definition/phases-out-of-order'
  | 'definition/phase-missing'
  | 'definition/collection-not-on-day-0'
  | 'definition/collection-takes-nothing'
  | 'definition/phases-overlap';

/** Why a definition is refused. `data.path` says where, as `phases.1.from`. */
export type DefinitionCode = 'definition/malformed' | ShapeCode;

function flawsOf(phases: readonly Phase[]): readonly Flaw<ShapeCode>[] {
  const flaws: Flaw<ShapeCode>[] = [];
  const order = PhaseId.options;
  const ids = phases.map(({ id }) => id);
  if (!ids.includes('collect') || !ids.includes('assign') || !(ids.includes('execute') || ids.includes('deliver')))
    flaws.push({ code: 'definition/phase-missing', path: ['phases'] });

  for (const [index, phase] of phases.entries()) {
    const path = ['phases', index];
    const previous = phases[index - 1];
    if (phase.id === 'collect') {
      if (untilDayOffset(phase) !== 0) flaws.push({ code: 'definition/collection-not-on-day-0', path: [...path, 'until'] });
      if (phase.onDemand === 'next-cycle' || phase.onDemand === 'reject')
        flaws.push({ code: 'definition/collection-takes-nothing', path: [...path, 'onDemand'] });
    }
    if (previous === undefined) continue;
    if (order.indexOf(previous.id) >= order.indexOf(phase.id))
      flaws.push({ code: 'definition/phases-out-of-order', path: [...path, 'id'] });
    if (wallSeconds(phase.dayOffset, phase.from) < wallSeconds(untilDayOffset(previous), previous.until))
      flaws.push({ code: 'definition/phases-overlap', path: [...path, 'from'] });
  }
  return flaws;
}

/**
 * One community's supply day as data. `format` is ours; `id` and `edition` are theirs.
 * Phases are half-open, in order and never overlap; the collection ends on day 0, which dates the cycle.
 */
export const CycleDefinition = z
  .strictObject({
    format: z.literal('linli-cycle/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    zone: Zone,
    /** For wall times that a clock change skips or repeats; `compatible` where it is left out. */
    clockChange: ClockChange.exactOptional(),
    phases: z.array(Phase).min(3).readonly(),
  })
  .check(checkFlaws(({ phases }: { readonly phases: readonly Phase[] }) => flawsOf(phases)))
  .readonly();
export interface CycleDefinition extends z.infer<typeof CycleDefinition> {}

/** A definition from outside. Every flaw is named with its path; nothing is repaired in silence. */
export const parseCycleDefinition = (input: unknown): Decision<CycleDefinition, DefinitionCode> =>
  parseLocated<CycleDefinition, 'definition/malformed', ShapeCode>(CycleDefinition, 'definition/malformed', input);
