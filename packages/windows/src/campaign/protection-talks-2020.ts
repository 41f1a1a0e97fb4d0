import { CampaignDefinition } from './campaign-definition.ts';
import definition from './presets/protection-talks-2020.json' with { type: 'json' };

/** Duowen community, Wuhan, spring of 2020: elders who live alone are told of protection at the door or by phone. */
export const protectionTalks2020: CampaignDefinition = CampaignDefinition.parse(definition);
