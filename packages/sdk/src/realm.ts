/** What a piece of code left changed in the language around it: by path, `Array.prototype.at`. */
export type RealmPicture = ReadonlyMap<string, unknown>;

/** Read by name they warn or throw where the host keeps no such storage; a plugin has no use for them. */
const LEFT_ALONE: ReadonlySet<PropertyKey> = new Set(['localStorage', 'sessionStorage']);

/**
 * Every property of the global object, of each global function and object, and of their prototypes, with what it holds.
 * Compared before and after, it shows what was added, replaced or removed, and nothing of what a plugin keeps to itself.
 */
export function pictureRealm(): RealmPicture {
  // Some globals are made, and make others, when first read; read once, all stay what they are.
  for (const key of Reflect.ownKeys(globalThis)) if (!LEFT_ALONE.has(key)) Reflect.get(globalThis, key);
  const held = new Map<string, unknown>();
  const seen = new Set<unknown>();
  const look = (owner: object, path: string, depth: number): void => {
    if (seen.has(owner)) return;
    seen.add(owner);
    held.set(`prototype of ${path || 'globalThis'}`, Object.getPrototypeOf(owner));
    for (const key of Reflect.ownKeys(owner)) {
      if (path === '' && LEFT_ALONE.has(key)) continue;
      const name = path === '' ? String(key) : `${path}.${String(key)}`;
      const { value, get, set } = Object.getOwnPropertyDescriptor(owner, key) ?? {};
      held.set(name, get ?? value);
      held.set(`set of ${name}`, set);
      if (depth > 0 && isHolder(value)) look(value, name, depth - 1);
    }
  };
  look(globalThis, '', DEPTH);
  return held;
}

const isHolder = (value: unknown): value is object =>
  typeof value === 'function' || (typeof value === 'object' && value !== null);

/** `Intl.DateTimeFormat.prototype.format` lies this deep. */
const DEPTH = 3;

/** The first path that differs, or null. */
export function changeOf(before: RealmPicture, after: RealmPicture): string | null {
  for (const [path, value] of before) if (!after.has(path) || !Object.is(after.get(path), value)) return path;
  for (const path of after.keys()) if (!before.has(path)) return path;
  return null;
}
