import { readFileSync } from 'node:fs';
import type { Intake } from '@linli/model';
import { beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook, type WorkbookReading } from '../src/index.ts';
import { duowenVocabulary } from './fixtures/duowen-vocabulary.ts';

const bytes = readFileSync(new URL('./fixtures/duowen-2026-11-23.xlsx', import.meta.url));
let reading: WorkbookReading;
let intake: Intake;

beforeAll(async () => {
  const decision = await readWorkbook(bytes, { vocabulary: duowenVocabulary });
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
  reading = decision.value;
  intake = reading.intake;
});

const resident = (row: number) => intake.residents.find(({ at }) => at.row === row)!;

describe('counts', () => {
  test('152 roster rows: 151 drafts and 1 refused', () => {
    expect(intake.residents).toHaveLength(151);
    expect(intake.refused).toEqual([
      { at: { sheet: '独居长者花名册', row: 155 }, column: '身份证号', reason: { code: 'identity/rounded' } },
    ]);
    expect(reading.declared).toEqual({ residents: 150 });
  });

  test('214 helpers, 584 ties, 1800 services, 6 resources', () => {
    expect(intake.helpers).toHaveLength(214);
    expect(intake.ties).toHaveLength(584);
    expect(intake.services).toHaveLength(1800);
    expect(intake.resources).toHaveLength(6);
  });

  test('140 calls: 127 reached + 12 not reached + 1 refused', () => {
    const count = (outcome: string): number => intake.calls.filter((call) => call.outcome === outcome).length;
    expect([count('reached'), count('no-answer'), count('refused')]).toEqual([127, 12, 1]);
    expect(intake.calls.filter(({ order }) => order.length > 0)).toHaveLength(53);
    expect(intake.calls.filter(({ request }) => request !== null)).toHaveLength(19);
    expect(intake.calls.filter(({ emergency }) => emergency)).toHaveLength(1);
    expect(intake.calls.filter(({ time }) => time >= '16:00')).toHaveLength(3);
    expect(intake.calls.every(({ request }) => request === null || request.category !== null)).toBe(true);
  });

  test('the whole file raises three warnings and no more', () => {
    expect(intake.warnings).toEqual([
      { at: { sheet: '志愿者与工作人员', row: 2 }, column: '党员', reason: { code: 'column/not-stored' } },
      { at: { sheet: '独居长者花名册', row: 8 }, column: '性别', reason: { code: 'identity/sex-differs' } },
      {
        at: { sheet: '独居长者花名册', row: 66 },
        column: '居住情况',
        reason: { code: 'living/unread', data: { words: '配偶住院' } },
      },
    ]);
  });
});

