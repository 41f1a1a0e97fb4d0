import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Instant } from '@linli/model';
import { run } from '../src/run.ts';

export const duowenRules = fileURLToPath(new URL('../../../examples/duowen/community', import.meta.url));
export const duowenWorkbook = fileURLToPath(new URL('../../../examples/duowen/data/duowen-2026-11-23.xlsx', import.meta.url));
export const secondWorkbook = fileURLToPath(
  new URL('../../../examples/second-workbook/guihuayuan-2026-11-20.xlsx', import.meta.url),
);
export const secondMapping = fileURLToPath(new URL('../../../examples/second-workbook/mapping.yaml', import.meta.url));

export interface Heard {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** One command line in an empty folder, or in `cwd`, and everything it said. */
export async function linli(
  words: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Record<string, string> },
): Promise<Heard> {
  let out = '';
  let err = '';
  const exitCode = await run(
    words,
    {
      cwd,
      env: { LINLI_COMMUNITY: duowenRules, ...env },
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      watched: false,
    },
    { version: '0.0.0', now: Instant.parse(Date.parse('2026-11-24T09:00:00+08:00')) },
  );
  return { exitCode, out, err };
}

/** An empty folder of its own for each use, gone afterwards. */
export async function inFolder<Answer>(work: (folder: string) => Promise<Answer>): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-cli-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const bytesOf = (path: string): Promise<Buffer> => readFile(path);
