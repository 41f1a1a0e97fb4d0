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

/** What a terminal obeys instead of showing: controls but for line end and tab, marks that turn the direction of writing. */
const obeyed = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/**
 * Every such sign as `\u001b`: to be seen in a text, and in JSON, where it can only stand in a string, the same value still.
 * Here and nowhere else, so that no file name, sheet name or key of a rule file reaches a terminal on another way.
 */
export const shown = (text: string): string =>
  text.replace(obeyed, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The same terminal, which is told nothing that it would obey. */
export const harmless = (terminal: Terminal): Terminal => ({
  ...terminal,
  out: (text) => terminal.out(shown(text)),
  err: (text) => terminal.err(shown(text)),
});
