import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Every file under `path` (itself when it is a file, none when it does not exist), in a stable order. */
export function filesUnder(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** A hash over names and contents of all files under `paths`, and over the words in `also`. */
export function fingerprint(paths: readonly string[], also: readonly string[] = []): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder)) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  for (const word of also) hash.update(word).update('\0');
  return hash.digest('hex');
}

/**
 * Is the work that left this stamp still valid? The stamp is taken away when it is not,
 * so that work broken off half-way is never taken for done.
 */
export function stillValid(stamp: string, print: string): boolean {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return true;
  rmSync(stamp, { force: true });
  return false;
}

export function leaveStamp(stamp: string, print: string): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
}
