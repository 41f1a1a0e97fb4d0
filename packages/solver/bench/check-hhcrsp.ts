import type { Instance } from './hhcrsp-instance.ts';

export interface Route {
  readonly caregiver: string;
  readonly visits: readonly { readonly patient: string; readonly service: string; readonly start: number }[];
}

export interface Checked {
  readonly faults: readonly string[];
  readonly distance: number;
  readonly tardiness: number;
  readonly largest: number;
  readonly objective: number;
}

/** Judges routes by the instance file alone, in its own units. Shares nothing with the search. */
export function checkHhcrsp(instance: Instance, routes: readonly Route[], tolerance = 1e-6): Checked {
  const faults: string[] = [];
  const offices = instance.central_offices.length;
  const at = new Map<string, { caregiver: string; start: number }>();
  let distance = 0;
  let tardiness = 0;
  let largest = 0;
  const seen = new Set<string>();
  for (const { caregiver, visits } of routes) {
    const helper = instance.caregivers.find(({ id }) => id === caregiver);
    if (helper === undefined || seen.has(caregiver)) faults.push(`caregiver ${caregiver}`);
    seen.add(caregiver);
    let place = 0;
    let free = 0;
    for (const { patient, service, start } of visits) {
      const index = instance.patients.findIndex(({ id }) => id === patient);
      const wanted = instance.patients[index];
      const required = wanted?.required_caregivers.find((one) => one.service === service);
      if (wanted === undefined || required === undefined) {
        faults.push(`nobody asked for ${service} at ${patient}`);
        continue;
      }
      if (!helper?.abilities.includes(service)) faults.push(`${caregiver} cannot ${service}`);
      const leg = instance.distances[place]![index + offices]!;
      distance += leg;
      if (start < free + leg - tolerance) faults.push(`${caregiver} is not at ${patient} by ${start}`);
      if (start < wanted.time_window[0] - tolerance) faults.push(`${patient} before the window`);
      const late = Math.max(0, start - wanted.time_window[1]);
      tardiness += late;
      largest = Math.max(largest, late);
      if (at.has(`${patient}/${service}`)) faults.push(`${patient} ${service} twice`);
      at.set(`${patient}/${service}`, { caregiver, start });
      const duration = required.duration ?? instance.services.find(({ id }) => id === service)!.default_duration;
      free = start + duration;
      place = index + offices;
    }
    distance += instance.distances[place]![0]!;
  }
  for (const { id, required_caregivers, synchronization } of instance.patients) {
    const visits = required_caregivers.map(({ service }) => at.get(`${id}/${service}`));
    if (visits.some((visit) => visit === undefined)) faults.push(`${id} is not served`);
    const [first, second] = visits;
    if (first === undefined || second === undefined) continue;
    if (first.caregiver === second.caregiver) faults.push(`${id} has one caregiver for two`);
    const lag = second.start - first.start;
    const [least, most] = synchronization?.type === 'sequential' ? synchronization.distance! : [0, 0];
    if (lag < least - tolerance || lag > most + tolerance) faults.push(`${id} lag ${lag}`);
  }
  return { faults, distance, tardiness, largest, objective: (distance + tardiness + largest) / 3 };
}
