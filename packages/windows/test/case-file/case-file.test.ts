import type { Instant } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { caseFile, openCaseFile } from '../../src/case-file/case-file.ts';
import { type CaseFileDefinition, parseCaseFileDefinition } from '../../src/case-file/case-file-definition.ts';
import { CaseFileEvent } from '../../src/case-file/case-file-facts.ts';
import { caseFileTexts } from '../../src/case-file/case-file-texts.ts';
import { duowenCaseFile } from '../../src/case-file/duowen-case-file.ts';
import { drive, type Step } from '../../src/process/drive.ts';
import { at, by, type CaseFile, grannyChen, person, start } from './paths.ts';
import { tick } from './story.ts';

type Said = Parameters<typeof by>[2];
const said = (file: CaseFile, event: Said, when: Instant = file.at ?? start) => drive(caseFile, file, by(file, when, event));
const after = (events: readonly Said[], file: CaseFile = grannyChen): CaseFile =>
  events.reduce((now, event) => {
    const step = said(now, event);
    expect(step.isTaken, event.type).toBe(true);
    return step.snapshot;
  }, file);
const codes = ({ reasons }: Step<never>) => reasons.map(({ code }) => code);
const whyNot = (file: CaseFile, event: Said) => {
  const step = said(file, event);
  expect(step.isTaken).toBe(false);
  expect(step.snapshot.facts).toEqual(file.facts);
  return codes(step as never)[0];
};

const opened: readonly Said[] = [{ type: 'referred' }, { type: 'opened', workerId: person('li') }];
const toPlan: readonly Said[] = [...opened, { type: 'accepted', noteId: 'n1' }, { type: 'assessed', noteId: 'n2' }];
const toEvaluation: readonly Said[] = [...toPlan, { type: 'planned', noteId: 'n3' }, { type: 'intervened', noteId: 'n4' }];
const toClosing: readonly Said[] = [...toEvaluation, { type: 'evaluated', noteId: 'n5', result: 'met' }];
const closed: readonly Said[] = [...toClosing, { type: 'closed', noteId: 'n6' }];

