import type { AccountPolicy } from './account-policy.ts';
import type { AssetCode } from './asset.ts';
import { isSameJson } from './canonical.ts';
import { bookIn, knownCount, type Ledger, recordIn } from './ledger.ts';
import type { Transfer } from './transfer.ts';

/** One community's side of an exchange: its ledger, its policy with the limit for the partner, and what it counts in. */
export interface Side {
  /** The community's own id: the `partner` account of the other side bears it. */
  readonly id: string;
  readonly ledger: Ledger;
  readonly policy?: AccountPolicy;
  readonly asset: AssetCode;
  readonly packId: string;
  readonly edition: number;
}

/** What an act moved on the account of the partner: `units` above 0 are owed to this community. */
interface Leg {
  readonly asset: AssetCode;
  readonly units: number;
  readonly transfer: Transfer;
  /** What it takes back. */
  readonly original: Transfer | undefined;
}

/** One act of clearing, or of taking one back, as it stands in the two ledgers. */
export interface ClearingAct {
  readonly reference: string;
  readonly sides: readonly [Leg[], Leg[]];
}

/** Every act between two communities, in the order of the first one's ledger. Settlements are none: they pay what acts came to. */
export function actsBetween(one: Side, other: Side): readonly ClearingAct[] {
  const acts = new Map<string, ClearingAct>();
  for (const [here, side, partner] of [[0, one, other] as const, [1, other, one] as const]) {
    for (const leg of legsOf(side, partner.id)) {
      const { reference = leg.transfer.id } = leg.transfer;
      // A reference may be used both ways; who pays tells the two apart.
      const isPayer = leg.units > 0 === (leg.original === undefined);
      const key = `${isPayer ? here : 1 - here} ${reference}`;
      const act: ClearingAct = acts.get(key) ?? { reference, sides: [[], []] };
      acts.set(key, act);
      act.sides[here].push(leg);
    }
  }
  return [...acts.values()];
}

function legsOf({ ledger }: Side, partnerId: string): readonly Leg[] {
  return [...ledger.log.scales.keys()].flatMap((asset) => {
    const entries = bookIn(ledger, { kind: 'partner', id: partnerId }, asset)?.entries ?? [];
    return entries.slice(0, knownCount(entries, ledger.length)).flatMap(({ units, transfer }): Leg[] => {
      if (transfer.purpose !== 'clearing') return [];
      const original = transfer.reverses === undefined ? undefined : (recordIn(ledger, transfer.reverses) as Transfer);
      return [{ asset, units, transfer, original }];
    });
  });
}

/** Whether an act stands once in each ledger, at one rate; what takes one back, at the rate of that one. */
export function isMatched({ sides: [[one, ...more], [other, ...others]] }: ClearingAct): boolean {
  if (one === undefined || other === undefined || more.length + others.length > 0) return false;
  if (one.original === undefined || other.original === undefined) {
    return one.original === other.original && isSameJson(one.transfer.rate, other.transfer.rate);
  }
  const [num, den] = lowest(Math.abs(one.units), Math.abs(other.units));
  const [originalNum, originalDen] = lowest(one.original.units, other.original.units);
  return num === originalNum && den === originalDen;
}

/**
 * The assets whose claims end together: those of the two sides, and what any act in one of them was counted in on the
 * other side, since an act ends as a whole.
 */
export function assetsSettled(
  acts: readonly ClearingAct[],
  ...sides: readonly [AssetCode, AssetCode]
): readonly [ReadonlySet<AssetCode>, ReadonlySet<AssetCode>] {
  const assets = [new Set([sides[0]]), new Set([sides[1]])] as const;
  for (let size = 0; size !== assets[0].size + assets[1].size; ) {
    size = assets[0].size + assets[1].size;
    for (const { sides: legs } of acts) {
      if (!touches(legs[0], assets[0]) && !touches(legs[1], assets[1])) continue;
      for (const { asset } of legs[0]) assets[0].add(asset);
      for (const { asset } of legs[1]) assets[1].add(asset);
    }
  }
  return assets;
}

export const touches = (legs: readonly { readonly asset: AssetCode }[], assets: ReadonlySet<AssetCode>): boolean =>
  legs.some(({ asset }) => assets.has(asset));

/** A ratio of whole numbers in its lowest terms. */
export function lowest(num: number, den: number): readonly [number, number] {
  let [a, b] = [num, den];
  while (b > 0) [a, b] = [b, a % b];
  return [num / a, den / a];
}
