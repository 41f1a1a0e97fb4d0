import { type Decision, type Instant, type LocalDate, localDateOf, no, yes } from '@linli/model';
import type { ServiceCalendar } from '../calendar/service-calendar.ts';
import type { CycleDefinition } from '../cycle/cycle-definition.ts';
import { phaseSpans } from '../cycle/phase-spans.ts';
import { workedDayFrom } from '../cycle/worked-days.ts';
import type { CommunityModes, ModeRules, ModeSwitch } from './community-modes.ts';

export type ModeCode = 'mode/switched' | 'mode/unknown' | 'mode/in-the-past' | 'mode/holds-already';

/** `switches` with one more, or why not. What lies in the past was judged already and is never judged anew. */
export function switchMode(
  modes: CommunityModes,
  switches: readonly ModeSwitch[],
  next: ModeSwitch,
  now: Instant,
): Decision<readonly ModeSwitch[], ModeCode> {
  const { mode, at } = next;
  if (!modes.modes.some(({ id }) => id === mode)) return no('mode/unknown', { mode });
  if (at < now) return no('mode/in-the-past', { mode });
  if (modeAt(modes, switches, at).id === mode) return no('mode/holds-already', { mode });
  return yes(
    [...switches, next].toSorted((a, b) => a.at - b.at),
    [{ code: 'mode/switched', data: { mode } }],
  );
}

/** The rules that hold at `at`: the switch itself is the first instant of the new ones. `switches` are in order of time. */
export const modeAt = (modes: CommunityModes, switches: readonly ModeSwitch[], at: Instant): ModeRules =>
  modeOf(modes, switches.findLast((one) => one.at <= at)?.mode ?? modes.first);

/** A switch to a mode that a later edition dropped leaves the first one in force. */
const modeOf = ({ modes, first }: CommunityModes, mode: string): ModeRules =>
  modes.find(({ id }) => id === mode) ?? modes.find(({ id }) => id === first)!;

/**
 * By which definition the cycle of `date` runs: the newest whose own collection for that date opens at or after its switch.
 * A cycle that was collecting when the switch came keeps the rules it began with.
 */
export function cycleDefinitionOn(
  modes: CommunityModes,
  switches: readonly ModeSwitch[],
  date: LocalDate,
  calendar: ServiceCalendar | null = null,
): CycleDefinition {
  const newest = switches.findLast(({ mode, at }) => phaseSpans(modeOf(modes, mode).cycle, date, calendar)[0]!.span.from >= at);
  return modeOf(modes, newest?.mode ?? modes.first).cycle;
}

/** The date of the cycle that takes what is asked for at `at`, whatever modes follow one another: every instant has one. */
export function cycleDateIn(
  modes: CommunityModes,
  switches: readonly ModeSwitch[],
  at: Instant,
  calendar: ServiceCalendar | null = null,
): LocalDate {
  let date = workedDayFrom(calendar, localDateOf(at, modeAt(modes, switches, at).cycle.zone), -1);
  while (phaseSpans(cycleDefinitionOn(modes, switches, date, calendar), date, calendar)[0]!.span.until <= at)
    date = workedDayFrom(calendar, date, 1);
  return date;
}