describe('case file', () => {
  it('D-38: goes through the six steps and keeps the id of the note that ended each', () => {
    const file = after(closed);
    expect(file.state).toBe('closed');
    expect(file.facts.notes).toEqual([
      { step: 'intake', noteId: 'n1' },
      { step: 'assessment', noteId: 'n2' },
      { step: 'plan', noteId: 'n3' },
      { step: 'intervention', noteId: 'n4' },
      { step: 'evaluation', noteId: 'n5' },
      { step: 'closing', noteId: 'n6' },
    ]);
  });

  it('D-38: skipping a step is refused with its own words, and closing needs an evaluation', () => {
    const inIntake = after(opened);
    expect(whyNot(inIntake, { type: 'planned', noteId: 'n' })).toBe('case-file/needs-assessment');
    expect(whyNot(inIntake, { type: 'intervened', noteId: 'n' })).toBe('case-file/needs-plan');
    expect(whyNot(after(toPlan), { type: 'evaluated', noteId: 'n', result: 'met' })).toBe('case-file/needs-intervention');
    for (const events of [opened, toPlan, toEvaluation])
      expect(whyNot(after(events), { type: 'closed', noteId: 'n' })).toBe('case-file/needs-evaluation');
    expect(caseFileTexts['case-file/needs-evaluation']).toEqual({ zh: '结案之前要先评估。', en: 'Closing needs an evaluation.' });
    expect(whyNot(after(toPlan), { type: 'assessed', noteId: 'n' })).toBe('case-file/step-done');
    expect(whyNot(after([{ type: 'referred' }]), { type: 'accepted', noteId: 'n' })).toBe('case-file/needs-opening');
  });

  it('D-38: going back has a reason, takes the evaluation away, and closing asks for a new one', () => {
    const back = after([...toClosing, { type: 'went-back', to: 'assessment', why: 'fell-ill' }]);
    expect([back.state, back.facts.result, back.facts.why]).toEqual(['assessment', null, 'fell-ill']);
    expect(whyNot(back, { type: 'closed', noteId: 'n' })).toBe('case-file/needs-evaluation');
    expect(whyNot(after(toPlan), { type: 'went-back', to: 'evaluation', why: 'fell-ill' })).toBe('case-file/not-a-step-back');
  });

  it('D-38: a closed file is reopened into the assessment within its 90 days, and archived at their end', () => {
    // Closed on 30 March; 90 days later is 28 June, 09:00.
    const file = after(closed);
    expect(file.facts.reopenUntil).toBe(at('2020-06-28 09:00'));
    const inTime = said(file, { type: 'reopened', why: 'fell-ill' }, at('2020-06-28 08:59'));
    expect([inTime.isTaken, inTime.snapshot.state, inTime.snapshot.facts.result]).toEqual([true, 'assessment', null]);
    const tooLate = said(file, { type: 'reopened', why: 'fell-ill' }, at('2020-06-28 09:00'));
    expect([tooLate.isTaken, tooLate.snapshot.state]).toEqual([false, 'archived']);
    expect(tooLate.passed.map(({ reason }) => reason.code)).toEqual(['case-file/archived']);
    expect(codes(tooLate as never)).toEqual(['process/ended']);
  });

  it('D-38: a review that is missed is told by absolute dates, and the third also to the supervisor', () => {
    // Intake from 30 March: review on 6 April 09:00, reminders every 3 days: 9, 12 April.
    const file = after(opened);
    expect(file.facts.reviewAt).toBe(at('2020-04-06'));
    const woken = drive(caseFile, file, tick(at('2020-04-12 20:00')));
    expect(woken.effects.map(({ type, at, late }) => [type, at, late])).toEqual([
      ['review-overdue', at('2020-04-06'), true],
      ['review-overdue', at('2020-04-09'), true],
      ['supervisor-told', at('2020-04-12'), true],
    ]);
    expect(woken.effects[2]).toMatchObject({ workerId: 'li', step: 'intake', missedReviews: 3, role: 'community-lead' });
    expect(woken.snapshot.state).toBe('intake');
    const reviewed = said(woken.snapshot, { type: 'reviewed', noteId: 'r1' });
    expect([reviewed.snapshot.facts.missedReviews, reviewed.snapshot.facts.reviewAt]).toEqual([0, at('2020-04-19')]);
  });

  it('D-08: a referral that nobody opens is told too', () => {
    const woken = drive(caseFile, after([{ type: 'referred' }]), tick(at('2020-04-02')));
    expect(woken.effects).toMatchObject([
      { type: 'review-overdue', step: 'referral', workerId: null, missedReviews: 1, late: false },
    ]);
  });

  it('D-38: ends by the elder’s refusal, by transfer and by death say so, once, with a reason', () => {
    const file = after(toPlan);
    const ends = [
      said(file, { type: 'service-refused', why: 'own-wish' }),
      said(file, { type: 'transferred', why: 'needs-nursing', toOrganisation: 'hospital' }),
      said(file, { type: 'died' }),
    ];
    expect(ends.map(({ snapshot, effects }) => [snapshot.state, snapshot.facts.why, effects.length])).toEqual([
      ['refused', 'own-wish', 1],
      ['transferred', 'needs-nursing', 1],
      ['deceased', null, 1],
    ]);
    expect(ends.map(({ effects }) => effects[0])).toMatchObject([
      { type: 'file-ended', how: 'refused', residentId: 'chen', toOrganisation: null },
      { type: 'file-ended', how: 'transferred', toOrganisation: 'hospital' },
      { type: 'file-ended', how: 'deceased' },
    ]);
    expect(ends.map(({ snapshot }) => caseFile.due(snapshot.state, snapshot.facts))).toEqual([null, null, null]);
  });

  it('D-38: handed over to another worker the case goes on, with the ids of its notes; to the same one it is refused', () => {
    const step = said(after(toPlan), { type: 'handed-over', toWorkerId: person('wang'), why: 'on-leave' });
    expect([step.snapshot.state, step.snapshot.facts.workerId]).toEqual(['plan', 'wang']);
    expect(step.effects).toMatchObject([{ type: 'notes-handed-over', toWorkerId: 'wang', noteIds: ['n1', 'n2'] }]);
    expect(whyNot(step.snapshot, { type: 'handed-over', toWorkerId: person('wang'), why: 'on-leave' })).toBe(
      'case-file/same-worker',
    );
  });

  it('D-39: neither a note nor a reason can be prose, in Chinese or in English', () => {
    const event = by(grannyChen, start, { type: 'accepted', noteId: 'n1' });
    expect(CaseFileEvent.safeParse(event).success).toBe(true);
    for (const noteId of ['she drinks', '老人有抑郁症', '', 'x'.repeat(65)])
      expect(CaseFileEvent.safeParse({ ...event, noteId }).success, noteId).toBe(false);
    const refusal = { ...by(grannyChen, start, { type: 'service-refused', why: 'own-wish' }) };
    for (const why of ['drinks a lot', '不愿意', 'Own wish'])
      expect(CaseFileEvent.safeParse({ ...refusal, why }).success, why).toBe(false);
    expect(CaseFileEvent.safeParse({ ...event, note: 'drinks' }).success).toBe(false);
  });
});

