import { PersonId } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { credit } from '../src/credit.ts';
import { creditAll } from '../src/credit-all.ts';
import { emptyHistory, remember } from '../src/credit-history.ts';
import type { Earner } from '../src/service.ts';
import { bornOn, monday, neighbour, packOf, served, shanghai, wang } from './people.ts';

const one = (record = served('s-1', 540, 600), pack = packOf([{ do: 'refuse-self' }]), earner: Earner = neighbour) =>
  credit({ record, earner, date: monday, zone: shanghai }, pack, emptyHistory);
const codes = ({ reasons }: { readonly reasons: readonly { readonly code: string }[] }) => reasons.map(({ code }) => code);

describe('credit', () => {
  it('D-58: says what each step made of the time, in the order of the pack', () => {
    const pack = packOf([
      { do: 'rate', byCategory: { 'care.bath': 2 }, otherwise: 1 },
      { do: 'round', to: { seconds: 1800 }, mode: 'down' },
      { do: 'cap', per: 'service', most: { seconds: 7200 }, overflow: 'pool' },
    ]);
    // 100 min x 2 = 200 min = 12 000 s -> down to half-hours 10 800 s -> 7 200 s own, 3 600 s to the pool
    const decision = one(served('s-1', 540, 640, { category: 'care.bath' }), pack);
    expect(decision).toMatchObject({
      ok: true,
      value: { asset: 'second', units: 7200, poolUnits: 3600, seconds: 7200, poolSeconds: 3600, packId: 'test', edition: 1 },
      reasons: [
        { code: 'credit/measured', data: { afterSeconds: 6000 } },
        { code: 'credit/rated', data: { beforeSeconds: 6000, afterSeconds: 12_000, permille: 2000 } },
        { code: 'credit/rounded', data: { beforeSeconds: 12_000, afterSeconds: 10_800 } },
        { code: 'credit/service-cap', data: { beforeSeconds: 10_800, afterSeconds: 7200, poolSeconds: 3600 } },
      ],
    });
  });

  it('the order is the rule: round then cap is not cap then round', () => {
    const round = { do: 'round', to: { seconds: 3600 }, mode: 'down' };
    const cap = { do: 'cap', per: 'service', most: { seconds: 5400 }, overflow: 'drop' };
    // 100 min: round 3 600, cap leaves it; or cap 5 400, round 3 600: equal. With 130 min: 7 200 -> 5 400, or 5 400 -> 3 600.
    const record = served('s-1', 540, 670);
    expect(one(record, packOf([round, cap]))).toMatchObject({ value: { seconds: 5400 } });
    expect(one(record, packOf([cap, round]))).toMatchObject({ value: { seconds: 3600 } });
  });

  it.each([
    ['down', 44, 1800],
    ['down', 45, 1800],
    ['nearest', 44, 1800],
    ['nearest', 45, 3600],
    ['up', 31, 3600],
    ['up', 30, 1800],
  ])('rounds %s: %i min to half-hours are %i s', (mode, minutes, seconds) => {
    const pack = packOf([{ do: 'round', to: { seconds: 1800 }, mode }]);
    expect(one(served('s-1', 540, 540 + minutes), pack)).toMatchObject({ value: { seconds } });
  });

  it('a ledger of points gets whole points, and the rest is said', () => {
    const unit = { asset: 'point', scaleSeconds: 3600, words: { zh: '分', en: 'points' } };
    const decision = one(
      served('s-1', 540, 645),
      packOf([{ do: 'cap', per: 'service', most: { seconds: 5400 }, overflow: 'pool' }], { unit }),
    );
    // 105 min = 6 300 s -> cap 5 400 s, 900 s to the pool -> 1 point, and 0 points to the pool
    expect(decision).toMatchObject({ value: { units: 1, poolUnits: 0, seconds: 3600, poolSeconds: 0 } });
    expect(decision.reasons.at(-1)).toEqual({
      code: 'credit/whole-units',
      data: { beforeSeconds: 5400, afterSeconds: 3600, poolSeconds: -900, honourSeconds: 0 },
    });
  });

  it('a category named like a property of every object has no rate of its own', () => {
    const pack = packOf([{ do: 'rate', otherwise: 0.5 }]);
    expect(one(served('s-1', 540, 600, { category: 'constructor' }), pack)).toMatchObject({ value: { seconds: 1800 } });
  });

  it('lists every refusal, in the order of the steps', () => {
    const pack = packOf([
      { do: 'require-helper', roles: ['party-member'] },
      { do: 'refuse-self' },
      { do: 'minimum', least: { minutes: 120 } },
      {
        do: 'require-evidence',
        anyOf: [
          ['photo', 'coordinator'],
          ['sign-in-out', 'coordinator'],
        ],
      },
    ]);
    const decision = one(served('s-1', 540, 600, { beneficiary: { kind: 'person', personId: wang } }), pack);
    expect(codes(decision)).toEqual([
      'helper/role-not-allowed',
      'service/serves-self',
      'service/too-short',
      'service/evidence-missing',
    ]);
    // of the two sets the second lacks less
    expect(decision.reasons.at(-1)?.data).toEqual({ missing: 'coordinator', step: 4 });
  });

  it('D-61: a service without its proof is not credited yet; with one whole set it is', () => {
    const pack = packOf([{ do: 'require-evidence', anyOf: [['beneficiary'], ['photo', 'coordinator']] }]);
    const withEvidence = (evidence: string[]) => one(served('s-1', 540, 600, { evidence }), pack);
    expect(codes(withEvidence([]))).toEqual(['service/evidence-missing']);
    expect(codes(withEvidence(['photo']))).toEqual(['service/evidence-missing']);
    expect(withEvidence(['photo', 'coordinator']).ok).toBe(true);
    expect(withEvidence(['beneficiary']).ok).toBe(true);
  });

  it.each([
    ['on the birthday', bornOn('1966-11-23'), []],
    ['the day before', bornOn('1966-11-24'), ['helper/too-young']],
    ['birth not known', null, ['helper/age-unknown']],
    [
      'birth vague across the edge',
      { ...bornOn('1966-01-01'), until: bornOn('1967-01-01').from, precision: 'year' },
      ['helper/age-unknown'],
    ],
    ['the day before the upper edge', bornOn('1955-11-24'), []],
    ['at the upper edge', bornOn('1955-11-23'), ['helper/too-old']],
  ] as const)('age 60 until 71: %s', (_, birth, expected) => {
    const decision = one(served('s-1', 540, 600), packOf([{ do: 'require-helper', age: { from: 60, until: 71 } }]), {
      ...neighbour,
      birth,
    });
    expect(decision.ok ? [] : codes(decision)).toEqual(expected);
  });

  it('an age for one sex asks only where the answer depends on it', () => {
    const pack = packOf([
      {
        do: 'require-helper',
        anyOf: [
          { sex: 'male', age: { from: 60 } },
          { sex: 'female', age: { from: 50 } },
        ],
      },
    ]);
    const of = (sex: 'male' | 'female' | null, born: string) =>
      one(served('s-1', 540, 600), pack, { ...neighbour, sex, birth: bornOn(born) });
    expect(of('female', '1971-01-01').ok).toBe(true); // 55
    expect(codes(of('male', '1971-01-01'))).toEqual(['helper/too-young']);
    expect(codes(of(null, '1971-01-01'))).toEqual(['helper/sex-unknown']);
    expect(of(null, '1961-01-01').ok).toBe(true); // 65 is enough for either
  });

  it('D-68: nobody earns by serving oneself, and an uncertain name that may be the helper is not a yes', () => {
    const beneficiary = (fields: object) => one(served('s-1', 540, 600, { beneficiary: fields }));
    expect(codes(beneficiary({ kind: 'person', personId: wang }))).toEqual(['service/serves-self']);
    expect(codes(beneficiary({ kind: 'uncertain', candidates: ['p-li', wang] }))).toEqual(['service/beneficiary-uncertain']);
    expect(beneficiary({ kind: 'uncertain', candidates: ['p-li', 'p-liu'] }).ok).toBe(true);
  });

  it('D-67: a service to the public earns by rule', () => {
    expect(one(served('s-1', 540, 600, { beneficiary: { kind: 'public' } })).ok).toBe(true);
  });

  it('D-76: the day of the service decides which edition judges it', () => {
    const pack = (effective: object) => packOf([{ do: 'refuse-self' }], { effective });
    expect(one(undefined, pack({ from: '2026-11-23' })).ok).toBe(true);
    expect(codes(one(undefined, pack({ from: '2026-11-24' })))).toEqual(['standard/not-in-force']);
    expect(one(undefined, pack({ from: '2026-01-01', until: '2026-11-24' })).ok).toBe(true);
    expect(codes(one(undefined, pack({ from: '2026-01-01', until: '2026-11-23' })))).toEqual(['standard/not-in-force']);
  });

  it('L-12: where history is above a new, lower cap, a service earns 0 and takes nothing away', () => {
    const pack = packOf([{ do: 'cap', per: 'life', most: { seconds: 3600 }, overflow: 'pool' }]);
    const history = { ...emptyHistory, earlierSeconds: 5400 };
    const decision = credit({ record: served('s-1', 540, 600), earner: neighbour, date: monday, zone: shanghai }, pack, history);
    expect(decision).toMatchObject({ ok: true, value: { seconds: 0, poolSeconds: 3600 } });
  });

  it('a service that history knows is not credited again', () => {
    const record = served('s-1', 540, 600);
    const history = remember(emptyHistory, record, monday, 3600);
    const again = credit({ record, earner: neighbour, date: monday, zone: shanghai }, packOf([{ do: 'refuse-self' }]), history);
    expect(codes(again)).toEqual(['service/already-credited']);
  });
});

