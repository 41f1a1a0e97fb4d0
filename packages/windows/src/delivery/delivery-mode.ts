import {
  type Birth,
  type Decision,
  isAtLeast,
  type Living,
  type LocalDate,
  livesAlone,
  type Reason,
  SelfCare,
  Text,
} from '@linli/model';
import * as z from 'zod';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';
import duowen from './presets/duowen-delivery-mode.json' with { type: 'json' };

const years = z.int().positive().max(120);

/** One group to whose door goods are brought. */
const Special = z.discriminatedUnion('group', [
  /** Living alone, from this age on. */
  z.strictObject({ group: z.literal('alone'), minAge: years }).readonly(),
  z.strictObject({ group: z.literal('age'), minAge: years }).readonly(),
  z.strictObject({ group: z.literal('self-care'), levels: z.array(SelfCare).min(1).readonly() }).readonly(),
  z.strictObject({ group: z.literal('disabled') }).readonly(),
  z.strictObject({ group: z.literal('quarantined') }).readonly(),
]);
export type Special = z.infer<typeof Special>;

type FlawCode = 'delivery-mode/group-twice';
export type DeliveryModeRuleCode = 'delivery-mode/malformed' | FlawCode;

const flawsOf = ({ door }: { readonly door: readonly Special[] }): readonly Flaw<FlawCode>[] =>
  door.flatMap(({ group }, index) =>
    door.findIndex((other) => other.group === group) < index
      ? [{ code: 'delivery-mode/group-twice' as const, path: ['door', index, 'group'] }]
      : [],
  );

/** D-33: to whose doors goods are brought. Whether others fetch them is a matter of the mode the community is in. */
export const DeliveryModeRule = z
  .strictObject({
    format: z.literal('linli-delivery-mode/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    door: z.array(Special).readonly(),
  })
  .check(checkFlaws(flawsOf))
  .readonly();
export interface DeliveryModeRule extends z.infer<typeof DeliveryModeRule> {}

/** A rule from outside. Every flaw is named with its path. */
export const parseDeliveryModeRule = (input: unknown): Decision<DeliveryModeRule, DeliveryModeRuleCode> =>
  parseLocated<DeliveryModeRule, 'delivery-mode/malformed', FlawCode>(DeliveryModeRule, 'delivery-mode/malformed', input);

/** Who the special groups are is a reading of the deck, to be confirmed by the centre: alone, advanced age, disabled, quarantined. */
export const duowenDeliveryMode: DeliveryModeRule = DeliveryModeRule.parse(duowen);

/** What is known of one resident. Null, and a living arrangement of which nothing is written for the day, is not known. */
export interface ModeFacts {
  readonly birth: Birth | null;
  /** Newest last. */
  readonly living: readonly Living[];
  readonly selfCare: SelfCare | null;
  readonly disabled: boolean | null;
  readonly quarantined: boolean | null;
}

export type DeliveryModeCode =
  | `delivery-mode/${Special['group']}`
  | `delivery-mode/${Special['group']}-unknown`
  | 'delivery-mode/ordinary'
  | 'delivery-mode/nobody-comes';

export interface DeliveryChoice {
  readonly mode: 'door' | 'pickup';
  /** Every fact that speaks for the choice, in the order of the rule. */
  readonly reasons: readonly Reason<DeliveryModeCode>[];
}

/**
 * D-33, D-34: how goods meet a resident on the day `on`. In a mode without self pick-up everybody is brought them. A fact nobody knows leads to the door: a trip for nothing is better than somebody
 * waited for who cannot come.
 */
export function deliveryMode(
  { door }: DeliveryModeRule,
  { selfPickUp }: { readonly selfPickUp: boolean },
  facts: ModeFacts,
  on: LocalDate,
): DeliveryChoice {
  const reasons = door.flatMap((special): readonly Reason<DeliveryModeCode>[] => {
    const belongs = belongsTo(special, facts, on);
    const data = 'minAge' in special ? { data: { minAge: special.minAge } } : {};
    if (belongs === undefined) return [{ code: `delivery-mode/${special.group}-unknown`, ...data }];
    return belongs ? [{ code: `delivery-mode/${special.group}`, ...data }] : [];
  });
  if (reasons.length > 0) return { mode: 'door', reasons };
  return selfPickUp
    ? { mode: 'pickup', reasons: [{ code: 'delivery-mode/ordinary' }] }
    : { mode: 'door', reasons: [{ code: 'delivery-mode/nobody-comes' }] };
}

/** Undefined while what is known does not tell. */
function belongsTo(special: Special, facts: ModeFacts, on: LocalDate): boolean | undefined {
  switch (special.group) {
    case 'alone':
      return both(livesAlone(facts, on), isAtLeast(facts.birth, special.minAge, on));
    case 'age':
      return isAtLeast(facts.birth, special.minAge, on);
    case 'self-care':
      return facts.selfCare === null ? undefined : special.levels.includes(facts.selfCare);
    case 'disabled':
      return facts.disabled ?? undefined;
    case 'quarantined':
      return facts.quarantined ?? undefined;
    default:
      return special satisfies never;
  }
}

/** One sure no settles it; otherwise both have to be known. */
export const both = (a: boolean | undefined, b: boolean | undefined): boolean | undefined =>
  a === false || b === false ? false : a === undefined || b === undefined ? undefined : true;
