import { permilleOf, type When } from '../pack/service-condition.ts';
import { millisecondsDuring } from './calendar-time.ts';
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
