import type { Account } from './account.ts';
import type { AccountLimit, AccountPolicy } from './account-policy.ts';
import type { AssetCode } from './asset.ts';

type Bounds = Omit<AccountLimit, 'kind' | 'asset'>;

const none: Bounds = {
  hardFloorUnits: null,
  softFloorUnits: null,
  hardCeilingUnits: null,
  softCeilingUnits: null,
  growsToUnits: null,
};
const atZero: Bounds = { ...none, hardFloorUnits: 0 };
const noClaims: Bounds = { ...atZero, hardCeilingUnits: 0 };

type Lookup = Map<AssetCode, Map<string, Bounds>>;

/** Policies are plain data that never changes, so what was looked up once is kept beside them. */
const lookups = new WeakMap<AccountPolicy, Lookup>();

/** A partner is found by its id, which is no kind of account, in a map of its own. */
const partnerLookups = new WeakMap<AccountPolicy, Lookup>();

export function boundsOf(policy: AccountPolicy, account: Account, asset: AssetCode): Bounds {
  const { kind } = account;
  if (kind === 'issuer') return none;
  if (kind === 'partner') return (partnerLookups.get(policy) ?? partnersOf(policy)).get(asset)?.get(account.id) ?? noClaims;
  return (lookups.get(policy) ?? limitsOf(policy)).get(asset)?.get(kind) ?? atZero;
}

function limitsOf(policy: AccountPolicy): Lookup {
  const lookup: Lookup = new Map();
  for (const limit of policy.limits) put(lookup, limit.asset, limit.kind, limit);
  lookups.set(policy, lookup);
  return lookup;
}

function partnersOf(policy: AccountPolicy): Lookup {
  const lookup: Lookup = new Map();
  for (const { id, asset, limitUnits } of policy.partners) {
    const hardFloorUnits = limitUnits === null ? null : 0 - limitUnits;
    put(lookup, asset, id, { ...none, hardFloorUnits, hardCeilingUnits: limitUnits });
  }
  partnerLookups.set(policy, lookup);
  return lookup;
}

function put(lookup: Lookup, asset: AssetCode, name: string, bounds: Bounds): void {
  const byName = lookup.get(asset) ?? new Map<string, Bounds>();
  lookup.set(asset, byName.set(name, bounds));
}

/** The lowest balance, R-22 and R-23: a credit limit grows by each payment received, up to its own limit. */
export function hardFloorUnits({ hardFloorUnits: floor, growsToUnits }: Bounds, receivedUnits: number): number {
  if (floor === null) return -Infinity;
  return growsToUnits === null ? floor : Math.min(floor, Math.max(growsToUnits, floor - Math.max(0, receivedUnits)));
}
