import type { Texts } from '@linli/model';
import type { DeliveryModeCode, DeliveryModeRuleCode } from './delivery-mode.ts';

/** The words of the rule and of the choice. */
export const deliveryModeTexts = {
  'delivery-mode/malformed': {
    zh: '配送方式规则的 {path} 填写不对：{messageZh}',
    en: 'Delivery mode, {path}: not as it should be: {message}',
  },
  'delivery-mode/group-twice': { zh: '{path}：这类人写了两次。', en: '{path}: this group stands there twice.' },
  'delivery-mode/alone': { zh: '独居，满 {minAge} 岁：送上门。', en: 'Lives alone and is {minAge} or older: to the door.' },
  'delivery-mode/alone-unknown': {
    zh: '不知道是不是 {minAge} 岁以上独居：先送上门。',
    en: 'Not known whether living alone at {minAge} or older: to the door.',
  },
  'delivery-mode/age': { zh: '满 {minAge} 岁：送上门。', en: '{minAge} or older: to the door.' },
  'delivery-mode/age-unknown': {
    zh: '不知道是否满 {minAge} 岁：先送上门。',
    en: 'Not known whether {minAge} or older: to the door.',
  },
  'delivery-mode/self-care': { zh: '生活不能完全自理：送上门。', en: 'Needs care: to the door.' },
  'delivery-mode/self-care-unknown': { zh: '没有做过自理评估：先送上门。', en: 'Self-care was never assessed: to the door.' },
  'delivery-mode/disabled': { zh: '残疾：送上门。', en: 'Disabled: to the door.' },
  'delivery-mode/disabled-unknown': { zh: '不知道有没有残疾：先送上门。', en: 'Not known whether disabled: to the door.' },
  'delivery-mode/quarantined': { zh: '隔离中：送上门。', en: 'Quarantined: to the door.' },
  'delivery-mode/quarantined-unknown': {
    zh: '不知道是不是在隔离：先送上门。',
    en: 'Not known whether quarantined: to the door.',
  },
  'delivery-mode/ordinary': { zh: '不属于特殊群体：自取。', en: 'In none of the special groups: fetches.' },
  'delivery-mode/nobody-comes': { zh: '封闭期间都送上门。', en: 'In a lockdown nobody fetches: to the door.' },
} satisfies Texts<DeliveryModeCode | DeliveryModeRuleCode>;
