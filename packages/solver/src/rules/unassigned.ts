import type { LeftOutRule } from './rule.ts';

/** The priorities of the visits that nobody does. */
export const unassigned: LeftOutRule = { id: 'unassigned', level: 'medium', amount: ({ priority }) => priority };
