import type { Texts } from '@linli/model';
import type { CallListCode, CallStanding } from './call-list.ts';
import type { CallRuleCode } from './call-rule.ts';

/** The words of the call list and its rule. */
export const callListTexts = {
  'call-rule/malformed': {
    zh: '电访规则的 {path} 填写不对：{messageZh}',
    en: 'Call rule, {path}: not as it should be: {message}',
  },
  'call-list/not-called': { zh: '本轮还没有打过电话。', en: 'Not called in this cycle yet.' },
  'call-list/no-answer': { zh: '打了 {calls} 次还没有打通，要再打。', en: 'Called {calls} times without an answer; call again.' },
  'call-list/call-back': { zh: '长者请过一会儿再打。', en: 'Asked to be called back.' },
  'call-list/tries-used-up': {
    zh: '打了 {calls} 次都没有人接，要有人上门看看。',
    en: 'Called {calls} times and never reached: somebody should knock.',
  },
  'call-list/refused': {
    zh: '长者不愿接受电访，需求不明，不等于没有需求。',
    en: 'Wanted no call: whether anything is needed is not known.',
  },
  'call-list/reached': { zh: '已打通。', en: 'Reached.' },
  'call-list/name-fits-several': {
    zh: '有 {calls} 个电话的姓名对应几位长者，不能算数。',
    en: '{calls} calls carry a name that fits several residents; they settle nobody.',
  },
  'call-list/age-first': { zh: '满 {age} 岁，先打。', en: '{age} or older: called first.' },
  'call-list/living-unknown': { zh: '不知道当天是否独居，要问清楚。', en: 'Not known whether living alone that day; find out.' },
  'call-list/age-unknown': { zh: '不知道是否满 {minAge} 岁，要问清楚。', en: 'Not known whether {minAge} or older; find out.' },
  'call-standing/not-called': { zh: '未打', en: 'not called' },
  'call-standing/no-answer': { zh: '没有打通', en: 'no answer' },
  'call-standing/call-back': { zh: '稍后再打', en: 'call back' },
  'call-standing/unanswered': { zh: '一直没有人接', en: 'never answered' },
  'call-standing/refused': { zh: '不愿接受', en: 'refused' },
  'call-standing/reached': { zh: '已打通', en: 'reached' },
} satisfies Texts<CallListCode | CallRuleCode | `call-standing/${CallStanding}`>;
