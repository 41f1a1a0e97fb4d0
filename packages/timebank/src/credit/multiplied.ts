import { permilleOf, type When } from '../pack/service-condition.ts';
import { millisecondsDuring, partsDuring } from './calendar-time.ts';
import { type Judging, scaled } from './step-kind.ts';

/** The amount with its share inside `during` counted `times`, rounded down once; and how long that share of the service was. */
export function multiplied(
  times: number,
  during: When | undefined,
  { service: { record, zone }, seconds, calendar }: Judging,
): { readonly seconds: number; readonly permille: number; readonly insideSeconds: number } {
  const permille = permilleOf(times);
  const all = record.until - record.from;
  const inside = during === undefined ? all : millisecondsDuring(during, record, zone, calendar);
  return {
    seconds: scaled(seconds, (all - inside) * 1000 + inside * permille, all * 1000),
    permille,
    insideSeconds: Math.floor(inside / 1000),
  };
}

/** A factor, and the stretches in which it counts; without `during` it counts for the whole service. */
export interface Factor {
  readonly times: number;
  readonly during?: When | undefined;
}

/**
 * Each part of a service counted by the highest factor that applies to it; a part to which none applies counts once. Parts
 * begin and end where a stretch does. Of the amount each part has the share it has of the time; the sum is rounded down
 * once. `milliseconds` tells how long each factor, in thousandths, was the highest.
 */
export function multipliedByHighest(
  factors: readonly Factor[],
  { service: { record, zone }, seconds, calendar }: Judging,
): { readonly seconds: number; readonly milliseconds: ReadonlyMap<number, number> } {
  const stretches = factors.map(({ times, during }) => ({
    permille: permilleOf(times),
    parts: during === undefined ? [record] : partsDuring(during, record, zone, calendar),
  }));
  const borders = stretches.flatMap(({ parts }) => parts.flatMap(({ from, until }) => [from, until]));
  const cuts = [...new Set([record.from, record.until, ...borders])].sort((a, b) => a - b);
  const milliseconds = new Map<number, number>();
  let [covered, weighted] = [0, 0];
  for (const [index, until] of cuts.entries()) {
    const from = cuts[index - 1];
    if (from === undefined) continue;
    const applying = stretches.filter(({ parts }) => parts.some((part) => part.from <= from && from < part.until));
    if (applying.length === 0) continue;
    const highest = Math.max(...applying.map(({ permille }) => permille));
    milliseconds.set(highest, (milliseconds.get(highest) ?? 0) + until - from);
    covered += until - from;
    weighted += (until - from) * highest;
  }
  const all = record.until - record.from;
  return { seconds: scaled(seconds, (all - covered) * 1000 + weighted, all * 1000), milliseconds };
}
