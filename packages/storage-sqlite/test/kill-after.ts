import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const fixture = fileURLToPath(new URL('./fixtures/committer.ts', import.meta.url));

/** The last number the child acknowledged. It is killed as soon as `enough` were heard, amid whatever it then does. */
export function killAfter(path: string, writer: string, enough: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const args = ['--conditions=@linli/source', '--no-warnings', fixture, path, writer];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let heard = '';
    let complaint = '';
    const lines = (): string[] => heard.split('\n').slice(0, -1);
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.stdout.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
      if (lines().length >= enough) child.kill('SIGKILL');
    });
    child.once('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(Number(lines().at(-1)));
      else reject(new Error(`the committer ended by itself: ${complaint}`));
    });
  });
}
