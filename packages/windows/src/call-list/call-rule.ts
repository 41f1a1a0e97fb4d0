import { type Decision, Text } from '@linli/model';
import * as z from 'zod';
import { parseLocated } from '../parse-located.ts';
import duowen from './presets/duowen-calls.json' with { type: 'json' };

const years = z.int().positive().max(120);

/** Who is rung up in a cycle, who of them first, and how often until somebody goes and looks. */
export const CallRule = z
  .strictObject({
    format: z.literal('linli-call-rule/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    minAge: years,
    /** From this age on somebody is called before the others. */
    firstFromAge: years,
    /** Calls without an answer; after the last one somebody should knock. */
    tries: z.int().positive(),
    /** Whole minutes from a call without an answer, or put off without a time, to the next. */
    waitMinutes: z.int().positive(),
  })
  .readonly();
export interface CallRule extends z.infer<typeof CallRule> {}

export type CallRuleCode = 'call-rule/malformed';

/** A rule from outside. Every flaw is named with its path. */
export const parseCallRule = (input: unknown): Decision<CallRule, CallRuleCode> =>
  parseLocated<CallRule, CallRuleCode, never>(CallRule, 'call-rule/malformed', input);

/** The deck says only that elders living alone are rung up every day: tries, waits and ages are ours, to be confirmed. */
export const duowenCalls: CallRule = CallRule.parse(duowen);
