import { LocalDate } from '@linli/model';
import { describe, expect, it } from 'vitest';
import type { RedeemFacts, RedeemRequest } from '../src/exchange/request.ts';
import { type GiveRequest, give } from '../src/give.ts';
import { grantsDue } from '../src/grants-due.ts';
import { unitsOf } from '../src/pack/amount.ts';
import { readPack } from '../src/pack/read-pack.ts';
import { redeem } from '../src/redeem.ts';
import { bornOn } from './people.ts';
import { wholeBank } from './whole-bank.ts';

const hour = wholeBank.exchange.offers[0]!;
const point = { asset: 'point', scaleSeconds: 3600, words: { zh: '分', en: 'points' } };

/** The whole bank with another exchange; anything it says must be readable. */
const bankOf = (exchange: object, fields: object = {}) => {
  const { offers, recipients } = wholeBank.exchange;
  const read = readPack(structuredClone({ ...wholeBank, exchange: { offers, recipients, ...exchange }, ...fields }));
  if (!read.ok) throw new Error(JSON.stringify(read.reasons));
  return read.value;
};
const today = LocalDate.parse('2026-11-23');
const asked: RedeemRequest = { offer: 'hour', quantity: 1, recipient: 'self', date: today };
const rich: RedeemFacts = { birth: bornOn('1950-01-01'), marks: [], balanceUnits: 1_000_000, earnedUnits: 1_000_000 };
const ask = (exchange: object, request: Partial<RedeemRequest> = {}, facts: Partial<RedeemFacts> = {}, fields: object = {}) => {
  const decision = redeem({ ...asked, ...request }, bankOf(exchange, fields).exchange!, { ...rich, ...facts });
  return decision.ok ? decision.value : decision.reasons.map(({ code }) => code);
};
const units = (...args: Parameters<typeof ask>) => {
  const answer = ask(...args);
  return 'units' in answer ? answer.units : answer;
};

