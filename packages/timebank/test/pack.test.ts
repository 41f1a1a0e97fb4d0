import { say } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { CreditStandard } from '../src/pack/credit-standard.ts';
import { editionFor } from '../src/pack/edition-for.ts';
import { creditTo2 } from '../src/pack/formats/credit-to-2.ts';
import { timeBankJsonSchema } from '../src/pack/json-schema.ts';
import { nearestWord } from '../src/pack/nearest-word.ts';
import { readCreditStandard, readExchangeStandard, readPack } from '../src/pack/read-pack.ts';
import { presets } from '../src/presets.ts';
import { timebankTexts } from '../src/texts.ts';
import { packOf } from './people.ts';
import { wholeBank } from './whole-bank.ts';

const good = packOf([{ do: 'refuse-self' }]);
/** Every mistake as `path code`. */
const mistakes = (input: unknown): readonly string[] => {
  const read = readPack(input);
  return read.ok ? [] : read.reasons.map(({ path, code }) => `${path.join('.')} ${code.slice('pack/'.length)}`);
};
const cap = { do: 'cap', per: 'day', most: { hours: 2 }, overflow: 'drop' };
const withSteps = (...steps: readonly unknown[]) => ({ ...good, steps });
const offer = wholeBank.exchange.offers[0]!;
const withOffer = (change: object) => ({ ...wholeBank, exchange: { ...wholeBank.exchange, offers: [{ ...offer, ...change }] } });
const withAccounts = (accounts: object) => ({ ...wholeBank, accounts });

