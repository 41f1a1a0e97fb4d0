import type { Texts } from '@linli/model';
import type { ScreeningFlawCode } from './screening-rule.ts';

/** The words of screening rules. */
export const screeningRuleTexts = {
  'screening-rule/malformed': {
    zh: '排查规则的 {path} 填写不对：{messageZh}',
    en: 'Screening rule, {path}: not as it should be: {message}',
  },
  'screening-rule/named-twice': { zh: '{path}：这个症状写了两次。', en: '{path}: this symptom stands there twice.' },
  'screening-rule/unknown-symptom': { zh: '{path}：症状表里没有这个症状。', en: '{path}: no such symptom in the list.' },
} satisfies Texts<ScreeningFlawCode>;
