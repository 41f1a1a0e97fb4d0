import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, ageOn, Birth, isAtLeast, LocalDate } from '../src/index.ts';

const date = (text: string): LocalDate => LocalDate.parse(text);
const born = (from: string, until: string, precision: Birth['precision']): Birth =>
  Birth.parse({ from: date(from), until: date(until), precision });

describe('D-73: age on a day', () => {
  it('D-73: the day before the 80th birthday is 79, the birthday is 80', () => {
    expect(ageOn(date('1946-11-24'), date('2026-11-23'))).toBe(79);
    expect(ageOn(date('1946-11-24'), date('2026-11-24'))).toBe(80);
    expect(ageOn(date('1946-11-24'), date('1946-11-24'))).toBe(0);
  });

  it('D-73: born on 29 February, the birthday is that day in a leap year and 1 March in others', () => {
    const leapling = date('1944-02-29');
    expect(['2024-02-28', '2024-02-29', '2025-02-28', '2025-03-01'].map((on) => ageOn(leapling, date(on)))).toEqual([
      79, 80, 80, 81,
    ]);
  });

  it('D-73: nobody has an age before the birth', () => {
    expect(() => ageOn(date('1946-11-24'), date('1946-11-23'))).toThrowError(
      expect.objectContaining({ code: 'date/before-birth' }),
    );
  });
});

describe('D-73: whether somebody is old enough', () => {
  it('a birth known to the day tells on every day', () => {
    const birth = born('1946-11-24', '1946-11-25', 'day');
    expect(isAtLeast(birth, 80, date('2026-11-23'))).toBe(false);
    expect(isAtLeast(birth, 80, date('2026-11-24'))).toBe(true);
  });

  it('a birth known to the month is undecided while the month lasts', () => {
    const birth = born('1946-11-01', '1946-12-01', 'month'); // the last possible birthday is 30 November
    const on = ['2026-10-31', '2026-11-01', '2026-11-29', '2026-11-30'].map((day) => isAtLeast(birth, 80, date(day)));
    expect(on).toEqual([false, undefined, undefined, true]);
  });

  it('"about 65" on 23 November 2026 spans the births that make 65 on that day', () => {
    const birth = born('1960-11-24', '1961-11-24', 'age');
    expect([64, 65, 66].map((years) => isAtLeast(birth, years, date('2026-11-23')))).toEqual([true, true, false]);
    expect(isAtLeast(birth, 66, date('2026-11-24'))).toBeUndefined();
  });

  it('a leap-day birth is old enough on 1 March of a common year', () => {
    const birth = born('1944-02-29', '1944-03-01', 'day');
    expect(isAtLeast(birth, 81, date('2025-02-28'))).toBe(false);
    expect(isAtLeast(birth, 81, date('2025-03-01'))).toBe(true);
  });

  it('an unknown birth is undecided; a birth still to come is not old enough', () => {
    expect(isAtLeast(null, 60, date('2026-11-23'))).toBeUndefined();
    expect(isAtLeast(born('2027-01-01', '2028-01-01', 'year'), 0, date('2026-11-23'))).toBe(false);
    expect(isAtLeast(born('2026-01-01', '2027-01-01', 'year'), 0, date('2026-11-23'))).toBeUndefined();
  });
});

const first = date('1920-01-01');
const anyDay = fc.integer({ min: 0, max: 15_000 }).map((days) => addDays(first, days));

/** Yes means: old enough whatever the birthday was. No means: not, whatever it was. */
function keepBirthLaw(decide: typeof isAtLeast): void {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 1, max: 60 }),
      (from, width, delay, years) => {
        const birth = Birth.parse({ from, until: addDays(from, width), precision: 'year' });
        const on = addDays(from, years * 365 + delay);
        const possible = new Set(
          Array.from({ length: width }, (_, day) => addDays(from, day)).map(
            (birthday) => on >= birthday && ageOn(birthday, on) >= years,
          ),
        );
        expect(decide(birth, years, on)).toBe(possible.size === 2 ? undefined : possible.has(true));
        expect(decide(null, years, on)).toBeUndefined();
      },
    ),
    { seed: 73, numRuns: 300 },
  );
}

describe('laws of births', () => {
  it('D-73: the answer is what all possible birthdays agree on, and open where they do not', () => {
    keepBirthLaw(isAtLeast);
  });

  it('planted bug: reading an unknown age as "not old enough" is caught', () => {
    expect(() => keepBirthLaw((birth, years, on) => isAtLeast(birth, years, on) ?? false)).toThrow();
  });

  it('planted bug: taking the open edge `until` for the last birthday is caught', () => {
    const offByOne: typeof isAtLeast = (birth, years, on) =>
      birth === null ? undefined : isAtLeast({ ...birth, until: addDays(birth.until, 1) }, years, on);
    expect(() => keepBirthLaw(offByOne)).toThrow();
  });

  it('age never falls, and rises by one a year', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 30_000 }), (birthday, days) => {
        const on = addDays(birthday, days);
        const step = ageOn(birthday, addDays(on, 1)) - ageOn(birthday, on);
        expect(step === 0 || step === 1).toBe(true);
        expect(Math.abs(ageOn(birthday, on) - days / 365.2425)).toBeLessThan(1.01);
      }),
      { seed: 74, numRuns: 1000 },
    );
  });
});
