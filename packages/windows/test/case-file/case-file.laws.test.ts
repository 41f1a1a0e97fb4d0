import type { Instant } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFile } from '../../src/case-file/case-file.ts';
import { CaseStep } from '../../src/case-file/case-file-definition.ts';
import type { CaseFileTypes } from '../../src/case-file/case-file-facts.ts';
import { defineProcess, type Process } from '../../src/process/define-process.ts';
import { drive } from '../../src/process/drive.ts';
import { by, type CaseFile, grannyChen, likely, person, start } from './paths.ts';
import { hour, type Told, tale, tell, tick } from './story.ts';

const runs = { seed: 20200330, numRuns: 100 };
type Case = Process<CaseFileTypes>;
type Saga = readonly Told<CaseFileTypes>[];

/** The six steps in order, counted from the events alone. A step back leads behind everything from there on. */
const order = ['accepted', 'assessed', 'planned', 'intervened', 'evaluated', 'closed'];
function closedTooSoon(saga: Saga): readonly string[] {
  let done = 0;
  return saga.flatMap(({ event, step }) => {
    if (!step.isTaken) return [];
    if (event.type === 'went-back') done = Math.min(done, CaseStep.options.indexOf(event.to));
    if (event.type === 'reopened') done = 1;
    const index = order.indexOf(event.type);
    if (index < 0) return [];
    const isNext = index === done;
    if (isNext) done += 1;
    return isNext ? [] : [`${event.type} with only ${done} steps done`];
  });
}

const open: readonly string[] = ['referred', ...CaseStep.options];
const forgotten = (saga: Saga): readonly string[] =>
  saga.flatMap(({ step: { snapshot } }) =>
    open.includes(snapshot.state) && snapshot.facts.reviewAt === null ? [`nobody looks at it in ${snapshot.state}`] : [],
  );
const ends = ['closed', 'refused', 'transferred', 'deceased'];
const endedInSilence = (process: Case, saga: Saga): readonly string[] =>
  saga.flatMap(({ before, event, step: { snapshot, effects } }) => {
    const isEnd = before.state !== snapshot.state && ends.includes(snapshot.state);
    const told = effects.filter(({ type }) => type === 'file-ended').length;
    const needsWhy = snapshot.state === 'refused' || snapshot.state === 'transferred';
    return [
      ...(told === (isEnd ? 1 : 0) ? [] : [`${event.type} told ${told} ends`]),
      ...(needsWhy && snapshot.facts.why === null ? [`${snapshot.state} without a reason`] : []),
      ...(ends.includes(before.state) || !ends.includes(drive(process, before, tick(event.at)).snapshot.state)
        ? []
        : ['ended by itself']),
    ];
  });

const flawsOf = (process: Case, moves: Parameters<typeof tell>[4]): readonly string[] => {
  const { told, flaws } = tell(process, grannyChen, start, likely, moves);
  return [...flaws, ...closedTooSoon(told), ...forgotten(told), ...endedInSilence(process, told)];
};
/** A tale under which the process breaks a law, as fast-check finds it; undefined where it finds none. */
const firstFlaw = (process: Case): string | undefined => {
  const found = fc.check(
    fc.property(tale, (moves) => flawsOf(process, moves).length === 0),
    { seed: 20200330, numRuns: 300, endOnFailure: true },
  );
  return found.counterexample === null ? undefined : flawsOf(process, found.counterexample[0])[0];
};

const opened = [
  by(grannyChen, start, { type: 'referred' }),
  { ...by(grannyChen, start, { type: 'opened', workerId: person('li') }), id: 'opened' },
].reduce((file: CaseFile, event) => drive(caseFile, file, event).snapshot, grannyChen);
/** Reviews missed by `until`, told in one go or by a host that looks in every now and then. */
const missed = (process: Case, looks: readonly number[], until: number): readonly (readonly [string, Instant])[] => {
  let file = opened;
  return [...looks.filter((at) => at < until).sort((a, b) => a - b), until].flatMap((at) => {
    const step = drive(process, file, tick(at));
    file = step.snapshot;
    return step.effects.map(({ type, at }) => [type, at] as const);
  });
};

describe('laws of the case file', () => {
  it('D-38 W-12 W-11: in any story no step is skipped, no open file is forgotten, no end is silent, nothing counts twice', () => {
    fc.assert(
      fc.property(tale, (moves) => {
        expect(flawsOf(caseFile, moves)).toEqual([]);
      }),
      runs,
    );
  });

  it('D-38 W-07: each missed review is told once, at its own date, however long nobody looked', () => {
    const time = fc.integer({ min: start, max: start + 90 * 24 * hour });
    fc.assert(
      fc.property(fc.array(time, { maxLength: 8 }), time, (looks, until) => {
        expect(missed(caseFile, looks, until)).toEqual(missed(caseFile, [], until));
      }),
      { ...runs, numRuns: 100 },
    );
    // From 30 March to 29 April 09:00: the review of 6 April and reminders every 3 days, 9 to 27 April: 1 + 7.
    expect(missed(caseFile, [], start + 30 * 24 * hour)).toHaveLength(8);
  });
});

describe('planted bugs', () => {
  const { states } = caseFile;
  const withState = (change: Partial<Case['states']>): Case => defineProcess({ ...caseFile, states: { ...states, ...change } });

  it('closing from the intervention is caught', () => {
    const bug = withState({ intervention: { ...states.intervention, closed: states.closing.closed! } });
    expect(firstFlaw(bug)).toBe('closed with only 3 steps done');
  });

  it('an intake that jumps over the assessment is caught', () => {
    const bug = withState({ intake: { ...states.intake, planned: states.plan.planned! } });
    expect(firstFlaw(bug)).toMatch(/^planned with only 0 steps done$/);
  });

  it('a hand-over that forgets the review is caught', () => {
    const [same, other] = states.assessment['handed-over']!;
    const bug = withState({
      assessment: {
        ...states.assessment,
        'handed-over': [same!, { ...other!, set: () => ({ reviewAt: null, workerId: person('wang') }) }],
      },
    });
    expect(firstFlaw(bug)).toBe('nobody looks at it in assessment');
  });

  it('a death that tells nobody is caught', () => {
    const bug = withState({ plan: { ...states.plan, died: [{ to: 'deceased', because: 'case-file/deceased' }] } });
    expect(firstFlaw(bug)).toBe('died told 0 ends');
  });

  it('a file that ends because nobody looks is caught', () => {
    const due = states.evaluation.due!.map((way) => ({ ...way, to: 'closed' as const }));
    expect(firstFlaw(withState({ evaluation: { ...states.evaluation, due } }))).toBeDefined();
  });

  it('reminders counted from when somebody looked are caught', () => {
    const late = states.intake.due!.map((way) => ({
      ...way,
      set: (facts: CaseFile['facts'], { now }: { readonly now: Instant }) => ({
        reviewAt: (now + 72 * hour) as Instant,
        missedReviews: facts.missedReviews + 1,
      }),
    }));
    const bug = withState({ intake: { ...states.intake, due: late } });
    const until = start + 30 * 24 * hour;
    expect(missed(bug, [], until)).not.toEqual(missed(bug, [start + 10 * 24 * hour], until));
  });
});
