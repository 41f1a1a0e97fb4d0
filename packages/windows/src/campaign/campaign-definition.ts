import { type Decision, Text } from '@linli/model';
import * as z from 'zod';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';

const Channel = z.strictObject({ id: z.string().min(1), name: Text }).readonly();

type ShapeCode = 'campaign-definition/channel-twice';

/** Why a campaign is refused before it begins. `data.path` says where. */
export type CampaignFlawCode = 'campaign-definition/malformed' | ShapeCode;

const flawsOf = ({ channels }: { readonly channels: readonly { readonly id: string }[] }): readonly Flaw<ShapeCode>[] =>
  channels.flatMap(({ id }, index) =>
    channels.findIndex((other) => other.id === id) === index
      ? []
      : [{ code: 'campaign-definition/channel-twice', path: ['channels', index, 'id'] }],
  );

/** An outreach as data: what it is about and by which channels people are told. `format` is ours; `id` and `edition` theirs. */
export const CampaignDefinition = z
  .strictObject({
    format: z.literal('linli-campaign/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    channels: z.array(Channel).min(1).readonly(),
  })
  .check(checkFlaws(flawsOf))
  .readonly();
export interface CampaignDefinition extends z.infer<typeof CampaignDefinition> {}

/** A campaign from outside. Every flaw is named with its path; nothing is repaired in silence. */
export const parseCampaignDefinition = (input: unknown): Decision<CampaignDefinition, CampaignFlawCode> =>
  parseLocated<CampaignDefinition, 'campaign-definition/malformed', ShapeCode>(
    CampaignDefinition,
    'campaign-definition/malformed',
    input,
  );
