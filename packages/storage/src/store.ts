import { AuditRecord, auditRange } from './audit.ts';
import { type Collections, checkCollections, parseRecord } from './collections.ts';
import type { StorageDriver, Stored } from './driver.ts';
import { createSession, type Session } from './session.ts';

/** Typed, checked on the way in and on the way out, audited. Whoever opened the driver closes it. */
export interface Store<C extends Collections> {
  session(): Session<C>;
  /** Every commit that changed something, in the order of the commits. */
  audit(): Promise<readonly AuditRecord[]>;
}

/**
 * A store of these collections over one driver; a record lies under `collection/id`.
 * @throws Fault `storage/invalid-collection` for a name that cannot be part of a key; `audit` is taken.
 */
export function createStore<const C extends Collections>(driver: StorageDriver, collections: C): Store<C> {
  checkCollections(collections);
  return {
    session: () => createSession(driver, collections),
    async audit() {
      const trail: Stored[] = [];
      for await (const stored of driver.scan(auditRange)) trail.push(stored);
      // Keys stand in order of time, and a clock may be set back: the revision tells the true order.
      trail.sort((a, b) => a.revision - b.revision);
      return trail.map(({ key, value }) => parseRecord(AuditRecord, key, value));
    },
  };
}
