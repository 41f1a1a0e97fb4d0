import type { KeyRange } from './driver.ts';
import { storageFault } from './storage-fault.ts';

/** PostgreSQL indexes at most 2704 bytes: 512 units are at most 1536 bytes of UTF-8. */
const maxUnits = 512;

// With the `u` flag a surrogate is one that has no partner. UTF-8 has none of those, PostgreSQL has no U+0000.
const storable = (text: string): boolean => !/[\p{Surrogate}\0]/u.test(text);

/** @throws Fault `storage/invalid-batch` for a key (or batch id) that not every backend can hold. */
export function checkKey(key: string): void {
  if (typeof key !== 'string' || key.length === 0) throw storageFault('storage/invalid-batch', 'a key is empty or not a string');
  if (key.length > maxUnits) throw storageFault('storage/invalid-batch', `a key has ${key.length} of at most ${maxUnits} units`);
  if (!storable(key)) throw storageFault('storage/invalid-batch', `the key ${JSON.stringify(key)} is ill-formed or holds U+0000`);
}

/** Bounds may be empty or longer than a key. @throws Fault `storage/invalid-batch` for a bound that has no place in the order. */
export function checkRange({ from, until }: KeyRange): void {
  if (!storable(from) || !storable(until)) throw storageFault('storage/invalid-batch', 'a bound is ill-formed or holds U+0000');
}
