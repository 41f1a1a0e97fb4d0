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
  timesShown,
  type WallTime,
  type Yes,
  yes,
  Zone,
} from '@linli/model';
import * as z from 'zod';
import type { Candidate, CreditFacts } from '../credit-all.ts';
import { suggestions } from '../pack/nearest-word.ts';
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
 * An id that is a whole number is kept in its digits; `written` tells how it stands in the file, where there is one, so that
 * `007` and `1e3` are refused and become no other id.
 */
export function readServices(input: unknown, zone: Zone, written?: AsWritten): ServicesReading {
  return new ServicesReader(zone, written).read(input);
}

/** How a value, or the key that ends a path, is written in the file. */
export interface AsWritten {
  readonly valueText: (path: Path) => string | undefined;
  readonly keyText: (path: Path) => string | undefined;
}

/** Instants a service can have: from 1900 up to 2200, by UTC. */
const firstInstant = Date.UTC(1900, 0, 1);
const endOfTime = Date.UTC(2200, 0, 1);

/** An hour before the start is the next day's where the service is then no longer than this; a slip would make it nearly a day. */
const longestNightMs = 12 * 3_600_000;

class ServicesReader {
  readonly #faults: LocatedReason<ServicesCode>[] = [];
  readonly #remarks: LocatedReason<ServicesCode>[] = [];
  readonly #people = new Map<PersonId, Candidate>();
  readonly #services = new Map<ServiceId, ServiceFacts>();
  readonly #written: AsWritten | undefined;
  #zone: Zone;
  readonly #nearest = suggestions();

