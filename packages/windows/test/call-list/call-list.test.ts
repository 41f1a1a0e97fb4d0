import type { Birth, Instant, OrderLine, PersonId } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallList, type CallResident, callListFor, type RoundCall } from '../../src/call-list/call-list.ts';
import { duowenCalls, parseCallRule } from '../../src/call-list/call-rule.ts';
import { callStatistics } from '../../src/call-list/call-statistics.ts';
import { at, day, person } from '../visit/played.ts';

const born = (year: number): Birth => ({ from: day(`${year}-03-31`), until: day(`${year}-04-01`), precision: 'day' });
const elder = (name: string, change: Partial<CallResident> = {}): CallResident => ({
  id: person(name),
  birth: born(1950),
  living: [{ kind: 'alone', from: null }],
  ...change,
});
const eggs: OrderLine = { words: '鸡蛋30个', item: 'egg', quantity: 30, unit: 'piece' };
const call = (name: string | null, time: string, outcome: RoundCall['outcome'], change: Partial<RoundCall> = {}): RoundCall => ({
  at: at(time),
  residentId: name === null ? null : person(name),
  candidates: [],
  outcome,
  order: [],
  request: null,
  ...change,
});
/** From 16:00 the day before until 16:00. */
const collection = { from: at('16:00', -86_400_000), until: at('16:00') };
const listOn = (residents: readonly CallResident[], calls: readonly RoundCall[] = [], date = '2020-03-31') =>
  callListFor(duowenCalls, { date: day(date), collection, residents, calls });
const ids = (entries: readonly { readonly residentId: PersonId }[]) => entries.map(({ residentId }) => residentId);

describe('D-74: alone and old enough as of the date', () => {
  it('an elder alone from 3 March is not in the list of 2 March', () => {
    const widow = elder('wu', {
      living: [
        { kind: 'couple', from: null },
        { kind: 'alone', from: day('2020-03-03') },
      ],
    });
    expect(ids(listOn([widow], [], '2020-03-02').toCall)).toEqual([]);
    expect(ids(listOn([widow], [], '2020-03-03').toCall)).toEqual(['wu']);
    const onlyThis = elder('wu', { living: [{ kind: 'alone', from: day('2020-03-03') }] });
    expect(listOn([onlyThis], [], '2020-03-02')).toMatchObject({ toCall: [], unsure: [] });
    expect(ids(listOn([onlyThis], [], '2020-03-03').toCall)).toEqual(['wu']);
  });

  it('60 on the date; born on 29 February 1960, 60 on 29 February 2020 and not the day before', () => {
    const leap = elder('leap', { birth: { from: day('1960-02-29'), until: day('1960-03-01'), precision: 'day' } });
    expect(ids(listOn([leap], [], '2020-02-28').toCall)).toEqual([]);
    expect(ids(listOn([leap], [], '2020-02-29').toCall)).toEqual(['leap']);
    expect(ids(listOn([elder('a', { birth: born(1960) }), elder('b', { birth: born(1961) })]).toCall)).toEqual(['a']);
  });

  it('80 on the date is called first; born on 29 February 1940 in a common year from 1 March on', () => {
    expect(ids(listOn([elder('a'), elder('b', { birth: born(1940) }), elder('c', { birth: born(1941) })]).toCall)).toEqual([
      'b',
      'a',
      'c',
    ]);
    const leap = elder('z', { birth: { from: day('1941-03-01'), until: day('1941-03-02'), precision: 'day' } });
    const leapDay = elder('y', { birth: { from: day('1940-02-29'), until: day('1940-03-01'), precision: 'day' } });
    expect(ids(listOn([elder('a'), leap, leapDay], [], '2020-02-28').toCall)).toEqual(['a', 'y', 'z']);
    expect(ids(listOn([elder('a'), leap, leapDay], [], '2020-02-29').toCall)).toEqual(['y', 'a', 'z']);
    expect(ids(listOn([elder('a'), leap, leapDay], [], '2021-03-01').toCall)).toEqual(['y', 'z', 'a']);
  });

  it('what nobody knows is found out, not left out', () => {
    const list = listOn([elder('a', { living: [] }), elder('b', { birth: null }), elder('c', { living: [], birth: born(1990) })]);
    expect(list.toCall).toEqual([]);
    expect(list.unsure).toEqual([
      { residentId: 'a', reasons: [{ code: 'call-list/living-unknown' }] },
      { residentId: 'b', reasons: [{ code: 'call-list/age-unknown', data: { minAge: 60 } }] },
    ]);
  });
});

