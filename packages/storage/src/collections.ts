import * as z from 'zod';
import { canonicalJson } from './canonical-json.ts';
import type { KeyRange } from './driver.ts';
import { frozenCopy } from './frozen-copy.ts';
import { storageFault } from './storage-fault.ts';

/** What a store holds: a schema for each kind of record. A schema must accept what it puts out. */
export type Collections = Readonly<Record<string, z.ZodType>>;

/** Names are written into keys, so they stay plain. @throws Fault `storage/invalid-collection` */
export function checkCollections(collections: Collections): void {
  for (const name of Object.keys(collections)) {
    if (name === 'audit' || !/^[a-z][A-Za-z0-9-]*$/.test(name)) {
      throw storageFault('storage/invalid-collection', `${JSON.stringify(name)} cannot name a collection`);
    }
  }
}

/** `/` parts the key, so no id may hold one. @throws Fault `storage/invalid-record`, `storage/invalid-collection` */
export function keyOf(collections: Collections, collection: string, id: string): string {
  if (!Object.hasOwn(collections, collection))
    throw storageFault('storage/invalid-collection', `there is no collection ${collection}`);
  if (id === '' || id.includes('/')) throw storageFault('storage/invalid-record', `an id of ${collection} is empty or holds "/"`);
  return `${collection}/${id}`;
}

/** Every key of a collection and no other: `0` is the character after `/`. */
export const rangeOf = (collection: string): KeyRange => ({ from: `${collection}/`, until: `${collection}0` });

/**
 * A record as its schema has it, frozen throughout, and nobody else's object: a schema may pass on what it was given.
 * @throws Fault `storage/invalid-record` with the key and the path of the first issue; values are never told.
 */
export function parseRecord<Schema extends z.ZodType>(schema: Schema, key: string, value: unknown): z.output<Schema> {
  return frozenCopy(checkedBy(schema, key, value));
}

function checkedBy<Schema extends z.ZodType>(schema: Schema, key: string, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw storageFault(
    'storage/invalid-record',
    `${key} at ${z.core.toDotPath(issue?.path ?? []) || '(whole record)'}: ${issue?.code}`,
  );
}

/**
 * The record as text, checked; not by way of a copy, for what a schema lets through may be cyclic.
 * @throws Fault `storage/invalid-record` for what the schema refuses, `storage/invalid-batch` for what is no JSON though the
 * schema lets it through
 */
export const printRecord = (schema: z.ZodType, key: string, value: unknown): string =>
  canonicalJson(checkedBy(schema, key, value), key);