describe('what credit buys', () => {
  it('R-14: own use from 65, from 60 in hardship', () => {
    const age = { from: 65, hardship: { from: 60, anyMark: ['low-income'] } };
    const of = (born: string, ...marks: string[]) => units({ age }, {}, { birth: bornOn(born), marks });
    expect([of('1961-11-23'), of('1966-11-23', 'low-income')]).toEqual([3600, 3600]);
    expect(of('1961-11-24')).toEqual(['person/too-young-without-hardship']);
    expect(of('1966-11-24', 'low-income')).toEqual(['person/too-young']);
  });

  it('R-15: a balance, a total or a star unlocks, for everything or for one offer', () => {
    const needs = { balance: { hours: 2 }, earned: { hours: 100 }, star: 1 };
    expect(units({ needs }, {}, { balanceUnits: 7200, earnedUnits: 360_000, stars: 1 })).toBe(3600);
    expect(units({ needs }, {}, { balanceUnits: 7199, earnedUnits: 359_999, stars: 0 })).toEqual([
      'account/earned-too-little',
      'account/below-minimum',
      'account/too-few-stars',
    ]);
    const place = { code: 'place', kind: 'place', words: hour.words, price: { hours: 0 }, needs: { balance: { units: 10_000 } } };
    const of = (coins: number) => units({ offers: [place] }, { offer: 'place' }, { balanceUnits: coins * 3600 });
    expect([of(9999), of(10_000)]).toEqual([['account/below-minimum'], 0]);
  });

  it('R-16: an hour for an hour, three for paid care, and money off a fee', () => {
    const care = { code: 'care', kind: 'paid-service', words: hour.words, price: { hours: 3 } };
    const fee = { code: 'fee', kind: 'fee', words: hour.words, price: { units: 1 }, gives: { asset: 'cny', coins: 100 } };
    expect(units({ offers: [hour, care] }, { offer: 'care' }, { balanceUnits: 10_800 })).toBe(10_800);
    expect(units({ offers: [hour, care] }, { offer: 'care' }, { balanceUnits: 7200 })).toEqual(['account/below-floor']);
    expect(ask({ offers: [fee] }, { offer: 'fee', quantity: 100 }, {}, { unit: point })).toMatchObject({
      units: 100,
      gives: { asset: 'cny', coins: 10_000 },
    });
  });

  it('R-16: a table gives by the row that is reached', () => {
    const rows = [10, 20, 30, 40, 50].map((from) => ({ from: { units: from }, coins: from * 100 }));
    const of = (put: number, takes: string) => {
      const offers = [{ code: 'yearly', kind: 'money', words: hour.words, table: { asset: 'jpy', takes, rows } }];
      const answer = ask({ offers, instead: undefined }, { offer: 'yearly', quantity: put }, {}, { unit: point });
      return 'units' in answer ? [answer.units, answer.gives?.coins] : answer;
    };
    expect([of(9, 'all'), of(10, 'all'), of(19, 'all'), of(50, 'all'), of(73, 'all')]).toEqual([
      ['redemption/below-table'],
      [10, 1000],
      [19, 1000],
      [50, 5000],
      [73, 5000],
    ]);
    expect(of(73, 'reached')).toEqual([50, 5000]);
  });

  it('R-17: a grain, a minimum, and a limit for each month', () => {
    const fields = { grain: { minutes: 90 }, minimum: { hours: 3 } };
    expect([1, 2, 3].map((quantity) => units(fields, { quantity }))).toEqual([
      ['redemption/off-grain', 'redemption/below-minimum'],
      ['redemption/off-grain', 'redemption/below-minimum'],
      10_800,
    ]);
    const limits = [{ most: { hours: 2 }, per: 'month' }];
    const spent = (date: string, offer = 'hour') => ({ spent: [{ date: LocalDate.parse(date), units: 3600, offer }] });
    expect(units({ limits }, {}, spent('2026-11-01'))).toBe(3600);
    expect(units({ limits }, { quantity: 2 }, spent('2026-11-01'))).toEqual(['redemption/above-limit']);
    expect(units({ limits }, { quantity: 2 }, spent('2026-10-31'))).toBe(7200);
    expect(units({ offers: [{ ...hour, limits }] }, { quantity: 2 }, spent('2026-11-01', 'other'))).toBe(7200);
  });

  it('R-18: for self, spouse and the straight line from 60 on, as clauses that begin on a day', () => {
    const recipients = [
      { kin: ['self', 'spouse'] },
      { kin: ['lineal'], person: { age: { from: 60 } } },
      { kin: ['friend'], from: '2027-01-01' },
    ];
    const of = (recipient: string, born?: string, date = today) =>
      units({ recipients }, { recipient, date, ...(born && { recipientFacts: { birth: bornOn(born) } }) });
    expect([of('spouse'), of('parent', '1966-11-23')]).toEqual([3600, 3600]);
    expect(of('parent', '1966-11-24')).toEqual(['recipient/too-young']);
    expect(of('parent')).toEqual(['recipient/age-unknown']);
    expect(of('neighbour')).toEqual(['recipient/not-allowed']);
    expect(of('friend')).toEqual(['recipient/not-yet-allowed']);
    expect(of('friend', undefined, LocalDate.parse('2027-01-01'))).toBe(3600);
  });

  it('R-18: an offer may be for some of them only', () => {
    const recipients = [{ kin: ['self', 'spouse'] }];
    const of = (recipient: string) => units({ recipients, offers: [{ ...hour, kin: ['self', 'child'] }] }, { recipient });
    expect([of('self'), of('spouse'), of('child')]).toEqual([3600, ['recipient/not-allowed'], ['recipient/not-allowed']]);
  });

  it('a request too large to be exact is refused', () => {
    expect(units({ offers: [{ ...hour, price: { hours: 1000 } }] }, { quantity: 1_000_000 })).toEqual(['request/invalid']);
  });

  it('R-32: another district from its day on', () => {
    const places = [{ places: ['same-district'] }, { places: ['same-city'], from: '2028-01-01' }];
    const of = (place: string | null, date = today) => units({ places }, { place, date });
    expect([of('same-district'), of('same-city', LocalDate.parse('2028-01-01'))]).toEqual([3600, 3600]);
    expect([of('same-city'), of('elsewhere'), of(null)]).toEqual([
      ['place/not-yet-allowed'],
      ['place/not-allowed'],
      ['place/unknown'],
    ]);
  });

  it('R-34: what is forbidden is refused with its reason, on offer or not', () => {
    const forbidden = [{ kind: 'goods', because: { zh: '只换服务', en: 'services only' } }];
    expect(units({ forbidden }, { offer: 'rice', kind: 'goods' })).toEqual(['offer/forbidden']);
    expect(units({ forbidden, offers: [{ ...hour, kind: 'goods' }] })).toEqual(['offer/forbidden']);
    expect(units({ forbidden }, { offer: 'rice' })).toEqual(['offer/unknown']);
    const decision = redeem({ ...asked, offer: 'rice', kind: 'goods' }, bankOf({ forbidden }).exchange!, rich);
    expect(decision.reasons[0]?.data).toEqual({ kind: 'goods', becauseZh: '只换服务', becauseEn: 'services only' });
  });

  it('R-35: who has no credit pays a donation, each begun hour in full', () => {
    const instead = { who: ['non-member', 'member-without-credit'], asset: 'jpy', coins: 500, per: { hours: 1 } };
    const of = (facts: Partial<RedeemFacts>, change: object = {}) =>
      ask({ instead: { ...instead, ...change } }, { quantity: 3 }, facts);
    expect(of({ balanceUnits: 0 })).toMatchObject({ units: 0, donation: { asset: 'jpy', coins: 1500 } });
    expect(of({ balanceUnits: 0, isMember: false })).toMatchObject({ units: 0, donation: { coins: 1500 } });
    expect(of({ balanceUnits: 0 }, { per: { hours: 2 } })).toMatchObject({ donation: { coins: 1000 } });
    expect(of({ balanceUnits: 3600 })).toEqual(['account/below-floor']);
    expect(of({ isMember: false }, { who: ['member-without-credit'] })).toEqual(['person/not-a-member']);
  });

  it('R-31: a group may donate and nothing else, unless it is said', () => {
    expect(units({}, {}, { holder: 'group' })).toEqual(['holder/not-allowed']);
    expect(units({ may: { group: ['redeem'] } }, {}, { holder: 'group' })).toBe(3600);
    expect(units({ may: { person: ['donate'] } })).toEqual(['holder/not-allowed']);
  });

  it('R-22: an account that may stand below 0 pays as far down', () => {
    expect(units({}, { quantity: 2 }, { balanceUnits: 3600, belowUnits: 3600 })).toBe(7200);
    expect(units({}, { quantity: 2 }, { balanceUnits: 3600, belowUnits: 3599 })).toEqual(['account/below-floor']);
  });

  it('who may have it, and since when an offer stands', () => {
    expect(units({ who: { marks: ['member'] } })).toEqual(['person/mark-missing']);
    expect(units({ offers: [{ ...hour, who: { sex: 'female' } }] }, {}, { sex: 'male' })).toEqual(['person/other-sex']);
    expect(units({ offers: [{ ...hour, until: '2026-11-23' }] })).toEqual(['offer/not-in-force']);
  });
});

