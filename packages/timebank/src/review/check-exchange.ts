import { addDays, type LocalDate } from '@linli/model';
import type { RedeemFacts, RedeemRequest } from '../exchange/request.ts';
import { give } from '../give.ts';
import { grantsDue } from '../grants-due.ts';
import { secondsOf, unitSecondsOf, unitsOf } from '../pack/amount.ts';
import type { ExchangeStandard } from '../pack/exchange-standard.ts';
import { isInForce } from '../pack/standard-fields.ts';
import type { TimeBankPack } from '../pack/time-bank-pack.ts';
import { type Finding, finding, outcomesOf, type Purchase, purchaseOf } from './finding.ts';
import { idealPerson, waysOfAll } from './ideal-person.ts';
import { pieceMinutes } from './piece-length.ts';
import { bornYearsBefore, sceneOf } from './scene.ts';
import { sumOf, type Trial } from './trial.ts';

type Offer = ExchangeStandard['offers'][number];

/** Offers nobody can have, prices that do not fit the grain, money where there shall be none, and loops that make credit of nothing. */
export function exchangeFindings(pack: TimeBankPack, trial: Trial | null): readonly Finding[] {
  const { exchange } = pack;
  if (exchange === null) return [];
  const most = mostEarned(pack);
  return [
    ...exchange.offers.flatMap((offer, place) => offerFindings(offer, place, pack, exchange, most, trial)),
    ...expiresFirst(pack, exchange, trial),
    ...grantLoop(pack, exchange),
  ];
}

/** The most one person can ever have earned: a cap for life on everything, else without end. */
function mostEarned({ credit, unit }: TimeBankPack): number {
  const caps = (credit?.steps ?? []).flatMap((step) =>
    step.do === 'cap' && step.per === 'life' && step.when === undefined && step.sameBeneficiary === undefined
      ? [secondsOf(step.most, unit)]
      : [],
  );
  return Math.floor(Math.min(3_600_000_000, ...caps) / unitSecondsOf(unit));
}

function offerFindings(
  offer: Offer,
  place: number,
  pack: TimeBankPack,
  exchange: ExchangeStandard,
  mostUnits: number,
  trial: Trial | null,
): readonly Finding[] {
  const path = ['exchange', 'offers', place];
  const tries = attempts(offer, pack, exchange, mostUnits);
  const bought: Purchase[] = [];
  let nearest: Purchase | undefined;
  for (const { request, holder } of tries) {
    const one = purchaseOf(request, pack, holder);
    if (one.ok) bought.push(one);
    else if (nearest === undefined || one.refusals.length < nearest.refusals.length) nearest = one;
    if (bought.length > 0) break;
  }
  const [first] = bought;
  const data = { offer: offer.code };
  if (first === undefined) {
    if (nearest === undefined) return [];
    const codes = nearest.refusals.join(', ');
    return [finding('review/offer-out-of-reach', 'wrong', path, { ...data, codes }, { claim: 'bought', purchases: [nearest] })];
  }
  const alone = purchaseOf({ ...first.request, quantity: 1 }, pack, first.holder);
  const offGrain = !alone.ok && alone.refusals.includes('redemption/off-grain') && offer.table === undefined;
  return [
    ...(offGrain
      ? [
          finding(
            'review/price-off-grain',
            'risk',
            [...path, 'price'],
            { ...data, quantity: first.request.quantity },
            { claim: 'bought', purchases: [alone, first] },
          ),
        ]
      : []),
    ...(first.units === 0 &&
    offer.needs === undefined &&
    offer.who === undefined &&
    exchange.who === undefined &&
    exchange.needs === undefined &&
    first.gives === null
      ? [finding('review/offer-for-nothing', 'risk', [...path, 'price'], data, { claim: 'bought', purchases: [first] })]
      : []),
    ...(offer.kind === 'money' && pack.accounts.money?.convertible === false
      ? [finding('review/money-although-not', 'wrong', path, data, { claim: 'bought', purchases: [first] })]
      : []),
    ...(first.gives !== null && first.gives.asset === pack.unit.asset && first.gives.coins > first.units
      ? [
          finding(
            'review/gives-more-than-it-takes',
            'wrong',
            [...path, 'gives'],
            { ...data, units: first.units, coins: first.gives.coins },
            { claim: 'bought', purchases: [first] },
          ),
        ]
      : []),
    ...buyBack(offer, path, pack, first),
    ...earnsMoreThanItCosts(offer, path, pack, first, trial),
  ];
}

