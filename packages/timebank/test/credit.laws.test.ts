import { type Decision, localDateOf, PersonId, type ServiceRecord, spanSeconds, Zone } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Credited, credit } from '../src/credit.ts';
import { type Candidate, creditAll } from '../src/credit-all.ts';
import { emptyHistory, remember } from '../src/credit-history.ts';
import { type CreditRun, creditLaws } from '../src/laws.ts';
import type { CreditStandard } from '../src/pack/credit-standard.ts';
import type { CreditCode } from '../src/texts.ts';
import { bornOn, monday, neighbour, packOf, served, shanghai, wang } from './people.ts';

const liu = PersonId.parse('p-liu');

const seconds = fc.integer({ min: 0, max: 40 }).map((n) => n * 450);
const overflow = fc.constantFrom('drop', 'pool', 'honour');
const gate = fc.constantFrom(
  { do: 'refuse-self' },
  { do: 'refuse-overlap' },
  { do: 'require-helper', roles: ['neighbour', 'volunteer'] },
  { do: 'require-helper', age: { from: 60 } },
  { do: 'require-evidence', anyOf: [['beneficiary'], ['photo']] },
  { do: 'minimum', least: { minutes: 30 } },
);
const times = fc.integer({ min: 0, max: 3000 }).map((permille) => permille / 1000);
const amount = fc.oneof(
  fc.record({
    do: fc.constant('round'),
    to: fc.constantFrom(60, 900, 1800, 3600).map((grain) => ({ seconds: grain })),
    per: fc.constant('service'),
    mode: fc.constantFrom('down', 'nearest', 'up'),
  }),
  fc.record({
    do: fc.constant('rate'),
    byCategory: fc.dictionary(fc.constantFrom('care.meal', 'care.bath'), times),
    otherwise: times,
  }),
);
const cap = fc.record({
  do: fc.constant('cap'),
  per: fc.constantFrom('service', 'day', 'week', 'month', 'year', 'life'),
  most: fc.record({ seconds }),
  overflow,
});
const asset = fc.constantFrom('second', 'point');
const pack: fc.Arbitrary<CreditStandard> = fc
  .tuple(
    fc.array(gate, { maxLength: 3 }),
    fc.array(amount, { maxLength: 3 }),
    fc.array(cap, { minLength: 1, maxLength: 4 }),
    asset,
  )
  .map(([gates, amounts, caps, unit]) =>
    packOf([...gates, ...amounts, ...caps], { unit: { asset: unit, scaleSeconds: 3600, words: { zh: '币', en: 'coins' } } }),
  );

/** Three days around the turn of a month, at odd milliseconds, with ids that do not follow time. */
const week = 7 * 1440;
const services: fc.Arbitrary<readonly ServiceRecord[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.integer({ min: 0, max: 99 }),
      helperId: fc.constantFrom(wang, liu),
      startsAt: fc.integer({ min: week, max: week + 3 * 1440 }),
      minutes: fc.integer({ min: 1, max: 300 }),
      category: fc.constantFrom('care.meal', 'care.bath', 'joy.birthday'),
      evidence: fc.constantFrom([], ['photo'], ['beneficiary', 'photo']),
      beneficiary: fc.constantFrom(
        { kind: 'public' },
        { kind: 'person', personId: liu },
        { kind: 'uncertain', candidates: [wang] },
      ),
    })
    .map(({ id, startsAt, minutes, ...fields }) => served(`s-${id}`, startsAt, startsAt + minutes + 0.5, fields)),
  { maxLength: 14, selector: ({ id }) => id },
);

const history = fc.tuple(seconds, seconds).map(([daySeconds, earlierSeconds]) => {
  const record = served('s-before', week, week + 1);
  const date = localDateOf(record.from, shanghai);
  return { ...remember(emptyHistory, record, date, daySeconds), earlierSeconds };
});
const people: fc.Arbitrary<ReadonlyMap<PersonId, Candidate>> = history.map(
  (before) =>
    new Map<PersonId, Candidate>([
      [wang, { ...neighbour, history: before }],
      [liu, { role: 'volunteer', sex: null, birth: bornOn('1966-12-01') }],
    ]),
);
const given = { seed: 20_261_123, numRuns: 600 };

type Creditor = (
  records: readonly ServiceRecord[],
  standard: CreditStandard,
  who: ReadonlyMap<PersonId, Candidate>,
  zone: Zone,
) => ReturnType<typeof creditAll>;
const runOf = (
  creditor: Creditor,
  [records, standard, who]: [readonly ServiceRecord[], CreditStandard, ReadonlyMap<PersonId, Candidate>],
): CreditRun => ({
  services: records,
  pack: standard,
  people: who,
  zone: shanghai,
  decisions: creditor(records, standard, who, shanghai),
});

