import { type Decision, LocalDate, PersonId, Text, WallTime, weekdayOf, Zone } from '@linli/model';
import * as z from 'zod';
import { Weekday } from '../calendar/service-calendar.ts';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';
import { type RuleFlawCode, readRule } from '../recurrence/recurrence-rule.ts';

/** What has to be covered on certain weekdays: the morning knock, the evening shift of a station. */
const Slot = z
  .strictObject({
    id: z.string().min(1),
    name: Text,
    weekdays: z.array(Weekday).min(1).readonly(),
    at: WallTime,
    serviceMinutes: z.int().min(1).max(1440),
    /** How many have to be there. */
    people: z.int().positive(),
    /** `skip`: nobody is needed on the calendar's days off. */
    onClosedDays: z.enum(['serve', 'skip']),
  })
  .readonly();
export type Slot = z.infer<typeof Slot>;

const span = { from: LocalDate, until: LocalDate.nullable() };

/** Who takes a slot as a rule: on weekdays, or by an RRULE that begins at `from`, such as every second Tuesday. */
const Regular = z
  .strictObject({
    slotId: z.string().min(1),
    helperId: PersonId,
    ...span,
    on: z.union([
      z.strictObject({ weekdays: z.array(Weekday).min(1).readonly() }).readonly(),
      z.strictObject({ rule: z.string().min(1) }).readonly(),
    ]),
  })
  .readonly();
export type Regular = z.infer<typeof Regular>;

/** Somebody stands in on one day; `insteadOf` null is one more. Later entries see what earlier ones have changed. */
const Substitution = z
  .strictObject({
    date: LocalDate,
    slotId: z.string().min(1),
    helperId: PersonId,
    insteadOf: PersonId.nullable(),
    saidBy: PersonId,
  })
  .readonly();

const Absence = z.strictObject({ helperId: PersonId, ...span, saidBy: PersonId }).readonly();

type ShapeCode =
  | RuleFlawCode
  | 'rota/slot-twice'
  | 'rota/slot-unknown'
  | 'rota/ends-before-it-begins'
  | 'rota/substitutes-nothing'
  | 'rota/stands-in-for-self';

/** Why a rota is refused. `data.path` says where, as `regulars.2.slotId`. */
export type RotaFlawCode = 'rota/malformed' | ShapeCode;

interface Dated {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}
interface Shape extends Dated {
  readonly slots: readonly Slot[];
  readonly regulars: readonly Regular[];
  readonly substitutions: readonly z.infer<typeof Substitution>[];
  readonly absences: readonly z.infer<typeof Absence>[];
}

function flawsOf(rota: Shape): readonly Flaw<ShapeCode>[] {
  const flaws: Flaw<ShapeCode>[] = [];
  const slots = new Map(rota.slots.map((slot) => [slot.id, slot]));
  for (const [index, { id }] of rota.slots.entries())
    if (rota.slots.findIndex((slot) => slot.id === id) < index)
      flaws.push({ code: 'rota/slot-twice', path: ['slots', index, 'id'] });
  const endsRight = ({ from, until }: Dated, ...path: readonly (string | number)[]): void => {
    if (until !== null && until <= from) flaws.push({ code: 'rota/ends-before-it-begins', path: [...path, 'until'] });
  };
  endsRight(rota);
  for (const [index, absence] of rota.absences.entries()) endsRight(absence, 'absences', index);
  for (const [index, regular] of rota.regulars.entries()) {
    endsRight(regular, 'regulars', index);
    if (!slots.has(regular.slotId)) flaws.push({ code: 'rota/slot-unknown', path: ['regulars', index, 'slotId'] });
    if (!('rule' in regular.on)) continue;
    const rule = readRule(regular.on.rule);
    if (!('pattern' in rule))
      flaws.push(...rule.map(({ code, data }) => ({ code, path: ['regulars', index, 'on', 'rule'], data })));
  }
  for (const [index, { slotId, date, helperId, insteadOf }] of rota.substitutions.entries()) {
    const path = ['substitutions', index];
    const slot = slots.get(slotId);
    if (slot === undefined) flaws.push({ code: 'rota/slot-unknown', path: [...path, 'slotId'] });
    else if (!holds(rota, date) || !slot.weekdays.includes(weekdayOf(date)))
      flaws.push({ code: 'rota/substitutes-nothing', path: [...path, 'date'], data: { date } });
    if (helperId === insteadOf) flaws.push({ code: 'rota/stands-in-for-self', path: [...path, 'insteadOf'] });
  }
  return flaws;
}

/** Half-open: `until` is not in it any more. */
export const holds = ({ from, until }: Dated, date: LocalDate): boolean => from <= date && (until === null || date < until);

/** Who takes one duty on which day, as data: towards one elder, or at a place where `residentId` is null. */
export const Rota = z
  .strictObject({
    format: z.literal('linli-rota/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    residentId: PersonId.nullable(),
    /** A code of the care template, e.g. `knock`. */
    duty: z.string().min(1),
    zone: Zone,
    ...span,
    slots: z.array(Slot).min(1).readonly(),
    regulars: z.array(Regular).readonly(),
    substitutions: z.array(Substitution).readonly(),
    absences: z.array(Absence).readonly(),
  })
  .check(checkFlaws<Shape>(flawsOf))
  .readonly();
export interface Rota extends z.infer<typeof Rota> {}

/** A rota from outside. Every flaw is named with its path. */
export const parseRota = (input: unknown): Decision<Rota, RotaFlawCode> => parseLocated(Rota, 'rota/malformed', input);
