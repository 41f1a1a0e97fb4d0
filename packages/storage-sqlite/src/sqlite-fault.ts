import { type Fault, isFault } from '@linli/model';
import { type StorageCode, storageFault } from '@linli/storage';

/** Primary result codes, https://www.sqlite.org/rescode.html */
const codes: Readonly<Record<number, StorageCode>> = {
  5: 'storage/unavailable', // busy: another process held the lock for longer than we wait
  6: 'storage/unavailable', // locked
  8: 'storage/cannot-open', // read-only
  11: 'storage/damaged',
  14: 'storage/cannot-open',
  26: 'storage/not-a-database',
};

/** An error of the engine as a fault; faults pass through. What has no code of its own is `storage/failed`. */
export function sqliteFault(error: unknown, path: string): Fault {
  if (isFault(error)) return error;
  const errcode = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
  // The low byte is the primary code; the rest is detail.
  return storageFault(
    codes[errcode & 0xff] ?? 'storage/failed',
    `${path}: ${error instanceof Error ? error.message : error}`,
    error,
  );
}