  constructor(zone: Zone, written: AsWritten | undefined) {
    this.#zone = zone;
    this.#written = written;
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
    if (isFields(people)) {
      for (const [id, one] of Object.entries(people)) {
        const path = ['people', id];
        const key = this.#written?.keyText(path) ?? id;
        if (key !== id && !/^["']/.test(key)) this.#fault('services/not-an-id', path, { value: shown(key) });
        else this.#person(isFields(one) ? { id, ...one } : one, path);
      }
    } else if (!Array.isArray(people)) this.#fault('services/no-list', ['people']);
    else for (const [place, one] of people.entries()) this.#person(one, ['people', place]);
    // In a bare array, the path begins with the place.
    const start: Path = Array.isArray(input) ? [] : ['services'];
    const seen = new Map<string, number>();
    const records = services.flatMap((one, place) => {
      const record = this.#service(one, place, [...start, place]);
      if (record === undefined) return [];
      const earlier = seen.get(record.id);
      if (earlier !== undefined) this.#fault('services/id-twice', [...start, place], { id: record.id, place: earlier + 1 });
      seen.set(record.id, place);
      return [record];
    });
    const [first, ...others] = this.#faults;
    if (first !== undefined) return { ok: false, reasons: [first, ...others] };
    const facts: CreditFacts = { beneficiaries: this.#people, services: this.#services, ...(on && { judgedOn: on }) };
    const value: ServiceList = { records, people: this.#people, facts, zone: this.#zone };
    return { ...yes(value), reasons: this.#remarks };
  }

  #person(one: unknown, path: Path): PersonId | undefined {
    if (!isFields(one)) return this.#fault('services/not-a-record', path);
    this.#unknownFields(one, personFields, path);
    const key = one['id'] === undefined || one['id'] === null ? 'name' : 'id';
    const id = this.#id(PersonId, one[key], [...path, key], 'services/no-id');
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
      z.number().nonnegative().max(1_000_000),
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
    const isNamed = one['id'] !== undefined && one['id'] !== null;
    const id = isNamed
      ? this.#id(ServiceId, one['id'], [...path, 'id'], 'services/not-an-id')
      : ServiceId.parse(`s-${place + 1}`);
    if (id === undefined) return undefined;
    const helperId = this.#helper(one, path);
    const category = typeof one['category'] === 'string' && one['category'] !== '' ? one['category'] : undefined;
    if (category === undefined) this.#remark('services/no-category', [...path, 'category'], { id });
    const from = this.#time(one['from'], [...path, 'from']);
    const until = this.#end(one, from, path);
    const evidence = this.#optional('evidence', one['evidence'], z.array(z.string()), path, 'services/not-a-list').evidence ?? [];
    const served = one['beneficiary'] === undefined && one['beneficiaryId'] !== undefined ? 'beneficiaryId' : 'beneficiary';
    const beneficiary = this.#beneficiary(one['beneficiary'] ?? one['beneficiaryId'], [...path, served]);
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
    if (until === from) return this.#fault('services/no-length', [...path, endOf(one)], { id });
    if (until < from) return this.#fault('services/ends-before-it-starts', [...path, endOf(one)], { id });
    return ServiceRecord.parse({ id, helperId, category: category ?? '-', from, until, beneficiary, evidence });
  }

  /** The helper's id, or the helper as a record in place. Somebody who is not listed is a person of whom nothing is known. */
  #helper(one: Fields, path: Path): PersonId | undefined {
    const written = one['helperId'] ?? one['helper'];
    if (isFields(written)) return this.#person(written, [...path, 'helper']);
    const key = one['helperId'] === undefined && one['helper'] !== undefined ? 'helper' : 'helperId';
    const id = this.#id(PersonId, written, [...path, key], 'services/no-helper');
    if (id === undefined || this.#people.has(id)) return id;
    this.#remark('services/helper-not-listed', [...path, key], { id });
    this.#people.set(id, {});
    return id;
  }

  #beneficiary(written: unknown, path: Path): ServiceRecord['beneficiary'] | undefined {
    if (written === undefined || written === null) return { kind: 'uncertain', candidates: [] };
    if (written === 'public') return { kind: 'public' };
    if (!isFields(written)) {
      const personId = this.#id(PersonId, written, path, 'services/not-an-id');
      return personId === undefined ? undefined : { kind: 'person', personId };
    }
    const whole = ServiceRecord.unwrap().shape.beneficiary.safeParse(written);
    if (whole.success) return whole.data;
    const { kind: _, personId, ...facts } = written;
    const id = this.#person(personId === undefined ? facts : { ...facts, id: personId }, path);
    return id === undefined ? undefined : { kind: 'person', personId: id };
  }

  #end(one: Fields, from: Instant | undefined, path: Path): Instant | undefined {
    const written = ends.filter((key) => one[key] !== undefined && one[key] !== null);
    const [key, ...others] = written;
    if (key === undefined) return this.#fault('services/no-time', [...path, 'until'], { field: 'until' });
    const [until, ...more] = written.map((each) => this.#endBy(each, one[each], from, [...path, each]));
    if (until === undefined || more.some((each) => each === undefined)) return undefined;
    const other = others[more.findIndex((each) => each !== until)];
    return other === undefined ? until : this.#fault('services/two-ends', [...path, other], { field: key, other });
  }

  #endBy(key: (typeof ends)[number], written: unknown, from: Instant | undefined, path: Path): Instant | undefined {
    if (key === 'until') {
      // An hour has its day from the start; where that is wrong, that is the mistake.
      const isHour = typeof written === 'string' && /^\d{2}:\d{2}$/.test(written);
      return from === undefined && isHour ? undefined : this.#time(written, path, from);
    }
    if (typeof written !== 'number' || !Number.isFinite(written) || written < 0) {
      return this.#fault('services/not-a-length', path, { field: key, value: shown(written) });
    }
    if (from === undefined) return undefined;
    return this.#inTime(from + Math.round(written * (key === 'minutes' ? 60_000 : 3_600_000)), written, path);
  }

  #inTime(at: number, written: unknown, path: Path): Instant | undefined {
    if (at >= firstInstant && at < endOfTime) return Instant.parse(at);
    return this.#fault('services/time-out-of-range', path, { value: shown(written) });
  }

  /** With the day of `start` where only an hour is written. */
  #time(written: unknown, path: Path, start?: Instant): Instant | undefined {
    if (written === undefined || written === null) return this.#fault('services/no-time', path, { field: String(path.at(-1)) });
    const value = shown(written);
    if (typeof written === 'number') {
      return Number.isInteger(written)
        ? this.#inTime(written, written, path)
        : this.#fault('services/not-a-time', path, { value });
    }
    const read = timeOf(String(written), this.#zone, start);
    if (read === undefined) return this.#fault('services/not-a-time', path, { value });
    const at = this.#inTime(read.at, written, path);
    if (at === undefined) return undefined;
    if (read.shown === 0) return this.#fault('services/time-skipped', path, { value, zone: this.#zone });
    if (read.shown > 1) this.#remark('services/time-twice', path, { value, zone: this.#zone });
    if (start === undefined || !read.isNextDay || at - start <= longestNightMs) return at;
    return this.#fault('services/next-day-not-said', path, { value, day: localDateOf(at, this.#zone) });
  }

  /** An id as it is written: text, or a whole number in its own digits. */
  #id<Schema extends z.ZodType<string>>(
    schema: Schema,
    id: unknown,
    path: Path,
    missing: ServicesCode,
  ): z.output<Schema> | undefined {
    if (id === undefined || id === null) return this.#fault(missing, path, { value: '-' });
    if (typeof id === 'string') return this.#parsed(schema, id, path, 'services/not-an-id');
    const text = this.#written?.valueText(path) ?? String(id);
    if (Number.isSafeInteger(id) && text === String(id)) return this.#parsed(schema, text, path, 'services/not-an-id');
    return this.#fault('services/not-an-id', path, { value: shown(typeof id === 'number' ? text : id) });
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
      const meant = this.#nearest(field, known);
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

const shown = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 60);

const ends = ['until', 'minutes', 'hours'] as const;

/** The field that says when it ended. */
const endOf = (one: Fields): string => ends.find((key) => one[key] !== undefined && one[key] !== null) ?? 'until';

interface TimeRead {
  readonly at: number;
  /** How often the wall shows it on that day: not once where a clock change skips it. */
  readonly shown: number;
  readonly isNextDay: boolean;
}

/**
 * `2026-11-23T09:00` and `2026-11-23 09:00` on the wall of the zone, the same with `Z` or an offset, `11:30` on the day of
 * `start` or the next. What the wall shows twice is the first of the two.
 */
function timeOf(written: string, zone: Zone, start: Instant | undefined): TimeRead | undefined {
  const [, date, time, offset] =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/.exec(written.trim()) ?? [];
  if (date !== undefined && time !== undefined) {
    if (!LocalDate.safeParse(date).success || !isWallTime(time)) return undefined;
    if (offset === undefined) return onWall(date as LocalDate, time as WallTime, zone);
    const at = Date.parse(`${date}T${time}${offset}`);
    return Number.isNaN(at) ? undefined : { at, shown: 1, isNextDay: false };
  }
  if (start === undefined || !/^\d{2}:\d{2}$/.test(written) || !isWallTime(written)) return undefined;
  const day = localDateOf(start, zone);
  const end = onWall(day, written as WallTime, zone);
  if (end.shown === 0 || end.at >= start) return end;
  return { ...onWall(addDays(day, 1), written as WallTime, zone), isNextDay: true };
}

const onWall = (date: LocalDate, time: WallTime, zone: Zone): TimeRead => ({
  at: instantAt(date, time, zone),
  shown: timesShown(date, time, zone),
  isNextDay: false,
});

const isWallTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$|^24:00$/.test(time);

const sexOf = (written: unknown): unknown => (written === '女' ? 'female' : written === '男' ? 'male' : written);

/** `1960-05-01`, `1960-05` or `1960`, as well as it is known. */
function birthOf(written: unknown): unknown {
  const text = typeof written === 'number' ? String(written) : written;
  if (typeof text !== 'string') return written;
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text) ?? [];
  if (year === undefined || year < '1800' || year > '2199') return written;
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
