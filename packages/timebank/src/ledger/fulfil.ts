import type { Instant } from '@linli/model';
import { holdIn, type Ledger } from './ledger.ts';
import type { Hold, HoldEnd } from './record.ts';
import type { Transfer } from './transfer.ts';

/** The transfer that fulfils a hold with `units` of it; what is left of the hold is free again. */
export function fulfilmentOf(hold: Hold, how: Pick<Transfer, 'id' | 'units' | 'at' | 'effectiveAt' | 'why'>): Transfer {
  const { kind: _kind, until: _until, ...movement } = hold;
  return { ...movement, ...how, holdId: hold.id };
}

/** The holds that have not ended, oldest first. */
export function openHolds(ledger: Ledger): readonly Hold[] {
  const { log, length } = ledger;
  const states = length === log.records.length ? log.openHolds : log.holds.values();
  return [...states]
    .filter(({ sequence, hold }) => sequence <= length && holdIn(ledger, hold.id)?.endedBy === undefined)
    .sort((a, b) => a.sequence - b.sequence)
    .map(({ hold }) => hold);
}

/** The ends of all holds whose `until` has come: to be posted, each under an id made of the hold's. */
export const overdueHolds = (ledger: Ledger, at: Instant): readonly HoldEnd[] =>
  openHolds(ledger)
    .filter(({ until }) => until !== undefined && until <= at)
    .map(({ id: holdId, why }) => ({ kind: 'hold-end', id: `${holdId}-expired`, holdId, how: 'expire', at, why }));
