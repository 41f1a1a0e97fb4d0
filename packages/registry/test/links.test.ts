import type { Intake } from '@linli/model';
import { Call, ServiceRecord, Tie } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { admit, emptyRegister, type Register } from '../src/index.ts';
import { at, bornOn, call, date, helper, intake, mention, resident, said, service, tie, time, zone } from './drafts.ts';

const people = admit(
  emptyRegister,
  intake({
    residents: [
      resident(2, '王秀英', { grid: 1, address: at('3-2-501') }),
      resident(3, '王秀英', { grid: 2, address: at('3-2-502') }),
      resident(4, '张桂兰', { grid: 1 }),
      resident(5, '李建国', { birth: bornOn('1950-06-01', '1950-06-02'), phone: '13900000001' }),
    ],
    helpers: [
      helper(2, '陈明', { role: 'neighbour', phone: '13900000011' }),
      helper(3, '陈明', { role: 'property', phone: '13900000012' }),
      helper(4, '赵敏'),
      helper(5, '李建国', { birth: bornOn('1950-06-01', '1950-06-02'), phone: '13900000001' }),
    ],
  }),
  { zone },
).register;
// Residents p0001 and p0002 are both 王秀英, p0003 is 张桂兰, p0004 is 李建国, who also helps.
// Helpers p0005 and p0006 are both 陈明, p0007 is 赵敏.

const admitted = (facts: Partial<Intake>, register: Register = people) => admit(register, intake(facts), { zone });

describe('a name becomes a person', () => {
  const meant = (...told: Parameters<typeof mention>): readonly string[] => {
    const [found] = admitted({ calls: [call(2, mention(...told))] }).register.calls;
    return found === undefined ? [] : found.residentId === null ? found.candidates : [found.residentId];
  };

  it('by the name alone where only one has it, and by whatever else is told where several do', () => {
    expect(meant('张桂兰')).toEqual(['p0003']);
    expect(meant('王秀英')).toEqual(['p0001', 'p0002']);
    expect(meant('王秀英', { grid: 2 })).toEqual(['p0002']);
    expect(meant('王秀英', { address: at('3-2-501') })).toEqual(['p0001']);
    expect(meant('刘芳')).toEqual([]);
  });

  it('and a fact that fits nobody narrows nothing: a wrong grid does not make a known name unknown', () => {
    expect(meant('张桂兰', { grid: 8 })).toEqual(['p0003']);
    expect(meant('王秀英', { grid: 8 })).toEqual(['p0001', 'p0002']);
  });

  it('among helpers also by the role', () => {
    const { register, refused } = admitted({
      ties: [tie(2, mention('张桂兰'), mention('陈明', { role: 'property' })), tie(3, mention('张桂兰'), mention('陈明'))],
    });
    expect(register.ties.map(({ helperId }) => helperId)).toEqual(['p0006']);
    expect(said(refused)).toEqual(['结对 3 mention/ambiguous (陈明) (2)']);
  });
});

describe('admitting ties', () => {
  it('joins two certain ends, in a record the schema takes', () => {
    const { register } = admitted({ ties: [tie(2, mention('张桂兰'), mention('赵敏'))] });
    expect(register.ties.map((one) => Tie.parse(one))).toMatchObject([{ residentId: 'p0003', helperId: 'p0007', duty: 'knock' }]);
  });

  it('refuses an end that is unknown or uncertain, a second row for one duty, and a person tied to themselves', () => {
    const { register, refused } = admitted({
      ties: [
        tie(2, mention('张桂兰'), mention('赵敏')),
        tie(3, mention('刘芳'), mention('赵敏')),
        tie(4, mention('张桂兰'), mention('钱伟')),
        tie(5, mention('王秀英'), mention('赵敏')),
        tie(6, mention('张桂兰'), mention('赵敏'), { cadence: 'weekly' }),
        tie(7, mention('李建国'), mention('李建国')),
      ],
    });
    expect(register.ties).toMatchObject([{ cadence: 'daily' }]);
    expect(said(refused)).toEqual([
      '结对 3 mention/unknown (刘芳)',
      '结对 4 mention/unknown (钱伟)',
      '结对 5 mention/ambiguous (王秀英) (2)',
      '结对 6 tie/duplicate (2)',
      '结对 7 tie/with-oneself (李建国)',
    ]);
  });

  it('keeps two duties of one pair, and changes the cadence of one that is known', () => {
    const duties = admitted({
      ties: [tie(2, mention('张桂兰'), mention('赵敏')), tie(3, mention('张桂兰'), mention('赵敏'), { duty: 'goods' })],
    }).register;
    const changed = admitted({ ties: [tie(9, mention('张桂兰'), mention('赵敏'), { cadence: 'weekly' })] }, duties).register;
    expect(changed.ties.map(({ duty, cadence }) => `${duty} ${cadence}`)).toEqual(['goods daily', 'knock weekly']);
  });
});

