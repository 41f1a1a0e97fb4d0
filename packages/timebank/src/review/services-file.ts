import {
  addDays,
  Birth,
  Instant,
  instantAt,
  LocalDate,
  localDateOf,
  PersonId,
  ServiceId,
  ServiceRecord,
  type WallTime,
  type Yes,
  yes,
  Zone,
} from '@linli/model';
import * as z from 'zod';
import type { Candidate, CreditFacts } from '../credit-all.ts';
import { nearestWord } from '../pack/nearest-word.ts';
import { Mark } from '../person-facts.ts';
import { ServiceFacts } from '../service.ts';
import type { ServicesCode } from '../texts/review.ts';
import type { LocatedReason } from './located-reason.ts';

/** Services with all that is known around them, ready to be judged. */
export interface ServiceList {
  readonly records: readonly ServiceRecord[];
  readonly people: ReadonlyMap<PersonId, Candidate>;
  readonly facts: CreditFacts;
  readonly zone: Zone;
}

/** A yes carries remarks on what was left out or not understood; each reason leads to its place in the file. */
export type ServicesReading =
  | (Yes<ServiceList, ServicesCode> & { readonly reasons: readonly LocatedReason<ServicesCode>[] })
  | { readonly ok: false; readonly reasons: readonly [LocatedReason<ServicesCode>, ...LocatedReason<ServicesCode>[]] };

type Fields = Readonly<Record<string, unknown>>;
type Path = LocatedReason['path'];

const serviceFields = [
  ...['id', 'helperId', 'helper', 'category', 'from', 'until', 'minutes', 'hours', 'beneficiary', 'beneficiaryId', 'evidence'],
  ...['difficulty', 'marks', 'extraSeconds', 'beneficiaries', 'helpers', 'helperPlace', 'proofOn', 'disputed', 'note'],
];
const personFields = ['id', 'name', 'role', 'sex', 'birth', 'marks', 'skills', 'relatives', 'beforeHours', 'note'];
const fileFields = ['format', 'zone', 'judgedOn', 'services', 'people', 'note'];

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A list of services as a helper of the office writes it: an array, or `{ zone?, judgedOn?, services, people? }`; times as
 * local ISO time, ISO time with an offset, or epoch milliseconds. What is left out is not known. Fields nobody knows are
 * left aside and said. `zone` is used where the file names none. No: every mistake, each with its path.
 */
export function readServices(input: unknown, zone: Zone): ServicesReading {
  return new ServicesReader(zone).read(input);
}

class ServicesReader {
  readonly #faults: LocatedReason<ServicesCode>[] = [];
  readonly #remarks: LocatedReason<ServicesCode>[] = [];
  readonly #people = new Map<PersonId, Candidate>();
  readonly #services = new Map<ServiceId, ServiceFacts>();
  #zone: Zone;

  constructor(zone: Zone) {
    this.#zone = zone;
  }

