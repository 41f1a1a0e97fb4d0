import type { Texts } from '@linli/model';
import type { EligibilityCode } from './eligibility.ts';
import type { ProgrammeFlawCode } from './programme.ts';

/** The words of programmes and of who may take part. */
export const programmeTexts = {
  'programme/malformed': {
    zh: '活动项目的 {path} 填写不对：{messageZh}',
    en: 'Programme, {path}: not as it should be: {message}',
  },
  'programme/bounds-crossed': { zh: '{path}：上限不能小于下限。', en: '{path}: the most is below the least.' },
  'programme/closes-after-its-end': {
    zh: '{path}：小组要在最后一节之前（或当节）封闭。',
    en: '{path}: a group closes no later than its last session.',
  },
  'programme/opening-backwards': { zh: '{path}：关门时间要晚于开门时间。', en: '{path}: it must shut after it opens.' },
  'programme/openings-overlap': { zh: '{path}：同一天的开放时间重叠了。', en: '{path}: opening hours of one day overlap.' },
  'programme/grid-twice': { zh: '{path}：这个网格写了两次。', en: '{path}: this grid stands there twice.' },

  'eligibility/is-not': { zh: '不符合条件：{fact}。', en: 'Does not meet the condition {fact}.' },
  'eligibility/below': { zh: '{fact} 低于 {atLeast}。', en: '{fact} is below {atLeast}.' },
  'eligibility/above': { zh: '{fact} 高于 {atMost}。', en: '{fact} is above {atMost}.' },
  'eligibility/unknown': { zh: '还不知道{fact}，需要先核实。', en: '{fact} is not known; it has to be checked first.' },
} satisfies Texts<ProgrammeFlawCode | EligibilityCode>;
