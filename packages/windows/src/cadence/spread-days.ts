import { addDays, daysBetween, type LocalDate } from '@linli/model';

/** Days that are kept apart: at least `gapDays` from one to the next, and from `after`, the last one before them. */
export interface Spacing {
  readonly gapDays: number;
  readonly after: LocalDate | null;
}

/** How many of `days`, in order, can be taken. The earliest first is never fewer than any other choice. */
export function mostThatFit(days: readonly LocalDate[], { gapDays, after }: Spacing): number {
  let last = after;
  let count = 0;
  for (const day of days) {
    if (last !== null && daysBetween(last, day) < gapDays) continue;
    last = day;
    count++;
  }
  return count;
}

/**
 * The `count` of `days` that lie most evenly in their week: the narrowest gap as wide as can be, then the widest as narrow,
 * then the earliest days. `taken` are the visits made in the week, in order. The week is taken to come round again, so that
 * Monday and Sunday are neighbours. Fewer where `count` does not fit.
 */
export function spreadDays(
  days: readonly LocalDate[],
  count: number,
  taken: readonly LocalDate[],
  spacing: Spacing,
): readonly LocalDate[] {
  const last = taken.at(-1) ?? spacing.after;
  const fitting = Math.min(count, mostThatFit(days, { ...spacing, after: last }));
  let best: { readonly days: readonly LocalDate[]; readonly narrowest: number; readonly widest: number } | undefined;
  for (const chosen of choices(days, fitting, { ...spacing, after: last })) {
    const gaps = gapsOf([...taken, ...chosen], spacing.after);
    const [narrowest, widest] = [Math.min(...gaps), Math.max(...gaps)];
    if (best === undefined || narrowest > best.narrowest || (narrowest === best.narrowest && widest < best.widest))
      best = { days: chosen, narrowest, widest };
  }
  return best?.days ?? [];
}

/** Every choice that keeps the spacing, earlier days first; a week has seven days, so there are few. */
function* choices(days: readonly LocalDate[], count: number, { gapDays, after }: Spacing): Generator<readonly LocalDate[]> {
  if (count === 0) return yield [];
  for (const [index, day] of days.entries())
    if (after === null || daysBetween(after, day) >= gapDays)
      for (const rest of choices(days.slice(index + 1), count - 1, { gapDays, after: day })) yield [day, ...rest];
}

/** From visit to visit; the last is the way round to the first of a week like this one. */
function gapsOf(visits: readonly LocalDate[], after: LocalDate | null): readonly number[] {
  const [first] = visits;
  const chain = [...(after === null ? [] : [after]), ...visits, ...(first === undefined ? [] : [addDays(first, 7)])];
  return chain.slice(1).map((visit, index) => daysBetween(chain[index]!, visit));
}
