import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Fault, isFault } from '@linli/model/kernel';
import type { Batch, KeyRange, StorageDriver, Stored } from '../driver.ts';
import { type Apart, rows } from '../laws/law.ts';

type Call =
  | { readonly verb: 'read'; readonly keys: readonly string[] }
  | { readonly verb: 'scan'; readonly range: KeyRange }
  | { readonly verb: 'commit' | 'commitAndDie'; readonly batch: Batch }
  | { readonly verb: 'close' };
type Question = Call & { readonly number: number };

type Answer =
  | { readonly ready: { readonly name: string; readonly claims: StorageDriver['claims'] } }
  | { readonly number: number; readonly value: unknown }
  | {
      readonly number: number;
      readonly fault: { readonly code: string | null; readonly message: string; readonly retryable: boolean };
    };

const tell = (answer: Answer): void => {
  process.send?.(answer);
};

/** The whole program on the other side of `startApart`: opens one driver and does with it what is asked over the channel. */
export async function serveDriver(open: () => StorageDriver | Promise<StorageDriver>): Promise<void> {
  const driver = await open();
  process.on('message', (question: Question) => {
    answerTo(driver, question).then(
      (value) => tell({ number: question.number, value }),
      (error: unknown) => {
        const { code, retryable } = isFault(error) ? error : { code: null, retryable: false };
        const message = error instanceof Error ? error.message : String(error);
        tell({ number: question.number, fault: { code, message, retryable } });
      },
    );
  });
  // Whoever asked is gone: nobody is left to ask.
  process.on('disconnect', () => process.exit());
  tell({ ready: { name: driver.name, claims: driver.claims } });
}

async function answerTo(driver: StorageDriver, question: Question): Promise<unknown> {
  switch (question.verb) {
    case 'read':
      return driver.read(question.keys);
    case 'scan':
      return rows(driver, question.range);
    case 'commit':
      return driver.commit(question.batch);
    case 'commitAndDie':
      await driver.commit(question.batch);
      // By its own hand, so that nothing of the driver runs between the acknowledgement and the end.
      process.kill(process.pid, 'SIGKILL');
      return new Promise(() => {});
    case 'close':
      return driver.close();
  }
}

export interface ServedProgram {
  /** A module that calls `serveDriver`. */
  readonly program: URL;
  readonly args?: readonly string[];
  /** Options for Node.js itself, before the program. */
  readonly nodeOptions?: readonly string[];
}

/** Starts a program that calls `serveDriver`, and answers when its driver is open. */
export function startApart({ program, args = [], nodeOptions = [] }: ServedProgram): Promise<Apart> {
  const child = spawn(process.execPath, [...nodeOptions, fileURLToPath(program), ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  return new Promise((resolve, reject) => {
    const { ask, gone, ready } = lineTo(child);
    ready.then(({ name, claims }) => {
      const driver: StorageDriver = {
        name,
        claims,
        read: (keys) => ask({ verb: 'read', keys }) as Promise<readonly (Stored | undefined)[]>,
        async *scan(range) {
          yield* (await ask({ verb: 'scan', range })) as readonly Stored[];
        },
        commit: (batch) => ask({ verb: 'commit', batch }) as Promise<{ readonly revision: number }>,
        close: async () => {
          await ask({ verb: 'close' });
        },
      };
      resolve({
        driver,
        async commitAndDie(batch) {
          // There is no answer to a commit that was kept: the end is the answer, and only a refusal comes before it.
          await Promise.race([gone, ask({ verb: 'commitAndDie', batch }).catch((error: unknown) => diedOf(child, error))]);
          await gone;
        },
        async kill() {
          child.kill('SIGKILL');
          await gone;
        },
      });
    }, reject);
  });
}

const wasKilled = ({ signalCode }: ChildProcess): boolean => signalCode === 'SIGKILL';

function diedOf(child: ChildProcess, error: unknown): void {
  if (!wasKilled(child)) throw error;
}

interface Line {
  readonly ready: Promise<Extract<Answer, { readonly ready: unknown }>['ready']>;
  /** Fulfilled when the process is gone and its files are free. */
  readonly gone: Promise<void>;
  ask(call: Call): Promise<unknown>;
}

function lineTo(child: ChildProcess): Line {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const ready = Promise.withResolvers<Awaited<Line['ready']>>();
  const gone = Promise.withResolvers<void>();
  let numbers = 0;
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  child.on('message', (answer: Answer) => {
    if ('ready' in answer) return ready.resolve(answer.ready);
    const call = waiting.get(answer.number);
    waiting.delete(answer.number);
    if ('value' in answer) return call?.resolve(answer.value);
    const { code, message, retryable } = answer.fault;
    call?.reject(code === null ? new Error(message) : new Fault(code, message, { retryable }));
  });
  child.on('error', ready.reject);
  child.on('close', () => {
    const ended = new Error(`the process is gone ${wasKilled(child) ? '(killed)' : `by itself: ${complaint}`}`);
    ready.reject(ended);
    for (const { reject } of waiting.values()) reject(ended);
    gone.resolve();
  });
  return {
    ready: ready.promise,
    gone: gone.promise,
    ask(call) {
      const answer = Promise.withResolvers<unknown>();
      numbers += 1;
      waiting.set(numbers, answer);
      // What cannot be sent any more is answered here, what was sent in vain when the process is found gone.
      child.send({ ...call, number: numbers }, (error) => {
        if (error !== null) answer.reject(new Error('the process is gone', { cause: error }));
      });
      return answer.promise;
    },
  };
}
