import { stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Failure, failure } from './failure.ts';
import { exitCodes, type Terminal } from './terminal.ts';

/** Writes a file that was asked for; a folder that is not there is never made, since it may be a slip. */
export async function writeText(file: string, text: string, terminal: Terminal): Promise<Failure | undefined> {
  try {
    await writeFile(resolve(terminal.cwd, file), text);
    return undefined;
  } catch (cause) {
    const problem = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    if (problem !== 'ENOENT') return failure(exitCodes.input, { code: 'file/not-written', data: { file, problem } });
    return failure(exitCodes.input, { code: 'folder/not-found', data: { folder: dirname(file), file } });
  }
}

export async function isFolder(path: string, terminal: Terminal): Promise<boolean> {
  try {
    return (await stat(resolve(terminal.cwd, path))).isDirectory();
  } catch {
    return false;
  }
}
