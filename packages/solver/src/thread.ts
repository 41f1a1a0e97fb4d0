import type { Answered, Asked } from './worker/messages.ts';
import { server } from './worker/serve.ts';

// The script that runs inside a worker; anywhere else it does nothing. Node hands its port out in a module of its own, asked
// for in a way that bundlers for browsers do not follow.

/** For a worker script of one's own: what answers the questions that `solveInWorkers` posts. */
export { server };

interface NodePort {
  on(event: 'message', listener: (asked: Asked) => void): void;
  postMessage(answered: Answered): void;
}

interface WebPort {
  onmessage: ((event: { readonly data: Asked }) => void) | null;
  postMessage(answered: Answered): void;
}

const answer = server();
const node = globalThis.process?.getBuiltinModule?.('node:worker_threads').parentPort as NodePort | null | undefined;

if (node) node.on('message', (asked) => node.postMessage(answer(asked)));
else if ('WorkerGlobalScope' in globalThis) {
  const web = globalThis as unknown as WebPort;
  web.onmessage = ({ data }) => web.postMessage(answer(data));
}

export type { Answered, Asked, State } from './worker/messages.ts';
