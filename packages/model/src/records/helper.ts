import * as z from 'zod';
import { PersonId } from '../ids.ts';
import { Seconds } from '../time/instant.ts';
import { WallTime } from '../time/zone.ts';
import { Birth } from './birth.ts';
import { Sex } from './resident.ts';

/** `08:30` and `08:30:00` are one time, so that neither comes before the other. */
const toSeconds = (time: WallTime): string => time.padEnd(8, ':00');

/** Free on these ISO weekdays (1 is Monday), half-open from `from` until `until` on the community's wall. */
export const Availability = z
  .strictObject({ weekdays: z.array(z.int().min(1).max(7)).readonly(), from: WallTime, until: WallTime })
  .refine(({ from, until }) => toSeconds(from) < toSeconds(until), { error: 'availability ends after it starts' })
  .readonly();
export interface Availability extends z.infer<typeof Availability> {}

/** Somebody who gives a hand, paid or not. One who also receives has the same id as resident and as helper. */
export const Helper = z
  .strictObject({
    id: PersonId,
    name: z.string().min(1),
    /** A code of the community's role catalogue, e.g. `neighbour`. */
    role: z.string().min(1),
    sex: Sex.nullable(),
    birth: Birth.nullable(),
    phone: z.string().nullable(),
    grid: z.int().positive().nullable(),
    building: z.string().nullable(),
    /** Empty: nobody knows when, so nothing is planned for this person. */
    availability: z.array(Availability).readonly(),
    /** Codes of the community's skill catalogue. */
    skills: z.array(z.string()).readonly(),
    weeklyCapSeconds: Seconds.nullable(),
    team: z.string().nullable(),
  })
  .readonly();
export interface Helper extends z.infer<typeof Helper> {}
