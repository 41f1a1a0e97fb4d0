/** The same in every copy of this package: `instanceof` knows only the class of its own copy. */
const brand = Symbol.for('@linli/model/fault');

/** A broken contract or a broken machine. `retryable`: the same call may yet succeed. Ask `isFault`, never `instanceof`. */
export class Fault<Code extends string = string> extends Error {
  override readonly name = 'Fault';
  readonly code: Code;
  readonly retryable: boolean;

  constructor(code: Code, message: string, options: { readonly cause?: unknown; readonly retryable?: boolean } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? false;
  }

  get [brand](): true {
    return true;
  }
}

/** Whether a fault was thrown, by whichever copy or version of this package: two may well be installed in one program. */
export function isFault(thrown: unknown): thrown is Fault {
  if (typeof thrown !== 'object' || thrown === null || !(brand in thrown)) return false;
  const { code, retryable } = thrown as Partial<Fault>;
  return typeof code === 'string' && typeof retryable === 'boolean';
}

/** Guards what cannot happen. It stays on in production: a wrong day is worse than a stopped one. */
export function assert(holds: boolean, code: string, message: string): asserts holds {
  if (!holds) throw new Fault(code, message);
}
