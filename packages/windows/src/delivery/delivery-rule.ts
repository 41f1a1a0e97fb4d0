import { type Decision, Text } from '@linli/model';
import * as z from 'zod';
import { parseLocated } from '../parse-located.ts';
import duowen from './presets/duowen-delivery.json' with { type: 'json' };

/** How long a delivery may stay silent after its window. Whole minutes. */
export const DeliveryRule = z
  .strictObject({
    format: z.literal('linli-delivery-rule/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    reportGraceMinutes: z.int().positive(),
  })
  .readonly();
export interface DeliveryRule extends z.infer<typeof DeliveryRule> {}

export type DeliveryRuleCode = 'delivery-rule/malformed';

/** A rule from outside. Every flaw is named with its path. */
export const parseDeliveryRule = (input: unknown): Decision<DeliveryRule, DeliveryRuleCode> =>
  parseLocated<DeliveryRule, DeliveryRuleCode, never>(DeliveryRule, 'delivery-rule/malformed', input);

/** The deck gives no such minutes: they are ours, to be confirmed by the centre. */
export const duowenDeliveryRule: DeliveryRule = DeliveryRule.parse(duowen);