  read(input: unknown): ServicesReading {
    const file: Fields = Array.isArray(input) ? { services: input } : isFields(input) ? input : {};
    const { services, people = [], zone, judgedOn } = file;
    if (!Array.isArray(services)) {
      return { ok: false, reasons: [{ code: 'services/no-list', data: { path: 'services' }, path: ['services'] }] };
    }
    this.#unknownFields(file, fileFields, []);
    if (zone !== undefined) this.#zone = this.#parsed(Zone, zone, ['zone'], 'services/not-a-zone') ?? this.#zone;
    const on = judgedOn === undefined ? undefined : this.#parsed(LocalDate, judgedOn, ['judgedOn'], 'services/not-a-date');
    const listed = isFields(people) ? Object.entries(people).map(([id, one]) => (isFields(one) ? { id, ...one } : one)) : people;
    if (!Array.isArray(listed)) this.#fault('services/no-list', ['people']);
    else
      for (const [place, one] of listed.entries())
        this.#person(one, ['people', isFields(people) ? Object.keys(people)[place]! : place]);
    const records = services.flatMap((one, place) => this.#service(one, place, ['services', place]) ?? []);
    const seen = new Map<string, number>();
    for (const [place, { id }] of records.entries()) {
      const earlier = seen.get(id);
      if (earlier !== undefined) this.#fault('services/id-twice', ['services', place], { id, place: earlier + 1 });
      seen.set(id, place);
    }
    // In a bare array, the path begins with the place.
    const told = (reasons: readonly LocatedReason<ServicesCode>[]): readonly LocatedReason<ServicesCode>[] =>
      Array.isArray(input) ? reasons.map((reason) => located(reason.code, reason.path.slice(1), reason.data)) : reasons;
    const [first, ...others] = told(this.#faults);
    if (first !== undefined) return { ok: false, reasons: [first, ...others] };
    const facts: CreditFacts = { beneficiaries: this.#people, services: this.#services, ...(on && { judgedOn: on }) };
    const value: ServiceList = { records, people: this.#people, facts, zone: this.#zone };
    return { ...yes(value), reasons: told(this.#remarks) };
  }

  #person(one: unknown, path: Path): PersonId | undefined {
    if (!isFields(one)) return this.#fault('services/not-a-record', path);
    this.#unknownFields(one, personFields, path);
    const id = this.#parsed(PersonId, one['id'] ?? one['name'], [...path, 'id'], 'services/no-id');
    if (id === undefined) return undefined;
    const { role, marks = one['skills'], relatives, beforeHours } = one;
    const known = {
      ...(typeof role === 'string' && { role }),
      ...this.#optional('sex', sexOf(one['sex']), z.enum(['female', 'male']).nullable(), path, 'services/not-a-sex'),
      ...this.#optional('birth', birthOf(one['birth']), Birth.nullable(), path, 'services/not-a-birth'),
      ...this.#optional('marks', marks, z.array(Mark).nullable(), path, 'services/not-a-list'),
      ...this.#optional('relatives', relatives, z.record(z.string(), z.string()).nullable(), path, 'services/not-relatives'),
    };
    const hours = this.#optional(
      'hours',
      beforeHours,
      z.number().nonnegative(),
      [...path, 'beforeHours'],
      'services/not-hours',
    ).hours;
    const history = hours === undefined ? {} : { history: { earlierSeconds: Math.round(hours * 3600), past: [] } };
    this.#people.set(id, { ...this.#people.get(id), ...known, ...history });
    return id;
  }

  #service(one: unknown, place: number, path: Path): ServiceRecord | undefined {
    if (!isFields(one)) return this.#fault('services/not-a-record', path);
    this.#unknownFields(one, serviceFields, path);
    const id = ServiceId.safeParse(one['id']).data ?? ServiceId.parse(`s-${place + 1}`);
    const helperId = this.#helper(one, path);
    const category = typeof one['category'] === 'string' && one['category'] !== '' ? one['category'] : undefined;
    if (category === undefined) this.#remark('services/no-category', [...path, 'category'], { id });
    const from = this.#time(one['from'], [...path, 'from']);
    const until = this.#end(one, from, path);
    const evidence = this.#optional('evidence', one['evidence'], z.array(z.string()), path, 'services/not-a-list').evidence ?? [];
    const beneficiary = this.#beneficiary(one['beneficiary'] ?? one['beneficiaryId'], [...path, 'beneficiary']);
    const own = Object.fromEntries(
      Object.keys(ServiceFacts.unwrap().shape).flatMap((key) => (one[key] === undefined ? [] : [[key, one[key]]])),
    );
    const facts = ServiceFacts.safeParse(own);
    if (facts.success) this.#services.set(id, facts.data);
    else {
      const key = facts.error.issues[0]?.path ?? [];
      this.#fault('services/not-right', [...path, ...(key as (string | number)[])]);
    }
    if (helperId === undefined || from === undefined || until === undefined || beneficiary === undefined) return undefined;
    if (until <= from) return this.#fault('services/ends-before-it-starts', [...path, 'until'], { id });
    return ServiceRecord.parse({ id, helperId, category: category ?? '-', from, until, beneficiary, evidence });
  }

  /** The helper's id, or the helper as a record in place. Somebody who is not listed is a person of whom nothing is known. */
  #helper(one: Fields, path: Path): PersonId | undefined {
    const written = one['helperId'] ?? one['helper'];
    if (isFields(written)) return this.#person(written, [...path, 'helper']);
    const id = this.#parsed(PersonId, written, [...path, 'helperId'], 'services/no-helper');
    if (id === undefined || this.#people.has(id)) return id;
    this.#remark('services/helper-not-listed', [...path, one['helperId'] === undefined ? 'helper' : 'helperId'], { id });
    this.#people.set(id, {});
    return id;
  }

  #beneficiary(written: unknown, path: Path): ServiceRecord['beneficiary'] | undefined {
    if (written === undefined || written === null) return { kind: 'uncertain', candidates: [] };
    if (written === 'public') return { kind: 'public' };
    if (typeof written === 'string' && written !== '') return { kind: 'person', personId: written as PersonId };
    const whole = ServiceRecord.unwrap().shape.beneficiary.safeParse(written);
    if (whole.success) return whole.data;
    if (!isFields(written)) return this.#fault('services/not-right', path);
    const { kind: _, personId, ...facts } = written;
    const id = this.#person({ id: personId, ...facts }, path);
    return id === undefined ? undefined : { kind: 'person', personId: id };
  }

  #end(one: Fields, from: Instant | undefined, path: Path): Instant | undefined {
    if (one['until'] !== undefined) return this.#time(one['until'], [...path, 'until'], from);
    const { minutes, hours } = one;
    const length = typeof minutes === 'number' ? minutes * 60_000 : typeof hours === 'number' ? hours * 3_600_000 : undefined;
    if (length === undefined) return this.#fault('services/no-time', [...path, 'until'], { field: 'until' });
    return from === undefined ? undefined : ((from + Math.round(length)) as Instant);
  }

  /** With the day of `start` where only an hour is written. */
  #time(written: unknown, path: Path, start?: Instant): Instant | undefined {
    if (written === undefined || written === null) return this.#fault('services/no-time', path, { field: String(path.at(-1)) });
    const at = typeof written === 'number' ? written : timeOf(String(written), this.#zone, start);
    const parsed = Instant.safeParse(at);
    return parsed.success ? parsed.data : this.#fault('services/not-a-time', path, { value: shown(written) });
  }

  #optional<Key extends string, Schema extends z.ZodType>(
    key: Key,
    written: unknown,
    schema: Schema,
    path: Path,
    code: ServicesCode,
  ): { readonly [Name in Key]?: z.output<Schema> } {
    if (written === undefined) return {};
    const value = this.#parsed(schema, written, [...path, key], code);
    return value === undefined ? {} : ({ [key]: value } as { readonly [Name in Key]: z.output<Schema> });
  }

