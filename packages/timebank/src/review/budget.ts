import type { LocalDate, PersonId } from '@linli/model';
import type { Coins } from '../exchange/request.ts';
import { grantsDue } from '../grants-due.ts';
import { unitsOf } from '../pack/amount.ts';
import type { TimeBankPack } from '../pack/time-bank-pack.ts';
import type { PersonFacts } from '../person-facts.ts';

/** What the community would owe, and what it would cost if everybody spent all of it on one offer. */
export interface Budget {
  /** What persons hold in all: every unit is a promise. */
  readonly owedUnits: number;
  /** The same as seconds of credit. */
  readonly owedSeconds: number;
  readonly poolUnits: number;
  /** Each offer taken by everybody as often as their own credit reaches; ages, limits and stars are not looked at. */
  readonly offers: readonly OfferCost[];
  /** What grants would add for these people on the last day of the list, if each were new then; those that are not known to be owed are not counted. */
  readonly grants: readonly {
    readonly code: string;
    readonly from: 'issuer' | 'pool' | 'fund';
    readonly people: number;
    readonly units: number;
  }[];
}

export interface OfferCost {
  readonly offer: string;
  /** Pieces of a price, or persons who reach a row of a table. */
  readonly pieces: number;
  readonly units: number;
  /** Null where the offer gives no money, but a service, a place or goods. */
  readonly gives: Coins | null;
}

interface Holding {
  readonly helperId: PersonId;
  readonly units: number;
  readonly seconds: number;
  readonly poolUnits: number;
}

export function budgetOf(
  pack: TimeBankPack,
  holdings: readonly Holding[],
  people: ReadonlyMap<PersonId, PersonFacts>,
  on: LocalDate | undefined,
): Budget {
  const sum = (of: (one: Holding) => number): number => holdings.reduce((all, one) => all + of(one), 0);
  return {
    owedUnits: sum(({ units }) => units),
    owedSeconds: sum(({ seconds }) => seconds),
    poolUnits: sum(({ poolUnits }) => poolUnits),
    offers: offerCosts(pack, holdings),
    grants: on === undefined ? [] : grantCosts(pack, holdings, people, on),
  };
}

function offerCosts({ exchange, unit }: TimeBankPack, holdings: readonly Holding[]): readonly OfferCost[] {
  return (exchange?.offers ?? []).flatMap(({ code, price, gives, table }): readonly OfferCost[] => {
    if (table !== undefined) {
      const rows = holdings.flatMap(({ units }) => {
        const row = table.rows.findLast(({ from }) => unitsOf(from, unit) <= units);
        return row === undefined ? [] : [{ units: table.takes === 'all' ? units : unitsOf(row.from, unit), coins: row.coins }];
      });
      const total = (field: 'units' | 'coins'): number => rows.reduce((all, row) => all + row[field], 0);
      return [{ offer: code, pieces: rows.length, units: total('units'), gives: { asset: table.asset, coins: total('coins') } }];
    }
    const priceUnits = unitsOf(price ?? {}, unit);
    // What costs nothing has no end.
    if (priceUnits === 0) return [];
    const pieces = holdings.reduce((all, { units }) => all + Math.floor(units / priceUnits), 0);
    const worth = gives === undefined ? null : { asset: gives.asset, coins: gives.coins * pieces };
    return [{ offer: code, pieces, units: pieces * priceUnits, gives: worth }];
  });
}

function grantCosts(
  { accounts, unit }: TimeBankPack,
  holdings: readonly Holding[],
  people: ReadonlyMap<PersonId, PersonFacts>,
  on: LocalDate,
): Budget['grants'] {
  const due = holdings.flatMap(({ helperId }) =>
    grantsDue(accounts, { ...people.get(helperId), joinedOn: on, given: [] }, on).filter(({ lacks }) => lacks.length === 0),
  );
  return (accounts.grants ?? []).map((grant) => {
    const owed = due.filter((one) => one.grant.code === grant.code).length;
    return { code: grant.code, from: grant.from, people: owed, units: owed * unitsOf(grant.amount, unit) };
  });
}
