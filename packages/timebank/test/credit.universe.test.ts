import { type ServiceRecord, seededRandom } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { stepNames } from '../src/credit/steps.ts';
import { type Explanation, explain } from '../src/credit.ts';
import { creditAll, serviceOf } from '../src/credit-all.ts';
import { emptyHistory } from '../src/credit-history.ts';
import type { CreditStep } from '../src/pack/credit-standard.ts';
import { faultOf } from './credit-universe/add-up.ts';
import { naiveCreditAll } from './credit-universe/naive-credit.ts';
import { type CreditCase, randomCase, zone } from './credit-universe/random-case.ts';
import { runPairs } from './credit-universe/run-pairs.ts';

type Answers = Readonly<Record<string, readonly number[] | 'no'>>;

function answersOf({ services, standard, people, facts }: CreditCase): Answers {
  const decisions = creditAll(services, standard, people, zone, facts);
  return Object.fromEntries(
    services.map(({ id }, at) => {
      const decision = decisions[at]!;
      if (!decision.ok) return [id, 'no'];
      const { seconds, poolSeconds, honourSeconds } = decision.value;
      return [id, [seconds, poolSeconds, honourSeconds]];
    }),
  );
}
const naiveAnswersOf = (one: CreditCase): Answers =>
  Object.fromEntries(
    [...naiveCreditAll(one)].map(([id, answer]) => [
      id,
      answer === undefined ? 'no' : [answer.seconds, answer.pool, answer.honour],
    ]),
  );

const random = seededRandom(20_261_123);
const cases = Array.from({ length: 2000 }, () => randomCase(random));
const expected = cases.map(naiveAnswersOf);
const isSame = (a: Answers, b: Answers): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Which case first shows that this judge is wrong; -1 where none does. */
const firstCaught = (judge: (one: CreditCase) => Answers): number =>
  cases.findIndex(
    (one, at) =>
      !isSame(Object.fromEntries(Object.entries(judge(one)).sort()), Object.fromEntries(Object.entries(expected[at]!).sort())),
  );

describe('random standards and services', () => {
  it('two judges written apart give the same credit', () => {
    expect(firstCaught(answersOf)).toBe(-1);
  });

  it('every explanation, re-added by hand, is the result; each kind of step passes, changes or refuses', () => {
    const run = runPairs(20_000, 7);
    expect(run.fault).toBeNull();
    for (const name of stepNames) {
      expect(
        Object.keys(run.steps).filter((key) => key.startsWith(`${name} `)),
        name,
      ).not.toEqual([`${name} not-meant`]);
      expect(
        Object.keys(run.steps).some((key) => key.startsWith(`${name} `)),
        name,
      ).toBe(true);
    }
    expect(run.credited).toBeGreaterThan(run.refused);
  });
});

