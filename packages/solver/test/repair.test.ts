import { say } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { diff } from '../src/diff.ts';
import { frameOf } from '../src/frame.ts';
import type { Plan, PlannedVisit } from '../src/plan.ts';
import type { Problem, ProblemInput } from '../src/problem.ts';
import { recommend } from '../src/recommend.ts';
import { type Change, changeKinds } from '../src/repair/change.ts';
import { repair } from '../src/repair.ts';
import { perRound } from '../src/rules/rule.ts';
import { planOf, total } from '../src/score.ts';
import { solverTexts } from '../src/texts.ts';
import { fallenIll } from './filled.ts';
import { line, problem, richProblems } from './problems.ts';

const wide = [{ from: 0, until: 60 }];
const visit = { id: 'v', windows: wide, duration: 10, place: 'p0' };
const li = { id: 'li', shifts: wide };

type VisitInput = ProblemInput['visits'][number];

function changesFor(input: Partial<ProblemInput>, held: readonly PlannedVisit[] = []): Change[] {
  const parsed = problem({ helpers: [li], visits: [visit], travel: line(3), ...input });
  const answer = repair(parsed, planOf(frameOf(parsed), held), 'v', { most: 1 });
  return answer.ok ? answer.value.map(({ change }) => change) : [];
}

const busy: VisitInput = { ...visit, id: 'busy', duration: 55 };
const held = (from: number): PlannedVisit => ({ visitId: 'busy', helperId: 'li', from, until: from + 55 });

describe('repair', () => {
  it.each<[string, Change[], Partial<ProblemInput>, PlannedVisit[]?]>([
    [
      // home is p1: back at 61
      'a shift one longer, or a window that begins one earlier',
      [
        { kind: 'widen-window', visitId: 'v', window: 0, from: 49, until: 62 },
        { kind: 'lengthen-shift', helperId: 'li', shift: 0, from: 0, until: 62 },
      ],
      {
        helpers: [{ ...li, to: 'p1' }],
        visits: [{ ...visit, place: 'p2', windows: [{ from: 51, until: 62 }] }],
      },
    ],
    ['one visit more', [{ kind: 'raise-max-visits', helperId: 'li', to: 1 }], { helpers: [{ ...li, maxVisits: 0 }] }],
    ['two more work', [{ kind: 'raise-max-work', helperId: 'li', to: 10 }], { helpers: [{ ...li, maxWork: 8 }] }],
    [
      'a load of one more',
      [{ kind: 'raise-capacity', helperId: 'li', load: 1, to: 3 }],
      { helpers: [{ ...li, capacity: [9, 2] }], visits: [{ ...visit, loads: [1, 3] }] },
    ],
    [
      'a skill',
      [{ kind: 'give-skill', helperId: 'li', skill: 'nurse' }],
      { helpers: [{ ...li, skills: ['meal'] }], visits: [{ ...visit, skills: ['meal', 'nurse'] }] },
    ],
    [
      'a break less, or one of the two ends moved past it',
      [
        { kind: 'widen-window', visitId: 'v', window: 0, from: 10, until: 30 },
        { kind: 'drop-break', helperId: 'li', break: 0 },
      ],
      {
        helpers: [{ ...li, shifts: [{ from: 0, until: 40 }], breaks: [{ from: 12, until: 20 }] }],
        visits: [{ ...visit, windows: [{ from: 10, until: 25 }] }],
      },
    ],
    [
      'the pin given up',
      [{ kind: 'unpin-visit', visitId: 'v' }],
      { visits: [{ ...visit, pinned: { helperId: 'ill', from: 0 } }] },
    ],
    [
      'another visit somewhat later',
      [
        { kind: 'move-visit', visitId: 'busy', helperId: 'li', from: 10 },
        { kind: 'widen-window', visitId: 'v', window: 0, from: 0, until: 65 },
      ],
      { helpers: [{ ...li, shifts: [{ from: 0, until: 70 }] }], visits: [visit, { ...busy, windows: [{ from: 0, until: 70 }] }] },
      [held(0)],
    ],
    ['nothing, where the only one was refused', [], { visits: [{ ...visit, refused: ['li'] }] }],
    [
      'nothing, where two things are wrong',
      [],
      { helpers: [{ ...li, maxVisits: 0 }], visits: [{ ...visit, skills: ['nurse'] }] },
    ],
  ])('offers %s', (_, changes, input, plan = []) => {
    expect(changesFor(input, plan)).toEqual(changes);
  });

  it('says it in words, and says where nothing is needed or helps', () => {
    const parsed = problem({
      helpers: [{ ...li, maxWork: 8 }],
      visits: [visit, { ...visit, id: 'w', refused: ['li'] }],
      travel: line(1),
    });
    const empty = planOf(frameOf(parsed), []);
    const answer = repair(parsed, empty, 'v');
    expect(answer.ok && say(solverTexts, answer.value[0]!.reason, 'en')).toBe('Let li work 2 more: at most 10');
    expect(answer.ok && say(solverTexts, answer.value[0]!.reason, 'zh')).toBe('li 多工作 2：至多 10');
    expect(repair(parsed, empty, 'w')).toEqual({ ok: false, reasons: [{ code: 'repair/none', data: { visitId: 'w' } }] });
    const free = problem({ helpers: [li], visits: [visit], travel: line(1) });
    expect(repair(free, planOf(frameOf(free), []), 'v')).toEqual({
      ok: true,
      value: [],
      reasons: [{ code: 'repair/not-needed', data: { visitId: 'v' } }],
    });
    expect(() => repair(free, planOf(frameOf(free), []), 'x')).toThrow(expect.objectContaining({ code: 'visit/unknown' }));
  });

  it('puts a pair in as one, and may change either of the two', () => {
    const wu = { id: 'wu', shifts: [{ from: 0, until: 8 }] };
    const changes = changesFor({
      helpers: [li, wu],
      visits: [visit, { ...visit, id: 'w' }],
      links: [{ first: 'v', second: 'w', minLag: 0, maxLag: 0, helper: 'other' }],
    });
    // Whichever of the two wu does, 10 does not go into 8.
    expect(changes).toEqual([{ kind: 'lengthen-shift', helperId: 'wu', shift: 0, from: 0, until: 10 }]);
  });

  it("keeps the caller's own rules", () => {
    const noMornings = perRound({
      id: 'no-mornings',
      level: 'hard',
      words: { zh: '早上不去', en: 'no mornings' },
      amount: ({ stops }) => stops.filter(({ from }) => from < 30).length,
      why: ({ helper }) => [{ code: 'own/morning', data: { helperId: helper.id } }],
    });
    const parsed = problem({ helpers: [{ ...li, shifts: [{ from: 0, until: 35 }] }], visits: [visit], travel: line(1) });
    const answer = repair(parsed, planOf(frameOf(parsed), [], [noMornings]), 'v', { rules: [noMornings] });
    // Without the rule nothing is needed; with it, no change of one limit that is tried starts late enough.
    expect(answer.ok).toBe(false);
  });

  it('law: each change is one change, and with it the visit is served and the checker finds nothing new', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(richProblems({ helpers: 4, visits: 7, pins: true }), fc.nat(999), (input, seed) => {
        const [parsed, plan] = fallenIll(problem(input), seed);
        const before = total(check(parsed, plan).score.hard);
        for (const visitId of plan.unassigned) {
          const answer = repair(parsed, plan, visitId);
          if (!answer.ok) continue;
          for (const { change, amount, problem: next, plan: after } of answer.value) {
            seen.add(change.kind);
            expect(after.visits.map((one) => one.visitId)).toContain(visitId);
            const found = check(next, after);
            expect(found.score).toEqual(after.score);
            expect(total(found.score.hard)).toBeLessThanOrEqual(before);
            const { moved, dropped } = diff(plan, after);
            expect(dropped).toEqual([]);
            expect(moved.map((one) => one.after.visitId)).toEqual(change.kind === 'move-visit' ? [change.visitId] : []);
            expect(differences(parsed, next)).toBe(change.kind === 'move-visit' ? 0 : 1);
            if (change.kind === 'widen-window' || change.kind.startsWith('raise') || change.kind === 'lengthen-shift')
              expect(amount).toBeGreaterThan(0);
          }
        }
      }),
      { seed: 81, numRuns: 200 },
    );
    expect([...seen].sort()).toEqual([...changeKinds].sort());
  });

  it('law: what is said to be the smallest is: one less, and the visit is not served by it', () => {
    let shrunk = 0;
    fc.assert(
      fc.property(richProblems({ helpers: 4, visits: 7, pins: false }), fc.nat(999), (input, seed) => {
        const parsed = problem({ ...input, links: [] });
        const [, plan] = fallenIll(parsed, 3 * seed);
        for (const visitId of plan.unassigned) {
          const answer = repair(parsed, plan, visitId, { most: 1 });
          for (const { change } of answer.ok ? answer.value : []) {
            const less = oneLess(parsed, change);
            if (less === undefined) continue;
            shrunk++;
            for (const next of less) expect(recommend(next, openOf(next, plan), visitId, 1).ok).toBe(false);
          }
        }
      }),
      { seed: 82, numRuns: 150 },
    );
    expect(shrunk).toBeGreaterThan(50);
  });
});

