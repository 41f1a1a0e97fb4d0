/** What a check found: how much passed and failed, and the words to show when something failed. */
export type Outcome = Readonly<{ passed: number; failed: number; output: string }>;

/** One line of the test report. A check never throws for what it is there to find. */
export type Check = Readonly<{ name: string; run: () => Promise<Outcome> }>;

/** The outcome of a check that counts as one: it passed when there is nothing to say. */
export const oneOutcome = (faults: readonly string[]): Outcome =>
  faults.length === 0 ? { passed: 1, failed: 0, output: '' } : { passed: 0, failed: 1, output: faults.join('\n') };
