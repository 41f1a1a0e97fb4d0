import { Instant } from '@linli/model';
import { broken, complain, failure } from './failure.ts';
import { run } from './run.ts';
import { exitCodes, harmless, type Terminal } from './terminal.ts';

const { stdout, stderr } = process;

const terminal: Terminal = {
  cwd: process.cwd(),
  env: process.env,
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  watched: stderr.isTTY === true,
};

const says = { json: false, lang: undefined } as const;

/** Runs the process's own command line to its end; nothing that happens to its pipes keeps a command from doing its work. */
export async function start(version: string, now: number): Promise<void> {
  process.on('uncaughtException', (cause) => {
    const failed = broken(cause);
    complain(failed, harmless(terminal), says);
    process.exit(failed.exitCode);
  });
  // Who reads the complaints may go at any time, and there is nobody left to tell.
  stderr.on('error', () => {});
  let problem: string | undefined;
  stdout.on('error', (cause: NodeJS.ErrnoException) => {
    problem ??= cause.code ?? cause.message;
  });

  process.exitCode = await run(process.argv.slice(2), terminal, { version, now: Instant.parse(now) });

  // An error of a pipe is heard after the write that met it; this write waits for all of them.
  await new Promise((resolve) => stdout.write('', resolve));
  // A reader that has seen enough (`| head`) is no mistake.
  if (problem === undefined || problem === 'EPIPE') return;
  complain(failure(exitCodes.broken, { code: 'output/not-written', data: { problem } }), harmless(terminal), says);
  process.exitCode ||= exitCodes.broken;
}
