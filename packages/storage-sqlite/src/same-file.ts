import { type BigIntStats, chmodSync, closeSync, openSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { storageFault } from '@linli/storage';

/** The log, its index and the journal of an older mode lie beside the file. */
const companions = ['-wal', '-shm', '-journal'];

const isErrno = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;

/**
 * The absolute path of a file that keeps what is written. SQLite has names for databases that keep nothing; an absolute
 * path is none of them, and what looks as if one of them was meant is refused.
 * @throws Fault `storage/cannot-open`
 */
export function keepingPath(path: string): string {
  const refuse = (why: string): never => {
    throw storageFault('storage/cannot-open', `${JSON.stringify(path)}: ${why}; to keep nothing, use memoryDriver()`);
  };
  if (typeof path !== 'string' || path.trim() === '') return refuse('a path to a file is needed');
  if (path.includes('\0')) return refuse('a path holds no U+0000');
  if (/^\s*file:/i.test(path)) return refuse('a path is needed, not a URI');
  if (/[?&]mode=memory\b/i.test(path)) return refuse('a database in memory keeps nothing');
  if (/(^|[\\/])\s*(:|%3a)memory(:|%3a)\s*(\?.*)?$/i.test(path)) return refuse('a database in memory keeps nothing');
  return resolve(path);
}

/**
 * Makes an empty file that only its owner may read, where there is none: SQLite gives its companions the same rights.
 * An existing file is never opened here: to close it would take away the locks of every other driver of this process.
 * @throws Fault `storage/cannot-open` for what is no file: a folder, a device, a pipe, a file that has no name any more.
 */
export function ensureFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!isErrno(error) || error.code !== 'EEXIST') throw cannotOpen(path, error);
    const found = statOf(path);
    if (!found.isFile()) throw storageFault('storage/cannot-open', `${path} is no file`);
    if (found.nlink === 0n) throw storageFault('storage/cannot-open', `${path} was removed: what is written there is lost`);
  }
}

/** Takes the rights of everybody but the owner away, of a file that is ours. Windows has no such rights; folders give them there. */
export function keepPrivate(path: string): void {
  if (process.platform === 'win32') return;
  for (const file of [path, ...companions.map((ending) => path + ending)]) {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined || (found.mode & 0o077) === 0) continue;
    try {
      chmodSync(file, found.mode & 0o700);
    } catch (error) {
      throw cannotOpen(path, error);
    }
  }
}

/** @throws Fault `storage/file-gone` as soon as the name leads to another file, or to none. */
export type StillThere = () => void;

/**
 * Remembers which files an open database is made of: what `path` leads to, and beside that `file` its log and the log's index. The system keeps a removed
 * file for whoever has it open, so that everything seems to be well; commits would go nowhere. Where the file system has no
 * numbers for files (FAT and some network drives), only a file that is missing is noticed.
 */
export function stillThere(path: string, file: string): StillThere {
  const files = [path, ...['-wal', '-shm'].map((ending) => file + ending)];
  const numbersNow = (): readonly (string | undefined)[] =>
    files.map((one) => {
      const found = statSync(one, { bigint: true, throwIfNoEntry: false });
      return found && `${found.dev}:${found.ino}`;
    });
  const numbers = numbersNow();
  const check: StillThere = () => {
    const now = numbersNow();
    const changed = files.findIndex((_, index) => now[index] === undefined || now[index] !== numbers[index]);
    if (changed < 0) return;
    const what = now[changed] === undefined ? 'was removed' : 'was replaced';
    throw storageFault('storage/file-gone', `${files[changed]} ${what} while it was open`);
  };
  check();
  return check;
}

function statOf(path: string): BigIntStats {
  try {
    return statSync(path, { bigint: true });
  } catch (error) {
    throw cannotOpen(path, error);
  }
}

const cannotOpen = (path: string, error: unknown): Error =>
  storageFault('storage/cannot-open', `${path}: ${error instanceof Error ? error.message : error}`, error);
