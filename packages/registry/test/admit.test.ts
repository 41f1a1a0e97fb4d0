import type { Intake } from '@linli/model';
import { Resident } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { admit, emptyRegister, type Register } from '../src/index.ts';
import { at, bornOn, date, helper, intake, resident, resource, said, zone } from './drafts.ts';

const admitted = (facts: Partial<Intake>, register: Register = emptyRegister) => admit(register, intake(facts), { zone });
const names = ({ residents }: Register): readonly string[] => residents.map(({ id, name }) => `${id} ${name}`);

const lived = bornOn('1941-12-31', '1942-01-01');
const other = bornOn('1950-06-01', '1950-06-02');

describe('admitting residents', () => {
  it('gives ids in the order of the file, and records that the schema takes', () => {
    const { register, refused, warnings } = admitted({ residents: [resident(2, '王秀英'), resident(3, '张桂兰')] });
    expect(names(register)).toEqual(['p0001 王秀英', 'p0002 张桂兰']);
    for (const one of register.residents) expect(Resident.parse(one)).toEqual(one);
    expect([refused, warnings]).toEqual([[], []]);
  });

  it('a second row for one person is refused and named by the first row; nothing of it is merged', () => {
    const same = { birth: lived, address: at('3-2-501') };
    const { register, refused } = admitted({
      residents: [resident(2, '王秀英', same), resident(9, '王秀英', { ...same, phone: '13900000000', health: ['高血压'] })],
    });
    expect(said(refused)).toEqual(['花名册 9 resident/duplicate (2)']);
    expect(register.residents).toMatchObject([{ id: 'p0001', phone: null, health: [] }]);
  });

  it('one identity number is one person, however the rest is written', () => {
    const identityNumber = '999999194112310027';
    const { refused } = admitted({
      residents: [resident(2, '王秀英', { identityNumber }), resident(3, '王秀瑛', { identityNumber })],
    });
    expect(said(refused)).toEqual(['花名册 3 resident/duplicate (2)']);
  });

  it('two identity numbers are two people, however alike the rest is', () => {
    const same = { birth: lived, address: at('3-2-501') };
    const { register, warnings } = admitted({
      residents: [
        resident(2, '王秀英', { ...same, identityNumber: '999999194112310027' }),
        resident(3, '王秀英', { ...same, identityNumber: '999999193001150011' }),
      ],
    });
    expect(register.residents).toHaveLength(2);
    expect(said(warnings)).toEqual(['花名册 3 resident/same-name (2)']);
  });

  it('two women of one name in one unit stay two people, and somebody is told', () => {
    const { register, refused, warnings } = admitted({
      residents: [
        resident(2, '王秀英', { sex: 'female', birth: lived, address: at('3-2-501') }),
        resident(7, '王秀英', { sex: 'female', birth: other, address: at('3-2-502') }),
      ],
    });
    expect(names(register)).toEqual(['p0001 王秀英', 'p0002 王秀英']);
    expect(refused).toEqual([]);
    expect(said(warnings)).toEqual(['花名册 7 resident/same-name (2)']);
  });

  it('two rows that agree in two of name, birth and door are kept apart and shown', () => {
    const { register, warnings } = admitted({
      residents: [
        resident(2, '王秀英', { birth: lived, address: at('3-2-501') }),
        resident(3, '王秀英', { birth: lived, address: at('4-1-101') }),
        resident(4, '王秀瑛', { birth: lived, address: at('3-2-501') }),
      ],
    });
    expect(register.residents).toHaveLength(3);
    expect(said(warnings)).toEqual(['花名册 3 resident/similar (2)', '花名册 4 resident/similar (2)']);
  });

  it('two who are both down as alone behind one door are shown; a couple is not', () => {
    const door = (kind: 'alone' | 'couple') => ({ address: at('3-2-501'), living: [{ kind, from: null }] });
    const alone = admitted({ residents: [resident(2, '王秀英', door('alone')), resident(3, '李建国', door('alone'))] });
    const couple = admitted({ residents: [resident(2, '王秀英', door('couple')), resident(3, '李建国', door('couple'))] });
    expect(said(alone.warnings)).toEqual(['花名册 3 resident/same-door (2)']);
    expect(couple.warnings).toEqual([]);
  });

  it('a shared phone alone makes nobody alike', () => {
    const phone = '02700000000';
    const { register, warnings } = admitted({ residents: [resident(2, '王秀英', { phone }), resident(3, '李建国', { phone })] });
    expect([register.residents.length, warnings.length]).toEqual([2, 0]);
  });

  it('D-51: a resident whose grid is not known is admitted with no grid, never with a guessed one', () => {
    const { register } = admitted({
      residents: [resident(2, '王秀英', { address: at('3-2-501'), grid: 3 }), resident(3, '张桂兰', { address: at('3-2-502') })],
    });
    expect(register.residents.map(({ grid }) => grid)).toEqual([3, null]);
    const later = admitted({ residents: [resident(2, '张桂兰', { grid: 4 })] }, register);
    expect(later.register.residents.map(({ grid }) => grid)).toEqual([3, null, 4]); // a name alone is not the person in p0002
  });
});

