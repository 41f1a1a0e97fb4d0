import { say } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { duowenDuties } from '../../src/duty/duowen-duties.ts';
import { type DutyDefinition, parseDutySet } from '../../src/duty/duty-definition.ts';
import { dutyTexts } from '../../src/duty/duty-texts.ts';
import { incompleteDuties } from '../../src/duty/incomplete-duties.ts';

const [knock] = duowenDuties.duties;
const whole: DutyDefinition = {
  ...knock!,
  skills: [],
  courses: ['elder-visiting'],
  window: { from: '08:00', until: '20:00' } as DutyDefinition['window'] & object,
  evidence: ['sign-in'],
  escalation: { toRole: 'youth-volunteer', afterMinutes: 30 },
};
const codes = (duties: readonly DutyDefinition[], roles?: readonly string[]) =>
  incompleteDuties(duties, roles).map(({ duty, reasons }) => [duty.id, ...reasons.map(({ code }) => code.split('/')[1])]);

describe('duties', () => {
  it('D-23: a whole duty is not listed, and an empty list counts as an answer', () => {
    expect(incompleteDuties([whole])).toEqual([]);
    expect(incompleteDuties([{ ...whole, courses: [], evidence: [] }])).toEqual([]);
  });

  it('D-23: lists everything nobody has said, duty by duty and with its place', () => {
    const bare: DutyDefinition = { ...whole, id: 'bare', purpose: null, ownerRole: null, window: null, escalation: null };
    expect(incompleteDuties([whole, bare])).toEqual([
      {
        duty: bare,
        reasons: [
          { code: 'duty-definition/purpose-missing', data: { path: '1.purpose', duty: 'bare' } },
          { code: 'duty-definition/owner-missing', data: { path: '1.ownerRole', duty: 'bare' } },
          { code: 'duty-definition/window-missing', data: { path: '1.window', duty: 'bare' } },
          { code: 'duty-definition/escalation-missing', data: { path: '1.escalation', duty: 'bare' } },
        ],
      },
    ]);
    const [first] = incompleteDuties([bare]);
    expect(say(dutyTexts, first!.reasons[1]!, 'en')).toBe('0.ownerRole: no role answers for duty "bare".');
  });

  it('D-19: a role that is not in the catalogue is named, as owner and as whom to tell', () => {
    const [first] = incompleteDuties([whole], ['volunteer']);
    expect(first!.reasons.map(({ code, data }) => [code, data?.['path'], data?.['role']])).toEqual([
      ['duty-definition/role-unknown', '0.ownerRole', 'neighbour'],
      ['duty-definition/role-unknown', '0.escalation.toRole', 'youth-volunteer'],
    ]);
    expect(incompleteDuties([whole], ['neighbour', 'youth-volunteer'])).toEqual([]);
  });

  it('D-01 D-23: the seven duties of the practice, and honestly what it does not tell of them', () => {
    const untold = ['skills-missing', 'courses-missing', 'window-missing', 'evidence-missing', 'escalation-missing'];
    expect(codes(duowenDuties.duties)).toEqual([
      ['neighbour-knock', ...untold],
      ['youth-knock', ...untold],
      // Whoever passes by: no one role answers for it.
      ['daily-goods', 'owner-missing', ...untold],
      ['health-pair', ...untold],
      ['property-guard', ...untold],
      ['committee-guard', ...untold],
      ['social-worker-guard', ...untold],
    ]);
  });

  it('D-23 planted bug: a list that skips one field is caught by taking each field away', () => {
    const fields = ['purpose', 'ownerRole', 'skills', 'courses', 'window', 'evidence', 'escalation'] as const;
    const unnoticed = (list: typeof incompleteDuties) =>
      fields.filter((field) => list([{ ...whole, [field]: null }])[0]?.reasons[0].data?.['path'] !== `0.${field}`);
    expect(unnoticed(incompleteDuties)).toEqual([]);
    const careless: typeof incompleteDuties = (duties) =>
      incompleteDuties(duties).filter(({ reasons }) => reasons[0].code !== 'duty-definition/evidence-missing');
    expect(unnoticed(careless)).toEqual(['evidence']);
  });

  it('names every flaw of a set with its path', () => {
    expect(parseDutySet(JSON.parse(JSON.stringify(duowenDuties))).ok).toBe(true);
    const empty = { ...whole, window: { from: '20:00', until: '20:00:00' } };
    expect(parseDutySet({ ...duowenDuties, duties: [whole, empty] }).reasons).toEqual([
      { code: 'duty-definition/id-twice', data: { path: 'duties.1.id', duty: 'neighbour-knock' } },
      { code: 'duty-definition/window-empty', data: { path: 'duties.1.window.until' } },
    ]);
    const { purpose: _, ...silent } = whole;
    expect(parseDutySet({ ...duowenDuties, duties: [silent] }).reasons.map(({ code, data }) => [code, data?.['path']])).toEqual([
      ['duty-definition/malformed', 'duties.0.purpose'],
    ]);
  });
});
