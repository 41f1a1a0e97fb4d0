import { Instant, Reason } from '@linli/model';
import { z } from 'zod';
import { Asset } from '../pack/standard-fields.ts';

/**
 * Where credit stands. A person's id is the register's opaque one, never a name. `issuer` is where credit comes from, so
 * it alone may stand below 0; `provider` is whoever is paid with it; `pool` is the common pot.
 */
export const Account = z
  .strictObject({ kind: z.enum(['person', 'pool', 'issuer', 'provider']), id: z.string().min(1) })
  .readonly();
export interface Account extends z.infer<typeof Account> {}

/**
 * Whole units that leave one account and enter another: a plain record to be kept as it is, one by one, in order.
 * `at` is when it was recorded, `effectiveAt` when it counts. `reverses` names the transfer it takes back, in whole or in part.
 */
export const Transfer = z
  .strictObject({
    id: z.string().min(1),
    from: Account,
    to: Account,
    asset: Asset,
    /** The ceiling keeps the sums exact. */
    units: z.int().positive().max(1_000_000_000_000),
    at: Instant,
    effectiveAt: Instant,
    /** The reasons of the decision that led here, so that a statement explains itself later. */
    why: z.array(Reason).min(1).readonly(),
    packId: z.string().min(1),
    edition: z.int().positive(),
    reverses: z.string().min(1).exactOptional(),
  })
  .refine(({ from, to }) => !isSameAccount(from, to), { error: 'a transfer runs between two accounts', path: ['to'] })
  .readonly();
export interface Transfer extends z.infer<typeof Transfer> {}

export const isSameAccount = (a: Account, b: Account): boolean => a.kind === b.kind && a.id === b.id;