describe('admitting a later file', () => {
  const first = admitted({
    residents: [
      resident(2, '王秀英', {
        birth: lived,
        address: at('3-2-501'),
        phone: '13900000000',
        grid: 3,
        health: ['糖尿病'],
        hasLift: false,
      }),
    ],
  }).register;

  it('finds who is known, takes what is new, and erases nothing where the file is silent', () => {
    const { register } = admitted(
      { residents: [resident(5, '王秀英', { birth: lived, address: at('3-2-501'), selfCare: 'mild', hasLift: true })] },
      first,
    );
    expect(register.residents).toMatchObject([
      { id: 'p0001', phone: '13900000000', grid: 3, health: ['糖尿病'], selfCare: 'mild', hasLift: true },
    ]);
    expect(register.residents[0]).not.toHaveProperty('at');
  });

  it('that writes "no" is not silent: a lift that is gone is gone', () => {
    const { register } = admitted(
      { residents: [resident(5, '王秀英', { birth: lived, address: at('3-2-501'), hasLift: false })] },
      admitted({ residents: [resident(5, '王秀英', { birth: lived, address: at('3-2-501'), hasLift: true })] }, first).register,
    );
    expect(register.residents[0]?.hasLift).toBe(false);
  });

  it('leaves those it does not name as they were', () => {
    const { register } = admitted({ residents: [resident(2, '张桂兰')] }, first);
    expect(register.residents[0]).toEqual(first.residents[0]);
    expect(names(register)).toEqual(['p0001 王秀英', 'p0002 张桂兰']);
  });

  it('with somebody much like a known person makes a new one, and says so', () => {
    const { register, warnings } = admitted(
      { residents: [resident(5, '王秀英', { birth: lived, address: at('9-1-101') })] },
      first,
    );
    expect(names(register)).toEqual(['p0001 王秀英', 'p0002 王秀英']);
    expect(said(warnings)).toEqual(['花名册 5 resident/similar-known (p0001)']);
  });

  it('in which two unlike rows may both be one known person keeps them apart, and says so', () => {
    const identityNumber = '999999194112310027';
    const known = admitted({
      residents: [resident(2, '王秀英', { identityNumber, birth: lived, address: at('3-2-501') })],
    }).register;
    const moved = resident(4, '王秀英', { identityNumber, birth: lived, address: at('9-1-101') }); // known by number
    const stayed = resident(8, '王秀英', { birth: lived, address: at('3-2-501') }); // known by name, birth and door
    const movedFirst = admitted({ residents: [moved, stayed] }, known);
    expect(movedFirst.register.residents).toMatchObject([
      { id: 'p0001', address: at('9-1-101') },
      { id: 'p0002', address: at('3-2-501') },
    ]);
    expect(said(movedFirst.warnings)).toContain('花名册 8 resident/similar (4)');
    expect(admitted({ residents: [stayed, moved] }, known).register).toEqual(movedFirst.register); // the number goes first
  });

  it('knows somebody whose birth or door is missing again, with what that row adds, but not by the name alone', () => {
    const thin = admitted({
      residents: [resident(2, '王秀英', { address: at('3-2-501') }), resident(3, '张桂兰', { grid: 1 })],
    }).register;
    const { register } = admitted(
      {
        residents: [
          resident(2, '王秀英', { address: at('3-2-501'), phone: '13900000000' }),
          resident(3, '张桂兰', { grid: 1, note: '怕狗' }),
          resident(4, '张桂兰', { grid: 2 }),
        ],
      },
      thin,
    );
    expect(register.residents.map(({ id, phone, grid, note }) => [id, phone, grid, note])).toEqual([
      ['p0001', '13900000000', null, null],
      ['p0002', null, 1, '怕狗'],
      ['p0003', null, 2, null],
    ]);
  });

  it('leaves a known person to the row that writes them exactly, and guesses nothing for two rows that are alike', () => {
    const known = admitted({ residents: [resident(2, '张桂兰', { grid: 1 })] }).register;
    const exact = admitted(
      { residents: [resident(2, '张桂兰'), resident(3, '张桂兰', { grid: 1, note: '怕狗' })] },
      known,
    ).register;
    expect(exact.residents.map(({ grid, note }) => [grid, note])).toEqual([
      [1, '怕狗'],
      [null, null],
    ]);
    const alike = { residents: [resident(2, '张桂兰', { health: ['糖尿病'] }), resident(3, '张桂兰')] };
    const kept = admitted(alike, known).register;
    expect(kept.residents.map(({ health }) => health)).toEqual([[], ['糖尿病'], []]);
    expect(admitted(alike, kept).register).toEqual(kept);
  });

  it('D-74: a dated arrangement keeps what was known of the time before it', () => {
    const known = { birth: lived, address: at('3-2-501') };
    const couple = admitted({
      residents: [resident(2, '王秀英', { ...known, living: [{ kind: 'couple', from: null }] })],
    }).register;
    const alone = intake({
      residents: [resident(2, '王秀英', { ...known, living: [{ kind: 'alone', from: date('2026-03-03') }] })],
    });
    const widowed = admit(couple, alone, { zone }).register;
    expect(widowed.residents[0]?.living).toEqual([
      { kind: 'couple', from: null },
      { kind: 'alone', from: '2026-03-03' },
    ]);
    expect(admit(widowed, alone, { zone }).register).toEqual(widowed);
  });

  it('D-74: an arrangement without a date that says what is known already keeps its date', () => {
    const known = { birth: lived, address: at('3-2-501') };
    const dated = admitted({
      residents: [resident(2, '王秀英', { ...known, living: [{ kind: 'alone', from: date('2026-03-03') }] })],
    }).register;
    const again = admitted(
      { residents: [resident(2, '王秀英', { ...known, living: [{ kind: 'alone', from: null }] })] },
      dated,
    ).register;
    const changed = admitted(
      { residents: [resident(2, '王秀英', { ...known, living: [{ kind: 'carer', from: null }] })] },
      dated,
    ).register;
    expect(again).toEqual(dated);
    expect(changed.residents[0]?.living).toEqual([{ kind: 'carer', from: null }]);
  });
});

