import type { Instant } from '@linli/model';
import { isFault } from '@linli/model/kernel';
import type * as z from 'zod';
import { AuditRecord, auditKey } from './audit.ts';
import { canonicalJson } from './canonical-json.ts';
import { type Collections, keyOf, parseRecord, printRecord, rangeOf } from './collections.ts';
import type { Json, StorageDriver } from './driver.ts';
import { knownKeys } from './known-keys.ts';
import { storageFault } from './storage-fault.ts';

type Records<C extends Collections, Name extends keyof C> = z.output<C[Name]>;

/** One decision to be kept: all of it or none of it. */
export interface Commit<C extends Collections> {
  /** Names the decision. Sent again in the same session after an unknown outcome, it takes effect once. */
  readonly id: string;
  readonly at: Instant;
  readonly actor: string;
  /** Goes into the audit trail as it is: name no resident in it. */
  readonly why: string;
  readonly put?: { readonly [Name in keyof C]?: Readonly<Record<string, Records<C, Name>>> };
  readonly remove?: { readonly [Name in keyof C]?: readonly string[] };
}

/** Records that were new, records that had another value, records that were there and are gone. No record counts twice. */
export interface Committed {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Null where all three are 0: then nothing was written, no audit record either. */
  readonly revision: number | null;
}

/**
 * One reading and deciding of the store. It remembers the revision of every key it read, and its commit holds only while
 * none of them has moved. After `storage/stale-read`, open a new session and decide again.
 */
export interface Session<C extends Collections> {
  read<Name extends keyof C & string>(collection: Name, id: string): Promise<Records<C, Name> | undefined>;
  /** In id order (by code point). Records that others add later are not guarded against: see the README. */
  list<Name extends keyof C & string>(collection: Name): Promise<readonly Records<C, Name>[]>;
  commit(commit: Commit<C>): Promise<Committed>;
}

export function createSession<C extends Collections>(driver: StorageDriver, collections: C): Session<C> {
  const known = knownKeys(driver);
  const parsed = new Map<string, { readonly value: Json; readonly record: unknown }>();

  function recordAt<Name extends keyof C & string>(collection: Name, key: string): Records<C, Name> | undefined {
    const { value } = known.at(key);
    if (value === undefined) return undefined;
    const before = parsed.get(key);
    if (before?.value === value) return before.record as Records<C, Name>;
    const record = parseRecord(collections[collection] as C[Name], key, value);
    parsed.set(key, { value, record });
    return record;
  }

  return {
    async read(collection, id) {
      const key = keyOf(collections, collection, id);
      await known.load([key]);
      return recordAt(collection, key);
    },
    async list(collection) {
      const range = rangeOf(collection);
      keyOf(collections, collection, 'any');
      await known.loadRange(range);
      return known.within(range).map((key) => recordAt(collection, key)) as Records<C, typeof collection>[];
    },
    async commit(asked) {
      const { commit, wanted } = readCommit(collections, asked);
      await known.load([...wanted.keys()]);
      const textAt = (key: string): string | null => {
        const { value } = known.at(key);
        return value === undefined ? null : canonicalJson(value, key);
      };
      const changes = [...wanted].filter(([key, text]) => text !== textAt(key));
      const audit = auditOf(commit, changes);
      if (changes.length === 0) return { added: 0, changed: 0, removed: 0, revision: null };

      const put = changes.flatMap(([key, text]): [string, Json][] => (text === null ? [] : [[key, JSON.parse(text) as Json]]));
      const added = put.filter(([key]) => known.at(key).revision === 0).length;
      const { revision } = await driver.commit({
        id: commit.id,
        expect: { ...known.revisions(), [auditKey(audit)]: 0 },
        put: { ...Object.fromEntries(put), [auditKey(audit)]: audit },
        remove: audit.removed,
      });
      for (const [key, value] of put) known.learn(key, { revision, value });
      for (const key of audit.removed) known.learn(key, { revision: 0, value: undefined });
      return { added, changed: put.length - added, removed: audit.removed.length, revision };
    },
  };
}

/** What is asked, read once: what the caller does with its objects from here on changes nothing. Throws faults only. */
function readCommit<C extends Collections>(
  collections: C,
  asked: Commit<C>,
): { readonly commit: Commit<C>; readonly wanted: ReadonlyMap<string, string | null> } {
  try {
    const commit = { ...asked };
    return { commit, wanted: wantedTexts(collections, commit) };
  } catch (error) {
    // An object may be made so that it throws when it is looked at, by a schema or by us.
    throw isFault(error) ? error : storageFault('storage/invalid-commit', 'the commit cannot be read', error);
  }
}

/** What every named key shall hold, as text; null where it shall be gone. */
function wantedTexts<C extends Collections>(collections: C, commit: Commit<C>): ReadonlyMap<string, string | null> {
  const wanted = new Map<string, string | null>();
  for (const [collection, records] of Object.entries(commit.put ?? {})) {
    for (const [id, record] of Object.entries(records ?? {})) {
      const key = keyOf(collections, collection, id);
      wanted.set(key, printRecord(collections[collection] as z.ZodType, key, record));
    }
  }
  for (const [collection, ids] of Object.entries(commit.remove ?? {})) {
    for (const id of ids ?? []) {
      const key = keyOf(collections, collection, id);
      if (typeof wanted.get(key) === 'string') throw storageFault('storage/invalid-commit', `${key} is both put and removed`);
      wanted.set(key, null);
    }
  }
  return wanted;
}

function auditOf(
  { id, at, actor, why }: Commit<Collections>,
  changes: readonly (readonly [string, string | null])[],
): AuditRecord {
  const keys = (gone: boolean): string[] => changes.filter(([, text]) => (text === null) === gone).map(([key]) => key);
  const audit = AuditRecord.safeParse({ id, at, actor, why, put: keys(false), removed: keys(true) });
  if (audit.success) return audit.data;
  throw storageFault('storage/invalid-commit', `the commit needs a proper ${String(audit.error.issues[0]?.path[0])}`);
}
