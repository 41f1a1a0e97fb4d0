import type { Instant, LocalDate } from '@linli/model';
import type { ServiceCalendar } from '../calendar/service-calendar.ts';
import { catchUp } from '../process/catch-up.ts';
import type { Stamped } from '../process/drive.ts';
import { type Cycle, openCycle } from './cycle.ts';
import type { CycleDefinition } from './cycle-definition.ts';
import type { CycleEffect } from './cycle-effect.ts';
import { dailyCycle } from './daily-cycle.ts';
import { workedDayFrom } from './worked-days.ts';

/** What a community slept through, in one record. */
export interface SilenceSummary {
  readonly until: Instant;
  /** Cycles that were open before and had deadlines in the silence. */
  readonly caughtUp: number;
  /** Cycles opened now because they are still under way. */
  readonly opened: readonly LocalDate[];
  /**
   * Dates whose cycle came and went while nobody was there. Nobody was asked on these days: nothing is known of any need,
   * which is not the same as no need.
   */
  readonly missedDates: readonly LocalDate[];
  readonly deadlines: number;
  readonly late: number;
}

/** The cycles of a community after a silence, and all their effects in order of time, each once. */
export interface AfterSilence {
  readonly cycles: readonly Cycle[];
  /** Each with the date of its cycle. */
  readonly effects: readonly (Stamped<CycleEffect> & { readonly date: LocalDate })[];
  readonly summary: SilenceSummary;
}

/**
 * Wakes every kept cycle, in order of date, and opens the ones that began in the silence and still run. `known` are the
 * community's cycles, the newest of them at least; `definitionOn` says by which rules a date runs. The work grows with the
 * number of days slept, one look at each.
 */
export function cyclesAfterSilence(
  known: readonly Cycle[],
  now: Instant,
  definitionOn: (date: LocalDate) => CycleDefinition,
  calendar: ServiceCalendar | null = null,
): AfterSilence {
  const woken = known.map((cycle) => catchUp(dailyCycle, cycle, now));
  const opened: Cycle[] = [];
  const missedDates: LocalDate[] = [];
  const dates = known.map(({ facts }) => facts.date).toSorted();
  // A cycle opened ahead, for something carried to it, says nothing of the dates before it.
  const begun = known.filter(({ state }) => state !== 'waiting').map(({ facts }) => facts.date);
  const last = begun.toSorted().at(-1) ?? dates[0];
  if (last !== undefined) {
    const taken = new Set(dates);
    for (let date = workedDayFrom(calendar, last, 1); ; date = workedDayFrom(calendar, date, 1)) {
      if (taken.has(date)) continue;
      const cycle = openCycle(definitionOn(date), date, calendar);
      const { deadlines } = cycle.facts;
      if (deadlines[0]!.at > now) break;
      if (deadlines.at(-1)!.at <= now) missedDates.push(date);
      else opened.push(cycle);
    }
  }
  const fresh = opened.map((cycle) => catchUp(dailyCycle, cycle, now));
  const all = [...woken, ...fresh];
  const effects = all
    .flatMap(({ snapshot: { facts }, effects }) => effects.map((effect) => ({ ...effect, date: facts.date })))
    .toSorted((a, b) => a.at - b.at);
  return {
    cycles: all.map(({ snapshot }) => snapshot),
    effects,
    summary: {
      until: now,
      caughtUp: woken.filter(({ summary }) => summary.deadlines > 0).length,
      opened: opened.map(({ facts }) => facts.date),
      missedDates,
      deadlines: all.reduce((sum, { summary }) => sum + summary.deadlines, 0),
      late: effects.filter(({ late }) => late).length,
    },
  };
}
