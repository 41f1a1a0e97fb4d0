import { isAtLeast, type LocalDate, type Reason } from '@linli/model';
import type { ExchangeStandard, Offer } from '../pack/exchange-standard.ts';
import { isKin } from '../pack/kin.ts';
import { lacks, marksOn } from '../person-facts.ts';
import type { RedeemCode } from '../texts/redeem.ts';
import { isClauseInForce } from './in-force.ts';
import type { RedeemFacts, RedeemRequest } from './request.ts';

type Refusals = readonly Reason<RedeemCode>[];

/** what the holder of this kind of account may do. Persons may do everything unless it is said; a group may donate only. */
export function holderRefusals(
  { may }: Pick<ExchangeStandard, 'may'>,
  act: 'redeem' | 'gift' | 'donate',
  facts: RedeemFacts,
): Refusals {
  const { holder = 'person' } = facts;
  const allowed = may?.[holder] ?? (holder === 'group' ? ['donate'] : ['redeem', 'gift', 'donate']);
  return allowed.includes(act) ? [] : [{ code: 'holder/not-allowed', data: { holder, act } }];
}

/** Whom it is for: the offer must be meant for them, and one clause that names them, is in force and is met is enough. */
export function recipientRefusals(
  { recipients }: ExchangeStandard,
  offer: Offer,
  request: RedeemRequest,
  facts: RedeemFacts,
): Refusals {
  const { recipient, date, recipientFacts } = request;
  if (recipient === null) return [{ code: 'recipient/unknown' }];
  const named = recipients.filter(({ kin }) => isKin(recipient, kin));
  if (named.length === 0 || (offer.kin !== undefined && !isKin(recipient, offer.kin))) {
    return [{ code: 'recipient/not-allowed', data: { recipient } }];
  }
  const inForce = named.filter((clause) => isClauseInForce(clause, date));
  if (inForce.length === 0) return [{ code: 'recipient/not-yet-allowed', data: { recipient, date } }];
  const person = recipient === 'self' ? facts : (recipientFacts ?? {});
  return inForce
    .map(({ person: condition }): Refusals => (condition === undefined ? [] : lacks(condition, person, date, 'recipient')))
    .reduce((best, one) => (one.length < best.length ? one : best));
}

/** where it is used; a standard that names no places does not ask. */
export function placeRefusals({ places }: ExchangeStandard, { place = null, date }: RedeemRequest): Refusals {
  if (places === undefined) return [];
  if (place === null) return [{ code: 'place/unknown' }];
  const named = places.filter((clause) => clause.places.includes(place));
  if (named.length === 0) return [{ code: 'place/not-allowed', data: { place } }];
  return named.some((clause) => isClauseInForce(clause, date)) ? [] : [{ code: 'place/not-yet-allowed', data: { place, date } }];
}

/** the age gate, with its earlier age in hardship. */
export function ageRefusals({ age }: ExchangeStandard, facts: RedeemFacts, date: LocalDate): Refusals {
  if (age === undefined) return [];
  const { birth = null } = facts;
  const years = age.from;
  const isOrdinary = isAtLeast(birth, years, date);
  if (isOrdinary === true) return [];
  const exception = age.hardship;
  const marks = marksOn(facts, date) ?? [];
  const isEarlier = exception === undefined ? false : isAtLeast(birth, exception.from, date);
  const isOnRecord = exception?.anyMark.some((mark) => marks.includes(mark)) ?? false;
  if (isEarlier === true && isOnRecord) return [];
  if (isOrdinary === undefined || (isEarlier === undefined && isOnRecord)) {
    return [{ code: 'person/age-unknown', data: { years } }];
  }
  return exception !== undefined && isEarlier !== false
    ? [{ code: 'person/too-young-without-hardship', data: { years, hardshipYears: exception.from } }]
    : [{ code: 'person/too-young', data: { years } }];
}
