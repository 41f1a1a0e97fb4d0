import { type Decision, Text } from '@linli/model';
import * as z from 'zod';
import { parseLocated } from '../parse-located.ts';
import duowen from './presets/duowen-visit.json' with { type: 'json' };

/** How long a visit may stay silent before somebody is told. Whole minutes. */
export const VisitRule = z
  .strictObject({
    format: z.literal('linli-visit-rule/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    /** Before the planned start; by then the helper has said that he comes. */
    confirmMinutesBefore: z.int().positive(),
    /** After the planned start. */
    lateAfterMinutes: z.int().nonnegative(),
    /** After the end, planned or, after a late start, by the planned length. */
    overrunAfterMinutes: z.int().nonnegative(),
    /** After that, without a report, nobody knows how it went. */
    reportGraceMinutes: z.int().positive(),
  })
  .readonly();
export interface VisitRule extends z.infer<typeof VisitRule> {}

export type VisitRuleCode = 'visit-rule/malformed';

/** A rule from outside. Every flaw is named with its path. */
export const parseVisitRule = (input: unknown): Decision<VisitRule, VisitRuleCode> =>
  parseLocated<VisitRule, VisitRuleCode, never>(VisitRule, 'visit-rule/malformed', input);

/** The deck gives no such minutes: they are ours, to be confirmed by the centre. */
export const duowenVisitRule: VisitRule = VisitRule.parse(duowen);
