import { type Decision, no, type Reason } from '@linli/model';
import * as z from 'zod';
import { ContactCadence } from './cadence/contact-status.ts';
import { CountedCadence } from './cadence/counted-cadence.ts';
import { FreshnessRule } from './cadence/freshness.ts';
import { RiskCadences } from './cadence/risk-cadences.ts';
import { ServiceCalendar } from './calendar/service-calendar.ts';
import { CallRule } from './call-list/call-rule.ts';
import { CampaignDefinition } from './campaign/campaign-definition.ts';
import { CaseFileDefinition } from './case-file/case-file-definition.ts';
import { CycleDefinition } from './cycle/cycle-definition.ts';
import { DeliveryModeRule } from './delivery/delivery-mode.ts';
import { DeliveryRule } from './delivery/delivery-rule.ts';
import { DutySet } from './duty/duty-definition.ts';
import { LadderDefinition } from './ladder/ladder-definition.ts';
import { CommunityModes } from './modes/community-modes.ts';
import { parseLocated } from './parse-located.ts';
import { PickUpPoint } from './pick-up/pick-up-point.ts';
import { Programme } from './programme/programme.ts';
import { MenuPlan } from './recurrence/menus.ts';
import { Recurrence } from './recurrence/recurrence.ts';
import { Rota } from './rota/rota.ts';
import { ScreeningRule } from './screening/screening-rule.ts';
import { TeamDefinition } from './team/team-definition.ts';
import { VisitRule } from './visit/visit-rule.ts';
import { VolunteerDefinition } from './volunteer/volunteer-definition.ts';

/** Every kind of definition a community may write, by what its file says at `format`. */
const schemas = {
  'linli-cycle/1': CycleDefinition,
  'linli-modes/1': CommunityModes,
  'linli-calendar/1': ServiceCalendar,
  'linli-ladder/1': LadderDefinition,
  'linli-visit-rule/1': VisitRule,
  'linli-delivery-rule/1': DeliveryRule,
  'linli-delivery-mode/1': DeliveryModeRule,
  'linli-pick-up-point/1': PickUpPoint,
  'linli-call-rule/1': CallRule,
  'linli-cadence/1': ContactCadence,
  'linli-counted-cadence/1': CountedCadence,
  'linli-risk-cadences/1': RiskCadences,
  'linli-freshness/1': FreshnessRule,
  'linli-recurrence/1': Recurrence,
  'linli-menus/1': MenuPlan,
  'linli-rota/1': Rota,
  'linli-case-file/1': CaseFileDefinition,
  'linli-volunteer/1': VolunteerDefinition,
  'linli-team/1': TeamDefinition,
  'linli-duties/1': DutySet,
  'linli-programme/1': Programme,
  'linli-campaign/1': CampaignDefinition,
  'linli-screening/1': ScreeningRule,
} as const;

export type DefinitionFormat = keyof typeof schemas;
export const definitionFormats = Object.keys(schemas) as readonly DefinitionFormat[];

/** A definition of any kind, checked whole. */
export type AnyDefinition = z.infer<(typeof schemas)[DefinitionFormat]>;

/**
 * A definition from outside, of whatever kind its `format` says. Every flaw is named with its path.
 * No: `definition/unknown-format`, with the formats there are, and what the kind itself refuses.
 */
export function parseDefinition(input: unknown): Decision<AnyDefinition, string> {
  const format = typeof input === 'object' && input !== null && 'format' in input ? input.format : undefined;
  if (typeof format !== 'string' || !isFormat(format))
    return no('definition/unknown-format', {
      path: 'format',
      format: typeof format === 'string' ? format : '-',
      formats: definitionFormats.join(', '),
    });
  return parseLocated<AnyDefinition, 'definition/malformed', string>(schemas[format], 'definition/malformed', input);
}

const isFormat = (format: string): format is DefinitionFormat => Object.hasOwn(schemas, format);

/** JSON Schema (draft 2020-12) of one kind, with which an editor completes words and marks wrong ones. */
export const definitionJsonSchema = (format: DefinitionFormat): Readonly<Record<string, unknown>> =>
  z.toJSONSchema(schemas[format], { io: 'input', reused: 'ref', unrepresentable: 'any' });

/** Where a flaw is, as keys and positions in a list: `phases.1.from` is `['phases', 1, 'from']`. */
export const pathOf = ({ data }: Reason): readonly (string | number)[] =>
  String(data?.['path'] ?? '')
    .split('.')
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
