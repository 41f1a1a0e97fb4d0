import type { Birth, LocalDate } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveryMode, duowenDeliveryMode, type ModeFacts, parseDeliveryModeRule } from '../../src/delivery/delivery-mode.ts';
import { duowenModes } from '../../src/modes/community-modes.ts';
import { day } from '../visit/played.ts';

const modeOf = (wanted: string) => duowenModes.modes.find(({ id }) => id === wanted)!;
const modes = { normal: modeOf('normal'), lockdown: modeOf('lockdown') };
const today = day('2020-03-30');
const born = (from: string, until: string): Birth => ({ from: day(from), until: day(until), precision: 'day' });
/** 65, with family, well, and all of it known: nobody's special group. */
const ordinary: ModeFacts = {
  birth: born('1955-01-01', '1955-01-02'),
  living: [{ kind: 'family', from: null }],
  selfCare: 'independent',
  disabled: false,
  quarantined: false,
};
const choice = (change: Partial<ModeFacts>, mode: 'normal' | 'lockdown' = 'normal', on: LocalDate = today) => {
  const { mode: way, reasons } = deliveryMode(duowenDeliveryMode, modes[mode], { ...ordinary, ...change }, on);
  return [way, ...reasons.map(({ code }) => code.replace('delivery-mode/', ''))];
};

describe('D-33: special groups to the door, on every boundary', () => {
  it.each([
    ['nobody’s special group', {}, ['pickup', 'ordinary']],
    ['80 today', { birth: born('1940-03-30', '1940-03-31') }, ['door', 'age']],
    ['80 tomorrow', { birth: born('1940-03-31', '1940-04-01') }, ['pickup', 'ordinary']],
    ['born some day in March 1940', { birth: born('1940-03-01', '1940-04-01') }, ['door', 'age-unknown']],
    ['born in February 1940', { birth: born('1940-02-01', '1940-03-01') }, ['door', 'age']],
    ['age not known', { birth: null }, ['door', 'age-unknown']],
    ['alone', { living: [{ kind: 'alone', from: null }] }, ['door', 'alone']],
    [
      'alone since today',
      {
        living: [
          { kind: 'family', from: null },
          { kind: 'alone', from: today },
        ],
      },
      ['door', 'alone'],
    ],
    [
      'alone from tomorrow',
      {
        living: [
          { kind: 'family', from: null },
          { kind: 'alone', from: day('2020-03-31') },
        ],
      },
      ['pickup', 'ordinary'],
    ],
    [
      'no more alone since today',
      {
        living: [
          { kind: 'alone', from: null },
          { kind: 'family', from: today },
        ],
      },
      ['pickup', 'ordinary'],
    ],
    ['living not known', { living: [] }, ['door', 'alone-unknown']],
    ['disabled', { disabled: true }, ['door', 'disabled']],
    ['disability not known', { disabled: null }, ['door', 'disabled-unknown']],
    ['quarantined', { quarantined: true }, ['door', 'quarantined']],
    ['quarantine not known', { quarantined: null }, ['door', 'quarantined-unknown']],
    ['60 today, alone', { birth: born('1960-03-30', '1960-03-31'), living: [{ kind: 'alone', from: null }] }, ['door', 'alone']],
    [
      '60 tomorrow, alone',
      { birth: born('1960-03-31', '1960-04-01'), living: [{ kind: 'alone', from: null }] },
      ['pickup', 'ordinary'],
    ],
    ['30, living not known', { birth: born('1990-01-01', '1990-01-02'), living: [] }, ['pickup', 'ordinary']],
    ['age not known, with family', { birth: null, living: [{ kind: 'family', from: null }] }, ['door', 'age-unknown']],
    ['age not known, alone', { birth: null, living: [{ kind: 'alone', from: null }] }, ['door', 'alone-unknown', 'age-unknown']],
  ] satisfies [string, Partial<ModeFacts>, string[]][])('%s', (_, change, expected) => {
    expect(choice(change)).toEqual(expected);
  });

  it('D-73: born on 29 February 1940, 80 on 29 February 2020; born on 29 February 1948, 80 from 29 February 2028 and, 79, not on the 28th', () => {
    const leap = (year: number) => ({ birth: born(`${year}-02-29`, `${year}-03-01`) });
    expect(choice(leap(1940), 'normal', day('2020-02-28'))).toEqual(['pickup', 'ordinary']);
    expect(choice(leap(1940), 'normal', day('2020-02-29'))).toEqual(['door', 'age']);
    expect(choice(leap(1948), 'normal', day('2028-02-28'))).toEqual(['pickup', 'ordinary']);
    expect(choice(leap(1948), 'normal', day('2028-02-29'))).toEqual(['door', 'age']);
    const rule = {
      ...duowenDeliveryMode,
      door: [{ group: 'age' as const, minAge: 81 }],
    };
    const at81 = (on: string) => deliveryMode(rule, modes.normal, { ...ordinary, ...leap(1940) }, day(on)).mode;
    expect([at81('2021-02-28'), at81('2021-03-01')]).toEqual(['pickup', 'door']);
  });

  it('every reason is told, in the order of the rule', () => {
    const all = {
      birth: born('1930-01-01', '1930-01-02'),
      living: [{ kind: 'alone' as const, from: null }],
      disabled: true,
      quarantined: null,
    };
    expect(choice(all)).toEqual(['door', 'alone', 'age', 'disabled', 'quarantined-unknown']);
  });

  it('dependency can be a group of its own', () => {
    const rule = {
      ...duowenDeliveryMode,
      door: [{ group: 'self-care' as const, levels: ['moderate' as const, 'severe' as const] }],
    };
    const way = (selfCare: ModeFacts['selfCare']) => deliveryMode(rule, modes.normal, { ...ordinary, selfCare }, today).mode;
    expect((['independent', 'mild', 'moderate', 'severe', null] as const).map(way)).toEqual([
      'pickup',
      'pickup',
      'door',
      'door',
      'door',
    ]);
  });
});

