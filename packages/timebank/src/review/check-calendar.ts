import { type Finding, finding, outcomesOf } from './finding.ts';
import { sceneOf } from './scene.ts';
import type { Trial } from './trial.ts';

/** holidays in the steps of a standard whose calendar has none: no day is ever one. */
export function calendarFindings({ standard, easy }: Trial, path: Finding['path']): readonly Finding[] {
  const { holidays = [], yearlyHolidays = [] } = standard.calendar ?? {};
  const [base] = easy;
  if (holidays.length + yearlyHolidays.length > 0 || base === undefined) return [];
  const before = outcomesOf(sceneOf([base]), standard);
  return placesOfHolidays(standard.steps, [...path, 'steps']).map((at) =>
    finding('review/no-holidays', 'risk', at, { place: Number(at[path.length + 1]) + 1 }, { claim: 'earns', before }),
  );
}

/** Where `days` names `holiday`, anywhere in the steps. */
function placesOfHolidays(value: unknown, path: Finding['path']): readonly Finding['path'][] {
  if (typeof value !== 'object' || value === null) return [];
  if (path.at(-1) === 'days' && Array.isArray(value)) return value.includes('holiday') ? [path] : [];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([key, inside]) => placesOfHolidays(inside, [...path, key]));
}
