import { Fault } from '@linli/model/kernel';
import type { Answered, Asked } from './messages.ts';

/** A worker of either kind: a browser's, or Node's. */
export interface WorkerHandle {
  postMessage(message: unknown): void;
  terminate(): unknown;
  on?(event: string, listener: (value: unknown) => void): unknown;
  addEventListener?(event: string, listener: (event: unknown) => void): unknown;
}

/** One worker as a list of questions and answers. */
export class Member {
  readonly #worker: WorkerHandle;
  #waiting: { readonly tell: (answered: Answered) => void; readonly fail: (fault: Fault) => void } | undefined;
  #broken: Fault | undefined;

  constructor(worker: WorkerHandle) {
    this.#worker = worker;
    const hear = (message: unknown): void => {
      const answered = message as Answered;
      const { tell, fail } = this.#waiting ?? {};
      this.#waiting = undefined;
      if (answered.told === 'fault') fail?.(new Fault('worker/failed', answered.message));
      else tell?.(answered);
    };
    const breakDown = (what: unknown): void => {
      this.#broken = new Fault('worker/failed', `a worker broke down: ${messageOf(what)}`, { cause: what, retryable: true });
      this.#waiting?.fail(this.#broken);
    };
    if (worker.on !== undefined) {
      worker.on('message', hear);
      worker.on('error', breakDown);
      worker.on('exit', breakDown);
    } else {
      worker.addEventListener?.('message', (event) => hear((event as { readonly data: unknown }).data));
      worker.addEventListener?.('error', breakDown);
    }
  }

  /** One question at a time. @throws Fault `worker/failed`. */
  ask(asked: Asked): Promise<Exclude<Answered, { told: 'fault' }>> {
    return new Promise((resolve, reject) => {
      if (this.#broken !== undefined) return reject(this.#broken);
      this.#waiting = { tell: resolve as (answered: Answered) => void, fail: reject };
      this.#worker.postMessage(asked);
    });
  }

  async dismiss(): Promise<void> {
    this.#waiting = undefined;
    await this.#worker.terminate();
  }
}

function messageOf(what: unknown): string {
  if (typeof what !== 'object' || what === null) return `exit ${what}`;
  if ('message' in what) return String(what.message);
  // A browser says no more than this of a script that is not there.
  return 'its script did not load; a bundler may need `workerUrl`';
}
