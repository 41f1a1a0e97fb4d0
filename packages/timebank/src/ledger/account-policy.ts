import type { AccountRules } from '../pack/account-rules.ts';
import { type Unit, unitsOf } from '../pack/amount.ts';
import type { ExchangeStandard } from '../pack/exchange-standard.ts';
import type { AccountKind } from './account.ts';
import type { AssetCode } from './asset.ts';

/** How far the accounts of one kind may go in one asset. Floors are balances, so mostly 0 or below; null is no limit. */
export interface AccountLimit {
  readonly kind: AccountKind;
  readonly asset: AssetCode;
  /** Nothing goes below it. */
  readonly hardFloorUnits: number | null;
  /** Reaching it is allowed, and somebody should talk with the holder. */
  readonly softFloorUnits: number | null;
  readonly hardCeilingUnits: number | null;
  readonly softCeilingUnits: number | null;
  /** The hard floor sinks by payments received, down to this balance. */
  readonly growsToUnits: number | null;
}

/** What a freeze stops: earning, spending, giving away, donating, being given. */
export type FrozenAct = 'earn' | 'redeem' | 'gift' | 'donate' | 'receive';

/** What the ledger asks of accounts, in whole units. Plain data; `accountPolicyOf` reads it out of account rules. */
export interface AccountPolicy {
  /** A kind and asset not named here stays at 0 or above. An issuer has no floor whatever is named. */
  readonly limits: readonly AccountLimit[];
  /** How much this community may owe a partner, and be owed by it, at most. A partner not named here has no claims. */
  readonly partners: readonly { readonly id: string; readonly asset: AssetCode; readonly limitUnits: number | null }[];
  /** Accounts that may give to a pool and to nobody else. */
  readonly donateOnly: readonly AccountKind[];
  readonly frozenStops: readonly FrozenAct[];
  readonly reversal: { readonly belowFloor: 'block' | 'allow-and-flag'; readonly withinDays: number | null };
}

/** Nobody below 0, no partners; a group only donates; a frozen account still earns and receives; reversals stop at a floor. */
export const plainPolicy: AccountPolicy = {
  limits: [],
  partners: [],
  donateOnly: ['group'],
  frozenStops: ['redeem', 'gift', 'donate'],
  reversal: { belowFloor: 'block', withinDays: null },
};

const holders = ['person', 'group', 'organisation'] as const;

/** What the policy is read out of; a `TimeBankPack` is one. */
export interface PolicySource {
  readonly unit: Unit;
  readonly accounts: AccountRules;
  /** what the holders of each kind may do; a group that is not mentioned may donate only. */
  readonly exchange?: Pick<ExchangeStandard, 'may'> | null;
}

/** The account rules of a standard as the ledger's policy, in units of the standard's asset. */
export function accountPolicyOf({ unit, accounts: rules, exchange }: PolicySource): AccountPolicy {
  const { asset } = unit;
  const limits = holders.map((kind): AccountLimit => {
    const floor = rules.floors?.[kind];
    const ceiling = rules.ceilings?.[kind];
    const credit = kind === 'person' ? rules.creditLimit : undefined;
    const below = floor === undefined ? 0 : -unitsOf(floor.below, unit);
    const most = ceiling === undefined ? null : unitsOf(ceiling.most, unit);
    const isSoft = floor?.limit === 'soft';
    return {
      kind,
      asset,
      hardFloorUnits: credit !== undefined ? -unitsOf(credit.from, unit) : isSoft ? null : below,
      softFloorUnits: isSoft ? below : null,
      hardCeilingUnits: ceiling?.limit === 'hard' ? most : null,
      softCeilingUnits: ceiling?.limit === 'soft' ? most : null,
      growsToUnits: credit === undefined ? null : -unitsOf(credit.most, unit),
    };
  });
  const partners = (rules.clearing ?? []).flatMap((agreement) =>
    agreement.with.map((id) => ({
      id,
      asset,
      limitUnits: agreement.limit === undefined ? null : unitsOf(agreement.limit, unit),
    })),
  );
  return {
    limits,
    partners,
    donateOnly: holders.filter((kind) => {
      const acts = exchange?.may?.[kind];
      return acts === undefined ? kind === 'group' : acts.every((act) => act === 'donate');
    }),
    frozenStops: rules.freeze?.stops ?? plainPolicy.frozenStops,
    reversal: {
      belowFloor: rules.reversal?.belowFloor ?? plainPolicy.reversal.belowFloor,
      withinDays: rules.reversal?.withinDays ?? plainPolicy.reversal.withinDays,
    },
  };
}
