import { Instant } from '@linli/model';
import * as z from 'zod';
import { Account } from './account.ts';
import { AssetCode } from './asset.ts';
import { movementFields, recordFields, runsBetweenTwo, Transfer } from './transfer.ts';

const id = z.string().min(1);

/**
 * Units set aside for a transfer to come: they stay in the account and count against its limit until the hold ends, which
 * it does once: by a transfer with its `holdId`, or by a `HoldEnd`. From `until` on it can no longer be fulfilled.
 */
export const Hold = z
  .strictObject({ kind: z.literal('hold'), ...movementFields, until: Instant.exactOptional() })
  .superRefine((hold, context) => {
    runsBetweenTwo(hold, context);
    if (hold.until !== undefined && hold.until <= hold.at) {
      context.addIssue({ code: 'custom', message: 'a hold lasts for a while', path: ['until'] });
    }
  })
  .readonly();
export interface Hold extends z.infer<typeof Hold> {}

/** Sets the units of a hold free again: `void` at any time, `expire` from its `until` on. */
export const HoldEnd = z
  .strictObject({ kind: z.literal('hold-end'), ...recordFields, holdId: id, how: z.enum(['void', 'expire']) })
  .readonly();
export interface HoldEnd extends z.infer<typeof HoldEnd> {}

/**
 * What an account may do from now on. `frozen`: nothing leaves by its own will, while expiry, reversals and earlier holds go
 * on. `closed`: nothing moves at all; only an empty account is closed. `open`: as it was before.
 */
export const StatusChange = z
  .strictObject({ kind: z.literal('status'), ...recordFields, account: Account, status: z.enum(['open', 'frozen', 'closed']) })
  .readonly();
export interface StatusChange extends z.infer<typeof StatusChange> {}

/** Brings an asset into the ledger, once: its scale is the units people call one, and never changes. */
export const AssetDeclaration = z
  .strictObject({ kind: z.literal('asset'), ...recordFields, asset: AssetCode, scale: z.int().positive() })
  .readonly();
export interface AssetDeclaration extends z.infer<typeof AssetDeclaration> {}

/** Everything a ledger is made of. A store keeps these, one by one, in order; the ledger is rebuilt from them. */
export const LedgerRecord = z.union([Transfer, Hold, HoldEnd, StatusChange, AssetDeclaration]);
export type LedgerRecord = Transfer | Hold | HoldEnd | StatusChange | AssetDeclaration;

const schemas = { hold: Hold, 'hold-end': HoldEnd, status: StatusChange, asset: AssetDeclaration };

/** The schema by the record's own word, so that what is wrong is told by the path in that kind of record. */
export function schemaOf(record: unknown): z.ZodType<LedgerRecord> {
  const kind = typeof record === 'object' && record !== null && 'kind' in record ? record.kind : undefined;
  return typeof kind === 'string' && kind in schemas ? schemas[kind as keyof typeof schemas] : Transfer;
}
