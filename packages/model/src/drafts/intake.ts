import type { Address } from '../records/address.ts';
import type { CallOutcome, OrderLine, Request } from '../records/call.ts';
import type { Helper } from '../records/helper.ts';
import type { Resident } from '../records/resident.ts';
import type { Resource } from '../records/resource.ts';
import type { Cadence } from '../records/tie.ts';
import type { LocalDate, WallTime } from '../time/zone.ts';
import type { Origin, Remark } from './origin.ts';

// A draft is what a file says before the register admits it: values are typed, people are still names.

/** Somebody named in a file. What else is known helps to tell two people of one name apart. */
export interface Mention {
  readonly name: string;
  readonly grid: number | null;
  readonly address: Address | null;
  readonly role: string | null;
}

type Draft<Fields> = Fields & { readonly at: Origin };

export type ResidentDraft = Draft<Omit<Resident, 'id'>>;
export type HelperDraft = Draft<Omit<Helper, 'id'>>;
export type ResourceDraft = Draft<Omit<Resource, 'id'>>;

export type TieDraft = Draft<{
  readonly resident: Mention;
  readonly helper: Mention;
  readonly role: string;
  readonly duty: string;
  readonly cadence: Cadence;
}>;

export type CallDraft = Draft<{
  readonly date: LocalDate;
  readonly time: WallTime;
  readonly resident: Mention;
  readonly outcome: CallOutcome;
  readonly order: readonly OrderLine[];
  readonly request: Request | null;
  readonly emergency: boolean;
  readonly takenBy: Mention | null;
}>;

export type ServiceDraft = Draft<{
  readonly date: LocalDate;
  readonly from: WallTime;
  readonly until: WallTime;
  readonly helper: Mention;
  readonly category: string;
  /** Null: done for the public, a place or a group. */
  readonly beneficiary: Mention | null;
  readonly evidence: readonly string[];
}>;

/** Everything one file says, and what of it could not be taken. Order is the file's. */
export interface Intake {
  readonly residents: readonly ResidentDraft[];
  readonly helpers: readonly HelperDraft[];
  readonly ties: readonly TieDraft[];
  readonly calls: readonly CallDraft[];
  readonly services: readonly ServiceDraft[];
  readonly resources: readonly ResourceDraft[];
  /** Rows held back whole: a person must look at them. */
  readonly refused: readonly Remark[];
  /** Rows that were taken although something in them is doubtful. */
  readonly warnings: readonly Remark[];
}
