import { type Ledger, recordIn } from './ledger.ts';
import { lotsOf } from './lots.ts';
import type { Transfer } from './transfer.ts';

/**
 * A gift that stays as old as it is: one transfer for each expiry date among the lots it takes, oldest first, so that
 * giving to and fro makes nothing younger. To be posted together by `postAll`; the first has the id of the whole. What the
 * account does not have is in the last, for `post` to judge. What was given under this id before is divided as it was then.
 */
export function givingOf(ledger: Ledger, transfer: Transfer): readonly Transfer[] {
  const { expiresAt: _, ...rest } = transfer;
  const part = ({ units, expiresAt }: Part, index: number): Transfer => ({
    ...rest,
    id: index === 0 ? transfer.id : `${transfer.id}-${index + 1}`,
    units,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  });
  const before = givenBefore(ledger, transfer);
  return (before.length > 0 ? before : partsOf(ledger, transfer)).map(part);
}

interface Part {
  readonly units: number;
  readonly expiresAt?: Transfer['expiresAt'] | undefined;
}

/** The parts that stand in the ledger already, where they come to the whole. */
function givenBefore(ledger: Ledger, { id, units }: Transfer): readonly Part[] {
  const found: Part[] = [];
  let left = units;
  for (
    let record = recordIn(ledger, id);
    left > 0 && record !== undefined;
    record = recordIn(ledger, `${id}-${found.length + 1}`)
  ) {
    if ('kind' in record) break;
    found.push(record);
    left -= record.units;
  }
  return left === 0 ? found : [];
}

function partsOf(ledger: Ledger, transfer: Transfer): readonly Part[] {
  const parts: { units: number; expiresAt: Transfer['expiresAt'] }[] = [];
  let left = transfer.units;
  const add = (units: number, expiresAt: Transfer['expiresAt']): void => {
    const last = parts.at(-1);
    if (last !== undefined && last.expiresAt === expiresAt) last.units += units;
    else parts.push({ units, expiresAt });
    left -= units;
  };
  for (const { units, expiresAt } of lotsOf(ledger, transfer.from, transfer.asset)) {
    if (!(left > 0)) break;
    add(Math.min(left, units), expiresAt === null ? undefined : (expiresAt as Transfer['at']));
  }
  // An amount that is none is for `post` to refuse.
  if (left > 0 || parts.length === 0) add(left, undefined);
  return parts;
}