describe('D-28: who is called again, and who is not', () => {
  const one = (calls: readonly RoundCall[]) => {
    const list = listOn([elder('jia')], calls);
    const [entry] = [...list.toCall, ...list.unanswered, ...list.refused, ...list.reached];
    return [entry!.standing, entry!.calls, entry!.notBefore];
  };

  it('an hour after no answer, three times; then somebody should knock', () => {
    const first = call('jia', '09:00', 'no-answer');
    const second = call('jia', '10:00', 'no-answer');
    expect(one([])).toEqual(['not-called', 0, null]);
    expect(one([first])).toEqual(['no-answer', 1, at('10:00')]);
    expect(one([second, first])).toEqual(['no-answer', 2, at('11:00')]);
    const list = listOn([elder('jia')], [first, second, call('jia', '11:00', 'no-answer')]);
    expect(list.toCall).toEqual([]);
    expect(list.unanswered).toMatchObject([
      { residentId: 'jia', standing: 'unanswered', reasons: [{ code: 'call-list/tries-used-up' }] },
    ]);
  });

  it('asked to be called back: at that time, or after the wait; it is no unanswered try', () => {
    expect(one([call('jia', '09:00', 'call-back', { callBackAt: at('14:30') })])).toEqual(['call-back', 1, at('14:30')]);
    expect(one([call('jia', '09:00', 'call-back')])).toEqual(['call-back', 1, at('10:00')]);
    const twice = [call('jia', '08:00', 'no-answer'), call('jia', '09:00', 'no-answer')];
    expect(one([...twice, call('jia', '10:00', 'call-back')])).toEqual(['call-back', 3, at('11:00')]);
  });

  it('reached once is reached, whatever came before or after; a refusal is not', () => {
    expect(one([call('jia', '09:00', 'reached'), call('jia', '10:00', 'no-answer')])[0]).toBe('reached');
    expect(one([call('jia', '09:00', 'refused')])[0]).toBe('refused');
    expect(one([call('jia', '09:00', 'refused'), call('jia', '10:00', 'reached')])[0]).toBe('reached');
  });

  it('calls count in the cycle they were made in: 16:00 is the next one', () => {
    const ago = { at: (at('16:00') - 86_400_001) as Instant };
    expect(one([call('jia', '09:00', 'reached', ago)])[0]).toBe('not-called');
    expect(one([call('jia', '09:00', 'reached', { at: (ago.at + 1) as Instant })])[0]).toBe('reached');
    expect(one([call('jia', '16:00', 'reached')])[0]).toBe('not-called');
  });

  it('a call whose name fits several settles nobody', () => {
    const both = call(null, '09:00', 'reached', { candidates: [person('jia'), person('yi')], order: [eggs] });
    const list = listOn([elder('jia'), elder('yi'), elder('bing')], [both]);
    expect(ids(list.toCall)).toEqual(['bing', 'jia', 'yi']);
    expect(list.toCall[1]!.reasons).toContainEqual({ code: 'call-list/name-fits-several', data: { calls: 1 } });
  });
});

describe('D-28: statistics', () => {
  it('6 elders: not reached is counted apart and is never zero demand', () => {
    const residents = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => elder(name));
    const calls = [
      call('a', '09:00', 'reached', { order: [eggs] }),
      call('b', '09:05', 'reached'),
      call('c', '09:10', 'no-answer'),
      call('d', '09:15', 'refused'),
      call('e', '09:20', 'call-back'),
    ];
    expect(callStatistics(listOn([...residents, elder('g', { living: [] })], calls))).toEqual({
      listed: 6,
      reached: 2,
      withDemand: 1,
      withoutDemand: 1,
      refused: 1,
      notReached: 3,
      notCalled: 1,
      callBack: 1,
      noAnswer: 1,
      unsure: 1,
    });
  });
});