describe('what is given away', () => {
  const answer = (exchange: object, request: Partial<GiveRequest>, facts: Partial<RedeemFacts> = {}) => {
    const decision = give({ act: 'gift', to: 'child', units: 3600, date: today, ...request }, bankOf(exchange).exchange!, {
      ...rich,
      ...facts,
    });
    return decision.reasons.map(({ code }) => code);
  };

  it('R-18: gifts to the straight line, at death to the spouse by approval, to nobody else', () => {
    const gifts = [
      { to: ['lineal'], after: 'life' },
      { to: ['spouse'], after: 'death', byApproval: true },
    ];
    expect(answer({ gifts }, {})).toEqual(['gift/allowed']);
    expect(answer({ gifts }, { to: 'neighbour' })).toEqual(['gift/not-allowed']);
    expect(answer({ gifts }, { after: 'death' })).toEqual(['gift/only-while-alive']);
    expect(answer({ gifts }, { to: 'spouse' })).toEqual(['gift/only-after-death']);
    expect(answer({ gifts }, { to: 'spouse', after: 'death' })).toEqual(['gift/needs-approval']);
    expect(answer({ gifts }, { to: 'spouse', after: 'death', isApproved: true })).toEqual(['gift/allowed']);
    expect(answer({}, {})).toEqual(['gift/none']);
    expect(answer({ gifts }, {}, { balanceUnits: 3599 })).toEqual(['account/below-floor']);
  });

  it('R-19, R-31: donations to the pool, also a group’s; to somebody in need where the standard says so', () => {
    const donations = [{ to: ['pool'] }, { to: ['person'], person: { marks: ['low-income'] } }];
    const donate = (to: string, marks: string[] = [], facts: Partial<RedeemFacts> = {}) =>
      answer({ donations }, { act: 'donate', to, recipientFacts: { marks } }, facts);
    expect(donate('pool', [], { holder: 'group' })).toEqual(['donation/allowed']);
    expect(donate('person', ['low-income'])).toEqual(['donation/allowed']);
    expect(donate('person')).toEqual(['recipient/mark-missing']);
    expect(donate('charity')).toEqual(['donation/not-allowed']);
    expect(answer({}, { act: 'donate', to: 'pool' })).toEqual(['donation/none']);
    expect(answer({ gifts: [{ to: ['child'] }] }, {}, { holder: 'group' })).toEqual(['holder/not-allowed']);
  });
});

