import { Instant } from '@linli/model';
import * as z from 'zod';

/** The range that holds the audit trail. `0` is the character after `/`. */
export const auditRange = { from: 'audit/', until: 'audit0' };

/** Who changed which keys when, and why. It holds keys, never what was written there. */
export const AuditRecord = z
  .strictObject({
    id: z.string().min(1),
    at: Instant.nonnegative(),
    actor: z.string().min(1),
    why: z.string().min(1),
    put: z.array(z.string()).readonly(),
    removed: z.array(z.string()).readonly(),
  })
  .readonly();
export interface AuditRecord extends z.infer<typeof AuditRecord> {}

/** The time comes first and has a fixed width, so that a span of time is a range of keys. */
export const auditKey = ({ at, id }: Pick<AuditRecord, 'at' | 'id'>): string => `audit/${String(at).padStart(16, '0')}/${id}`;