describe('creditAll', () => {
  const people = new Map([[wang, neighbour]]);
  const all = (records: Parameters<typeof creditAll>[0], steps: readonly unknown[]) =>
    creditAll(records, packOf(steps), people, shanghai);
  const seconds = (decisions: ReturnType<typeof creditAll>) =>
    decisions.map((decision) => (decision.ok ? decision.value.seconds : codes(decision)));

  it('answers in input order and judges by time: the afternoon meets the cap, whichever is entered first', () => {
    const morning = served('s-2', 540, 630);
    const afternoon = served('s-1', 840, 930);
    const cap = [{ do: 'cap', per: 'day', most: { seconds: 7200 }, overflow: 'drop' }];
    // 5 400 + 5 400 with 7 200 a day: 5 400 and 1 800
    expect(seconds(all([morning, afternoon], cap))).toEqual([5400, 1800]);
    expect(seconds(all([afternoon, morning], cap))).toEqual([1800, 5400]);
  });

  it('touching services do not overlap; by one minute they do; what earned nothing blocks nothing', () => {
    const steps = [{ do: 'refuse-overlap' }, { do: 'require-evidence', anyOf: [['sign-in-out']] }];
    const first = served('s-1', 540, 600);
    expect(seconds(all([first, served('s-2', 600, 660)], steps))).toEqual([3600, 3600]);
    expect(seconds(all([first, served('s-2', 599, 660)], steps))).toEqual([3600, ['service/overlaps-another']]);
    const unproved = served('s-1', 540, 600, { evidence: [] });
    expect(seconds(all([unproved, served('s-2', 599, 659)], steps))).toEqual([['service/evidence-missing'], 3600]);
  });

  it('the day is the local one: 23:00 in Shanghai counts today, 00:30 tomorrow', () => {
    const steps = [{ do: 'cap', per: 'day', most: { seconds: 1800 }, overflow: 'drop' }];
    const records = [served('s-1', 480, 510), served('s-2', 1380, 1410), served('s-3', 1470, 1500)];
    // 08:00 fills the Monday, 23:00 finds it full, 00:30 is Tuesday; in UTC all three would fall on the Monday
    expect(seconds(all(records, steps))).toEqual([1800, 0, 1800]);
  });

  it('a month has its cap, and the next month is free', () => {
    const steps = [{ do: 'cap', per: 'month', most: { seconds: 3600 }, overflow: 'drop' }];
    const december = 8 * 1440; // Monday 23 November + 8 days
    const records = [served('s-1', 540, 600), served('s-2', 660, 720), served('s-3', december + 540, december + 600)];
    expect(seconds(all(records, steps))).toEqual([3600, 0, 3600]);
  });

  it('somebody who is not in the register earns nothing, and it is said', () => {
    const stranger = served('s-1', 540, 600, { helperId: PersonId.parse('p-nobody') });
    expect(seconds(all([stranger], [{ do: 'refuse-self' }]))).toEqual([['helper/unknown']]);
  });

  it('the same record twice is credited once', () => {
    const record = served('s-1', 540, 600);
    expect(seconds(all([record, record], [{ do: 'refuse-self' }]))).toEqual([3600, ['service/already-credited']]);
  });
});
