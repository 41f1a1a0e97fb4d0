import { LocalDate } from '@linli/model';
import * as z from 'zod';

/** One course somebody has passed. Half-open in days: valid on `from`, not any more on `until`; null: it does not run out. */
export const TrainingRecord = z
  .strictObject({
    /** A code of the community's list of courses. */
    course: z.string().min(1),
    from: LocalDate,
    until: LocalDate.nullable(),
  })
  .refine(({ from, until }) => until === null || from < until, { error: 'a course runs out after it begins', path: ['until'] })
  .readonly();
export interface TrainingRecord extends z.infer<typeof TrainingRecord> {}

/** How somebody stands with one course on one day. `expired` names the first day without it, `not-yet` the first day with it. */
export type CourseStanding =
  | { readonly standing: 'valid' | 'missing' }
  | { readonly standing: 'expired' | 'not-yet'; readonly date: LocalDate };

/** Records of one course add up: a renewal may overlap what it renews, or come after a gap. */
export function courseStanding(trainings: readonly TrainingRecord[], course: string, on: LocalDate): CourseStanding {
  const records = trainings.filter((record) => record.course === course);
  if (records.some(({ from, until }) => from <= on && (until === null || on < until))) return { standing: 'valid' };
  const ends = records.flatMap(({ until }) => (until !== null && until <= on ? [until] : [])).sort();
  const last = ends.at(-1);
  if (last !== undefined) return { standing: 'expired', date: last };
  const [first] = records.map(({ from }) => from).sort();
  return first === undefined ? { standing: 'missing' } : { standing: 'not-yet', date: first };
}

export const isTrained = (trainings: readonly TrainingRecord[], courses: readonly string[], on: LocalDate): boolean =>
  courses.every((course) => courseStanding(trainings, course, on).standing === 'valid');

/** The days on which one of `courses` stops being valid, early ones first. A course renewed in time does not stop. */
export const runOuts = (
  trainings: readonly TrainingRecord[],
  courses: readonly string[],
): readonly { readonly course: string; readonly date: LocalDate }[] =>
  courses
    .flatMap((course) => {
      const ends = new Set(
        trainings.flatMap((record) => (record.course === course && record.until !== null ? [record.until] : [])),
      );
      return [...ends].map((date) => ({ course, date }));
    })
    .filter(({ course, date }) => courseStanding(trainings, course, date).standing === 'expired')
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
