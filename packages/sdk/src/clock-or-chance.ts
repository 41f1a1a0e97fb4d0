/**
 * What of clock and chance a piece of work asks, by name, or null. It is watched by putting witnesses in the place of the
 * language's own functions while the work runs, so only what is asked by its usual name is seen, and no second piece of work
 * may run meanwhile.
 */
export function clockOrChanceIn(work: () => unknown): string | null {
  let asked: string | null = null;
  const undo: (() => void)[] = [];
  const put = (owner: object, name: string, witness: unknown): void => {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    if (own?.configurable === false && own.writable === false) return;
    Object.defineProperty(owner, name, { value: witness, configurable: true, writable: true });
    undo.push(() => {
      if (own === undefined) Reflect.deleteProperty(owner, name);
      else Object.defineProperty(owner, name, own);
    });
  };
  const watch = (owner: object, name: string, shown: string): void => {
    const real = Reflect.get(owner, name) as unknown;
    if (typeof real !== 'function') return;
    put(owner, name, (...parts: unknown[]) => {
      asked ??= shown;
      return Reflect.apply(real, owner, parts) as unknown;
    });
  };
  const Real = Date;
  try {
    watch(Math, 'random', 'Math.random');
    watch(performance, 'now', 'performance.now');
    watch(crypto, 'randomUUID', 'crypto.randomUUID');
    watch(crypto, 'getRandomValues', 'crypto.getRandomValues');
    watch(Real, 'now', 'Date.now');
    put(
      globalThis,
      'Date',
      new Proxy(Real, {
        construct(target, parts, made) {
          if (parts.length === 0) asked ??= 'new Date()';
          return Reflect.construct(target, parts, made) as object;
        },
        apply(target, self, parts) {
          asked ??= 'Date()';
          return Reflect.apply(target, self, parts) as string;
        },
      }),
    );
    work();
  } finally {
    for (const put of undo.toReversed()) put();
  }
  return asked;
}