/** Requests that should be allowed if any is: people who meet every condition, rich, in each clause's time and place. */
function attempts(
  offer: Offer,
  pack: TimeBankPack,
  exchange: ExchangeStandard,
  mostUnits: number,
): readonly { readonly request: RedeemRequest; readonly holder: RedeemFacts }[] {
  const dates = datesOf(exchange, offer);
  const kin = [...new Set(exchange.recipients.flatMap((clause) => clause.kin.map((one) => ({ one, person: clause.person }))))];
  const places = exchange.places?.flatMap((clause) => clause.places) ?? [null];
  const amounts =
    offer.table === undefined
      ? quantities(offer, exchange)
      : offer.table.rows.map(({ from }) => Math.ceil(secondsOf(from, pack.unit) / pack.unit.scaleSeconds));
  const conditions = [exchange.who, offer.who].flatMap((one) => (one === undefined ? [] : [one]));
  const stars = pack.accounts.honours?.filter(({ from }) => unitsOf(from, pack.unit) <= mostUnits).at(-1)?.star ?? 0;
  return dates.flatMap((date) =>
    waysOfAll(conditions, 6).flatMap((clause) => {
      const person = idealPerson(clause, date);
      const years = Math.max(exchange.age?.from ?? 0, clause.age?.from ?? 0, clause.age?.until === undefined ? 66 : 0);
      const holder: RedeemFacts = {
        ...person,
        ...(clause.age?.until === undefined && { birth: bornYearsBefore(years, date) }),
        balanceUnits: mostUnits,
        earnedUnits: mostUnits,
        stars,
      };
      return kin.flatMap(({ one, person: asked }) =>
        places.flatMap((place) =>
          amounts.map((quantity) => ({
            request: {
              offer: offer.code,
              quantity: Math.max(1, quantity),
              recipient: one,
              date,
              ...(place !== null && { place }),
              ...(asked !== undefined && one !== 'self' && { recipientFacts: idealPerson(waysOfAll([asked], 1)[0] ?? {}, date) }),
            },
            holder:
              one === 'self' && asked !== undefined
                ? { ...holder, ...idealPerson(waysOfAll([...conditions, asked], 1)[0] ?? {}, date) }
                : holder,
          })),
        ),
      );
    }),
  );
}

/** The first day of the standard and of every clause, as far as the standard is in force then. */
function datesOf(exchange: ExchangeStandard, offer: Offer): readonly LocalDate[] {
  const clauses = [offer, ...exchange.recipients, ...(exchange.places ?? [])].flatMap(({ from }) =>
    from === undefined ? [] : [from],
  );
  const { from, until } = exchange.effective;
  const last = until === undefined ? [] : [addDays(until, -1)];
  return [...new Set([from, ...clauses, ...last])].filter((date) => isInForce(exchange, date)).sort();
}

/** One piece, and as many as grain and minimum may ask for. */
function quantities({ price }: Offer, { grain, minimum, unit }: ExchangeStandard): readonly number[] {
  const each = unitsOf(price ?? {}, unit);
  const least = minimum === undefined || each === 0 ? 1 : Math.ceil(unitsOf(minimum, unit) / each);
  const grainUnits = grain === undefined ? 1 : unitsOf(grain, unit);
  const fit = Array.from({ length: 60 }, (_, index) => least + index).find((one) => (one * each) % grainUnits === 0);
  return [...new Set([1, least, fit ?? 1])];
}

/** What one unit brings as money, against what a unit costs in money. */
function buyBack({ code }: Offer, path: Finding['path'], { accounts, unit }: TimeBankPack, bought: Purchase): readonly Finding[] {
  const { money } = accounts;
  if (money?.convertible !== true || bought.gives === null || bought.gives.asset !== money.asset) return [];
  const coins = Math.floor((bought.units * unitSecondsOf(unit) * money.perUnit) / unit.scaleSeconds);
  if (bought.gives.coins <= coins) return [];
  return [
    finding(
      'review/money-loop',
      'wrong',
      path,
      { offer: code, coins: bought.gives.coins, worthCoins: coins },
      { claim: 'bought', purchases: [bought] },
    ),
  ];
}

