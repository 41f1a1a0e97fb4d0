import { LocalDate, PersonId } from '@linli/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { callRound } from '../src/day/open-calls.ts';
import type { Rules } from '../src/index.ts';
import { call, duowenRules, resident, today } from './small-community.ts';

let rules: Rules;
beforeAll(async () => {
  rules = await duowenRules();
});

const round = (calls: Parameters<typeof callRound>[2], residents = ['r1', 'r2', 'r3'].map((id) => resident(id))) => {
  const { again, notCalled, declined } = callRound(rules, residents, calls, today);
  const ids = (open: typeof again) => open.map(({ resident: { id } }) => id as string);
  return { again: ids(again), notCalled: ids(notCalled), declined: declined as readonly string[] };
};

describe('D-28: the phone round', () => {
  it('reached is settled, no answer is called again, declined is followed up, the rest is not called', () => {
    const calls = [
      call('r1', '13:00'),
      call('r2', '13:01', { outcome: 'no-answer' }),
      call('r3', '13:02', { outcome: 'refused' }),
    ];
    expect(round(calls)).toEqual({ again: ['r2'], notCalled: [], declined: ['r3'] });
    expect(round([])).toEqual({ again: [], notCalled: ['r1', 'r2', 'r3'], declined: [] });
  });

  it('reached once is reached, before or after', () => {
    const missed = call('r1', '13:00', { outcome: 'no-answer' });
    expect(round([missed, call('r1', '13:30')]).again).toEqual([]);
    expect(round([call('r1', '13:00'), call('r1', '13:30', { outcome: 'no-answer' })]).again).toEqual([]);
  });

  it('a call that may be either of two settles nobody; two such calls settle both, unless one was not reached', () => {
    const both = [PersonId.parse('r1'), PersonId.parse('r2')];
    const uncertain = (time: string, outcome: 'reached' | 'no-answer' = 'reached') =>
      call(null, time, { candidates: both, outcome });
    expect(round([uncertain('13:00')]).notCalled).toEqual(['r1', 'r2', 'r3']);
    expect(round([uncertain('13:00'), uncertain('13:05')])).toEqual({ again: [], notCalled: ['r3'], declined: [] });
    expect(round([uncertain('13:00'), uncertain('13:05', 'no-answer')]).again).toEqual(['r1', 'r2']);
  });

  it('D-74: owed from the day on which somebody lives alone; not known never takes it away', () => {
    const inHospital = resident('r1', {
      living: [
        { kind: 'couple', from: null },
        { kind: 'alone', from: LocalDate.parse('2026-11-24') },
      ],
    });
    const unknown = resident('r2', { living: [] });
    expect(round([], [inHospital, unknown]).notCalled).toEqual(['r2']);
    const next = callRound(rules, [inHospital, unknown], [], LocalDate.parse('2026-11-24'));
    expect(next.notCalled.map(({ resident: { id }, need }) => [id, need.reasons.map(({ code }) => code)])).toEqual([
      ['r1', []],
      ['r2', ['need/living-unknown']],
    ]);
  });
});