describe('D-79: each mistake in a pack has its path and its kind', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['no record at all', 'a text', [' not-a-record']],
    ['no format', { ...good, format: undefined }, ['format missing']],
    ['a format nobody knows', { ...good, format: 'linli-credit-rules/2' }, ['format unknown-format']],
    ['a format of the future', { ...good, format: 'linli-credit-standard/3' }, ['format newer-format']],
    ['a format never published', { ...wholeBank, format: 'linli-time-bank/1' }, ['format unknown-format']],
    ['no id', { ...good, id: undefined }, ['id missing']],
    ['an empty id', { ...good, id: '' }, ['id empty-text']],
    ['half an edition', { ...good, edition: 1.5 }, ['edition not-a-whole-number']],
    ['edition 0', { ...good, edition: 0 }, ['edition not-above']],
    ['no such day', { ...good, effective: { from: '2026-02-30' } }, ['effective.from not-a-date']],
    ['never in force', { ...good, effective: { from: '2026-01-01', until: '2026-01-01' } }, ['effective never-in-force']],
    ['no English name', { ...good, name: { zh: '名' } }, ['name.en missing']],
    ['a confidence nobody has', { ...good, source: { title: 'x', confidence: 'sure' } }, ['source.confidence unknown-word']],
    ['a unit nobody counts in', { ...good, unit: { ...good.unit, asset: 'hour' } }, ['unit.asset unknown-word']],
    [
      'decimals too fine for the scale',
      { ...good, unit: { ...good.unit, asset: 'point', scaleSeconds: 60, decimals: 3 } },
      ['unit.decimals decimals-too-fine'],
    ],
    ['no step', withSteps(), ['steps empty-list']],
    ['an unknown step', withSteps({ do: 'double' }), ['steps.0.do unknown-step']],
    ['a misspelt step', withSteps({ do: 'require-helpr' }), ['steps.0.do unknown-step-meant']],
    ['a step without a name', withSteps({ most: { hours: 2 } }), ['steps.0.do missing']],
    ['a word too many', withSteps({ do: 'refuse-self', except: 'me' }), ['steps.0.except unknown-field']],
    [
      'a misspelt field, which is not also missing',
      withSteps({ do: 'cap', per: 'day', mots: { hours: 2 }, overflow: 'drop' }),
      ['steps.0.mots unknown-field-meant'],
    ],
    ['a missing field', withSteps({ do: 'cap', per: 'day', overflow: 'drop' }), ['steps.0.most missing']],
    ['a period nobody has', withSteps({ ...cap, per: 'fortnight' }), ['steps.0.per unknown-word']],
    ['a bare number', withSteps({ ...cap, most: 2 }), ['steps.0.most not-a-record']],
    ['an amount of nothing', withSteps({ ...cap, most: {} }), ['steps.0.most amount-empty']],
    ['a misspelt part of an amount', withSteps({ ...cap, most: { hour: 2 } }), ['steps.0.most.hour unknown-field-meant']],
    ['half a second', withSteps({ ...cap, most: { seconds: 0.5 } }), ['steps.0.most amount-not-whole']],
    [
      'a third of a unit',
      { ...withSteps({ ...cap, most: { units: 0.3333 } }), unit: { ...good.unit, scaleSeconds: 100 } },
      ['steps.0.most amount-not-whole'],
    ],
    ['less than nothing', withSteps({ ...cap, most: { hours: -2 } }), ['steps.0.most.hours too-small']],
    ['a text for a number', withSteps({ do: 'rate', otherwise: 'one' }), ['steps.0.otherwise not-a-number']],
    ['a factor too large', withSteps({ do: 'rate', otherwise: 101 }), ['steps.0.otherwise too-large']],
    ['a factor too fine', withSteps({ do: 'rate', otherwise: 1.0005 }), ['steps.0.otherwise too-fine']],
    ['one role that is no list', withSteps({ do: 'require-helper', roles: 'nurse' }), ['steps.0.roles not-a-list']],
    ['an empty list', withSteps({ do: 'require-helper', roles: [] }), ['steps.0.roles empty-list']],
    ['an age without a bound', withSteps({ do: 'require-helper', age: {} }), ['steps.0.age age-empty']],
    ['an age backwards', withSteps({ do: 'require-helper', age: { from: 70, until: 60 } }), ['steps.0.age age-backwards']],
    ['a word for yes', withSteps({ do: 'require-beneficiary', public: 'yes' }), ['steps.0.public not-yes-or-no']],
    [
      'half past twenty-five',
      withSteps({ do: 'multiply', times: 2, during: { hours: [{ from: '25:30', until: '06:00' }] } }),
      ['steps.0.during.hours.0.from not-a-wall-time'],
    ],
    [
      'an eighth weekday',
      withSteps({ do: 'multiply', times: 2, during: { weekdays: [8] } }),
      ['steps.0.during.weekdays.0 too-large'],
    ],
    ['a year from nowhere', withSteps({ ...cap, per: 'year', yearFrom: 'April' }), ['steps.0.yearFrom not-a-month-day']],
    ['rounding to nothing', withSteps({ do: 'round', to: { hours: 0 }, mode: 'down' }), ['steps.0.to amount-zero']],
    ['rounding up after a cap', withSteps(cap, { do: 'round', to: { minutes: 1 }, mode: 'up' }), ['steps.1 raises-after-cap']],
    [
      'a rate above one after a cap',
      withSteps(cap, { do: 'rate', byCategory: { a: 1.001 }, otherwise: 1 }),
      ['steps.1 raises-after-cap'],
    ],
    ['a fixed amount after a cap', withSteps(cap, { do: 'flat', credit: { units: 1 } }), ['steps.1 raises-after-cap']],
    [
      'two roundings over days',
      withSteps(
        { do: 'round', to: { hours: 1 }, mode: 'down', per: 'day' },
        { do: 'round', to: { hours: 1 }, mode: 'down', per: 'month' },
      ),
      ['steps.1 step-twice'],
    ],
    [
      'a table that falls',
      withSteps({
        do: 'tiers',
        rows: [
          { from: { hours: 2 }, credit: { units: 2 } },
          { from: { hours: 1 }, credit: { units: 1 } },
        ],
      }),
      ['steps.0.rows.1.from rows-not-rising'],
    ],
    ['neither price nor table', withOffer({ price: undefined }), ['exchange.offers.0 price-or-table']],
    [
      'one code for two offers',
      { ...wholeBank, exchange: { ...wholeBank.exchange, offers: [offer, offer] } },
      ['exchange.offers.1.code offer-twice'],
    ],
    [
      'half a point as a price',
      { ...withOffer({ price: { units: 0.5 } }), unit: { ...good.unit, asset: 'point' } },
      ['exchange.offers.0.price amount-not-whole-units'],
    ],
    ['an offer of a kind nobody knows', withOffer({ kind: 'gods' }), ['exchange.offers.0.kind unknown-word-meant']],
    [
      'hardship at a later age',
      { ...wholeBank, exchange: { ...wholeBank.exchange, age: { from: 60, hardship: { from: 65, anyMark: ['x'] } } } },
      ['exchange.age.hardship.from hardship-not-earlier'],
    ],
    ['a count that buys', { ...wholeBank, unit: { ...good.unit, asset: 'count' } }, ['exchange.offers count-buys-nothing']],
    [
      'a holder nobody knows',
      { ...wholeBank, exchange: { ...wholeBank.exchange, may: { persons: ['redeem'] } } },
      ['exchange.may.persons unknown-field-meant'],
    ],
    ['nothing in it', { ...wholeBank, credit: undefined, exchange: undefined, accounts: undefined }, [' empty']],
    [
      'stars that fall',
      withAccounts({
        honours: [
          { star: 1, from: { hours: 2 } },
          { star: 2, from: { hours: 1 } },
        ],
      }),
      ['accounts.honours.1.from rows-not-rising'],
    ],
    [
      'a fund that is not named',
      withAccounts({ grants: [{ code: 'a', on: 'joining', amount: { hours: 1 }, from: 'fund' }] }),
      ['accounts.grants.0.fund grant-fund'],
    ],
    [
      'a mark that is not named',
      withAccounts({ grants: [{ code: 'a', on: 'mark', amount: { hours: 1 }, from: 'issuer' }] }),
      ['accounts.grants.0.mark grant-mark'],
    ],
    ['an expiry nobody knows', withAccounts({ expiry: { kind: 'sometimes' } }), ['accounts.expiry.kind unknown-word']],
  ])('%s', (_, input, expected) => {
    expect(mistakes(JSON.parse(JSON.stringify(input)))).toEqual(expected);
  });

  it('lists every mistake, and says what was probably meant', () => {
    const read = readCreditStandard(withSteps({ do: 'caps' }, { do: 'cap', per: 'weak', most: { hours: 2 }, overflow: 'drop' }));
    expect(read.reasons.map(({ data }) => data?.['meant'])).toEqual(['cap', 'week']);
    expect(say(timebankTexts, read.reasons[0]!, 'zh')).toContain('没有叫“caps”的步骤，是不是“cap”？');
    expect(nearestWord('sevice', ['second', 'service'])).toBe('service');
    expect(nearestWord('hello', ['second', 'service'])).toBeUndefined();
  });

  it('rounding down and a rate of at most one may follow a cap', () => {
    expect(mistakes(withSteps(cap, { do: 'round', to: { seconds: 7 }, mode: 'down' }, { do: 'rate', otherwise: 1 }))).toEqual([]);
  });

  it('a whole time bank is read, and read again it is the same', () => {
    const read = readPack(wholeBank);
    expect(read.reasons).toEqual([]);
    expect(readPack(structuredClone(wholeBank))).toEqual(read);
  });

  it('the words an editor completes are those of the schema', () => {
    const text = JSON.stringify(timeBankJsonSchema());
    for (const word of ['require-beneficiary', 'multiply-highest', 'member-without-credit', 'payments-received']) {
      expect(text).toContain(`"${word}"`);
    }
  });

  it('every preset stands under its own id', () => {
    for (const [id, pack] of Object.entries(presets)) expect(pack.id).toBe(id);
  });
});