/**
 * A piece of service that costs less than whoever gives it earns: two people who serve each other grow rich together. Only
 * where the words of the offer say how long a piece is.
 */
function earnsMoreThanItCosts(
  offer: Offer,
  path: Finding['path'],
  pack: TimeBankPack,
  bought: Purchase,
  trial: Trial | null,
): readonly Finding[] {
  if (offer.kind !== 'service' || offer.price === undefined || trial === null) return [];
  const minutes = pieceMinutes(offer.words);
  if (minutes === undefined) return [];
  const pieces = trial.easy.map((draft) => ({ ...draft, minutes }));
  let best: { readonly list: ReturnType<typeof sceneOf>; readonly seconds: number } | undefined;
  for (const draft of pieces) {
    const list = sceneOf([draft]);
    const { seconds } = sumOf(list, trial.standard);
    if (seconds > (best?.seconds ?? 0)) best = { list, seconds };
  }
  const priceSeconds = unitsOf(offer.price, pack.unit) * unitSecondsOf(pack.unit);
  if (best === undefined || best.seconds <= priceSeconds || priceSeconds === 0) return [];
  const data = { offer: offer.code, pieceSeconds: minutes * 60, earnedSeconds: best.seconds, priceSeconds };
  const alone = purchaseOf({ ...bought.request, quantity: 1 }, pack, bought.holder);
  return [
    finding('review/serving-each-other-mints', 'risk', path, data, {
      claim: 'pays',
      before: outcomesOf(best.list, trial.standard),
      purchases: [alone.ok ? alone : bought],
    }),
  ];
}

/** Earners who are too old before they are old enough: what they earned last is gone when they may spend it. */
function expiresFirst({ accounts, credit }: TimeBankPack, { age }: ExchangeStandard, trial: Trial | null): readonly Finding[] {
  const { expiry } = accounts;
  if (age === undefined || expiry?.kind !== 'by-age' || credit === null || trial === null) return [];
  const [base] = trial.easy;
  const oldest = Math.max(
    ...credit.steps.flatMap((step) =>
      step.do === 'require-helper' && step.when === undefined
        ? waysOfAll([step], 24).map((clause) => clause.age?.until ?? Infinity)
        : [],
    ),
    0,
  );
  const years = Math.min(age.from, age.hardship?.from ?? Infinity);
  if (base === undefined || oldest === 0 || !Number.isFinite(oldest) || (years - oldest) * 12 < expiry.months) return [];
  const data = { untilYears: oldest, years, months: expiry.months };
  return [
    finding('review/expires-before-use', 'wrong', ['exchange', 'age'], data, {
      claim: 'earns',
      before: outcomesOf(sceneOf([base]), credit),
    }),
  ];
}

/** A welcome gift out of nothing that may be given away: everybody who joins and leaves again makes somebody richer. */
function grantLoop({ accounts, unit, effective }: TimeBankPack, exchange: ExchangeStandard): readonly Finding[] {
  return (accounts.grants ?? []).flatMap((grant, place): readonly Finding[] => {
    if (grant.on !== 'joining' || grant.from !== 'issuer') return [];
    const date = effective.from;
    const person = idealPerson(waysOfAll(grant.who === undefined ? [] : [grant.who], 1)[0] ?? {}, date);
    const due = grantsDue(accounts, { ...person, joinedOn: date, given: [] }, date);
    const units = unitsOf(grant.amount, unit);
    const facts: RedeemFacts = { ...person, balanceUnits: units, earnedUnits: 0 };
    const to = (exchange.gifts ?? []).flatMap((gift) => gift.to.map((one) => (one === 'anyone' ? 'friend' : one)));
    const given = to.find((one) => give({ act: 'gift', to: one, units, date, recipientFacts: person }, exchange, facts).ok);
    if (given === undefined || !due.some((one) => one.grant.code === grant.code && one.lacks.length === 0)) return [];
    const request: RedeemRequest = { offer: exchange.offers[0]!.code, quantity: 1, recipient: 'self', date };
    const purchases = [purchaseOf(request, { accounts, unit, effective, exchange } as TimeBankPack, facts)];
    return [
      finding(
        'review/grant-can-be-collected',
        'risk',
        ['accounts', 'grants', place],
        { grant: grant.code, units, to: given },
        { claim: 'bought', purchases },
      ),
    ];
  });
}
