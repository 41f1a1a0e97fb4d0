import {
  addDays,
  Birth,
  type Instant,
  instantAt,
  type LocalDate,
  localDateOf,
  PersonId,
  ServiceId,
  ServiceRecord,
  type WallTime,
  wallTimeOf,
  Zone,
} from '@linli/model';
import type { Candidate } from '../credit-all.ts';
import type { PersonFacts } from '../person-facts.ts';
import type { ServiceFacts } from '../service.ts';
import type { ServiceList } from './services-file.ts';

/** One service that might be done, said shortly. Times are minutes of the local day. */
export interface Draft {
  readonly category: string;
  readonly date: LocalDate;
  readonly fromMinute: number;
  readonly minutes: number;
  readonly evidence: readonly string[];
  readonly facts: ServiceFacts;
  readonly helper: Candidate;
  /** Somebody, nobody in particular, somebody not certain, or the helper. */
  readonly served: PersonFacts | 'public' | 'uncertain' | 'self';
  readonly judgedOn?: LocalDate | undefined;
}

/** Where and for whom every example plays. */
export const exampleZone = Zone.parse('Asia/Shanghai');
const helperId = PersonId.parse('p-helper');
const servedId = PersonId.parse('p-served');

/** Services of one helper with one person served, numbered in their order. */
export function sceneOf(drafts: readonly Draft[]): ServiceList {
  const [first] = drafts;
  const services = new Map<ServiceId, ServiceFacts>();
  const records = drafts.map((draft, place) => {
    const id = ServiceId.parse(`s-${place + 1}`);
    services.set(id, draft.facts);
    const midnight = instantAt(draft.date, '00:00' as WallTime, exampleZone);
    return ServiceRecord.parse({
      id,
      helperId,
      category: draft.category,
      from: (midnight + draft.fromMinute * 60_000) as Instant,
      until: (midnight + (draft.fromMinute + draft.minutes) * 60_000) as Instant,
      beneficiary: beneficiaryOf(draft.served),
      evidence: draft.evidence,
    });
  });
  const served = drafts.find((draft) => typeof draft.served === 'object')?.served;
  const people = new Map<PersonId, Candidate>([[helperId, first?.helper ?? {}]]);
  if (typeof served === 'object') people.set(servedId, served);
  const judgedOn = first?.judgedOn;
  return { records, people, zone: exampleZone, facts: { beneficiaries: people, services, ...(judgedOn && { judgedOn }) } };
}

function beneficiaryOf(served: Draft['served']): ServiceRecord['beneficiary'] {
  if (served === 'public') return { kind: 'public' };
  if (served === 'uncertain') return { kind: 'uncertain', candidates: [servedId] };
  return { kind: 'person', personId: served === 'self' ? helperId : servedId };
}

/** Somebody who is so many years old on a day, and a day older than that. */
export function bornYearsBefore(years: number, on: LocalDate): Birth {
  const day = addDays(
    `${String(Number(on.slice(0, 4)) - years).padStart(4, '0')}-${on.slice(5, 10) === '02-29' ? '02-28' : on.slice(5)}` as LocalDate,
    -1,
  );
  return Birth.parse({ from: day, until: addDays(day, 1), precision: 'day' });
}

/** A list of services as `readServices` and the command line take it. */
export interface ServicesFile {
  readonly zone: string;
  readonly judgedOn?: string;
  readonly people: readonly Readonly<Record<string, unknown>>[];
  readonly services: readonly Readonly<Record<string, unknown>>[];
}

/** A scene as a file, so that anybody can run an example again. */
export function servicesFileOf({ records, people, facts, zone }: ServiceList): ServicesFile {
  // A wall shows minutes; what is finer stands as milliseconds.
  const local = (at: Instant): string | number => (at % 60_000 === 0 ? `${localDateOf(at, zone)}T${wallTimeOf(at, zone)}` : at);
  return {
    zone,
    ...(facts.judgedOn !== undefined && { judgedOn: facts.judgedOn }),
    people: [...people].map(([id, { birth, history, ...known }]) => ({
      id,
      ...known,
      ...(birth && { birth: birth.from }),
      ...(history && history.earlierSeconds > 0 && { beforeHours: history.earlierSeconds / 3600 }),
    })),
    services: records.map(({ beneficiary, from, until, ...record }) => ({
      ...record,
      from: local(from),
      until: local(until),
      beneficiary: beneficiary.kind === 'person' ? beneficiary.personId : beneficiary.kind === 'public' ? 'public' : beneficiary,
      ...facts.services?.get(record.id),
    })),
  };
}
