import { Cadence, isFault, say } from '@linli/model';
import { describe, expect, it } from 'vitest';
import {
  buildNetwork,
  CareTemplate,
  duowenPolicy,
  duowenTemplate,
  dutiesOf,
  findGaps,
  NetworkPolicy,
  networkTexts,
} from '../src/index.ts';
import {
  chen,
  fu,
  helperOf,
  jia,
  lu,
  network,
  on,
  policy,
  policyOf,
  records,
  residentOf,
  template,
  tieOf,
} from './six-people.ts';

const gapsOf = (ties: readonly ReturnType<typeof tieOf>[], duties = template) =>
  findGaps(buildNetwork({ ...records, ties }), duties, policy, on);

describe('findGaps', () => {
  it('six people: every thin place, gravest first, with its reasons', () => {
    // lu: nobody knocks -> isolated, and the knock uncovered; no phone, no contact -> not reachable.
    // fu has chen alone (1 of 1) -> single point for 1 resident. jia has chen and lu (2 of 1): hangs on neither.
    // guard: only jia is 80 or more, and has tang -> covered.
    expect(findGaps(network, template, policy, on)).toEqual([
      {
        code: 'resident/isolated',
        residentId: 'lu',
        helperId: null,
        duty: null,
        reasons: [{ code: 'contact/nobody' }, { code: 'chain/empty' }],
      },
      {
        code: 'resident/not-reachable',
        residentId: 'lu',
        helperId: null,
        duty: null,
        reasons: [{ code: 'phone/unknown' }, { code: 'emergency-contact/unknown' }],
      },
      {
        code: 'duty/uncovered',
        residentId: 'lu',
        helperId: null,
        duty: 'knock',
        reasons: [{ code: 'need/short', data: { duty: 'knock', have: 0, need: 1 } }, { code: 'chain/empty' }],
      },
      {
        code: 'helper/single-point',
        residentId: null,
        helperId: 'chen',
        duty: null,
        reasons: [{ code: 'helper/alone-for', data: { residents: 1, limit: 1 } }],
      },
    ]);
  });

  it('D-01: one knock, two helps, three guards are seven duties for one elder of 90 who lives alone', () => {
    const owed = dutiesOf(duowenTemplate, jia, on).map(({ duty }) => [duty.code, duty.cadence, duty.kind]);
    expect(owed).toEqual([
      ['neighbour-knock', 'daily', 'contact'],
      ['youth-knock', 'weekly', 'contact'],
      ['daily-goods', 'on-demand', 'help'],
      ['health-pair', 'fortnightly', 'help'],
      ['property-guard', 'daily', 'guard'],
      ['committee-guard', 'weekly', 'guard'],
      ['social-worker-guard', 'monthly', 'guard'],
    ]);
    // 72, alone, independent: not on the key list, so no guard.
    expect(dutiesOf(duowenTemplate, fu, on)).toHaveLength(4);
  });

  it.each([
    ['D-06', 'property', 'property-guard', 'daily'],
    ['D-07', 'committee', 'committee-guard', 'weekly'],
    ['D-08', 'social-worker', 'social-worker-guard', 'monthly'],
  ])('%s: an elder on the key list has a named %s or shows as a gap', (_, role, duty, cadence) => {
    const guard = helperOf('guard', role);
    const shows = (ties: readonly ReturnType<typeof tieOf>[]): boolean =>
      findGaps(buildNetwork({ residents: [jia], helpers: [guard], ties }), duowenTemplate, duowenPolicy, on).some(
        (gap) => gap.residentId === 'jia' && gap.duty === duty,
      );
    expect(shows([])).toBe(true);
    expect(shows([tieOf('g', 'jia', 'guard', 'neighbour', duty, cadence)])).toBe(true); // the wrong tier
    expect(shows([tieOf('g', 'jia', 'guard', role, duty, cadence)])).toBe(false);
  });

  it('D-09: an uncovered knock names the next rung of the knock chain', () => {
    const [gap] = gapsOf([tieOf('t4', 'jia', 'tang', 'property', 'guard')]).filter(
      ({ code, residentId }) => code === 'duty/uncovered' && residentId === 'jia',
    );
    expect(gap?.reasons.at(-1)).toEqual({ code: 'chain/next', data: { role: 'property', helper: 'tang' } });
  });

  it.each([
    ['tie/too-rare', tieOf('x', 'fu', 'chen', 'neighbour', 'knock', 'weekly')],
    ['tie/role-unfit', tieOf('x', 'fu', 'chen', 'committee', 'knock')],
    ['tie/to-self', tieOf('x', 'lu', 'lu', 'neighbour', 'knock')],
  ])('a tie that does not count says so: %s', (code, tie) => {
    const gap = gapsOf([tie]).find(({ code, residentId }) => code === 'duty/uncovered' && residentId === tie.residentId);
    expect(gap?.reasons.map((reason) => reason.code)).toContain(code);
  });

  it('two ties of one helper for one duty are one holder', () => {
    const twice = CareTemplate.parse({ ...template, duties: [{ ...template.duties[0], atLeast: 2 }] });
    const two = [tieOf('a', 'fu', 'chen', 'neighbour', 'knock'), tieOf('b', 'fu', 'chen', 'neighbour', 'knock')];
    const gap = gapsOf(two, twice).find(({ code, residentId }) => code === 'duty/uncovered' && residentId === 'fu');
    expect(gap?.reasons[0]).toEqual({ code: 'need/short', data: { duty: 'knock', have: 1, need: 2 } });
  });

  it('unknown never excludes: no birth, no assessment, nothing on living, and all duties are owed with the doubt', () => {
    const nobodyKnows = residentOf('x', { birth: null, selfCare: null, living: [] });
    const [knock, guard] = dutiesOf(template, nobodyKnows, on);
    expect(knock?.doubts).toEqual([{ code: 'living/unknown' }]);
    expect(guard?.doubts).toEqual([{ code: 'age/unknown', data: { years: 80 } }, { code: 'self-care/unknown' }]);
    // One sure alternative settles the guard: with moderate loss of self-care the age no longer matters.
    expect(dutiesOf(template, residentOf('y', { birth: null, selfCare: 'moderate' }), on)[1]?.doubts).toEqual([]);
  });

  it('a contact without a phone reaches nobody; one with a phone does', () => {
    const reach = (phone: string | null) => {
      const emergencyContact = { name: 'n', relation: null, phone };
      const one = { residents: [residentOf('x', { phone: ' ', emergencyContact })], helpers: [], ties: [] };
      return findGaps(buildNetwork(one), template, policy, on).filter(({ code }) => code === 'resident/not-reachable');
    };
    expect(reach(null)[0]?.reasons[1]).toEqual({ code: 'emergency-contact/no-phone' });
    expect(reach('199-0000-0003')).toEqual([]);
  });

  it('overload goes by the cap of the role, no grid is told, and the policy can switch each kind off', () => {
    const strict = policyOf({ maxResidentsPerHelper: { default: 5, byRole: { neighbour: 1 } } });
    const codes = (of: NetworkPolicy) =>
      findGaps(buildNetwork({ ...records, residents: [jia, fu, { ...lu, grid: null }] }), template, of, on).map(
        ({ code }) => code,
      );
    // chen has jia and fu: 2 > 1
    expect(codes(strict).slice(-2)).toEqual(['helper/overloaded', 'resident/no-grid']);
    expect(codes(policyOf({ ...strict, report: { ...policy.report, 'helper/overloaded': false } }))).not.toContain(
      'helper/overloaded',
    );
    expect(NetworkPolicy.safeParse({ ...policy, report: { 'duty/uncovered': true } }).success).toBe(false);
  });

  it('a template is strict: no unknown field, no duty code twice', () => {
    expect(CareTemplate.safeParse({ ...template, colour: 'red' }).success).toBe(false);
    expect(CareTemplate.safeParse({ ...template, duties: [template.duties[0], template.duties[0]] }).success).toBe(false);
    expect(Cadence.options).toContain(duowenTemplate.duties[0]?.cadence);
  });

  it('a dangling tie and an id that comes twice are faults', () => {
    const codeOf = (run: () => unknown): string | undefined => {
      try {
        run();
      } catch (error) {
        return isFault(error) ? error.code : 'not a fault';
      }
      return undefined;
    };
    expect(codeOf(() => buildNetwork({ ...records, helpers: [chen] }))).toBe('tie/dangling');
    expect(codeOf(() => buildNetwork({ ...records, residents: [jia, fu] }))).toBe(undefined);
    expect(codeOf(() => buildNetwork({ ...records, residents: [jia] }))).toBe('tie/dangling');
    expect(codeOf(() => buildNetwork({ ...records, residents: [jia, jia, fu] }))).toBe('resident/twice');
    expect(codeOf(() => buildNetwork({ ...records, helpers: [...records.helpers, chen] }))).toBe('helper/twice');
    expect(codeOf(() => buildNetwork({ ...records, ties: [...records.ties, ...records.ties] }))).toBe('tie/twice');
  });

  it('D-70: every reason of every gap fills all the places of its words, in both languages', () => {
    for (const { reasons } of findGaps(
      buildNetwork({ ...records, ties: records.ties.slice(1) }),
      duowenTemplate,
      duowenPolicy,
      on,
    )) {
      for (const reason of reasons) {
        for (const lang of ['zh', 'en'] as const) expect(say(networkTexts, reason, lang)).not.toMatch(/\{\w+\}/);
      }
    }
  });
});
