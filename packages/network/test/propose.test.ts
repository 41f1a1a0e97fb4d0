import { describe, expect, it } from 'vitest';
import { buildNetwork, findGaps, propose } from '../src/index.ts';
import {
  chen,
  fu,
  helperOf,
  jia,
  lu,
  luAsHelper,
  network,
  on,
  policy,
  policyOf,
  records,
  song,
  template,
  tieOf,
} from './six-people.ts';

const options = { policy, on };
const gapOf = (of: typeof network, residentId: string) =>
  findGaps(of, template, policy, on).find((gap) => gap.code === 'duty/uncovered' && gap.residentId === residentId)!;

describe('propose', () => {
  it('D-11: for the uncovered knock of lu, chen is proposed; lu, the minor and the property man are not', () => {
    expect(propose(network, template, gapOf(network, 'lu'), options)).toEqual({
      ok: true,
      value: [
        {
          residentId: 'lu',
          helperId: 'chen',
          role: 'neighbour',
          duty: 'knock',
          cadence: 'daily',
          reasons: [{ code: 'candidate/elsewhere' }, { code: 'candidate/room', data: { residents: 2, cap: 5 } }],
        },
      ],
      reasons: [
        { code: 'candidate/minor', data: { helpers: 1 } },
        { code: 'candidate/role-unfit', data: { helpers: 1 } },
      ],
    });
  });

  it('same building before same grid before next grid before elsewhere before unknown; then fewer residents, then id', () => {
    const helpers = [
      helperOf('f-nowhere', 'neighbour', { grid: null }),
      helperOf('e-far', 'neighbour', { grid: 7 }),
      helperOf('d-next', 'neighbour', { grid: 2 }),
      helperOf('c-grid', 'neighbour'),
      helperOf('b-grid-busy', 'neighbour'),
      helperOf('a-grid-ask', 'neighbour', { birth: null }),
      helperOf('z-building', 'neighbour', { building: '28', grid: 4 }),
    ];
    const busy = buildNetwork({ residents: [jia, fu], helpers, ties: [tieOf('t', 'fu', 'b-grid-busy', 'neighbour', 'knock')] });
    const answer = propose(busy, template, gapOf(busy, 'jia'), { on, limit: 9, policy: policyOf({ adjacentGrids: [[2, 1]] }) });
    expect(answer.ok && answer.value.map(({ helperId }) => helperId)).toEqual([
      'z-building',
      'c-grid',
      'b-grid-busy',
      'a-grid-ask',
      'd-next',
      'e-far',
      'f-nowhere',
    ]);
    expect(answer.ok && answer.value[3]?.reasons.at(-1)).toEqual({ code: 'candidate/age-unknown' });
    const best = propose(busy, template, gapOf(busy, 'jia'), options);
    expect(best.ok && best.value).toHaveLength(3);
  });

  it('a minor is proposed from the 18th birthday on, not the day before', () => {
    // song was born on 2009-02-01
    const alone = buildNetwork({ residents: [jia], helpers: [song], ties: [] });
    const onDay = (day: string) => propose(alone, template, gapOf(alone, 'jia'), { policy, on: day as typeof on });
    expect(onDay('2027-01-31')).toEqual({
      ok: false,
      reasons: [
        { code: 'candidate/none', data: { duty: 'knock' } },
        { code: 'candidate/minor', data: { helpers: 1 } },
      ],
    });
    expect(onDay('2027-02-01').ok).toBe(true);
  });

  it('nobody beyond the cap', () => {
    const full = propose(network, template, gapOf(network, 'lu'), {
      on,
      policy: policyOf({ maxResidentsPerHelper: { default: 2, byRole: {} } }),
    });
    expect(full.reasons).toContainEqual({ code: 'candidate/at-cap', data: { helpers: 1 } });
    expect(full.ok).toBe(false);
  });

  it('a gap that no tie closes, one that closed meanwhile, and one of another network', () => {
    const [isolated] = findGaps(network, template, policy, on);
    expect(propose(network, template, isolated!, options).reasons[0].code).toBe('gap/not-a-duty');
    const closed = buildNetwork({ ...records, ties: [...records.ties, tieOf('t5', 'lu', 'chen', 'neighbour', 'knock')] });
    expect(propose(closed, template, gapOf(network, 'lu'), options).reasons[0]?.code).toBe('gap/closed');
    const elsewhere = buildNetwork({ residents: [jia], helpers: [chen, luAsHelper], ties: [] });
    expect(() => propose(elsewhere, template, gapOf(network, lu.id), options)).toThrow(/no resident lu/);
    expect(() => propose(network, template, { ...gapOf(network, 'lu'), duty: 'none' }, options)).toThrow(/no duty none/);
  });
});
