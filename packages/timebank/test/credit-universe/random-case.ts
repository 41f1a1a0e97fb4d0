import { type LocalDate, type PersonId, type Random, type ServiceId, ServiceRecord } from '@linli/model';
import type { Candidate, CreditFacts } from '../../src/credit-all.ts';
import { emptyHistory } from '../../src/credit-history.ts';
import type { CreditStandard } from '../../src/pack/credit-standard.ts';
import { readCreditStandard } from '../../src/pack/read-pack.ts';
import type { PersonFacts } from '../../src/person-facts.ts';
import type { ServiceFacts } from '../../src/service.ts';
import { bornOn, shanghai, wang } from '../people.ts';

/** One standard, and some services of one helper around the turn of the year 2026 with all that is known about them. */
export interface CreditCase {
  readonly standard: CreditStandard;
  readonly services: readonly ServiceRecord[];
  readonly people: ReadonlyMap<PersonId, Candidate>;
  readonly facts: CreditFacts;
}

/** 2026-12-27 00:00 in Shanghai, a Sunday. */
const start = Date.UTC(2026, 11, 26, 16);
const minute = 60_000;
const categories = ['care.meal', 'care.bath', 'joy.walk'] as const;
const periods = ['day', 'week', 'month', 'year', 'life'] as const;
const elders = ['p-li', 'p-xu'] as PersonId[];

