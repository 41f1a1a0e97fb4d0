import type { Texts } from '@linli/model';
import type { ModesFlawCode } from './community-modes.ts';
import type { ModeCode } from './mode-at.ts';

export const modesTexts = {
  'modes/malformed': { zh: '{path} 这一项填写不对：{messageZh}', en: '{path} is not as it should be: {message}' },
  'modes/unknown-first': { zh: '{path}：一开始的模式不在列表里。', en: '{path}: the first mode is not in the list.' },
  'modes/id-twice': { zh: '{path}：这个模式编号用了两次。', en: '{path}: this id of a mode is used twice.' },
  'mode/switched': { zh: '从这个时刻起改用“{mode}”模式。', en: 'From this instant on the mode is "{mode}".' },
  'mode/unknown': { zh: '没有“{mode}”这个模式。', en: 'There is no mode "{mode}".' },
  'mode/in-the-past': {
    zh: '不能从过去的时刻起改模式：已经按原来的规则处理过了。',
    en: 'A mode cannot change in the past: that was judged by the old rules.',
  },
  'mode/holds-already': { zh: '那时已经是“{mode}”模式。', en: 'The mode is "{mode}" then already.' },
} satisfies Texts<ModeCode | ModesFlawCode>;
