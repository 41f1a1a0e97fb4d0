import type { Texts } from '@linli/model';
import type { LadderDefinitionCode } from './ladder-definition.ts';

export const ladderDefinitionTexts = {
  'ladder-definition/malformed': { zh: '{path} 这一项填写不对：{messageZh}', en: '{path} is not as it should be: {message}' },
  'ladder-definition/rung-twice': { zh: '{path}：这一级的代号重复了。', en: '{path}: another rung has this id.' },
  'ladder-definition/quorum-above-people': {
    zh: '{path}：要求答应的人数比询问的人数还多。',
    en: '{path}: more people must say yes than are asked.',
  },
  'ladder-definition/nothing-to-be-together-with': {
    zh: '{path}：第一级前面没有可以同时询问的一级。',
    en: '{path}: the first rung has none before it to be asked together with.',
  },
  'ladder-definition/together-but-not-at-night': {
    zh: '{path}：同时询问的几级，夜间的做法要一样。',
    en: '{path}: rungs asked together must do the same in quiet hours.',
  },
  'ladder-definition/no-emergency-at-the-end': {
    zh: '{path}：最后一级必须能呼叫急救、消防或警察。',
    en: '{path}: the last rung must call the emergency services.',
  },
  'ladder-definition/emergency-before-the-end': {
    zh: '{path}：只有最后一级呼叫急救、消防或警察；要更早呼叫，请用红旗。',
    en: '{path}: only the last rung calls the emergency services; a red flag gets there sooner.',
  },
  'ladder-definition/emergency-waits': {
    zh: '{path}：急救不能等到天亮。',
    en: '{path}: an emergency does not wait for the morning.',
  },
  'ladder-definition/quiet-hours-missing': {
    zh: '{path}：要等到天亮，就得写明夜间从几点到几点。',
    en: '{path}: to wait until morning, say first which hours are quiet.',
  },
  'ladder-definition/quiet-hours-empty': {
    zh: '{path}：夜间的开始和结束是同一时刻。',
    en: '{path}: the quiet hours end at the time they begin.',
  },
  'ladder-definition/flag-twice': { zh: '{path}：这个红旗的代号重复了。', en: '{path}: another red flag has this code.' },
  'ladder-definition/unknown-rung': { zh: '{path}：没有这一级。', en: '{path}: there is no such rung.' },
} satisfies Texts<LadderDefinitionCode>;