describe('what the cells say', () => {
  test('the days of the file: roster 2026-11-20, phone round 2026-11-23', () => {
    expect(reading.rosterDate).toBe('2026-11-20');
    expect(reading.registerDate).toBe('2026-11-23');
    expect(new Set(intake.calls.map(({ date }) => date))).toEqual(new Set(['2026-11-23']));
  });

  test('services say 10月1日: the latest year not after the round is 2026', () => {
    expect(intake.services[0]).toMatchObject({ date: '2026-10-01', from: '08:04', until: '08:34', category: 'rely.visit' });
    expect(intake.services.every(({ date }) => date.startsWith('2026-10-'))).toBe(true);
    expect(intake.services.filter(({ beneficiary }) => beneficiary === null)).toHaveLength(359);
    expect(intake.services.filter(({ evidence }) => evidence.length === 0)).toHaveLength(280);
  });

  test('a grid merged over many rows holds for each of them', () => {
    const perGrid = [1, 2, 3, 4, 5, 6, 7, 8].map((grid) => intake.residents.filter((draft) => draft.grid === grid).length);
    // Rows 4-27, 28-45, 46-61, 62-88, 89-103, 104-116, 117-137, 138-153; row 154 is grid 2 again, row 155 was refused.
    expect(perGrid).toEqual([24, 18 + 1, 16, 27, 15, 13, 21, 16]);
  });

  test('rows 34 and 154 are one elder written twice: both come through', () => {
    expect(resident(34)).toMatchObject({ name: '毛英秀' });
    expect(resident(34).identityNumber).toBe(resident(154).identityNumber);
  });

  test('births: day as written, month sharpened by the identity number', () => {
    // Full-width １９４６.１.１８.
    expect(resident(5).birth).toEqual({ from: '1946-01-18', until: '1946-01-19', precision: 'day' });
    // 1944.3 and 19440304 agree.
    expect(resident(6).birth).toEqual({ from: '1944-03-04', until: '1944-03-05', precision: 'day' });
    // An Excel date cell.
    expect(resident(9).birth).toEqual({ from: '1942-01-25', until: '1942-01-26', precision: 'day' });
    expect(intake.residents.every(({ birth }) => birth !== null)).toBe(true);
    // Helpers have no identity number: 1959.2 stays a month.
    expect(intake.helpers[1]!.birth).toEqual({ from: '1959-02-01', until: '1959-03-01', precision: 'month' });
  });

  test('a full-width phone, a landline, a name lined up with blanks, a contact', () => {
    expect(resident(4)).toMatchObject({
      phone: '19900000006',
      address: { building: '4', unit: '3', door: '603' },
      hasLift: true,
      emergencyContact: { name: '史佳梓', relation: '女儿', phone: '19900000365' },
      selfCare: 'mild',
    });
    expect(resident(9).phone).toBe('027-80000033');
    expect(resident(19).name).toBe('郑美秀');
    expect(resident(8).address).toEqual({ building: '4', unit: '1', door: '1502' });
  });

  test('living, hardship, health, approach', () => {
    expect(resident(66).living).toEqual([
      { kind: 'couple', from: null },
      { kind: 'alone', from: '2026-11-02' },
    ]);
    expect(resident(5).hardship).toEqual(['minimum-income', 'disability-2']);
    expect(resident(10).health).toEqual(['高血压', '青霉素过敏']);
    expect(intake.residents.flatMap(({ approach }) => approach).toSorted()).toEqual(['deaf', 'dialect-only', 'no-home-visits']);
  });

  test('D-71 a call taken by a worker for an elder keeps both names', () => {
    expect(intake.calls[0]).toMatchObject({ resident: { name: '孔华贵', grid: 1 }, takenBy: { name: '史琪雨' } });
    expect(intake.calls.every(({ takenBy }) => takenBy !== null)).toBe(true);
  });

  test('orders and requests keep the words', () => {
    const medicine = intake.calls.flatMap(({ order }) => order).find(({ item }) => item.startsWith('降压药'));
    expect(medicine).toEqual({ words: '降压药（氨氯地平）1盒', item: '降压药（氨氯地平）', quantity: 1, unit: '盒' });
    expect(intake.calls.find(({ request }) => request?.category === 'care.medical-escort')?.request).toEqual({
      words: '陪医（上午，同济）',
      category: 'care.medical-escort',
    });
    expect(intake.calls.flatMap(({ order }) => order).every(({ quantity }) => quantity !== null)).toBe(true);
  });

  test('every helper tells hours and a cap', () => {
    expect(intake.helpers.every(({ availability }) => availability.length > 0)).toBe(true);
    expect(intake.helpers[0]).toMatchObject({
      building: '14',
      weeklyCapSeconds: 4 * 3600,
      skills: ['shopping', 'medical-escort'],
    });
  });

  test('party membership is in no record', () => {
    expect(JSON.stringify(intake.helpers)).not.toContain('党');
    expect(intake.helpers.flatMap((helper) => Object.keys(helper))).not.toContain('party');
  });

  test('ties name both sides with role and address', () => {
    expect(intake.ties[0]).toMatchObject({
      at: { sheet: '结对关系', row: 3 },
      resident: { name: '贾长生', address: { building: '28', unit: '1', door: '104' } },
      helper: { name: '邱惠惠', role: 'neighbour' },
      role: 'neighbour',
      duty: 'knock',
      cadence: 'daily',
    });
  });
});
