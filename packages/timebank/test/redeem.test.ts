import { LocalDate } from '@linli/model';
import { describe, expect, it } from 'vitest';
import type { RedeemFacts, RedeemRequest } from '../src/exchange/request.ts';
import { readExchangeStandard } from '../src/pack/read-pack.ts';
import { redeem } from '../src/redeem.ts';
import { bornOn } from './people.ts';

const read = readExchangeStandard({
  format: 'linli-exchange-standard/1',
  id: 'test',
  edition: 1,
  effective: { from: '2026-01-01' },
  name: { zh: '测试', en: 'test' },
  source: { title: 'made up for this test', confidence: 'assumed' },
  unit: { asset: 'second', scaleSeconds: 3600, words: { zh: '时间币', en: 'coins' } },
  offers: [
    { code: 'haircut', words: { zh: '理发', en: 'haircut' }, price: 1800 },
    { code: 'call', words: { zh: '电话问候', en: 'a call' }, price: 600 },
  ],
  grainUnits: 900,
  minimumUnits: 1800,
  age: { years: 65, hardship: { years: 60, codes: ['low-income'] } },
  minimumBalanceUnits: 3600,
  minimumEarnedUnits: 7200,
  recipients: ['self', 'spouse'],
});
if (!read.ok) throw new Error(read.reasons[0].code);
const standard = read.value;
const date = LocalDate.parse('2026-11-23');
const ask: RedeemRequest = { offer: 'haircut', quantity: 2, recipient: 'self', date };
const elder: RedeemFacts = { birth: bornOn('1950-01-01'), marks: [], balanceUnits: 10_000, earnedUnits: 10_000 };
const codes = (request: Partial<RedeemRequest>, facts: Partial<RedeemFacts> = {}) => {
  const decision = redeem({ ...ask, ...request }, standard, { ...elder, ...facts });
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
};

describe('redeem', () => {
  it('prices what is within the standard', () => {
    // 2 haircuts at 1 800 s
    expect(redeem(ask, standard, elder)).toEqual({
      ok: true,
      value: {
        offer: 'haircut',
        quantity: 2,
        asset: 'second',
        units: 3600,
        gives: null,
        donation: null,
        packId: 'test',
        edition: 1,
      },
      reasons: [{ code: 'redemption/priced', data: { priceUnits: 1800, quantity: 2, units: 3600 } }],
    });
  });

  it('D-59: what is outside the standard is refused with its rule', () => {
    expect(codes({ offer: 'rice' })).toEqual(['offer/unknown']);
    expect(codes({ recipient: 'neighbour' })).toEqual(['recipient/not-allowed']);
    expect(codes({ recipient: null })).toEqual(['recipient/unknown']);
    expect(codes({ date: LocalDate.parse('2025-12-31') })).toEqual(['standard/not-in-force']);
    expect(codes({ quantity: 0 })).toEqual(['request/invalid']);
  });

  it('grain and minimum look at the whole price', () => {
    expect(codes({ offer: 'call', quantity: 1 })).toEqual(['redemption/off-grain', 'redemption/below-minimum']); // 600
    expect(codes({ offer: 'call', quantity: 4 })).toEqual(['redemption/off-grain']); // 2 400
    expect(codes({ offer: 'call', quantity: 3 })).toEqual([]); // 1 800
  });

  it('the account: enough, above the minimum, and enough ever earned', () => {
    expect(codes({}, { balanceUnits: 3600 })).toEqual([]);
    expect(codes({}, { balanceUnits: 3599 })).toEqual(['account/below-minimum', 'account/below-floor']);
    expect(codes({ quantity: 3 }, { balanceUnits: 5399 })).toEqual(['account/below-floor']);
    expect(codes({}, { earnedUnits: 7199 })).toEqual(['account/earned-too-little']);
  });

  it.each([
    ['the 65th birthday', bornOn('1961-11-23'), [], []],
    ['the day before, nothing on record', bornOn('1961-11-24'), [], ['person/too-young-without-hardship']],
    ['60 in hardship', bornOn('1966-11-23'), ['low-income'], []],
    ['60 with another code', bornOn('1966-11-23'), ['disability-2'], ['person/too-young-without-hardship']],
    ['59 in hardship', bornOn('1966-11-24'), ['low-income'], ['person/too-young']],
    ['birth not known', null, [], ['person/age-unknown']],
    [
      '60 or not, in hardship',
      { from: LocalDate.parse('1966-01-01'), until: LocalDate.parse('1967-01-01'), precision: 'year' as const },
      ['low-income'],
      ['person/age-unknown'],
    ],
  ])('the age gate: %s', (_, birth, marks, expected) => {
    expect(codes({}, { birth, marks })).toEqual(expected);
  });

  it('lists every condition not met, in one order', () => {
    expect(codes({ recipient: 'friend', offer: 'call', quantity: 1 }, { birth: null, balanceUnits: 0, earnedUnits: 0 })).toEqual([
      'recipient/not-allowed',
      'person/age-unknown',
      'account/earned-too-little',
      'account/below-minimum',
      'account/below-floor',
      'redemption/off-grain',
      'redemption/below-minimum',
    ]);
  });
});
