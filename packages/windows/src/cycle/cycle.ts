import type { LocalDate } from '@linli/model';
import type { ServiceCalendar } from '../calendar/service-calendar.ts';
import { openProcess } from '../process/drive.ts';
import type { Snapshot } from '../process/snapshot.ts';
import { type CycleDefinition, PhaseId } from './cycle-definition.ts';
import { type CycleTotals, totalsOf } from './cycle-totals.ts';
import type { CycleTypes } from './cycle-types.ts';
import { dailyCycle } from './daily-cycle.ts';
import { phaseSpans } from './phase-spans.ts';
import { workedDayFrom } from './worked-days.ts';

/** One cycle, asleep. Several may be alive at once: while one is delivered, the next collects. */
export type Cycle = Snapshot<CycleTypes>;
export const Cycle = dailyCycle.Snapshot;

/** A cycle not yet begun, under the definition and the calendar of its day; neither can change it afterwards. */
export function openCycle(definition: CycleDefinition, date: LocalDate, calendar: ServiceCalendar | null = null): Cycle {
  const phases = new Set<string>(PhaseId.options);
  const deadlines = phaseSpans(definition, date, calendar)
    .filter(({ phase }) => phases.has(phase))
    .flatMap(({ phase, span }) => [
      { phase: phase as PhaseId, edge: 'opens' as const, at: span.from },
      { phase: phase as PhaseId, edge: 'ends' as const, at: span.until },
    ]);
  const nextDate = workedDayFrom(calendar, date, 1);
  return openProcess(dailyCycle, `cycle:${date}`, { definition, date, nextDate, deadlines, passed: 0, lines: [] });
}

/** As of now: a line settled after the closing moves from `open` to where it belongs. */
export const cycleTotals = ({ facts }: Cycle): CycleTotals => totalsOf(facts.lines);
