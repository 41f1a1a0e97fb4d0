import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Decision, no, yes } from '@linli/model';
import type { CommunityCode } from '../texts.ts';

/** Files of rules, of words and of services are written by people: none needs more than 1 MB. */
const mostRuleBytes = 1_000_000;

/**
 * A file's bytes. No: it is no file (a folder, a device, a pipe), or it is larger than `mostBytes`; then no more of it is read.
 * `named` is how whoever asked calls it.
 * @throws the error of Node.js where it is not there or cannot be opened.
 */
export async function readFileWithin(
  path: string,
  named: string,
  mostBytes: number = mostRuleBytes,
): Promise<Decision<Uint8Array, CommunityCode>> {
  // A pipe is opened without waiting for somebody to write into it.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return no('rules/not-a-file', { file: named });
    // One byte more than it may have tells a file that is too large, or grows.
    const bytes = new Uint8Array(Math.min(mostBytes, stat.size) + 1);
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read) {
      ({ bytesRead: read } = await handle.read(bytes, length, bytes.length - length));
    }
    if (length > mostBytes || stat.size > mostBytes)
      return no('rules/too-large', { file: named, megabytes: mostBytes / 1_000_000 });
    return yes(bytes.subarray(0, length));
  } finally {
    await handle.close();
  }
}

/** The same as text, which is UTF-8: another encoding read as such would make one name of several, without a word. */
export async function readTextWithin(path: string, named: string): Promise<Decision<string, CommunityCode>> {
  const bytes = await readFileWithin(path, named);
  if (!bytes.ok) return bytes;
  try {
    return yes(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch {
    return no('rules/not-utf8', { file: named });
  }
}
