import { waysOf } from './day.ts';
import type { Frame } from './frame.ts';
import type { Helper, Visit } from './problem.ts';

/** Starts from `first` to `last`, both possible, that keep one window and one shift. */
interface Slot {
  readonly first: number;
  readonly last: number;
  readonly shift: number;
}

/** When this helper could do this visit if nothing else were to do, earliest first. A pin leaves its own start only. */
export function slotsOf(frame: Frame, helper: Helper, visit: Visit): Slot[] {
  const [out, back] = waysOf(frame, helper, visit);
  const pin = visit.pinned?.helperId === helper.id ? visit.pinned : null;
  const slots: Slot[] = [];
  for (const window of visit.windows)
    for (const [shift, span] of helper.shifts.entries()) {
      const first = Math.max(window.from, span.from + out, pin?.from ?? 0);
      const last = Math.min(Math.min(window.until, span.until - back) - visit.duration, pin?.from ?? Number.POSITIVE_INFINITY);
      if (first <= last) slots.push({ first, last, shift });
    }
  return slots.toSorted((a, b) => a.first - b.first || a.last - b.last);
}
