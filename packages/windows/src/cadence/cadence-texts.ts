import type { Texts } from '@linli/model';
import type { AfterChangeState } from './after-change.ts';
import type { ContactState } from './contact-status.ts';
import type { CountState } from './count-status.ts';
import type { CountedCadenceCode } from './counted-cadence.ts';
import type { ExcuseReason } from './excuse.ts';
import type { FreshnessFlawCode, Stale } from './freshness.ts';
import type { RiskCadenceCode, RiskFlawCode } from './risk-cadences.ts';

/** The words of cadences, excuses and freshness. */
export const cadenceTexts = {
  'contact/kept': { zh: '按时联系了', en: 'in touch as agreed' },
  'contact/due': { zh: '该联系了', en: 'contact is due' },
  'contact/overdue': { zh: '逾期没有联系上', en: 'contact is overdue' },
  'contact/excused': { zh: '不在家（住院、外出等），暂不计', en: 'away, in hospital or travelling' },
  'contact/unknown': { zh: '没有联系记录，不能当作平安', en: 'no contact on record; not to be read as safe' },
  'contact/late': { zh: '联系上了，但晚了', en: 'in touch, but late' },
  'contact/under': { zh: '这一周次数不够', en: 'too few in the week' },
  'contact/over': { zh: '这一周次数太多', en: 'too many in the week' },

  'excuse/hospital': { zh: '住院', en: 'in hospital' },
  'excuse/travelling': { zh: '外出', en: 'travelling' },
  'excuse/refused': { zh: '本人不愿意', en: 'refused it' },
  'excuse/other': { zh: '别的原因', en: 'another reason' },

  'freshness/never': { zh: '从来没有登记过，情况不明', en: 'never recorded, so nothing is known' },
  'freshness/stale': { zh: '登记太久了，要更新', en: 'recorded too long ago' },

  'freshness/malformed': {
    zh: '更新规则的 {path} 填写不对：{messageZh}',
    en: 'Freshness, {path}: not as it should be: {message}',
  },
  'freshness/kind-twice': { zh: '{path}：这一类写了两次。', en: '{path}: this kind stands there twice.' },

  'cadence/malformed': { zh: '频次的 {path} 填写不对：{messageZh}', en: 'Cadence, {path}: not as it should be: {message}' },
  'cadence/least-above-most': { zh: '{path}：最少次数比最多次数还多。', en: '{path}: the least number is above the most.' },
  'cadence/does-not-fit': {
    zh: '{path}：每周至少 {min} 次、每次至少隔 {minGapDays} 天，一周排不下。',
    en: '{path}: {min} times a week at least {minGapDays} days apart do not fit into seven days.',
  },
  'cadence/level-twice': { zh: '{path}：这一级写了两次。', en: '{path}: this level stands there twice.' },
  'cadence/level-unknown': {
    zh: '探访标准 {standard} 里没有“{level}”这一级。',
    en: 'Standard {standard} knows no level {level}.',
  },
} satisfies Texts<
  | `contact/${ContactState | CountState | AfterChangeState}`
  | `excuse/${ExcuseReason}`
  | `freshness/${Stale['status']}`
  | CountedCadenceCode
  | FreshnessFlawCode
  | RiskCadenceCode
  | RiskFlawCode
>;
