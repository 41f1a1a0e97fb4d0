import type { Plan } from '../src/index.ts';
import type { ProblemInput } from '../src/problem.ts';
import type { Route } from './check-hhcrsp.ts';
import type { Instance } from './hhcrsp-instance.ts';

/** An instance as a problem, and the way back from a plan. */
export interface HhcrspProblem {
  readonly input: ProblemInput;
  routesOf(plan: Plan): readonly Route[];
}

const MOST_SCALE = 1000;

/**
 * Whole units per unit of the file: the smallest power of ten that makes every number whole, at most 1,000. Beyond that
 * lengths are rounded up and latest times down, so that what is feasible here is feasible there.
 */
function scaleOf({ distances, patients, services }: Instance): number {
  const numbers = [
    ...distances.flat(),
    ...services.map(({ default_duration }) => default_duration),
    ...patients.flatMap(({ time_window, required_caregivers, synchronization }) => [
      ...time_window,
      ...required_caregivers.map(({ duration = 0 }) => duration),
      ...(synchronization?.distance ?? []),
    ]),
  ];
  const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) <= 1e-6;
  let scale = 1;
  while (scale < MOST_SCALE && !numbers.every((value) => isWhole(value * scale))) scale *= 10;
  return scale;
}

/**
 * Each service is a visit, a patient's two services are linked: at once, or the second so long after the first, by two people.
 * The end of a window is soft and means the start, so `softUntil` lies a service later. All must be served; the way, all
 * lateness and the largest lateness count alike.
 */
export function problemOfHhcrsp(instance: Instance): HhcrspProblem {
  const { patients, caregivers, services, distances, central_offices } = instance;
  const scale = scaleOf(instance);
  const up = (value: number): number => Math.ceil(value * scale - 1e-6);
  const down = (value: number): number => Math.floor(value * scale + 1e-6);
  const usual = new Map(services.map(({ id, default_duration }) => [id, default_duration]));
  const offices = central_offices.map((_, index) => `office ${index}`);
  const placeOf = (patient: string): string => `at ${patient}`;
  const idOf = (patient: string, index: number): string => `${patient} ${index}`;

  const asked = patients.flatMap(({ id, time_window: [ready, due], required_caregivers }) =>
    required_caregivers.map(({ service, duration }, index) => ({
      id: idOf(id, index),
      patient: id,
      service,
      from: up(ready),
      due: down(due),
      duration: up(duration ?? usual.get(service) ?? 0),
    })),
  );
  // Everybody one after the other by the longest ways still ends before this.
  const longest = distances.reduce((most, row) => row.reduce((a, b) => Math.max(a, b), most), 0);
  const end =
    asked.reduce((sum, { duration }) => sum + duration + up(longest), up(longest)) +
    Math.max(...asked.map(({ from, due, duration }) => Math.max(from, due) + duration)) +
    patients.reduce((sum, { synchronization }) => sum + up(synchronization?.distance?.[1] ?? 0), 0);

  const input: ProblemInput = {
    helpers: caregivers.map(({ id, abilities }) => ({
      id,
      shifts: [{ from: 0, until: end }],
      skills: [...abilities],
      from: offices[0]!,
      to: offices[0]!,
    })),
    visits: asked.map(({ id, patient, service, from, due, duration }) => ({
      id,
      windows: [{ from, until: end, softUntil: Math.max(due, from) + duration }],
      duration,
      skills: [service],
      place: placeOf(patient),
    })),
    links: patients
      .filter(({ required_caregivers }) => required_caregivers.length > 1)
      .map(({ id, synchronization }) => {
        const [least, most] = synchronization?.type === 'sequential' ? (synchronization.distance ?? [0, 0]) : [0, 0];
        return { first: idOf(id, 0), second: idOf(id, 1), minLag: up(least), maxLag: down(most), helper: 'other' };
      }),
    travel: {
      kind: 'matrix',
      places: [...offices, ...patients.map(({ id }) => placeOf(id))],
      times: distances.map((row, from) => row.map((length, to) => (from === to ? 0 : up(length)))),
    },
    weights: { travel: 1, wanted: 0, fairness: 0, cost: 0, continuity: 0, overtime: 0, lateness: 1, latest: 1 },
  };
  const meant = new Map(asked.map((one) => [one.id, one]));
  return {
    input,
    routesOf: ({ visits }) =>
      [...Map.groupBy(visits, ({ helperId }) => helperId)].map(([caregiver, own]) => ({
        caregiver,
        visits: own.map(({ visitId, from }) => {
          const { patient, service } = meant.get(visitId)!;
          return { patient, service, start: from / scale };
        }),
      })),
  };
}
