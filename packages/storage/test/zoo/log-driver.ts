// A whole driver over one real file, as somebody might write it: a line a commit, and everything in memory besides.
// Started as a program it serves itself to the kit: `node log-driver.ts PATH BUG`.
import { closeSync, existsSync, fdatasyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
// Its parts come one by one: a process that is soon killed has no use for the rest.
import type { Batch, StorageDriver } from '../../src/driver.ts';
import { memoryDriver } from '../../src/memory-driver.ts';
import { serveDriver } from '../../src/processes/apart.ts';
import { copyOf } from './copy-of.ts';

export type LogBug = 'none' | 'writes in close' | 'never syncs';

/** One process at a time. A line that was cut amid its writing was never acknowledged, and is cut off. */
export async function logDriver(path: string, bug: LogBug): Promise<StorageDriver> {
  const memory = memoryDriver();
  const kept = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const whole = kept.slice(0, kept.lastIndexOf('\n') + 1);
  let revision = 0;
  for (const line of whole.split('\n').slice(0, -1)) ({ revision } = await memory.commit(JSON.parse(line) as Batch));

  const file = openSync(path, 'a', 0o600);
  ftruncateSync(file, Buffer.byteLength(whole));
  const write = (line: string): void => {
    writeSync(file, line);
    if (bug !== 'never syncs') fdatasyncSync(file);
  };
  const unwritten: string[] = [];
  let isOpen = true;
  return {
    name: 'log',
    claims: new Set(['durable']),
    read: (keys) => memory.read(keys),
    scan: (range) => memory.scan(range),
    async commit(batch) {
      const copy = copyOf(batch);
      const done = await memory.commit(copy);
      // A commit that was there already has its line.
      if (done.revision <= revision) return done;
      revision = done.revision;
      const line = `${JSON.stringify(copy)}\n`;
      if (bug === 'writes in close') unwritten.push(line);
      else write(line);
      return done;
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      for (const line of unwritten) write(line);
      closeSync(file);
      await memory.close();
    },
  };
}

const [, program = '', path, bug] = process.argv;
if (program.endsWith('log-driver.ts') && path !== undefined) await serveDriver(() => logDriver(path, bug as LogBug));
