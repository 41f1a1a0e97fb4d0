import { Worker } from 'node:worker_threads';

/** Node's worker for a checkout: the script of the package, from its TypeScript source. */
export class SourceWorker extends Worker {
  constructor(script: URL) {
    super(new URL(script.href.replace(/\.js$/, '.ts')), {
      execArgv: ['--conditions=@linli/source', '--disable-warning=ExperimentalWarning'],
    });
  }
}