const openOf = (next: Problem, plan: Plan): Plan => planOf(frameOf(next), plan.visits);

/** In how many helpers and visits two problems differ. */
const differences = (a: Problem, b: Problem): number =>
  a.helpers.filter((helper, index) => JSON.stringify(helper) !== JSON.stringify(b.helpers[index])).length +
  a.visits.filter((one, index) => JSON.stringify(one) !== JSON.stringify(b.visits[index])).length;

/** The problem with the change made one smaller, at each end it moved; undefined where it has no size. */
function oneLess({ helpers, visits, ...rest }: Problem, change: Change): Problem[] | undefined {
  const helper = 'helperId' in change ? helpers.find(({ id }) => id === change.helperId)! : undefined;
  const with_ = (next: Partial<Problem['helpers'][number]>): Problem =>
    ({ ...rest, visits, helpers: helpers.map((one) => (one === helper ? { ...one, ...next } : one)) }) as Problem;
  switch (change.kind) {
    case 'raise-max-work':
      return [with_({ maxWork: change.to - 1 })];
    case 'raise-max-visits':
      return [with_({ maxVisits: change.to - 1 })];
    case 'raise-capacity':
      return [with_({ capacity: helper!.capacity.with(change.load, change.to - 1) })];
    case 'lengthen-shift': {
      const { from, until } = helper!.shifts[change.shift]!;
      const ends = [
        ...(change.from < from ? [{ from: change.from + 1, until: change.until }] : []),
        ...(change.until > until ? [{ from: change.from, until: change.until - 1 }] : []),
      ];
      return ends.map((span) => with_({ shifts: helper!.shifts.with(change.shift, span) }));
    }
    default:
      return undefined;
  }
}
