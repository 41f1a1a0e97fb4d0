import { type LinkedInput, NEVER } from '../src/linked/input.ts';
import type { Instance } from './hhcrsp-instance.ts';

export interface Hhcrsp {
  readonly instance: Instance;
  readonly input: LinkedInput;
  /** Whole units per unit of the file: the smallest power of ten that makes every number whole, at most 10 000. */
  readonly scale: number;
  /** Which patient and which of its required services a flat service is. */
  readonly services: readonly { readonly patient: number; readonly index: number }[];
}

/** An instance straight as the linked search takes it, without a problem in between: for its own tests. */
export function hhcrspInput(instance: Instance): Hhcrsp {
  const { patients, caregivers, distances } = instance;
  const offices = instance.central_offices.length;
  const durationOf = new Map(instance.services.map((service) => [service.id, service.default_duration]));
  const services = patients.flatMap((patient, p) => patient.required_caregivers.map((_, index) => ({ patient: p, index })));
  const required = services.map(({ patient, index }) => patients[patient]!.required_caregivers[index]!);
  const durations = required.map((one) => one.duration ?? durationOf.get(one.service)!);

  const numbers = [
    ...distances.flat(),
    ...durations,
    ...patients.flatMap((patient) => [...patient.time_window, ...(patient.synchronization?.distance ?? [])]),
  ];
  let scale = 1;
  while (scale < 10_000 && numbers.some((x) => Math.abs(x * scale - Math.round(x * scale)) > 1e-6)) scale *= 10;
  const whole = (x: number): number => Math.round(x * scale);

  const helpers = caregivers.length;
  const allowed = new Uint8Array(services.length * helpers);
  required.forEach(({ service }, v) => {
    caregivers.forEach(({ abilities }, h) => {
      if (abilities.includes(service)) allowed[v * helpers + h] = 1;
    });
  });
  const firstOf = new Map<number, number>();
  services.forEach(({ patient, index }, v) => {
    if (index === 0) firstOf.set(patient, v);
  });
  const links = patients.flatMap((patient, p) => {
    if (patient.required_caregivers.length < 2) return [];
    const first = firstOf.get(p)!;
    const [minLag, maxLag] = patient.synchronization?.type === 'sequential' ? patient.synchronization.distance! : [0, 0];
    return [{ first, second: first + 1, minLag: whole(minLag), maxLag: whole(maxLag), helpers: 'other' as const }];
  });
  return {
    instance,
    scale,
    services,
    input: {
      places: distances.length,
      travel: Int32Array.from(distances.flat(), whole),
      helperStart: new Int32Array(helpers),
      helperEnd: new Int32Array(helpers),
      helperEarliest: new Int32Array(helpers),
      helperLatest: null,
      place: Int32Array.from(services, ({ patient }) => patient + offices),
      duration: Int32Array.from(durations, whole),
      earliest: Int32Array.from(services, ({ patient }) => whole(patients[patient]!.time_window[0])),
      latest: Int32Array.from(services, ({ patient }) => Math.min(NEVER, whole(patients[patient]!.time_window[1]))),
      hardLatest: null,
      allowed,
      extraCost: null,
      leftOutWeight: null,
      links,
      travelWeight: 1,
      latenessWeight: 1,
      largestLatenessWeight: 1,
    },
  };
}
