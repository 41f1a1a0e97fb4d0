import { isPlainObject } from './canonical-json.ts';

/**
 * The same tree, frozen, so that it can be shared with callers; not an object of it is the one that was given, which belongs to
 * somebody else. What is neither a list nor a plain object stands as it is. Not for cyclic objects.
 */
export function frozenCopy<Value>(value: Value): Value {
  if (Array.isArray(value)) return Object.freeze(value.map((item: unknown) => frozenCopy(item))) as Value;
  if (!isPlainObject(value)) return value;
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, frozenCopy(member)]))) as Value;
}
