import { isSameJson } from '../ledger/canonical.ts';
import type { Agreement } from '../ledger/clearing.ts';
import { type Claims, claimsOn, follow, isSettlement, type Leg, twinOf } from './claims.ts';
import type { Breach, Law } from './law.ts';
import type { LedgerReading } from './reading.ts';

/** Two ledgers that clear with each other, under their communities' ids. Each act has its own rate, whatever is agreed on now. */
export interface ClearingPair {
  readonly agreement: Pick<Agreement, 'between'>;
  readonly assets: readonly [string, string];
  readonly first: LedgerReading;
  readonly second: LedgerReading;
}

interface ClearingLaw {
  readonly id: string;
  readonly says: string;
  breach(pair: ClearingPair, ours: Claims, theirs: Claims): string | undefined;
}

const laws: readonly ClearingLaw[] = [
  {
    id: 'L-14',
    says: 'What one community is owed is what acts that stand in both ledgers came to, less what was settled: together, each act at its own rate, they net to 0.',
    breach({ agreement: { between }, assets, first, second }, ours, theirs) {
      const [one, other] = between;
      const have = first.balance({ kind: 'partner', id: other }, assets[0]);
      const has = second.balance({ kind: 'partner', id: one }, assets[1]);
      const isSum = have === sumOf(ours, theirs, assets[0]) && has === sumOf(theirs, ours, assets[1]);
      return isSum ? undefined : `${one} has ${have} for ${other}, which has ${has}`;
    },
  },
  {
    id: 'L-14',
    says: 'Every act stands in both ledgers under one reference and at one rate; what takes one back is worth as much in both as it was then; a settlement ends what both are owed.',
    breach({ assets }, ours, theirs) {
      for (const [one, other] of [
        [ours, theirs],
        [theirs, ours],
      ] as const) {
        for (const leg of one.legs) {
          const what = isSettlement(leg) ? undefined : unmatched(leg, one, other);
          if (what !== undefined) return what;
        }
        const [asset, otherAsset] = one === ours ? assets : [assets[1], assets[0]];
        const open = openAfterSettlement(one, other, asset, otherAsset);
        if (open !== undefined) return open;
      }
      return undefined;
    },
  },
];

/** What holds of two communities at any moment between two acts. */
export const clearingLaws: readonly Law<ClearingPair>[] = laws.map(({ id, says, breach }) => ({
  id,
  says,
  breach(pair) {
    const [ours, theirs] = claimsOf(pair);
    follow(ours, pair.first);
    follow(theirs, pair.second);
    return breach(pair, ours, theirs);
  },
}));

/** Looks at the same two ledgers as they grow: each call reads what is new. */
export function watchClearing(pair: Pick<ClearingPair, 'agreement' | 'assets'>): (now: ClearingPair) => readonly Breach[] {
  const [ours, theirs] = claimsOf(pair);
  return (now) => {
    follow(ours, now.first);
    follow(theirs, now.second);
    return laws.flatMap(({ id, breach }) => {
      const what = breach(now, ours, theirs);
      return what === undefined ? [] : [{ id, what }];
    });
  };
}

const claimsOf = ({ agreement: { between } }: Pick<ClearingPair, 'agreement'>): readonly [Claims, Claims] => [
  claimsOn(between[1]),
  claimsOn(between[0]),
];

const sumOf = (one: Claims, other: Claims, asset: string): number =>
  one.legs.reduce(
    (sum, leg) => sum + (leg.asset === asset && (isSettlement(leg) || twinOf(leg, other) !== undefined) ? leg.units : 0),
    0,
  );

function unmatched(leg: Leg, one: Claims, other: Claims): string | undefined {
  const { reference, units, transfer } = leg;
  const twin = twinOf(leg, other);
  if (twin === undefined) return `${reference} does not stand in both ledgers`;
  if (transfer.reverses === undefined) {
    const { rate } = transfer;
    if (!isSameJson(rate, twin.transfer.rate)) return `${reference} has two rates`;
    if (rate === undefined) return undefined;
    const [paid, received] = units > 0 ? [units, -twin.units] : [twin.units, -units];
    return paid * rate.num === received * rate.den ? undefined : `${reference}: ${paid} for ${received} is not its rate`;
  }
  const original = originalOf(leg, one);
  const originalTwin = originalOf(twin, other);
  if (original === undefined || originalTwin === undefined || twinOf(original, other) !== originalTwin) {
    return `${reference} takes back two acts`;
  }
  const isSameWorth = BigInt(units) * BigInt(originalTwin.units) === BigInt(twin.units) * BigInt(original.units);
  return isSameWorth
    ? undefined
    : `${reference} takes back ${units} and ${twin.units} of ${original.units} and ${originalTwin.units}`;
}

const originalOf = ({ transfer }: Leg, { legs }: Claims): Leg | undefined =>
  legs.find((one) => one.transfer.id === transfer.reverses);

/** After each settlement of one ledger neither is owed anything in the two assets. */
function openAfterSettlement(one: Claims, other: Claims, asset: string, otherAsset: string): string | undefined {
  // Acts stand in both ledgers in one order, so the other is read as far as the last act before the settlement, and on over
  // what was settled right after it: where one of the two is owed nothing, a settlement stands in the other alone.
  let until = 0;
  for (const [place, leg] of one.legs.entries()) {
    if (!isSettlement(leg)) {
      const twin = twinOf(leg, other);
      if (twin !== undefined) until = Math.max(until, other.legs.indexOf(twin) + 1);
      continue;
    }
    while (until < other.legs.length && isSettlement(other.legs[until]!)) until += 1;
    const ours = unitsOf(one.legs.slice(0, place + 1), asset);
    const theirs = unitsOf(other.legs.slice(0, until), otherAsset);
    if (leg.asset === asset && (ours !== 0 || theirs !== 0)) return `${leg.reference} leaves ${ours} and ${theirs}`;
  }
  return undefined;
}

const unitsOf = (legs: readonly Leg[], asset: string): number =>
  legs.reduce((sum, leg) => sum + (leg.asset === asset ? leg.units : 0), 0);
