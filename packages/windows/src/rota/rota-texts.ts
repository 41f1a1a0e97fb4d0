import type { Texts } from '@linli/model';
import type { RuleFlawCode } from '../recurrence/recurrence-rule.ts';
import type { RotaFlawCode } from './rota.ts';
import type { RotaCode } from './rota-days.ts';

/** The words of duty rotas; those of rules stand with the recurrences. */
export const rotaTexts = {
  'rota/malformed': { zh: '排班表的 {path} 填写不对：{messageZh}', en: 'Rota, {path}: not as it should be: {message}' },
  'rota/slot-twice': { zh: '{path}：这个班次写了两次。', en: '{path}: this slot stands there twice.' },
  'rota/slot-unknown': { zh: '{path}：排班表里没有这个班次。', en: '{path}: the rota has no such slot.' },
  'rota/ends-before-it-begins': { zh: '{path}：止日要在起日之后。', en: '{path}: it must end after it begins.' },
  'rota/substitutes-nothing': {
    zh: '{path}：{date} 没有这个班，无从顶替。',
    en: '{path}: there is no such slot on {date} to stand in for.',
  },
  'rota/stands-in-for-self': { zh: '{path}：不能自己顶替自己。', en: '{path}: nobody stands in for themselves.' },

  'rota/nobody-named': { zh: '{date} 的 {slot} 没有排人。', en: 'Nobody is named for {slot} on {date}.' },
  'rota/absent': { zh: '{helperId} {date} 请假。', en: '{helperId} is away on {date}.' },
  'rota/instead-of-nobody': {
    zh: '{date} 由 {helperId} 顶替 {insteadOf}，可是后者那天本来没有班；算作加一人。',
    en: '{helperId} was to stand in for {insteadOf} on {date}, who was not on; counted as one more.',
  },
  'rota/too-few': {
    zh: '{date} 的 {slot} 要 {people} 人，还差 {missing} 人。',
    en: '{slot} on {date} needs {people}, {missing} short.',
  },
} satisfies Texts<Exclude<RotaFlawCode, RuleFlawCode> | RotaCode>;
