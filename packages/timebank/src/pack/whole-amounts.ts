import type * as z from 'zod';
import { isWhole, type Unit, unitSecondsOf } from './amount.ts';

interface AmountParts {
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly units?: number;
}
const parts: readonly string[] = ['hours', 'minutes', 'seconds', 'units'];

const isAmount = (value: object): value is AmountParts => {
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([key, part]) => parts.includes(key) && typeof part === 'number');
};

/**
 * Adds an issue for every amount anywhere in `value` that is no whole number of seconds, or with `inUnits` of the ledger's
 * smallest units: an account cannot hold half a point.
 */
export function checkAmounts(
  value: unknown,
  unit: Omit<Unit, 'words'>,
  inUnits: boolean,
  context: z.RefinementCtx,
  path: readonly (string | number)[] = [],
): void {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value) && isAmount(value)) {
    const { hours = 0, minutes = 0, seconds = 0, units = 0 } = value;
    const clock = hours * 3600 + minutes * 60 + seconds;
    if (!isWhole(clock)) return; // the amount itself has said so
    const all = clock + units * unit.scaleSeconds;
    const grain = inUnits ? unitSecondsOf(unit) : 1;
    if (!isWhole(all / grain)) {
      const code = grain === 1 ? 'pack/amount-not-whole' : 'pack/amount-not-whole-units';
      context.addIssue({ code: 'custom', message: code, path: [...path], params: { code } });
    }
    return;
  }
  for (const [key, part] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    checkAmounts(part, unit, inUnits, context, [...path, key]);
  }
}
