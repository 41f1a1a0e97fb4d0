import definition from './presets/fever-2020.json' with { type: 'json' };
import { ScreeningRule } from './screening-rule.ts';

/** Fever screening as it was common in China in the spring of 2020. The figures are ours, to be confirmed. */
export const fever2020: ScreeningRule = ScreeningRule.parse(definition);
