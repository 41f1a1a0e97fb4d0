import * as z from 'zod';
import { PersonId } from '../ids.ts';
import { LocalDate } from '../time/zone.ts';
import { Address } from './address.ts';
import { Birth } from './birth.ts';

export const Sex = z.enum(['female', 'male']);
export type Sex = z.infer<typeof Sex>;

/** How somebody manages alone, by the centre's own assessment. Null: not assessed. */
export const SelfCare = z.enum(['independent', 'mild', 'moderate', 'severe']);
export type SelfCare = z.infer<typeof SelfCare>;

/** Who shares a home, by kind. */
export const LivingKind = z.enum(['alone', 'couple', 'family', 'carer', 'institution']);
export type LivingKind = z.infer<typeof LivingKind>;

/** Who shares the home, since when; `from` null means "as far back as the record goes". Newest last. */
export const Living = z.strictObject({ kind: LivingKind, from: LocalDate.nullable() }).readonly();
export interface Living extends z.infer<typeof Living> {}

export const Contact = z
  .strictObject({ name: z.string(), relation: z.string().nullable(), phone: z.string().nullable() })
  .readonly();
export interface Contact extends z.infer<typeof Contact> {}

/** Somebody the community looks after. Admitted by `registry`. Null and empty mean "not known", never "no". */
export const Resident = z
  .strictObject({
    id: PersonId,
    name: z.string().min(1),
    sex: Sex.nullable(),
    birth: Birth.nullable(),
    /** 18 characters with a valid check character. Sensitive. */
    identityNumber: z.string().nullable(),
    grid: z.int().positive().nullable(),
    address: Address.nullable(),
    hasLift: z.boolean().nullable(),
    phone: z.string().nullable(),
    emergencyContact: Contact.nullable(),
    living: z.array(Living).readonly(),
    selfCare: SelfCare.nullable(),
    /** Codes such as `low-income`, `disability-2`. Sensitive. */
    hardship: z.array(z.string()).readonly(),
    /** Conditions, allergies and diets in the writer's words. Sensitive. */
    health: z.array(z.string()).readonly(),
    interests: z.array(z.string()).readonly(),
    /** Codes for how to come near: `no-home-visits`, `deaf`, `dialect-only`. */
    approach: z.array(z.string()).readonly(),
    note: z.string().nullable(),
  })
  .readonly();
export interface Resident extends z.infer<typeof Resident> {}

/** Whether somebody lives alone on the day `on`; undefined where nothing is written for that day. */
export function livesAlone({ living }: Pick<Resident, 'living'>, on: LocalDate): boolean | undefined {
  const inForce = living.filter(({ from }) => from === null || from <= on).at(-1);
  return inForce === undefined ? undefined : inForce.kind === 'alone';
}