describe('admitting helpers', () => {
  const person = { birth: other, phone: '13900000001' };

  it('D-68: somebody who receives and gives is one person with one id, and somebody is told', () => {
    const { register, warnings } = admitted({
      residents: [resident(2, '李建国', person)],
      helpers: [helper(2, '李建国', person)],
    });
    expect([register.residents[0]?.id, register.helpers[0]?.id]).toEqual(['p0001', 'p0001']);
    expect(said(warnings)).toEqual(['志愿者 2 helper/also-resident (p0001)']);
  });

  it('D-68: a helper who comes onto the roster later keeps the id', () => {
    const before = admitted({ helpers: [helper(2, '张强'), helper(3, '李建国', person)] }).register;
    const { register } = admitted({ residents: [resident(2, '王秀英'), resident(3, '李建国', person)] }, before);
    expect(names(register)).toEqual(['p0002 李建国', 'p0003 王秀英']);
    expect(admitted({ helpers: [helper(3, '李建国', person)] }, register).register).toEqual(register);
  });

  it('D-68: of two rows that both may be one known helper, only the first takes the id', () => {
    const before = admitted({ helpers: [helper(2, '李建国', person)] }).register;
    const { register } = admitted({ residents: [resident(2, '李建国', person), resident(3, '李建国', person)] }, before);
    expect(names(register)).toEqual(['p0001 李建国', 'p0002 李建国']);
  });

  it('D-68: a name and a phone without a birth are shown, not joined', () => {
    const { register, warnings } = admitted({
      residents: [resident(2, '李建国', person)],
      helpers: [helper(2, '李建国', { phone: person.phone })],
    });
    expect([register.residents[0]?.id, register.helpers[0]?.id]).toEqual(['p0001', 'p0002']);
    expect(said(warnings)).toEqual(['志愿者 2 helper/like-resident (p0001)']);
  });

  it('one name with another phone is another person', () => {
    const { register, refused, warnings } = admitted({
      residents: [resident(2, '李建国', person)],
      helpers: [helper(2, '李建国', { ...person, phone: '13900000002' }), helper(3, '李建国', { phone: '13900000003' })],
    });
    expect(register.helpers.map(({ id }) => id)).toEqual(['p0002', 'p0003']);
    expect([refused, warnings]).toEqual([[], []]);
  });

  it('D-68: a helper whose phone changed is found through the resident; the old number on another row is another person', () => {
    const lives = { birth: other, address: at('3-2-501') };
    const before = admitted({
      residents: [resident(2, '李建国', { ...lives, phone: person.phone })],
      helpers: [helper(2, '李建国', person)],
    });
    const file = {
      residents: [resident(2, '李建国', { ...lives, phone: '13900000002' })],
      helpers: [helper(2, '李建国', { birth: other, phone: '13900000002' }), helper(3, '李建国', { phone: person.phone })],
    };
    const { register } = admitted(file, before.register);
    expect(register.helpers.map(({ id, phone }) => `${id} ${phone}`)).toEqual(['p0001 13900000002', 'p0002 13900000001']);
    expect(admitted(file, register).register).toEqual(register);
  });

  it('a second row with the name and the phone is refused and named by the first', () => {
    const { register, refused } = admitted({
      helpers: [helper(2, '李建国', person), helper(6, '李建国', { ...person, role: 'youth' })],
    });
    expect(said(refused)).toEqual(['志愿者 6 helper/duplicate (2)']);
    expect(register.helpers.map(({ role }) => role)).toEqual(['neighbour']);
  });

  it('without a phone is known again by name, role, grid and building', () => {
    const file = { helpers: [helper(2, '李建国', { grid: 1 }), helper(3, '李建国', { grid: 2 })] };
    const once = admitted(file).register;
    expect(once.helpers.map(({ id, grid }) => `${id} ${grid}`)).toEqual(['p0001 1', 'p0002 2']);
    expect(admitted(file, once).register).toEqual(once);
    const withPhone = admitted({ helpers: [helper(2, '李建国', { grid: 2, phone: '13900000001' })] }, once).register;
    expect(withPhone.helpers).toMatchObject([
      { id: 'p0001', phone: null },
      { id: 'p0002', phone: '13900000001' },
    ]);
    expect(admitted(file, withPhone).register).toEqual(withPhone); // a file without the phone does not erase it
  });

  it('without a phone is kept beside namesakes with one, also the next time; a second such row is refused', () => {
    const file = {
      helpers: [
        helper(2, '李建国', { phone: '13900000001' }),
        helper(3, '李建国', { phone: '13900000002' }),
        helper(4, '李建国'),
        helper(5, '李建国'),
      ],
    };
    const once = admitted(file);
    expect(once.register.helpers.map(({ id }) => id)).toEqual(['p0001', 'p0002', 'p0003']);
    expect(said(once.refused)).toEqual(['志愿者 5 helper/duplicate (4)']);
    expect(admitted(file, once.register).register).toEqual(once.register);
  });
});

