import { say } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProblem } from '../src/problem.ts';
import { solve } from '../src/solve.ts';
import { solverTexts } from '../src/texts.ts';
import { line, problems } from './problems.ts';

const helper = { id: 'h', shifts: [{ from: 0, until: 60 }] };
const visit = { id: 'v', windows: [{ from: 0, until: 60 }], duration: 5, place: 'p0' };
const sound = { helpers: [helper], visits: [visit], travel: line(2) };

function refusedAt(input: unknown): unknown[] {
  const answer = parseProblem(input);
  return answer.ok ? [] : answer.reasons.map(({ data }) => data?.['path']);
}

describe('parseProblem', () => {
  it('fills in what may be left out', () => {
    const answer = parseProblem(sound);
    expect(answer.ok && answer.value.visits[0]).toEqual({
      ...visit,
      skills: [],
      priority: 1,
      wanted: [],
      refused: [],
      pinned: null,
    });
    expect(answer.ok && answer.value.weights).toEqual({ travel: 1000, wanted: 30_000, fairness: 5, cost: 1000 });
  });

  it('takes an empty day', () => {
    const empty = { helpers: [], visits: [], travel: line(0) };
    const answer = parseProblem(empty);
    expect(answer.ok && solve(answer.value, { seed: 1, steps: 10 }).visits).toEqual([]);
  });

  it.each([
    ['nothing', undefined, '.'],
    ['an empty text', '', '.'],
    ['an empty object', {}, 'helpers'],
    ['NaN', { ...sound, visits: [{ ...visit, duration: Number.NaN }] }, 'visits.0.duration'],
    ['a negative length', { ...sound, visits: [{ ...visit, duration: -5 }] }, 'visits.0.duration'],
    ['no length', { ...sound, visits: [{ ...visit, duration: 0 }] }, 'visits.0.duration'],
    ['a broken number', { ...sound, visits: [{ ...visit, duration: 1.5 }] }, 'visits.0.duration'],
    ['infinity', { ...sound, helpers: [{ ...helper, maxWork: Number.POSITIVE_INFINITY }] }, 'helpers.0.maxWork'],
    ['a negative way', { ...sound, travel: { kind: 'matrix', places: ['p0'], times: [[-1]] } }, 'travel.times.0.0'],
    ['a way from a place to itself', { ...sound, travel: { kind: 'matrix', places: ['p0'], times: [[1]] } }, 'travel.times.0.0'],
    ['an uneven matrix', { ...sound, travel: { kind: 'matrix', places: ['p0', 'p1'], times: [[0, 1], [1]] } }, 'travel.times.1'],
    ['an unknown kind of travel', { ...sound, travel: { kind: 'carpet' } }, 'travel.kind'],
    ['two helpers of one id', { ...sound, helpers: [helper, helper] }, 'helpers.1.id'],
    ['two visits of one id', { ...sound, visits: [visit, visit] }, 'visits.1.id'],
    ['an unknown place', { ...sound, visits: [{ ...visit, place: 'moon' }] }, 'visits.0.place'],
    ['an unknown home', { ...sound, helpers: [{ ...helper, to: 'moon' }] }, 'helpers.0.to'],
    ['a span backwards', { ...sound, visits: [{ ...visit, windows: [{ from: 9, until: 9 }] }] }, 'visits.0.windows.0'],
    ['no window', { ...sound, visits: [{ ...visit, windows: [] }] }, 'visits.0.windows'],
    [
      'overlapping shifts',
      {
        ...sound,
        helpers: [
          {
            ...helper,
            shifts: [
              { from: 5, until: 9 },
              { from: 0, until: 6 },
            ],
          },
        ],
      },
      'helpers.0.shifts',
    ],
    ['a word nobody knows', { ...sound, hurry: true }, '.'],
    ['sums no number can hold', { ...sound, weights: { fairness: 1e6 }, visits: [{ ...visit, duration: 1e9 }] }, '.'],
  ])('refuses %s and says where', (_, input, path) => {
    expect(refusedAt(input)).toContain(path);
  });

  it('says a refusal in both languages', () => {
    const answer = parseProblem({ ...sound, visits: [{ ...visit, place: 'moon' }] });
    const [reason] = answer.reasons;
    expect(say(solverTexts, reason!, 'zh')).toBe('排班数据有误，位置 visits.0.place：no place "moon"');
    expect(say(solverTexts, reason!, 'en')).toBe('The problem is not sound at visits.0.place: no place "moon"');
  });

  it('law: whatever comes in, it answers, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), problems({ helpers: 2, visits: 2, pins: true }), (anything, name, input) => {
        expect(parseProblem(anything).ok).toBe(false);
        const spoilt = parseProblem({ ...input, travel: anything });
        expect(spoilt.ok).toBe(false);
        expect(parseProblem({ ...input, [`x-${name}`]: anything }).ok).toBe(false);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
