/** What a command may touch of the machine. Handed in, so that tests see every word. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results. Only what was asked for goes here, so that `--json` can be piped. */
  out(text: string): void;
  /** Progress and complaints. */
  err(text: string): void;
  /** Whether somebody watches the progress. */
  readonly watched: boolean;
}

/** Exit codes: they mean the same for every command. */
export const exitCodes = { done: 0, broken: 1, usage: 2, input: 3, rules: 4, store: 5 } as const;
