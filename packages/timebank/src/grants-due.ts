import type { LocalDate, Reason } from '@linli/model';
import type { AccountRules, Grant } from './pack/account-rules.ts';
import { lacks, marksOn, type PersonCode, type PersonFacts } from './person-facts.ts';

/** Somebody who may be owed a grant. `given`: what was granted before, recurring ones with their month or year. */
export interface Grantee extends PersonFacts {
  /** Null: not a member, so nothing is owed. */
  readonly joinedOn: LocalDate | null;
  readonly given: readonly { readonly code: string; readonly period: string | null }[];
}

/** A grant not given yet. `lacks` is empty where it is owed. */
export interface GrantDue {
  readonly grant: Grant;
  /** `2026-11` or `2026` of a recurring one. */
  readonly period: string | null;
  readonly lacks: readonly Reason<PersonCode>[];
}

/** the grants of a day that were not given yet, and what stands in the way of each. A mark nobody has is not listed. */
export function grantsDue({ grants = [] }: AccountRules, grantee: Grantee, on: LocalDate): readonly GrantDue[] {
  const { joinedOn, given } = grantee;
  if (joinedOn === null || on < joinedOn) return [];
  return grants.flatMap((grant) => {
    const period = grant.on === 'month' ? on.slice(0, 7) : grant.on === 'year' ? on.slice(0, 4) : null;
    if (given.some((one) => one.code === grant.code && one.period === period)) return [];
    if (grant.mark !== undefined && !marksOn(grantee, on)?.includes(grant.mark)) return [];
    return [{ grant, period, lacks: grant.who === undefined ? [] : lacks(grant.who, grantee, on, 'person') }];
  });
}
