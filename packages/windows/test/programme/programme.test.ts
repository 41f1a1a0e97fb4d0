import { describe, expect, it } from 'vitest';
import { duowenProgrammes2020 } from '../../src/programme/duowen-programmes-2020.ts';
import { eligibilityOf } from '../../src/programme/eligibility.ts';
import { openingHours } from '../../src/programme/opening-hours.ts';
import { boundsOf, parseProgramme } from '../../src/programme/programme.ts';
import { programmeReach } from '../../src/programme/programme-reach.ts';
import { day } from '../days.ts';
import { an, bo, changed, chen, deng, preset, smallPlace, span } from './programmes.ts';

describe('programmes as data', () => {
  it('D-41: the four programmes of Duowen load, with names in both languages', () => {
    expect(duowenProgrammes2020.map(({ name, shape }) => [name.zh, name.en, shape.kind])).toEqual([
      ['快乐多闻', 'Happy Duowen', 'class'],
      ['公益课堂', 'Public-welfare class', 'class'],
      ['减压小组', 'Stress-relief group', 'group'],
      ['博闻之家', 'Bowen House', 'place'],
    ]);
  });

  it('names every flaw with its path', () => {
    const group = { kind: 'group', atLeast: 5, atMost: 4, sessions: 6, closesAfterSession: 7 };
    expect(parseProgramme({ ...preset('stress-relief-group'), shape: group, grids: [1, 2, 1] })).toEqual({
      ok: false,
      reasons: [
        { code: 'programme/bounds-crossed', data: { path: 'shape.atMost' } },
        { code: 'programme/closes-after-its-end', data: { path: 'shape.closesAfterSession' } },
        { code: 'programme/grid-twice', data: { path: 'grids.2' } },
      ],
    });
    const opening = [
      { weekday: 1, from: '09:00', until: '12:00' },
      { weekday: 1, from: '11:00', until: '13:00' },
      { weekday: 2, from: '10:00', until: '10:00' },
      { weekday: 1, from: '13:00', until: '14:00' },
    ];
    expect(parseProgramme({ ...preset('bowen-house'), shape: { kind: 'place', capacity: 5, opening } })).toEqual({
      ok: false,
      reasons: [
        { code: 'programme/openings-overlap', data: { path: 'shape.opening.1' } },
        { code: 'programme/opening-backwards', data: { path: 'shape.opening.2.until' } },
      ],
    });
    const eligible = [{ kind: 'number', fact: 'age', atLeast: 70, atMost: 60 }];
    expect(parseProgramme({ ...preset('happy-duowen'), eligible })).toMatchObject({
      reasons: [{ code: 'programme/bounds-crossed', data: { path: 'eligible.0.atMost' } }],
    });
    expect(parseProgramme({ ...preset('happy-duowen'), colour: 'red' })).toMatchObject({
      reasons: [{ code: 'programme/malformed' }],
    });
  });

  it('D-43 D-44: only a group asks for a least number', () => {
    expect(duowenProgrammes2020.map(boundsOf)).toEqual([
      { atLeast: 0, atMost: null },
      { atLeast: 0, atMost: 30 },
      { atLeast: 5, atMost: 12 },
      { atLeast: 0, atMost: null },
    ]);
  });
});