describe('planted bugs in the steps are caught by the second judge', () => {
  const steps = (change: (step: CreditStep) => object | undefined) => (one: CreditCase) =>
    answersOf({
      ...one,
      standard: { ...one.standard, steps: one.standard.steps.flatMap((step) => (change(step) as CreditStep) ?? []) },
    });
  const on = <Do extends CreditStep['do']>(name: Do, change: (step: Extract<CreditStep, { do: Do }>) => object | undefined) =>
    steps((step) => (step.do === name ? change(step as Extract<CreditStep, { do: Do }>) : step));
  const helper = (change: object) => (one: CreditCase) =>
    answersOf({ ...one, people: new Map([...one.people].map(([id, person]) => [id, { ...person, ...change }])) });
  const known = (change: object) => (one: CreditCase) =>
    answersOf({
      ...one,
      facts: { ...one.facts, services: new Map([...one.facts.services!].map(([id, own]) => [id, { ...own, ...change }])) },
    });
  const records = (change: (record: ServiceRecord) => object) => (one: CreditCase) =>
    answersOf({ ...one, services: one.services.map((record) => ({ ...record, ...change(record) })) });
  const older = <Value extends { age?: { from?: number | undefined; until?: number | undefined } | undefined }>(step: Value) => ({
    ...step,
    age: step.age && { ...step.age, ...(step.age.until !== undefined && { until: step.age.until + 1 }) },
  });

  it.each<[string, (one: CreditCase) => Answers]>([
    ['the last year of an age counts as inside', on('require-helper', older)],
    ['marks not known count as none', helper({ marks: [] })],
    ['a birth not known is let through', on('require-helper', ({ age: _, ...step }) => step)],
    [
      'relatives not known count as none',
      (one) =>
        answersOf({
          ...one,
          people: new Map([...one.people].map(([id, person]) => [id, { ...person, relatives: person.relatives ?? {} }])),
        }),
    ],
    ['a dispute is not looked at', known({ disputed: false })],
    ['the day of the proof is not looked at', on('require-evidence', ({ withinDays: _, ...step }) => step)],
    [
      'silence confirms a day early',
      on('require-evidence', (step) => ({
        ...step,
        ...(step.confirm && { confirm: { ...step.confirm, afterDays: Math.max(0, step.confirm.afterDays - 1) } }),
      })),
    ],
    ['services that touch overlap', records(({ until }) => ({ until: until + 60_000 }))],
    [
      'a minimum is one second higher',
      on('minimum', (step) => ({ ...step, least: { ...step.least, seconds: (step.least.seconds ?? 0) + 1 } })),
    ],
    [
      'the night ends at midnight',
      on('multiply', (step) =>
        JSON.parse(
          JSON.stringify(step)
            .replace('"until":"06:00"', '"until":"24:00"')
            .replace('"from":"06:00","until":"24:00"', '"from":"06:00","until":"09:30"'),
        ),
      ),
    ],
    [
      'holidays are forgotten',
      (one) => {
        const { calendar: _, ...standard } = one.standard;
        return answersOf({ ...one, standard });
      },
    ],
    ['all hours count where only some should', on('multiply', ({ during: _, ...step }) => step)],
    [
      'a factor of the category is taken from its group',
      on('rate', (step) => ({ ...step, byCategory: { 'care.*': step.byCategory!['care.*']! } })),
    ],
    [
      'all factors count, not the highest',
      on('multiply-highest', (step) => ({
        ...step,
        do: 'multiply',
        times: Math.max(...step.of.map(({ times }) => times)),
        of: undefined,
      })),
    ],
    [
      'a factor of the night counts all day among the others',
      on('multiply-highest', (step) => ({ ...step, of: step.of.map(({ during: _, ...factor }) => factor) })),
    ],
    ['the first hours never end', on('first', (step) => ({ ...step, afterwards: step.times }))],
    ['a helper’s place in the team is not looked at', known({ helperPlace: 1 })],
    ['rounding looks at each service where it should look at the day', on('round', ({ per: _, ...step }) => step)],
    ['the half is rounded down', on('round', (step) => (step.mode === 'nearest' ? { ...step, mode: 'down' } : step))],
    ['the fiscal year begins in January', on('cap', ({ yearFrom: _, ...step }) => step)],
    ['a cap of one resident counts them all', on('cap', ({ sameBeneficiary: _, ...step }) => step)],
    ['a life begins with this ledger', helper({ history: emptyHistory })],
    [
      'what is above the cap is lost instead of pooled',
      on('cap', (step) => ({ ...step, overflow: step.overflow === 'pool' ? 'drop' : step.overflow })),
    ],
    ['a week has no end', on('cap', (step) => ({ ...step, per: step.per === 'week' ? 'life' : step.per }))],
    [
      'each service is judged as if it were the first',
      (one) => Object.fromEntries(one.services.flatMap((record) => Object.entries(answersOf({ ...one, services: [record] })))),
    ],
    ['one service too many is let in', on('limit-services', (step) => ({ ...step, most: step.most + 1 }))],
    [
      'a step that may not be meant is skipped',
      steps((step) => (step.when?.helper || step.when?.beneficiary ? undefined : step)),
    ],
  ])('%s', (_, judge) => {
    expect(firstCaught(judge)).toBeGreaterThanOrEqual(0);
  });
});

describe('planted bugs in an explanation are caught by adding up', () => {
  const caught = (change: (explanation: Explanation) => Explanation): boolean =>
    cases.slice(0, 300).some(({ services, standard, people, facts }) => {
      const record = services[0]!;
      const service = serviceOf(record, people.get(record.helperId)!, zone, facts);
      return faultOf(record, standard, change(explain(service, standard, emptyHistory))) !== undefined;
    });
  const yesOnly = (change: (decision: Extract<Explanation['decision'], { ok: true }>) => object) => (explanation: Explanation) =>
    explanation.decision.ok
      ? ({ ...explanation, decision: { ...explanation.decision, ...change(explanation.decision) } } as Explanation)
      : explanation;

  it.each<[string, (explanation: Explanation) => Explanation]>([
    ['a second too much', yesOnly(({ value }) => ({ value: { ...value, seconds: value.seconds + 1 } }))],
    ['a reason left out', yesOnly(({ reasons }) => ({ reasons: reasons.length > 2 ? reasons.toSpliced(1, 1) : reasons }))],
    ['the pool forgotten', yesOnly(({ value }) => ({ value: { ...value, poolUnits: 0, poolSeconds: 0 } }))],
    [
      'the honour given twice',
      yesOnly(({ value }) => ({
        value: { ...value, honourSeconds: value.honourSeconds * 2, honourUnits: value.honourUnits * 2 },
      })),
    ],
    ['half a unit', yesOnly(({ value }) => ({ value: { ...value, units: value.units + 0.5 } }))],
    ['a step left out', ({ decision, steps: [, ...steps] }) => ({ decision, steps })],
    [
      'a change without a reason',
      ({ decision, steps }) => ({
        decision,
        steps: steps.map((step) => (step.outcome === 'changed' ? { ...step, reasons: [] } : step)),
      }),
    ],
  ])('%s', (_, change) => {
    expect(caught((explanation) => explanation)).toBe(false);
    expect(caught(change)).toBe(true);
  });
});