export function randomCase(random: Random, servicesPerCase = 6): CreditCase {
  const below = (n: number): number => random.nextInt(n);
  const one = <Value>(values: readonly Value[]): Value => values[below(values.length)]!;
  const some = <Value>(chance: number, make: () => Value): Value | undefined => (below(100) < chance ? make() : undefined);
  const times = () => below(3001) / 1000;
  const amount = () =>
    one([
      { hours: one([0.5, 1, 2, 3]) },
      { minutes: 15 * (1 + below(12)) },
      { units: 1 + below(4) },
      { seconds: 1 + below(9000) },
    ]);
  const person = () => ({
    age: some(60, () => one([{ from: 60 }, { until: 71 }, { from: 50, until: 80 }])),
    sex: some(10, () => one(['female', 'male'])),
    marks: some(25, () => ['trained']),
    anyMark: some(15, () => ['low-income', 'disability']),
    noMarks: some(15, () => ['sanctioned']),
  });
  const condition = () => ({ ...person(), anyOf: some(30, () => [person(), { marks: ['guardian'] }]) });
  const hours = () =>
    one([
      { from: '22:00', until: '06:00' },
      { from: '06:00', until: '09:30' },
      { from: '18:00', until: '24:00' },
    ]);
  const stretch = () => ({
    hours: some(60, () => (below(3) === 0 ? [hours(), hours()] : [hours()])),
    weekdays: some(20, () => one([[6, 7], [1], [3, 7]])),
    days: some(40, () => one([['holiday'], ['weekend'], ['workday'], ['weekend', 'holiday']])),
  });
  const when = () =>
    some(25, () => ({
      categories: some(50, () => one([['care.*'], ['care.meal'], ['joy.walk', 'care.bath']])),
      difficulty: some(20, () => ['hard']),
      marks: some(15, () => ['institution']),
      begins: some(15, stretch),
      helper: some(15, person),
      beneficiary: some(15, person),
      from: some(10, () => '2026-12-29'),
    }));
  const yearFrom = () => some(40, () => one(['04-01', '12-29']));
  const gates = [
    () => ({ do: 'require-helper', ...condition() }),
    () => ({ do: 'require-beneficiary', public: some(60, () => true), ...condition() }),
    () => ({ do: 'require-category', categories: one([['care.*'], ['care.*', 'joy.walk'], ['care.meal']]) }),
    () => ({ do: 'refuse-self' }),
    () => ({ do: 'refuse-relatives', kin: some(50, () => one([['lineal'], ['spouse']])) }),
    () => ({ do: 'refuse-overlap' }),
    () => ({ do: 'limit-services', most: 1 + below(3), per: one(periods), yearFrom: yearFrom() }),
    () => ({ do: 'minimum', least: amount() }),
    () => ({
      do: 'require-evidence',
      anyOf: [['sign-in-out', 'beneficiary'], ['coordinator']],
      withinDays: some(50, () => below(4)),
      confirm: some(70, () => ({ kind: 'beneficiary', afterDays: 1 + below(4) })),
    }),
  ];
  const amounts = [
    () => ({ do: 'count-also', kinds: ['travel'], most: some(50, amount) }),
    () => ({ do: 'flat', credit: amount() }),
    () => ({
      do: 'tiers',
      rows: [
        { from: { minutes: below(60) }, credit: amount() },
        { from: { hours: 2 }, credit: amount() },
      ],
    }),
    () => ({ do: 'rate', byCategory: { 'care.*': times(), 'care.bath': times() }, otherwise: times() }),
    () => ({ do: 'multiply', times: times(), during: some(70, stretch), overflow: some(30, () => one(['pool', 'honour'])) }),
    () => ({
      do: 'multiply-highest',
      of: [
        { times: times(), during: some(50, stretch) },
        { times: times(), during: some(50, stretch), when: when() },
      ],
    }),
    () => ({ do: 'many-beneficiaries', each: times(), most: some(50, () => 2) }),
    () => ({ do: 'many-helpers', split: 'equal' }),
    () => ({ do: 'round', to: amount(), mode: one(['down', 'nearest', 'up']), upFrom: some(30, () => ({ minutes: 10 })) }),
  ];
  const over = [
    () => ({ do: 'first', amount: amount(), per: one(periods), yearFrom: yearFrom(), times: times(), afterwards: times() }),
    () => ({ do: 'round', to: amount(), mode: one(['down', 'nearest', 'up']), per: one(periods), yearFrom: yearFrom() }),
  ];
  const cap = () => ({
    do: 'cap',
    per: one(['service', ...periods]),
    most: amount(),
    overflow: one(['drop', 'pool', 'honour']),
    yearFrom: yearFrom(),
    sameBeneficiary: some(15, () => true),
  });
  const list = (most: number, kinds: readonly (() => object)[]) =>
    Array.from({ length: below(most + 1) }, () => ({ ...one(kinds)(), when: when() }));
  const steps = [
    ...list(2, gates),
    ...list(3, amounts),
    ...over.flatMap((make) => (below(3) === 0 ? [{ ...make(), when: when() }] : [])),
    ...list(3, [cap]),
    ...(below(4) === 0 ? [{ do: 'round', to: amount(), mode: 'down' }] : []),
  ];
  const read = readCreditStandard(
    JSON.parse(
      JSON.stringify({
        format: 'linli-credit-standard/2',
        id: 'random',
        edition: 1,
        effective: { from: '2026-01-01' },
        name: { zh: '随机', en: 'random' },
        source: { title: 'drawn at random', confidence: 'assumed' },
        unit: {
          asset: one(['second', 'point']),
          scaleSeconds: one([3600, 1800]),
          decimals: some(20, () => 1),
          words: { zh: '分', en: 'points' },
        },
        calendar: some(70, () => ({
          source: 'drawn',
          holidays: ['2026-12-30'],
          yearlyHolidays: ['01-01'],
          workdays: ['2026-12-27'],
        })),
        steps: steps.length === 0 ? [{ do: 'refuse-self' }] : steps,
      }),
    ),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.reasons));

  const facts = (): PersonFacts => ({
    role: 'neighbour',
    sex: one(['female', 'male', null]),
    birth: some(90, () => bornOn(`${one([1946, 1955, 1956, 1966, 1976])}-12-29`)) ?? null,
    marks: some(90, () => ['trained', 'low-income', 'sanctioned', 'guardian'].filter(() => below(2) === 0)) ?? null,
  });
  const services = Array.from({ length: servicesPerCase }, (_, place) => {
    const from = start + below(7 * 1440) * minute;
    return ServiceRecord.parse({
      id: `s-${place}`,
      helperId: wang,
      category: one(categories),
      from,
      until: from + (1 + below(300)) * minute,
      beneficiary: one([
        { kind: 'person', personId: one(elders) },
        { kind: 'person', personId: one([...elders, wang]) },
        { kind: 'public' },
        { kind: 'uncertain', candidates: [wang, 'p-xu'] },
      ]),
      evidence: ['sign-in-out', 'beneficiary', 'coordinator'].filter(() => below(2) === 0),
    });
  });
  const known = (): ServiceFacts => ({
    ...(below(3) === 0 && { difficulty: 'hard' }),
    ...(below(3) === 0 && { marks: ['institution'] }),
    ...(below(2) === 0 && { extraSeconds: { travel: below(4000) } }),
    ...(below(3) === 0 && { beneficiaries: 1 + below(4) }),
    ...(below(3) === 0 && { helpers: 3, helperPlace: 1 + below(3) }),
    ...(below(3) === 0 && { proofOn: `2026-12-${29 + below(3)}` as LocalDate }),
    ...(below(10) === 0 && { disputed: true }),
  });
  const history = { ...emptyHistory, earlierSeconds: below(3) * 1800 };
  const relatives = some(80, () => ({ 'p-li': one(['parent', 'spouse', 'sibling']) })) ?? null;
  return {
    standard: read.value,
    services,
    people: new Map([[wang, { ...facts(), relatives, history }]]),
    facts: {
      beneficiaries: new Map(elders.map((id) => [id, facts()])),
      services: new Map(services.map(({ id }): [ServiceId, ServiceFacts] => [id, known()])),
      ...(below(5) > 0 && { judgedOn: '2027-01-01' as LocalDate }),
    },
  };
}

export const zone = shanghai;
