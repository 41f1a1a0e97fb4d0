import { type Fault, isFault } from '@linli/model';
import { type StorageCode, storageFault } from '@linli/storage';

/** SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html; the longest beginning counts. */
const codes: readonly (readonly [beginning: string, code: StorageCode])[] = [
  ['40', 'storage/stale-read'], // rolled back: serialization failure 40001, deadlock 40P01
  ['23505', 'storage/stale-read'], // another commit put the same key or id first
  ['08', 'storage/unavailable'], // connection lost
  ['57P', 'storage/unavailable'], // server stops, starts or ended the session
  ['53', 'storage/unavailable'], // no connection, memory or disk left
  ['25P03', 'storage/unavailable'], // stood still amid a transaction for too long
  ['25P04', 'storage/unavailable'], // transaction took too long
  ['55P03', 'storage/unavailable'], // lock not granted in time
  ['57014', 'storage/unavailable'], // statement timed out
  ['28', 'storage/cannot-open'], // role or password
  ['3D000', 'storage/cannot-open'], // no such database
  ['42501', 'storage/cannot-open'], // may not use the table
  ['42P01', 'storage/damaged'], // a table that was there when the driver opened
  ['42703', 'storage/damaged'], // one of its columns
  ['42P10', 'storage/damaged'], // the key that an `on conflict` stands on
  ['3F000', 'storage/damaged'], // its schema
  ['XX001', 'storage/damaged'],
  ['XX002', 'storage/damaged'],
];

/** An error of the server or the line as a fault; faults pass through. What has no code of its own is `storage/failed`. */
export function postgresFault(error: unknown): Fault {
  if (isFault(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  const state = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const isState = /^[0-9A-Z]{5}$/.test(state);
  // What is no SQLSTATE comes from the line: ECONNRESET and its kind, or a connection that ended without a word.
  if (!isState) return storageFault(isNoTrust(state, message) ? 'storage/cannot-open' : 'storage/unavailable', message, error);
  const code = codes.find(([beginning]) => state.startsWith(beginning))?.[1] ?? 'storage/failed';
  return storageFault(code, `${message} (${state})`, error);
}

/** The two sides do not come to trust each other: a certificate, TLS that one of them does not speak, a password that is missing. */
const isNoTrust = (code: string, message: string): boolean =>
  /CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|^INVALID_CA/.test(code) || /^SASL: |does not support SSL/.test(message);