describe('account rules', () => {
  it('R-20, R-21: what somebody is owed on a day, once, each month, or for a training', () => {
    const grants = [
      { code: 'welcome', on: 'joining', amount: { hours: 5 }, from: 'fund', fund: 'city' },
      { code: 'training', on: 'mark', mark: 'trained', amount: { hours: 1 }, from: 'issuer' },
      { code: 'relief', on: 'month', who: { marks: ['low-income'] }, amount: { hours: 2 }, from: 'pool' },
    ];
    const { accounts, unit } = bankOf({}, { accounts: { grants } });
    const due = (
      marks: string[],
      given: { code: string; period: string | null }[] = [],
      joinedOn: string | null = '2026-11-01',
    ) =>
      grantsDue(accounts, { marks, given, joinedOn: joinedOn as LocalDate | null }, today).map(({ grant, period, lacks }) => [
        grant.code,
        period,
        ...lacks.map(({ code }) => code),
      ]);
    expect(due(['low-income'])).toEqual([
      ['welcome', null],
      ['relief', '2026-11'],
    ]);
    expect(due(['trained'], [{ code: 'welcome', period: null }])).toEqual([
      ['training', null],
      ['relief', '2026-11', 'person/mark-missing'],
    ]);
    expect(
      due(
        ['low-income'],
        [
          { code: 'welcome', period: null },
          { code: 'relief', period: '2026-10' },
        ],
      ),
    ).toEqual([['relief', '2026-11']]);
    expect(due([], [], null)).toEqual([]);
    expect(due([], [], '2026-11-24')).toEqual([]);
    expect(unitsOf(accounts.grants![0]!.amount, unit)).toBe(18_000);
  });

  it('R-22 to R-27, R-30, R-32 to R-34: a pack says how accounts behave, in words a ledger reads', () => {
    const accounts = {
      floors: { person: { below: { hours: 10 }, limit: 'soft' }, organisation: { below: { hours: 50 }, limit: 'soft' } },
      creditLimit: { from: { units: 1000 }, most: { units: 1300 }, growsBy: 'payments-received' },
      expiry: { kind: 'year-end', yearFrom: '04-01', carryOver: { hours: 20 }, to: 'pool' },
      inactivity: { months: 24, outcome: 'list', readmit: 'on-request' },
      freeze: { stops: ['earn', 'redeem'] },
      death: { to: 'spouse', byApproval: true, otherwise: 'pool' },
      exit: { to: 'keep', withinMonths: 6 },
      reversal: { belowFloor: 'allow-and-flag', withinDays: 90 },
      disputes: { withinDays: 30, sanctionMonths: 6 },
      clearing: [{ with: ['gulou'], num: 1, den: 2, limit: { hours: 1000 }, settle: 'month', from: '2027-01-01' }],
      honours: [100, 300, 600].map((hours, at) => ({ star: at + 1, from: { hours } })),
      money: { convertible: false },
    };
    expect(bankOf({}, { accounts }).accounts).toEqual(accounts);
  });
});