describe('admitting calls', () => {
  it('puts the wall time into the zone and the caller beside it', () => {
    const { register } = admitted({ calls: [call(2, mention('张桂兰'), { time: time('16:00'), takenBy: mention('赵敏') })] });
    const [taken] = register.calls;
    expect(Call.parse(taken)).toMatchObject({ residentId: 'p0003', candidates: [], takenBy: 'p0007' });
    expect(taken?.at).toBe(Date.parse('2026-11-23T08:00:00Z')); // 16:00 less 8 hours
  });

  it('keeps a call whose name fits several, with all of them, and says so', () => {
    const { register, refused, warnings } = admitted({ calls: [call(2, mention('王秀英'), { outcome: 'no-answer' })] });
    expect(register.calls).toMatchObject([{ residentId: null, candidates: ['p0001', 'p0002'], outcome: 'no-answer' }]);
    expect(refused).toEqual([]);
    expect(said(warnings)).toEqual(['电话 2 mention/ambiguous (王秀英) (2)']);
  });

  it('gives an uncertain call the same id wherever its row stands', () => {
    const ids = (row: number) => admitted({ calls: [call(row, mention('王秀英'))] }).register.calls.map(({ id }) => id);
    expect(ids(2)).toEqual(ids(40));
  });

  it('keeps both uncertain calls of one minute unless they say the same', () => {
    const eggs = { order: [{ words: '鸡蛋', item: '鸡蛋', quantity: null, unit: null }] };
    const file = { calls: [call(2, mention('王秀英')), call(3, mention('王秀英'), eggs), call(4, mention('王秀英'), eggs)] };
    const { register, refused } = admitted(file);
    expect(register.calls.map(({ order }) => order.length)).toEqual([0, 1]);
    expect(said(refused)).toEqual(['电话 4 call/duplicate (3)']);
    expect(admitted(file, register).register).toEqual(register);
  });

  it('keeps both lines of one minute for one resident unless they say the same: no wish is lost', () => {
    const eggs = { order: [{ words: '鸡蛋', item: '鸡蛋', quantity: null, unit: null }] };
    const haircut = { request: { words: '理发', category: 'do.haircut' } };
    const file = {
      calls: [call(2, mention('张桂兰'), eggs), call(3, mention('张桂兰'), haircut), call(4, mention('张桂兰'), eggs)],
    };
    const { register, refused } = admitted(file);
    expect(register.calls.map(({ order, request }) => [order.length, request?.words ?? null])).toEqual([
      [1, null],
      [0, '理发'],
    ]);
    expect(said(refused)).toEqual(['电话 4 call/duplicate (2)']);
    expect(admitted(file, register).register).toEqual(register);
  });

  it('refuses a name that nobody has, and a second row for one minute and person', () => {
    const { register, refused } = admitted({
      calls: [
        call(2, mention('张桂兰')),
        call(3, mention('刘芳')),
        call(4, mention('张桂兰')),
        call(5, mention('张桂兰'), { time: time('09:01') }),
      ],
    });
    expect(register.calls).toHaveLength(2);
    expect(said(refused)).toEqual(['电话 3 mention/unknown (刘芳)', '电话 4 call/duplicate (2)']);
  });
});

describe('admitting services', () => {
  it('keeps for whom it was: a person, the public, or nobody can tell', () => {
    const { register, warnings } = admitted({
      services: [
        service(2, mention('赵敏'), { beneficiary: mention('张桂兰') }),
        service(3, mention('赵敏'), { category: 'do.public-order' }),
        service(4, mention('赵敏'), { category: 'rely.visit', beneficiary: mention('王秀英') }),
      ],
    });
    expect(register.services.map((one) => ServiceRecord.parse(one).beneficiary)).toEqual([
      { kind: 'person', personId: 'p0003' },
      { kind: 'public' },
      { kind: 'uncertain', candidates: ['p0001', 'p0002'] },
    ]);
    expect(said(warnings)).toEqual(['服务 4 mention/ambiguous (王秀英) (2)']);
  });

  it('meals to two doors in one slot are two services', () => {
    const doors = ['张桂兰', '王秀英'].map((name, index) => service(2 + index, mention('赵敏'), { beneficiary: mention(name) }));
    expect(admitted({ services: doors }).register.services).toHaveLength(2);
  });

  it('lasts as long as the clock says it did: the night of 14 September 1986 had its second hour twice', () => {
    const seconds = (from: string, until: string): number | undefined => {
      const draft = service(2, mention('赵敏'), { date: date('1986-09-14'), from: time(from), until: time(until) });
      const [done] = admitted({ services: [draft] }).register.services;
      return done && (done.until - done.from) / 1000;
    };
    expect([seconds('00:30', '02:30'), seconds('09:00', '10:30')]).toEqual([3 * 3600, 5400]);
  });

  it('refuses one that does not end after it starts, an unknown or uncertain helper, an unknown beneficiary, a second row', () => {
    const { register, refused } = admitted({
      services: [
        service(2, mention('赵敏')),
        service(3, mention('赵敏'), { from: time('10:30') }),
        service(4, mention('赵敏'), { from: time('10:30'), until: time('10:30:00') }),
        service(5, mention('钱伟')),
        service(6, mention('陈明')),
        service(7, mention('赵敏'), { beneficiary: mention('刘芳') }),
        service(8, mention('赵敏'), { until: time('11:00') }),
        service(9, mention('赵敏'), { from: time('22:00'), until: time('24:00') }),
      ],
    });
    expect(register.services).toHaveLength(2);
    expect(said(refused)).toEqual([
      '服务 3 service/not-after-start',
      '服务 4 service/not-after-start',
      '服务 5 mention/unknown (钱伟)',
      '服务 6 mention/ambiguous (陈明) (2)',
      '服务 7 mention/unknown (刘芳)',
      '服务 8 service/duplicate (2)',
    ]);
  });
});
