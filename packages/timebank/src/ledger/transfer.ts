import { Instant, Reason } from '@linli/model';
import * as z from 'zod';
import { Account, isSameAccount } from './account.ts';
import { AssetCode } from './asset.ts';
import { purposes } from './purpose.ts';

const id = z.string().min(1);

/** What every record of a ledger has. `at` is when it was recorded. */
export const recordFields = {
  id,
  at: Instant,
  /** The reasons of the decision that led here, so that a statement explains itself later. */
  why: z.array(Reason).min(1).readonly(),
};

/** What is moved, or set aside to be moved. `effectiveAt` is when it counts. */
export const movementFields = {
  ...recordFields,
  from: Account,
  to: Account,
  asset: AssetCode,
  /** The ceiling keeps the sums exact. */
  units: z.int().positive().max(1_000_000_000_000),
  effectiveAt: Instant,
  packId: id,
  edition: z.int().positive(),
  purpose: z.enum(purposes).exactOptional(),
  /** From this instant on, what is left of the units may be taken back as expired. */
  expiresAt: Instant.exactOptional(),
  /** Names the same act in another ledger, or in another record of this one. */
  reference: id.exactOptional(),
  /** Of an act between two communities: `num` units of the one that is paid were worth `den` units of the one that pays. */
  rate: z.strictObject({ num: z.number().positive(), den: z.number().positive() }).readonly().exactOptional(),
};

type Issues = z.core.$RefinementCtx<{ readonly from: Account; readonly to: Account }>;

export function runsBetweenTwo({ from, to }: { readonly from: Account; readonly to: Account }, context: Issues): void {
  if (isSameAccount(from, to)) context.addIssue({ code: 'custom', message: 'it runs between two accounts', path: ['to'] });
}

/**
 * Whole units that leave one account and enter another: a plain record to be kept as it is, one by one, in order.
 * `reverses` names the transfer it takes back, in whole or in part; `holdId` the hold it fulfils, in whole or in part.
 */
export const Transfer = z
  .strictObject({ ...movementFields, reverses: id.exactOptional(), holdId: id.exactOptional() })
  .superRefine((transfer, context) => {
    runsBetweenTwo(transfer, context);
    if (transfer.reverses === undefined || transfer.holdId === undefined) return;
    context.addIssue({ code: 'custom', message: 'what fulfils a hold takes nothing back', path: ['holdId'] });
  })
  .readonly();
export interface Transfer extends z.infer<typeof Transfer> {}