/** The laws that some run of this creditor breaks. */
function brokenBy(creditor: Creditor): ReadonlySet<string> {
  const broken = new Set<string>();
  for (const sample of fc.sample(fc.tuple(services, pack, people), given)) {
    const run = runOf(creditor, sample);
    for (const law of creditLaws) if (law.breach(run) !== undefined) broken.add(law.id);
  }
  return broken;
}

const eachAlone: Creditor = (records, standard, who, zone) =>
  records.map((record) => {
    const earner = who.get(record.helperId)!;
    return credit({ record, earner, date: localDateOf(record.from, zone), zone }, standard, earner.history ?? emptyHistory);
  });
const byAnotherZone: Creditor = (records, standard, who) => creditAll(records, standard, who, Zone.parse('America/New_York'));
const altered =
  (change: (decision: Decision<Credited, CreditCode>) => Decision<Credited, CreditCode>): Creditor =>
  (...args) =>
    creditAll(...args).map(change);
const inOrderOfEntry: Creditor = (records, standard, who, zone) => {
  const histories = new Map([...who].map(([id, { history: before }]) => [id, before ?? emptyHistory]));
  return records.map((record) => {
    const date = localDateOf(record.from, zone);
    const before = histories.get(record.helperId)!;
    const decision = credit({ record, earner: who.get(record.helperId)!, date, zone }, standard, before);
    if (decision.ok) histories.set(record.helperId, remember(before, record, date, decision.value.seconds, decision.reasons));
    return decision;
  });
};

const shuffled = fc.tuple(services, pack, people).chain(([records, standard, who]) =>
  fc.record({
    records: fc.constant(records),
    other: fc.shuffledSubarray([...records], { minLength: records.length }),
    standard: fc.constant(standard),
    who: fc.constant(who),
  }),
);
const byId = (
  creditor: Creditor,
  records: readonly ServiceRecord[],
  standard: CreditStandard,
  who: ReadonlyMap<PersonId, Candidate>,
) => Object.fromEntries(creditor(records, standard, who, shanghai).map((decision, index) => [records[index]!.id, decision]));

describe('the laws of credit', () => {
  it.each(creditLaws)('$id: $says', (law) => {
    fc.assert(
      fc.property(services, pack, people, (...sample) => law.breach(runOf(creditAll, sample)) === undefined),
      given,
    );
  });

  it('L-12: the caps hold in a fold in any order of entry', () => {
    const law = creditLaws.find(({ id }) => id === 'L-12')!;
    fc.assert(
      fc.property(services, pack, people, (...sample) => law.breach(runOf(inOrderOfEntry, sample)) === undefined),
      given,
    );
  });

  it('the order of entry changes no decision', () => {
    fc.assert(
      fc.property(shuffled, ({ records, other, standard, who }) => {
        expect(byId(creditAll, other, standard, who)).toEqual(byId(creditAll, records, standard, who));
      }),
      given,
    );
  });

  it('own and pool together are what a pack of pooling caps starts from; nothing is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.array(seconds, { minLength: 1, maxLength: 4 }), (minutes, caps) => {
        const record = served('s-1', 540, 540 + minutes);
        const standard = packOf(caps.map((most) => ({ do: 'cap', per: 'service', most: { seconds: most }, overflow: 'pool' })));
        const decision = credit({ record, earner: neighbour, date: monday, zone: shanghai }, standard, emptyHistory);
        expect(decision.ok && decision.value.seconds + decision.value.poolSeconds).toBe(spanSeconds(record));
      }),
      given,
    );
  });
});

describe('planted bugs', () => {
  it.each<[string, Creditor, string]>([
    ['each service is judged by the history of before', eachAlone, 'L-12'],
    ['the day is that of another zone', byAnotherZone, 'L-12'],
    [
      'a second too much is credited',
      altered((decision) =>
        decision.ok ? { ...decision, value: { ...decision.value, seconds: (decision.value.seconds + 1) as never } } : decision,
      ),
      'reasons-add-up',
    ],
    [
      'one reason is left out',
      altered((decision) =>
        decision.ok && decision.reasons.length > 2 ? { ...decision, reasons: decision.reasons.toSpliced(1, 1) } : decision,
      ),
      'reasons-add-up',
    ],
    [
      'the pool gets nothing',
      altered((decision) => (decision.ok ? { ...decision, value: { ...decision.value, poolSeconds: 0 as never } } : decision)),
      'reasons-add-up',
    ],
  ])('%s: caught', (_, creditor, law) => {
    expect([...brokenBy(creditor)]).toContain(law);
  });

  it('judging in the order of entry: caught by the law of order', () => {
    const differs = fc
      .sample(shuffled, given)
      .some(
        ({ records, other, standard, who }) =>
          JSON.stringify(byId(inOrderOfEntry, other, standard, who)) !==
          JSON.stringify(byId(inOrderOfEntry, records, standard, who)),
      );
    expect(differs).toBe(true);
  });
});
