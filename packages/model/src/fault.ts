/** A broken contract or a broken machine. `retryable`: the same call may yet succeed. */
export class Fault<Code extends string = string> extends Error {
  override readonly name = 'Fault';
  readonly code: Code;
  readonly retryable: boolean;

  constructor(code: Code, message: string, options: { readonly cause?: unknown; readonly retryable?: boolean } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? false;
  }
}

/** Guards what cannot happen. It stays on in production: a wrong day is worse than a stopped one. */
export function assert(holds: boolean, code: string, message: string): asserts holds {
  if (!holds) throw new Fault(code, message);
}
