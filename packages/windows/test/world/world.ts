import type { DemandId, Instant, LocalDate, Random } from '@linli/model';
import type { ServiceCalendar } from '../../src/calendar/service-calendar.ts';
import type { Cycle, CycleEvent, ModeSwitch, Stamped, Tick } from '../../src/index.ts';
import type { LadderEvent } from '../../src/ladder/ladder-event.ts';
import type { Ladder } from '../../src/ladder/open-ladder.ts';
import type { ProcessTypes } from '../../src/process/process-types.ts';
import type { Subject } from './subject.ts';

/** Something on its way to a cycle or a ladder. */
export type Letter =
  | { readonly to: 'cycle'; readonly date: LocalDate; readonly event: CycleEvent }
  | { readonly to: 'ladder'; readonly id: string; readonly event: LadderEvent };

/** How rough the world is: each is one in so many steps; 1 is every step. */
export interface Roughness {
  /** The host is killed while it sends, and does the step again from what was kept. */
  readonly kill: number;
  /** A snapshot goes through JSON. */
  readonly sleep: number;
}

/** One community, its host, and what everybody was told. The only thing here that changes. */
export interface World {
  readonly subject: Subject;
  readonly random: Random;
  readonly rough: Roughness;
  readonly calendar: ServiceCalendar | null;
  /** The time it is, and how far the clock of the host is off. */
  now: number;
  skew: number;
  switches: readonly ModeSwitch[];
  readonly cycles: Map<LocalDate, Cycle>;
  /** Dates of cycles that still run or have open lines. */
  readonly live: Set<LocalDate>;
  /** The next cycle, which the host opens when its collection begins. */
  ahead: Cycle | null;
  /** The deadlines a cycle was opened with, brought forward by closings that were announced. */
  readonly promised: Map<LocalDate, Cycle['facts']['deadlines']>;
  readonly ladders: Map<string, Ladder>;
  /** By the id of its cycle or ladder and by its own: every effect that came out of the house, once. */
  readonly inbox: Map<string, Map<string, Stamped<ProcessTypes['effect']>>>;
  /** Whatever was handed in, by owner and id: the package must know it again. */
  readonly handled: Set<string>;
  /** The latest letters, some of which are sent again. */
  readonly sent: Letter[];
  readonly delayed: { readonly from: number; readonly letter: Letter }[];
  readonly demands: Map<DemandId, { readonly isEmergency: boolean }>;
  /** Names of the laws that were broken. */
  readonly broken: Set<string>;
  readonly count: { events: number; effects: number; kills: number; silences: number; days: number };
}

export const clockOf = ({ now, skew }: World): Instant => (now + skew) as Instant;

/** Whether this is one of so many. */
export const isOneIn = ({ random }: World, many: number): boolean => random.nextInt(many) === 0;

export const oneOf = <Value>({ random }: World, values: readonly Value[]): Value | undefined =>
  values[random.nextInt(values.length)];

export const tickAt = (at: Instant): Tick => ({ type: 'tick', id: `tick-${at}`, at });
