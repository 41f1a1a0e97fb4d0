import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as model from '@linli/model';
import { afterAll, expect, it } from 'vitest';
import { decideAgain } from '../src/verbs/decide-again.ts';

const folder = mkdtempSync(join(tmpdir(), 'linli-copy-'));
cpSync(fileURLToPath(new URL('../../model/src/fault.ts', import.meta.url)), join(folder, 'fault.ts'));
const copy = (await import(join(folder, 'fault.ts'))) as Pick<typeof model, 'Fault'>;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Loses the race so many times, then answers. */
function losing(times: number, lost: () => Error): () => Promise<number> {
  let tries = 0;
  return async () => {
    tries += 1;
    if (tries <= times) throw lost();
    return tries;
  };
}

it.each([
  ['its own copy', model],
  ['a copy of its own that the driver brings', copy],
])('decides again after a lost race told by a fault of %s of the model', async (_, { Fault }) => {
  const stale = (): Error => new Fault('storage/stale-read', 'somebody was first', { retryable: true });
  expect(await decideAgain(losing(7, stale))).toBe(8);
  await expect(decideAgain(losing(8, stale))).rejects.toMatchObject({ code: 'storage/stale-read' });
  const final = (): Error => new Fault('storage/id-reused', 'used');
  await expect(decideAgain(losing(1, final))).rejects.toMatchObject({ code: 'storage/id-reused' });
});