  #parsed<Schema extends z.ZodType>(
    schema: Schema,
    written: unknown,
    path: Path,
    code: ServicesCode,
  ): z.output<Schema> | undefined {
    const parsed = schema.safeParse(written);
    if (parsed.success) return parsed.data;
    return this.#fault(code, path, { value: shown(written) });
  }

  #unknownFields(written: Fields, known: readonly string[], path: Path): void {
    for (const field of Object.keys(written)) {
      if (known.includes(field)) continue;
      const meant = nearestWord(field, known);
      const data = { field, meant: meant ?? '-', known: known.join(', ') };
      this.#remark(meant === undefined ? 'services/unknown-field' : 'services/unknown-field-meant', [...path, field], data);
    }
  }

  #fault(code: ServicesCode, path: Path, data: NonNullable<LocatedReason['data']> = {}): undefined {
    this.#faults.push(located(code, path, data));
  }
  #remark(code: ServicesCode, path: Path, data: NonNullable<LocatedReason['data']> = {}): void {
    this.#remarks.push(located(code, path, data));
  }
}

const located = (code: ServicesCode, path: Path, data: LocatedReason['data'] = {}): LocatedReason<ServicesCode> => ({
  code,
  data: { ...data, path: path.join('.') || '-' },
  path,
});

const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '').slice(0, 60));

/** `2026-11-23T09:00` and `2026-11-23 09:00` on the wall of the zone, the same with `Z` or an offset, `11:30` on the day of `start`. */
function timeOf(written: string, zone: Zone, start: Instant | undefined): number | undefined {
  const [, date, time, offset] =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/.exec(written.trim()) ?? [];
  if (date !== undefined && time !== undefined) {
    if (!LocalDate.safeParse(date).success || !isWallTime(time)) return undefined;
    if (offset !== undefined) return Date.parse(`${date}T${time}${offset}`);
    return instantAt(date as LocalDate, time as WallTime, zone);
  }
  if (start === undefined || !/^\d{2}:\d{2}$/.test(written) || !isWallTime(written)) return undefined;
  const day = localDateOf(start, zone);
  const end = instantAt(day, written as WallTime, zone);
  return end > start ? end : instantAt(addDays(day, 1), written as WallTime, zone);
}
const isWallTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$|^24:00$/.test(time);

const sexOf = (written: unknown): unknown => (written === '女' ? 'female' : written === '男' ? 'male' : written);

/** `1960-05-01`, `1960-05` or `1960`, as well as it is known. */
function birthOf(written: unknown): unknown {
  const text = typeof written === 'number' ? String(written) : written;
  if (typeof text !== 'string') return written;
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text) ?? [];
  if (year === undefined) return written;
  if (day !== undefined) {
    if (!LocalDate.safeParse(text).success) return written;
    return { from: text, until: addDays(text as LocalDate, 1), precision: 'day' };
  }
  if (month !== undefined) {
    const first = `${year}-${month}-01`;
    if (!LocalDate.safeParse(first).success) return written;
    return { from: first, until: `${addDays(first as LocalDate, 31).slice(0, 7)}-01`, precision: 'month' };
  }
  return { from: `${year}-01-01`, until: `${Number(year) + 1}-01-01`, precision: 'year' };
}
