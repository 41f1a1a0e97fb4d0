import type { Batch, Json } from '../../src/driver.ts';
import { sealBatch } from '../../src/seal-batch.ts';

/** A checked copy, so that a bug stands alone: it meets only sound batches, and may take its time. */
export function copyOf(batch: Batch): Batch {
  const { id, expect, put, remove } = sealBatch(batch);
  const values = put.map(([key, json]): [string, Json] => [key, JSON.parse(json) as Json]);
  return { id, expect: Object.fromEntries(expect), put: Object.fromEntries(values), remove };
}
