import { PersonId } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { admit, emptyRegister, merge, registryTexts, unmerge } from '../src/index.ts';
import { at, call, helper, intake, mention, resident, tie, zone } from './drafts.ts';

const id = (text: string): PersonId => PersonId.parse(text);
const { register } = admit(
  emptyRegister,
  intake({
    residents: [
      resident(2, '王秀英', { grid: 1, phone: '13900000001', health: ['高血压'] }),
      resident(3, '王秀瑛', { grid: 2, address: at('3-2-501'), selfCare: 'mild', health: ['糖尿病'], interests: ['太极'] }),
    ],
    helpers: [helper(2, '陈明'), helper(3, '赵敏')],
    ties: [
      tie(2, mention('王秀英'), mention('陈明')),
      tie(3, mention('王秀瑛'), mention('陈明')),
      tie(4, mention('王秀瑛'), mention('赵敏')),
    ],
    calls: [call(2, mention('王秀瑛'))],
  }),
  { zone },
);
const [keep, give] = [id('p0001'), id('p0002')];

describe('merging two residents', () => {
  const merged = merge(register, keep, give);
  if (!merged.ok) throw new Error('the merge was refused');
  const { register: next, merge: record } = merged.value;

  it('keeps what the kept one says and fills what only the given one says', () => {
    expect(next.residents).toHaveLength(1);
    expect(next.residents[0]).toMatchObject({
      id: 'p0001',
      name: '王秀英',
      grid: 1,
      phone: '13900000001',
      health: ['高血压'],
      address: at('3-2-501'),
      selfCare: 'mild',
      interests: ['太极'],
    });
  });

  it('moves the ties of the given one, and does not double the one both had', () => {
    expect(next.ties.map(({ residentId, helperId }) => `${residentId} ${helperId}`)).toEqual(['p0001 p0003', 'p0001 p0004']);
    expect(record.movedTies).toHaveLength(1);
  });

  it('leaves calls under the id they were written with', () => {
    expect(next.calls).toEqual(register.calls);
    expect(next.calls[0]?.residentId).toBe('p0002');
  });

  it('touches nothing of the register it was given, and can be taken back', () => {
    expect(register.residents).toHaveLength(2);
    expect(unmerge(next, record)).toEqual(register);
  });

  it('never makes a tie of somebody with themselves', () => {
    const dual = { ...register, ties: register.ties.map((one) => ({ ...one, helperId: keep })) };
    const joined = merge(dual, keep, give);
    expect(joined.ok && joined.value.merge.movedTies).toEqual([]);
    expect(joined.ok && unmerge(joined.value.register, joined.value.merge)).toEqual(dual);
  });

  it('is refused for one person, and for somebody who is not there', () => {
    const refusals = [merge(register, keep, keep), merge(register, keep, id('p0099')), merge(register, id('p0099'), give)];
    expect(refusals.map((answer) => answer.reasons[0])).toEqual([
      { code: 'merge/same-person' },
      { code: 'merge/unknown-person', data: { id: 'p0099' } },
      { code: 'merge/unknown-person', data: { id: 'p0099' } },
    ]);
  });
});

describe('the words', () => {
  it.each(Object.entries(registryTexts))('of %s fill the same places in both languages', (_, { zh, en }) => {
    const places = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(places(zh)).toEqual(places(en));
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });
});
