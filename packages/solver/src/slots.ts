import type { Frame } from './frame.ts';
import { wayHome, wayOut } from './rota.ts';

/** Starts from `first` to `last`, both possible, that keep one window and one shift. */
interface Slot {
  readonly first: number;
  readonly last: number;
  readonly shift: number;
}

/** When this helper could do this visit if nothing else were to do, earliest first. A pin leaves its own start only. */
export function slotsOf(frame: Frame, helper: number, index: number): readonly Slot[] {
  const { shifts, id } = frame.helpers[helper]!;
  const { windows, duration, pinned } = frame.visits[index]!;
  const out = wayOut(frame, helper, index);
  const back = wayHome(frame, helper, index);
  const pin = pinned !== null && pinned.helperId === id ? pinned.from : -1;
  const slots: Slot[] = [];
  for (const window of windows)
    for (let shift = 0; shift < shifts.length; shift++) {
      const span = shifts[shift]!;
      const earliest = Math.max(window.from, span.from + out);
      const latest = Math.min(window.until, span.until - back) - duration;
      if (earliest > latest) continue;
      if (pin === -1) slots.push({ first: earliest, last: latest, shift });
      else if (earliest <= pin && pin <= latest) slots.push({ first: pin, last: pin, shift });
    }
  return slots.length < 2 ? slots : slots.sort((a, b) => a.first - b.first || a.last - b.last);
}
