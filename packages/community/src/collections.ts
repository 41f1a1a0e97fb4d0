import {
  Call,
  DeliveryMode,
  Demand,
  DemandId,
  Helper,
  Instant,
  LocalDate,
  PersonId,
  Reason,
  Resident,
  Resource,
  ServiceRecord,
  Tie,
} from '@linli/model';
import { Transfer } from '@linli/timebank';
import { Cycle, wake } from '@linli/windows';
import * as z from 'zod';

/** A demand with the cycle it belongs to and why it is brought the way it is. */
export const KeptDemand = z
  .strictObject({ cycleDate: LocalDate, demand: Demand, reasons: z.array(Reason).readonly() })
  .readonly();
export interface KeptDemand extends z.infer<typeof KeptDemand> {}

/** One demand, one named person, one span. `reasons` say why this way and why this person. */
export const Assignment = z
  .strictObject({
    demandId: DemandId,
    residentId: PersonId,
    helperId: PersonId,
    category: z.string(),
    from: Instant,
    until: Instant,
    mode: DeliveryMode,
    reasons: z.array(Reason).readonly(),
  })
  .readonly();
export interface Assignment extends z.infer<typeof Assignment> {}

/** A demand nobody was named for, and every reason. */
export const Unassigned = z
  .strictObject({ demandId: DemandId, residentId: PersonId.nullable(), reasons: z.array(Reason).min(1).readonly() })
  .readonly();
export interface Unassigned extends z.infer<typeof Unassigned> {}

/** Buying for all orders of one grid. `helperId` is null while nobody can: then the reasons say why. */
export const Purchase = z
  .strictObject({
    id: z.string(),
    /** Null: the grid of these residents is not known. */
    grid: z.int().positive().nullable(),
    demandIds: z.array(DemandId).readonly(),
    helperId: PersonId.nullable(),
    from: Instant.nullable(),
    until: Instant.nullable(),
    reasons: z.array(Reason).readonly(),
  })
  .readonly();
export interface Purchase extends z.infer<typeof Purchase> {}

/** Who does what in one cycle. Lists are in id order. */
export const DayPlan = z
  .strictObject({
    date: LocalDate,
    assignments: z.array(Assignment).readonly(),
    unassigned: z.array(Unassigned).readonly(),
    purchases: z.array(Purchase).readonly(),
  })
  .readonly();
export interface DayPlan extends z.infer<typeof DayPlan> {}

/** A file that was taken in, and which of its rows were held back. `id` is the digest of its bytes. */
export const ImportRecord = z
  .strictObject({
    id: z.string(),
    refused: z
      .array(z.strictObject({ sheet: z.string(), row: z.int(), column: z.string().nullable(), code: z.string() }).readonly())
      .readonly(),
  })
  .readonly();
export interface ImportRecord extends z.infer<typeof ImportRecord> {}

/** One transfer of the ledger. `sequence` counts from 1 in recorded order; it is also the key, so the ledger reads back in order. */
const KeptTransfer = z.strictObject({ sequence: z.int().positive(), transfer: Transfer }).readonly();

/** A cycle as it is kept; one that an older version wrote down is brought up to this one as it is read. */
const KeptCycle = z.preprocess((kept) => {
  const woken = wake(kept, 'cycle');
  return woken.ok ? woken.value : kept;
}, Cycle);

/** Everything a community keeps. */
export const collections = {
  residents: Resident,
  helpers: Helper,
  ties: Tie,
  calls: Call,
  services: ServiceRecord,
  resources: Resource,
  imports: ImportRecord,
  demands: KeptDemand,
  cycles: KeptCycle,
  plans: DayPlan,
  transfers: KeptTransfer,
} as const;
