import type { LocalDate, Reason } from '@linli/model';
import type { Grantee } from './grants-due.ts';
import type { Account } from './ledger/account.ts';
import type { Transfer } from './ledger/transfer.ts';
import type { AccountRules, Dues } from './pack/account-rules.ts';
import { type Unit, unitsOf } from './pack/amount.ts';
import { lacks } from './person-facts.ts';

/** Dues not paid yet. `period` is `2026-11` or `2026` of those that come round. */
export interface DuesOwed {
  readonly dues: Dues;
  readonly period: string | null;
}

/** What a member owes the community on a day; `given` of the grantee is here what was paid before. Whoever is not known to be meant owes nothing. */
export function duesOwed({ dues: all = [] }: AccountRules, member: Grantee, on: LocalDate): readonly DuesOwed[] {
  const { joinedOn, given } = member;
  if (joinedOn === null || on < joinedOn) return [];
  return all.flatMap((dues) => {
    const period = dues.on === 'month' ? on.slice(0, 7) : dues.on === 'year' ? on.slice(0, 4) : null;
    if (given.some((one) => one.code === dues.code && one.period === period)) return [];
    if (dues.who !== undefined && lacks(dues.who, member, on, 'person').length > 0) return [];
    return [{ dues, period }];
  });
}

export interface Paying extends Pick<Transfer, 'at' | 'effectiveAt' | 'packId' | 'edition'> {
  readonly from: Account;
  readonly period: string | null;
  readonly why: readonly Reason[];
  /** The community whose pool or issuer receives. */
  readonly communityId: string;
}

/** The transfer of dues; the id is made of the dues, the payer and the period, so that nobody pays twice. */
export function duesOf(dues: Dues, unit: Unit, { from, period, communityId, why, ...rest }: Paying): Transfer {
  const id = ['dues', dues.code, from.kind, from.id, ...(period === null ? [] : [period])].join('-');
  const to: Account = { kind: dues.to, id: communityId };
  const units = unitsOf(dues.amount, unit);
  return { ...rest, id, from, to, asset: unit.asset, units, why: [...why], purpose: 'dues' };
}