describe('admitting resources', () => {
  it('knows a place by name and category, keeps what a later file does not say, and refuses a second row', () => {
    const once = admitted({
      resources: [resource(2, '博闻之家', { phone: '02700000000' }), resource(3, '博闻之家', { category: 'meal' })],
    });
    expect(once.register.resources.map(({ id, category }) => `${id} ${category}`)).toEqual(['r001 club', 'r002 meal']);
    const twice = admitted(
      { resources: [resource(2, '博闻之家', { grid: 3 }), resource(8, '博闻之家', { grid: 4 })] },
      once.register,
    );
    expect(twice.register.resources[0]).toMatchObject({ id: 'r001', phone: '02700000000', grid: 3 });
    expect(said(twice.refused)).toEqual(['资源 8 resource/duplicate (2)']);
  });

  it('never gives a number twice, also after one has left', () => {
    const once = admitted({ resources: [resource(2, '甲'), resource(3, '乙'), resource(4, '丙')] }).register;
    const left: Register = { ...once, resources: once.resources.filter(({ name }) => name !== '甲') };
    expect(admitted({ resources: [resource(2, '丁')] }, left).register.resources.map(({ id, name }) => id + name)).toEqual([
      'r002乙',
      'r003丙',
      'r004丁',
    ]);
  });
});
