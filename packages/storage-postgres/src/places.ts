interface Waiting {
  readonly resolve: () => void;
  readonly reject: (fault: Error) => void;
}

/** So many may work at once; the others wait in the order they came. */
export interface Places {
  readonly isAnybodyWaiting: boolean;
  /** `first`: before all who wait, and never at once: for whoever has a place already and needs that of another. */
  take(first?: boolean): Promise<void>;
  leave(): void;
  /** Nobody waits any longer. */
  refuse(fault: () => Error): void;
  /** Ends when every place is free. */
  free(): Promise<void>;
}

export function placesOf(most: number): Places {
  const queue: Waiting[] = [];
  let left = most;
  let allFree: (() => void) | undefined;
  return {
    get isAnybodyWaiting() {
      return queue.length > 0;
    },
    take(first = false) {
      if (left > 0 && !first) {
        left -= 1;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => void queue[first ? 'unshift' : 'push']({ resolve, reject }));
    },
    leave() {
      const next = queue.shift();
      if (next !== undefined) next.resolve();
      else left += 1;
      if (left === most) allFree?.();
    },
    refuse(fault) {
      for (const { reject } of queue.splice(0)) reject(fault());
    },
    free() {
      if (left === most) return Promise.resolve();
      return new Promise((resolve) => {
        allFree = resolve;
      });
    },
  };
}
