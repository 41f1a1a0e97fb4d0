import type { Account } from '../../src/ledger/account.ts';
import { type AccountLimit, type AccountPolicy, plainPolicy } from '../../src/ledger/account-policy.ts';

// A small world: few accounts, small amounts and short days, so that floors, caps, holds and late entries meet often.
const account = (kind: Account['kind'], id: string): Account => ({ kind, id });

export const issuer = account('issuer', 'home');
export const pool = account('pool', 'home');
export const fund = account('fund', 'poor');
export const group = account('group', 'team');
export const organisation = account('organisation', 'school');
export const provider = account('provider', 'barber');
export const persons = ['ann', 'bo', 'cai', 'du'].map((id) => account('person', id));
export const members = [...persons, group, organisation];
export const everybody = [...members, provider, pool, fund, issuer];
export const assets = ['second', 'point'] as const;

/** Somebody in the other community, on credit there. */
export const guest = account('person', 'guest');

export const dayLength = 1000;
export const days = 6;
export const dayCapUnits = 60;
export const dayOf = (at: number): number => Math.floor(at / dayLength);
export const between = ['home', 'away'] as const;
/** What the two agree on from time to time: 3 points for 2 seconds, as much for as much, ... */
export const rates = [
  { num: 3, den: 2 },
  { num: 1, den: 1 },
  { num: 1, den: 2 },
  { num: 2, den: 3 },
] as const;

const limit = (kind: AccountLimit['kind'], asset: string, bounds: Partial<AccountLimit>): AccountLimit => ({
  kind,
  asset,
  hardFloorUnits: 0,
  softFloorUnits: null,
  hardCeilingUnits: null,
  softCeilingUnits: null,
  growsToUnits: null,
  ...bounds,
});

/** Seconds: nobody below 0, persons at most 150. Points: persons on credit that grows, organisations with a soft limit. */
export const policyOf = (belowFloor: AccountPolicy['reversal']['belowFloor']): AccountPolicy => ({
  ...plainPolicy,
  limits: [
    limit('person', 'second', { hardCeilingUnits: 150, softCeilingUnits: 140 }),
    limit('person', 'point', { hardFloorUnits: -20, growsToUnits: -45 }),
    limit('organisation', 'second', { hardFloorUnits: null, softFloorUnits: -10 }),
    limit('organisation', 'point', { hardFloorUnits: -30, softFloorUnits: -20 }),
  ],
  partners: [
    { id: 'away', asset: 'second', limitUnits: 40 },
    { id: 'home', asset: 'point', limitUnits: 60 },
  ],
  reversal: { belowFloor, withinDays: null },
});
