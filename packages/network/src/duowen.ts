import { CareTemplate } from './care-template.ts';
import { NetworkPolicy } from './network-policy.ts';
import policy from './presets/duowen-policy.json' with { type: 'json' };
import template from './presets/duowen-template.json' with { type: 'json' };

/**
 * 一敲二帮三守护: one knock at two cadences, two helps, three guards, as Duowen community in Wuhan does it.
 * The seven duties are the practice's; that guards begin at 80 or with any loss of self-care is read from its pairing list.
 */
export const duowenTemplate: CareTemplate = CareTemplate.parse(template);

/** A policy to start from. Its numbers are assumed, not Duowen's: set your own. The order of the knock chain is the practice's. */
export const duowenPolicy: NetworkPolicy = NetworkPolicy.parse(policy);
