import type { Ledger } from './ledger.ts';
import { lotsOf } from './lots.ts';
import type { Transfer } from './transfer.ts';

/**
 * A gift that stays as old as it is: one transfer for each expiry date among the lots it takes, oldest first, so that
 * giving to and fro makes nothing younger. To be posted together by `postAll`; the first has the id of the whole. What the
 * account does not have is in the last, for `post` to judge.
 */
export function givingOf(ledger: Ledger, transfer: Transfer): readonly Transfer[] {
  const parts: { units: number; expiresAt: Transfer['expiresAt'] }[] = [];
  let left = transfer.units;
  const add = (units: number, expiresAt: Transfer['expiresAt']): void => {
    const last = parts.at(-1);
    if (last !== undefined && last.expiresAt === expiresAt) last.units += units;
    else parts.push({ units, expiresAt });
    left -= units;
  };
  for (const { units, expiresAt } of lotsOf(ledger, transfer.from, transfer.asset)) {
    if (left === 0) break;
    add(Math.min(left, units), expiresAt === null ? undefined : (expiresAt as Transfer['at']));
  }
  if (left > 0) add(left, undefined);
  const { expiresAt: _, ...rest } = transfer;
  return parts.map(({ units, expiresAt }, index) => ({
    ...rest,
    id: index === 0 ? transfer.id : `${transfer.id}-${index + 1}`,
    units,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  }));
}
