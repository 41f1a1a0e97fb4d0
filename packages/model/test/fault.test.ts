import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as model from '@linli/model';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'linli-copy-'));
// What two version ranges that do not meet put on the disk.
cpSync(fileURLToPath(new URL('../src/fault.ts', import.meta.url)), join(folder, 'fault.ts'));
const copy = (await import(join(folder, 'fault.ts'))) as Pick<typeof model, 'Fault' | 'isFault'>;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('isFault over two copies of the package', () => {
  it('knows the faults of the other copy, which `instanceof` does not', () => {
    expect(copy.Fault).not.toBe(model.Fault);
    const [mine, theirs] = [new model.Fault('a/b', 'mine'), new copy.Fault('a/b', 'theirs', { retryable: true })];
    for (const isFault of [model.isFault, copy.isFault]) {
      expect(isFault(mine)).toBe(true);
      expect(isFault(theirs)).toBe(true);
    }
    const Mine = model.Fault as unknown as new () => unknown;
    expect((theirs as unknown) instanceof Mine).toBe(false);
  });

  it('takes nothing else for one', () => {
    class Own extends Error {
      readonly code = 'a/b';
      readonly retryable = true;
    }
    const lookalikes = [new Own('no'), Object.assign(new Error('no'), { name: 'Fault', code: 'a/b', retryable: true })];
    for (const other of [undefined, null, 'a/b', 1, {}, [], new Error('no'), { code: 'a/b', retryable: true }, ...lookalikes]) {
      expect(model.isFault(other)).toBe(false);
    }
  });
});
