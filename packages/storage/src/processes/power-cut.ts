import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const pageBytes = 4096;
const counter = '/proc/thread-self/io';

/**
 * Bytes that this thread took away before they had reached the disk. Linux counts them, so that they are not charged as
 * written: cutting a file off tells which of its pages were dirty. (Documentation/filesystems/proc.rst, `cancelled_write_bytes`)
 */
const cancelledBytes = (): number => Number(/^cancelled_write_bytes: (\d+)$/m.exec(readFileSync(counter, 'utf8'))?.[1]);

/** The numbers of the pages that were only in the cache. The file is empty afterwards. */
function unsyncedPages(path: string, size: number): ReadonlySet<number> {
  const pages = new Set<number>();
  for (let page = Math.ceil(size / pageBytes) - 1; page >= 0; page -= 1) {
    const before = cancelledBytes();
    truncateSync(path, page * pageBytes);
    // Pages are cached in groups, and a group is counted when its first page goes.
    const count = (cancelledBytes() - before) / pageBytes;
    for (let lost = page; lost < page + count; lost += 1) pages.add(lost);
  }
  return pages;
}

/**
 * Whether files in this folder tell which of their pages are on the disk: on Linux, where the folder is on a disk.
 * Elsewhere, and in memory, a power cut cannot be shown in this way.
 */
export function canCutPower(folder: string): boolean {
  if (!existsSync(counter)) return false;
  const path = join(folder, `.power-cut-${process.pid}`);
  const cancelledOf = (isSynced: boolean): number => {
    const file = openSync(path, 'w', 0o600);
    writeSync(file, new Uint8Array(pageBytes));
    if (isSynced) fsyncSync(file);
    closeSync(file);
    return unsyncedPages(path, pageBytes).size;
  };
  try {
    return cancelledOf(false) === 1 && cancelledOf(true) === 0;
  } finally {
    rmSync(path, { force: true });
  }
}

/**
 * Leaves of each file what a power cut in this moment would be sure to leave: pages that were not synced are gone, at the
 * end of a file, or filled with zeros, amid it, with the pages that the system keeps together with them (a disk may hold
 * older pages there, or the new ones: nobody may rely on it).
 * A file that is not there is passed over. It does not show names that were not synced (a new file, a rename).
 * Whoever had the files open is dead by then.
 */
export function cutPower(paths: readonly string[]): void {
  for (const path of paths.filter((one) => existsSync(one))) {
    const content = readFileSync(path);
    const lost = unsyncedPages(path, content.length);
    let length = content.length;
    while (length > 0 && lost.has(Math.ceil(length / pageBytes) - 1)) length = (Math.ceil(length / pageBytes) - 1) * pageBytes;
    for (const page of lost) content.fill(0, page * pageBytes, Math.min((page + 1) * pageBytes, content.length));
    writeFileSync(path, content.subarray(0, length));
    // Kept from now on: the next cut is another one.
    const file = openSync(path, 'r+');
    fsyncSync(file);
    closeSync(file);
  }
}
