import type { Instant, Reason } from '@linli/model';
import type { Grant } from '../pack/account-rules.ts';
import { type Unit, unitsOf } from '../pack/amount.ts';
import type { Account } from './account.ts';
import type { Transfer } from './transfer.ts';

export interface Granting {
  readonly to: Account;
  readonly at: Instant;
  readonly effectiveAt: Instant;
  readonly why: readonly Reason[];
  readonly packId: string;
  readonly edition: number;
  /** The community whose issuer or pool pays. */
  readonly communityId: string;
  /** The month (`2026-11`) or year of a recurring grant, as `grantsDue` tells it; a grant given once has none. */
  readonly period?: string | null;
  /** When it has had its time, as `expiresAtOf` tells it; left out: never. */
  readonly expiresAt?: Instant;
}

/**
 * The transfer of a grant, R-20 and R-21: from the account the rules name, so that its statement shows all that was ever
 * granted. The id is made of the grant, the receiver and the period: nobody has the same one twice.
 */
export function grantOf(grant: Grant, unit: Unit, { to, period, communityId, ...rest }: Granting): Transfer {
  const name = ['grant', grant.code, to.kind, to.id, ...(typeof period === 'string' ? [period] : [])].join('-');
  const from: Account =
    grant.from === 'fund' ? { kind: 'fund', id: grant.fund ?? grant.code } : { kind: grant.from, id: communityId };
  return { ...rest, id: name, from, to, asset: unit.asset, units: unitsOf(grant.amount, unit), purpose: 'grant' };
}