describe('D-34: ordinary groups fetch, and in a lockdown the rule flips', () => {
  it('the same resident, by the mode of the community', () => {
    expect(choice({}, 'normal')).toEqual(['pickup', 'ordinary']);
    expect(choice({}, 'lockdown')).toEqual(['door', 'nobody-comes']);
    expect(choice({ disabled: true }, 'lockdown')).toEqual(['door', 'disabled']);
  });

  it('a rule that does not fit is refused with every path', () => {
    expect(parseDeliveryModeRule(duowenDeliveryMode).ok).toBe(true);
    expect(
      parseDeliveryModeRule({ ...duowenDeliveryMode, door: [...duowenDeliveryMode.door, { group: 'disabled' }] }).reasons,
    ).toEqual([{ code: 'delivery-mode/group-twice', data: { path: 'door.4.group' } }]);
    expect(parseDeliveryModeRule({ ...duowenDeliveryMode, door: [{ group: 'rich' }] }).reasons[0]).toMatchObject({
      code: 'delivery-mode/malformed',
      data: { path: 'door.0.group' },
    });
  });
});

describe('laws of the choice', () => {
  const unsure = <Value>(known: fc.Arbitrary<Value>) => fc.option(known, { nil: null });
  const facts: fc.Arbitrary<ModeFacts> = fc.record({
    birth: unsure(fc.integer({ min: 1920, max: 1990 }).map((year) => born(`${year}-03-30`, `${year}-03-31`))),
    living: fc.constantFrom([], [{ kind: 'alone' as const, from: null }], [{ kind: 'couple' as const, from: null }]),
    selfCare: unsure(fc.constantFrom('independent' as const, 'severe' as const)),
    disabled: unsure(fc.boolean()),
    quarantined: unsure(fc.boolean()),
  });
  type Choose = typeof deliveryMode;

  /** Nobody fetches of whom it is not sure that he can: to learn more never turns a pick-up into a trip that was owed. */
  function violationsOf(known: ModeFacts, choose: Choose): readonly string[] {
    const { mode, reasons } = choose(duowenDeliveryMode, modes.normal, known, today);
    const broken: string[] = [];
    if (reasons.length === 0) broken.push('a choice says why');
    const fuller: readonly ModeFacts[] = [
      ...(known.disabled === null ? [{ ...known, disabled: true }] : []),
      ...(known.quarantined === null ? [{ ...known, quarantined: true }] : []),
      ...(known.birth === null ? [{ ...known, birth: born('1920-01-01', '1920-01-02') }] : []),
      ...(known.living.length === 0 ? [{ ...known, living: [{ kind: 'alone' as const, from: null }] }] : []),
    ];
    const mayNeedDoor = [known, ...fuller].some((one) => choose(duowenDeliveryMode, modes.normal, one, today).mode === 'door');
    if (mode === 'pickup' && mayNeedDoor) broken.push('D-33 unknown is never able to come');
    if (choose(duowenDeliveryMode, modes.lockdown, known, today).mode !== 'door')
      broken.push('D-34 in a lockdown nobody fetches');
    return broken;
  }

  it('D-33 D-34: unknown is never "able to come"', () => {
    fc.assert(
      fc.property(facts, (known) => {
        expect(violationsOf(known, deliveryMode)).toEqual([]);
      }),
      { seed: 33, numRuns: 300 },
    );
  });

  it('planted bugs: unknown taken as no; the mode not looked at', () => {
    const caught = (bug: Choose) =>
      new Set(fc.sample(facts, { seed: 33, numRuns: 300 }).flatMap((known) => violationsOf(known, bug)));
    const trusting: Choose = (rule, mode, known, on) =>
      deliveryMode(rule, mode, { ...known, disabled: known.disabled ?? false, quarantined: known.quarantined ?? false }, on);
    expect(caught(trusting)).toContain('D-33 unknown is never able to come');
    expect(caught((rule, _, known, on) => deliveryMode(rule, modes.normal, known, on))).toContain(
      'D-34 in a lockdown nobody fetches',
    );
  });
});
