import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { duowenRules } from './terminal.ts';

export interface Ended {
  readonly exitCode: number | null;
  readonly err: string;
}

/**
 * `linli` as a process of its own. `stdout` is a file to write to; without one its reader goes away: at once, or after the
 * first bytes. `before` is code that runs in the process before it.
 */
export function linliProcess(
  words: readonly string[],
  how: {
    readonly cwd: string;
    readonly stdout?: number;
    readonly readsFirst?: boolean;
    readonly closesErr?: boolean;
    readonly before?: string;
  },
): Promise<Ended> {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const before = how.before === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(how.before)}`];
  const child = spawn(process.execPath, ['--conditions=@linli/source', ...before, main, ...words], {
    cwd: how.cwd,
    env: { ...process.env, LINLI_COMMUNITY: duowenRules },
    stdio: ['ignore', how.stdout ?? 'pipe', 'pipe'],
  });
  let err = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  if (how.closesErr === true) child.stderr?.destroy();
  if (how.readsFirst === true) child.stdout?.once('data', () => child.stdout?.destroy());
  else child.stdout?.destroy();
  return new Promise((resolve) => child.on('close', (exitCode) => resolve({ exitCode, err })));
}