describe('case file definition', () => {
  it('D-24: a running file keeps its edition while the definition changes, and two editions run side by side', () => {
    const second: CaseFileDefinition = {
      ...duowenCaseFile,
      edition: 2,
      reviewDays: { ...duowenCaseFile.reviewDays, intake: 2, assessment: 5 },
      repeatDays: 1,
    };
    const old = after(opened);
    const young = after(opened, openCaseFile(second, 'file-2', person('zhao')));
    expect([old, young].map(({ facts }) => facts.definition.edition)).toEqual([1, 2]);
    // Intake: 7 days under the first edition, 2 under the second.
    expect([old, young].map(({ facts }) => facts.reviewAt)).toEqual([at('2020-04-06'), at('2020-04-01')]);

    // Asleep while the second edition comes into force, the old file wakes up under the first: 7 days, then every 3.
    const woken = caseFile.Snapshot.parse(JSON.parse(JSON.stringify(old)));
    expect(drive(caseFile, woken, tick(at('2020-04-09'))).effects.map((effect) => effect.at)).toEqual([
      at('2020-04-06'),
      at('2020-04-09'),
    ]);
    expect(drive(caseFile, young, tick(at('2020-04-03'))).effects.map((effect) => effect.at)).toEqual([
      at('2020-04-01'),
      at('2020-04-02'),
      at('2020-04-03'),
    ]);
    const next = [woken, young].map((file) => said(file, { type: 'accepted', noteId: 'n1' }).snapshot.facts);
    expect(next.map(({ definition }) => definition.edition)).toEqual([1, 2]);
    expect(next.map(({ reviewAt }) => reviewAt)).toEqual([at('2020-04-13'), at('2020-04-04')]);
  });

  it('names every flaw with its path', () => {
    expect(parseCaseFileDefinition(duowenCaseFile).ok).toBe(true);
    const flawed = { ...duowenCaseFile, zone: 'Wuhan', supervision: { role: 'lead', fromMissed: 1 }, extra: true };
    const answer = parseCaseFileDefinition(flawed);
    expect(answer.ok).toBe(false);
    expect(answer.reasons.map(({ code, data }) => [code, data?.['path']])).toEqual([
      ['case-file/malformed', 'zone'],
      ['case-file/malformed', 'supervision.fromMissed'],
      ['case-file/malformed', ''],
    ]);
  });
});