describe('eligibilityOf', () => {
  const programme = changed('happy-duowen', {
    eligible: [
      { kind: 'flag', fact: 'lives-alone', is: true },
      { kind: 'number', fact: 'age', atLeast: 60, atMost: 90 },
    ],
  });

  it('D-40: one failed criterion is enough for no, and what nobody knows is never yes', () => {
    const ask = (facts: Parameters<typeof eligibilityOf>[1]) => eligibilityOf(programme, facts);
    expect(ask({ 'lives-alone': true, age: 60 })).toEqual({ eligible: 'yes', reasons: [] });
    expect(ask({ 'lives-alone': true, age: 90 }).eligible).toBe('yes');
    expect(ask({ 'lives-alone': true, age: null })).toEqual({
      eligible: 'unknown',
      reasons: [{ code: 'eligibility/unknown', data: { fact: 'age' } }],
    });
    expect(ask({ age: 59 })).toEqual({
      eligible: 'no',
      reasons: [
        { code: 'eligibility/below', data: { fact: 'age', atLeast: 60 } },
        { code: 'eligibility/unknown', data: { fact: 'lives-alone' } },
      ],
    });
    expect(ask({ 'lives-alone': false, age: 91 }).reasons.map(({ code }) => code)).toEqual([
      'eligibility/is-not',
      'eligibility/above',
    ]);
    // An answer of the wrong kind is no answer.
    expect(ask({ 'lives-alone': 1, age: true }).eligible).toBe('unknown');
  });
});

describe('openingHours', () => {
  it('D-44: a place opens on its weekdays, in order, and a class never', () => {
    const monday = day('2020-03-30');
    expect(openingHours(smallPlace, monday)).toEqual([
      span('2020-03-30 09:00', '2020-03-30 11:30'),
      span('2020-03-30 14:00', '2020-03-30 17:00'),
    ]);
    expect(openingHours(smallPlace, day('2020-03-31'))).toEqual([]);
    expect(openingHours(preset('happy-duowen'), monday)).toEqual([]);
  });

  it('D-44: an hour that the clocks skip is no opening hour', () => {
    const berlin = changed('bowen-house', {
      zone: 'Europe/Berlin',
      shape: { kind: 'place', capacity: 2, opening: [{ weekday: 7, from: '02:00', until: '03:00' }] },
    });
    // On Sunday 2020-03-29 the clocks went from 02:00 to 03:00.
    expect(openingHours(berlin, day('2020-03-29'))).toEqual([]);
    expect(openingHours(berlin, day('2020-03-22'))).toHaveLength(1);
  });
});

describe('programmeReach', () => {
  const grids = [1, 2, 3, 4, 5, 6, 7, 8];
  const programmes = [changed('public-welfare-class', { grids: [1, 2, 9] }), preset('bowen-house')];
  const goes = (programmeId: string, personId: typeof an, grid: number | null) => ({ programmeId, personId, grid });
  const reach = programmeReach(programmes, grids, [
    goes('public-welfare-class', an, 1),
    goes('public-welfare-class', an, 1),
    goes('bowen-house', bo, 3),
    goes('bowen-house', chen, null),
    goes('bowen-house', deng, 11),
  ]);

  it('D-45: every grid shows which programmes reach it, meant and met; nobody wrote down is not no', () => {
    expect(reach.rows.map(({ grid }) => grid)).toEqual(grids);
    expect(reach.rows[0]?.cells).toEqual([
      { programmeId: 'public-welfare-class', isMeant: true, people: [an] },
      { programmeId: 'bowen-house', isMeant: null, people: [] },
    ]);
    expect(reach.rows[2]?.cells).toEqual([
      { programmeId: 'public-welfare-class', isMeant: false, people: [] },
      { programmeId: 'bowen-house', isMeant: null, people: [bo] },
    ]);
    expect(reach.unmapped).toEqual(['bowen-house']);
  });

  it('D-45: empty rows are reported, and so is whoever stands in no row', () => {
    expect(reach.emptyGrids).toEqual([4, 5, 6, 7, 8]);
    expect(reach.unreachedGrids).toEqual([2]);
    expect(reach.unknownGrid).toEqual([goes('bowen-house', chen, null)]);
    expect(reach.strangeGrids).toEqual([9, 11]);
  });

  it('D-45: as shipped, all that is known of the eight grids is that nothing is known', () => {
    const { emptyGrids, unmapped } = programmeReach(duowenProgrammes2020, grids, []);
    expect([emptyGrids, unmapped.length]).toEqual([grids, 4]);
  });
});
