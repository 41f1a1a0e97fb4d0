import { CycleDefinition } from './cycle-definition.ts';
import definition from './presets/duowen-2020.json' with { type: 'json' };

/**
 * The practice of Duowen community, Wuhan, in the spring of 2020. That the work is done on the day after the collection
 * is our reading of its slides; a collection opens at the cut-off before it, so that no minute lies outside.
 */
export const duowen2020: CycleDefinition = CycleDefinition.parse(definition);