describe('laws of the call list', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const residents = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...names).map(person),
      birth: fc.option(fc.integer({ min: 1930, max: 1970 }).map(born), { nil: null }),
      living: fc.constantFrom<CallResident['living']>(
        [],
        [{ kind: 'alone', from: null }],
        [
          { kind: 'family', from: null },
          { kind: 'alone', from: day('2020-03-31') },
        ],
        [{ kind: 'alone', from: day('2020-04-01') }],
        [{ kind: 'couple', from: null }],
      ),
    }),
    { selector: ({ id }) => id },
  );
  const calls = fc
    .array(
      fc.record({
        name: fc.option(fc.constantFrom(...names), { nil: null }),
        minute: fc.integer({ min: -1500, max: 100 }),
        outcome: fc.constantFrom('reached' as const, 'no-answer' as const, 'refused' as const, 'call-back' as const),
        wants: fc.boolean(),
      }),
      { maxLength: 14 },
    )
    .map((all) =>
      all.map(({ name, minute, outcome, wants }) =>
        call(name, '16:00', outcome, {
          at: at('16:00', minute * 60_000),
          candidates: name === null ? ['a', 'b'].map(person) : [],
          order: wants ? [eggs] : [],
        }),
      ),
    );
  type Make = typeof callListFor;

  function violationsOf(people: readonly CallResident[], made: readonly RoundCall[], make: Make): readonly string[] {
    const list: CallList = make(duowenCalls, { date: day('2020-03-31'), collection, residents: people, calls: made });
    const broken: string[] = [];
    const law = (name: string, holds: boolean): void => {
      if (!holds) broken.push(name);
    };
    const all = ids([...list.toCall, ...list.unanswered, ...list.refused, ...list.reached, ...list.unsure]);
    const surelyNot = ({ birth, living }: CallResident) =>
      (birth !== null && birth.from > '1960-03-31') ||
      (living.length > 0 && !(living.at(-1)!.kind === 'alone' && (living.at(-1)!.from ?? '') <= '2020-03-31'));
    law(
      'everybody who may live alone is in exactly one list',
      JSON.stringify(all.toSorted()) ===
        JSON.stringify(
          people
            .filter((one) => !surelyNot(one))
            .map(({ id }) => id)
            .toSorted(),
        ),
    );
    const spokenTo = (id: PersonId) =>
      made.some(
        (one) => one.residentId === id && one.outcome === 'reached' && one.at >= collection.from && one.at < collection.until,
      );
    law(
      'reached is who was spoken to in this cycle',
      list.reached.every(({ residentId }) => spokenTo(residentId)) &&
        list.toCall.every(({ residentId }) => !spokenTo(residentId)),
    );
    const counts = callStatistics(list);
    law('listed = reached + refused + not reached', counts.listed === counts.reached + counts.refused + counts.notReached);
    law(
      'not reached = not called + call back + no answer',
      counts.notReached === counts.notCalled + counts.callBack + counts.noAnswer,
    );
    law(
      'no demand is only what a reached elder said',
      counts.withDemand + counts.withoutDemand === counts.reached && list.toCall.every(({ wants }) => wants === null),
    );
    law(
      'the order of calls as told does not matter',
      JSON.stringify(make(duowenCalls, { date: day('2020-03-31'), collection, residents: people.toReversed(), calls: made })) ===
        JSON.stringify(list),
    );
    return broken;
  }

  it('D-28: nobody who may live alone is left out, and silence is not zero demand', () => {
    fc.assert(
      fc.property(residents, calls, (people, made) => {
        expect(violationsOf(people, made, callListFor)).toEqual([]);
      }),
      { seed: 28, numRuns: 300 },
    );
  });

  it('planted bugs are caught', () => {
    const caught = (bug: Make) =>
      new Set(
        fc
          .sample(fc.tuple(residents, calls), { seed: 28, numRuns: 300 })
          .flatMap(([people, made]) => violationsOf(people, made, bug)),
      );
    const forgetsUnsure: Make = (rule, question) => ({ ...callListFor(rule, question), unsure: [] });
    const timeless: Make = (rule, question) =>
      callListFor(rule, { ...question, collection: { from: 0 as Instant, until: (at('16:00') * 2) as Instant } });
    const hangsUp: Make = (rule, question) => {
      const list = callListFor(rule, question);
      return {
        ...list,
        toCall: list.toCall.filter(({ standing }) => standing !== 'no-answer'),
        reached: [...list.reached, ...list.toCall.filter(({ standing }) => standing === 'no-answer')],
      };
    };
    const asTold: Make = (rule, question) => {
      const list = callListFor(rule, question);
      return {
        ...list,
        toCall: question.residents.flatMap(({ id }) => list.toCall.filter(({ residentId }) => residentId === id)),
      };
    };
    expect(caught(forgetsUnsure)).toContain('everybody who may live alone is in exactly one list');
    expect(caught(timeless)).toContain('reached is who was spoken to in this cycle');
    expect(caught(hangsUp)).toContain('no demand is only what a reached elder said');
    expect(caught(asTold)).toContain('the order of calls as told does not matter');
  });
});

it('a rule that does not fit is refused with its path', () => {
  expect(parseCallRule(duowenCalls).ok).toBe(true);
  expect(parseCallRule({ ...duowenCalls, tries: 0 }).reasons).toMatchObject([
    { code: 'call-rule/malformed', data: { path: 'tries' } },
  ]);
});
