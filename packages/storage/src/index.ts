// The store.
export type { AuditRecord } from './audit.ts';
// For those who write a driver.
export { checkKey, checkRange } from './check-key.ts';
export type { Collections } from './collections.ts';
export { compareKeys } from './compare-keys.ts';

// Drivers.
export type { Batch, Claim, Json, KeyRange, StorageDriver, Stored } from './driver.ts';
export { memoryDriver } from './memory-driver.ts';
export { type SealedBatch, sealBatch } from './seal-batch.ts';
export type { Commit, Committed, Session } from './session.ts';
export { storageFault } from './storage-fault.ts';
export { createStore, type Store } from './store.ts';

export { type StorageCode, storageTexts } from './texts.ts';