describe('old formats', () => {
  const { format: _, steps: _steps, ...head } = good;
  const first = {
    ...head,
    format: 'linli-credit-standard/1',
    steps: [
      { do: 'require-role', roles: ['neighbour'] },
      { do: 'require-age', years: 60, untilYears: 71, sex: 'male' },
      { do: 'require-evidence', anyOf: [['photo']] },
      { do: 'require-seconds', seconds: 1800 },
      { do: 'rate', permilleByCategory: { 'care.bath': 1500 }, otherwise: 1000 },
      { do: 'round', toSeconds: 300, mode: 'down' },
      { do: 'cap-activity', seconds: 7200, overflow: 'drop' },
      { do: 'cap-life', seconds: 5_400_000, overflow: 'pool' },
    ],
  };

  it('a credit standard of format 1 becomes one of format 2', () => {
    const read = readCreditStandard(first);
    expect(read.ok && read.value.steps).toEqual([
      { do: 'require-helper', roles: ['neighbour'] },
      { do: 'require-helper', anyOf: [{ age: { from: 60, until: 71 } }, { sex: 'female' }] },
      { do: 'require-evidence', anyOf: [['photo']] },
      { do: 'minimum', least: { seconds: 1800 } },
      { do: 'rate', byCategory: { 'care.bath': 1.5 }, otherwise: 1 },
      { do: 'round', to: { seconds: 300 }, mode: 'down' },
      { do: 'cap', per: 'service', most: { seconds: 7200 }, overflow: 'drop' },
      { do: 'cap', per: 'life', most: { seconds: 5_400_000 }, overflow: 'pool' },
    ]);
    // What the chain makes is what its own last schema accepts.
    expect(CreditStandard.parse(creditTo2(first as never)).format).toBe('linli-credit-standard/2');
  });

  it('mistakes in an old file are told in its own words', () => {
    expect(mistakes({ ...first, steps: [{ do: 'cap-dya', seconds: 1, overflow: 'drop' }] })).toEqual([
      'steps.0.do unknown-step-meant',
    ]);
    expect(mistakes({ ...first, steps: [{ do: 'cap-day', seconds: 0.5, overflow: 'drop' }] })).toEqual([
      'steps.0.seconds not-a-whole-number',
    ]);
  });

  it('an exchange standard of format 1 becomes one of format 2', () => {
    const read = readExchangeStandard({
      ...head,
      format: 'linli-exchange-standard/1',
      offers: [{ code: 'haircut', words: { zh: '理发', en: 'haircut' }, price: 1800 }],
      grainUnits: 900,
      minimumUnits: 1800,
      age: { years: 65, hardship: { years: 60, codes: ['low-income'] } },
      minimumBalanceUnits: 3600,
      minimumEarnedUnits: 7200,
      recipients: ['self', 'spouse'],
    });
    expect(read.ok && read.value).toMatchObject({
      offers: [{ code: 'haircut', price: { seconds: 1800 } }],
      grain: { seconds: 900 },
      minimum: { seconds: 1800 },
      needs: { balance: { seconds: 3600 }, earned: { seconds: 7200 } },
      age: { from: 65, hardship: { from: 60, anyMark: ['low-income'] } },
      recipients: [{ kin: ['self', 'spouse'] }],
    });
  });
});

describe('R-40: the edition of the day', () => {
  const edition = (number: number, from: string, until?: string) =>
    packOf([{ do: 'refuse-self' }], { edition: number, effective: { from, ...(until && { until }) } });
  const editions = [edition(1, '2020-01-01', '2024-01-01'), edition(2, '2022-01-01'), edition(3, '2023-01-01', '2023-02-01')];

  it.each([
    ['2019-12-31', undefined],
    ['2020-01-01', 1],
    ['2021-12-31', 1],
    ['2022-01-01', 2],
    ['2023-01-31', 3],
    ['2023-02-01', 2],
  ])('on %s it is %s', (on, expected) => {
    expect(editionFor(editions, on as never)?.edition).toBe(expected);
    expect(editionFor(editions.toReversed(), on as never)?.edition).toBe(expected);
  });
});
