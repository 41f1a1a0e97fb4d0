import type { Texts } from '@linli/model';
import type { PersonCode } from '../person-facts.ts';

/** Refusals and steps of `credit` and `creditAll`, beside what a person may lack. */
type OwnCode =
  | 'standard/not-in-force'
  | 'helper/unknown'
  | 'helper/relatives-unknown'
  | 'beneficiary/nobody-in-particular'
  | 'service/already-credited'
  | 'service/category-not-credited'
  | 'service/condition-unknown'
  | 'service/confirmed-by-silence'
  | 'service/disputed'
  | 'service/evidence-missing'
  | 'service/proof-overdue'
  | 'service/proof-too-late'
  | 'service/overlaps-another'
  | 'service/serves-self'
  | 'service/serves-relative'
  | 'service/beneficiary-uncertain'
  | 'service/too-long'
  | 'service/too-many'
  | 'service/too-short'
  | 'credit/beyond-exact'
  | 'credit/measured'
  | 'credit/counted-also'
  | 'credit/flat'
  | 'credit/tiered'
  | 'credit/rated'
  | 'credit/multiplied'
  | 'credit/multiplied-in-parts'
  | 'credit/first-counted'
  | 'credit/many-beneficiaries'
  | 'credit/shared'
  | 'credit/rounded'
  | 'credit/rounded-over'
  | 'credit/service-cap'
  | 'credit/day-cap'
  | 'credit/week-cap'
  | 'credit/month-cap'
  | 'credit/year-cap'
  | 'credit/life-cap'
  | 'credit/whole-units';
export type CreditCode = OwnCode | Extract<PersonCode, `helper/${string}` | `beneficiary/${string}`>;

export const creditTexts = {
  'standard/not-in-force': {
    zh: '{date} 这一天，标准 {packId}（第 {edition} 版）不在有效期内',
    en: 'the standard {packId} (edition {edition}) is not in force on {date}',
  },
  'helper/unknown': { zh: '名册里没有这位服务者（{helperId}）', en: 'the register has no such helper ({helperId})' },
  'helper/relatives-unknown': {
    zh: '服务者的亲属情况未登记，无法排除亲属之间的服务，请先补登',
    en: 'the relatives of the helper are not on record, so service within the family cannot be told: write them down first',
  },
  'beneficiary/nobody-in-particular': {
    zh: '按标准，没有具体服务对象的服务不计时间',
    en: 'the standard gives no credit for a service to nobody in particular',
  },
  'service/already-credited': {
    zh: '这次服务（{serviceId}）已经记过时间',
    en: 'this service ({serviceId}) has its credit already',
  },
  'service/category-not-credited': {
    zh: '按标准，“{category}”不在计入的服务项目之内',
    en: 'the standard gives no credit for {category}',
  },
  'service/condition-unknown': {
    zh: '档案不全（{part}：“{missing}”未登记），无法判断标准的这一步是否适用，请先补登',
    en: 'whether this step applies cannot be told, because the record of the {part} does not tell "{missing}": write it down first',
  },
  'service/confirmed-by-silence': {
    zh: '超过 {days} 天无异议，视为“{evidence}”已确认：{beforeSeconds} 照记',
    en: 'no dispute within {days} days, so {evidence} counts as given: {beforeSeconds} stands',
  },
  'service/disputed': {
    zh: '这次服务有争议，处理完毕前不记',
    en: 'the service is in dispute and not credited until that is settled',
  },
  'service/evidence-missing': {
    zh: '服务证明还不齐，尚缺：{missing}；补齐后再记',
    en: 'proof of the service is still missing: {missing}; it is credited once that is there',
  },
  'service/proof-overdue': {
    zh: '服务证明尚缺：{missing}；已过 {days} 天的补交期限（{deadline}）',
    en: 'proof is missing: {missing}; the {days} days for it ended on {deadline}',
  },
  'service/proof-too-late': {
    zh: '服务证明 {proofOn} 才齐，已过 {days} 天的期限（{deadline}）',
    en: 'the proof was complete on {proofOn}, after the {days} days that ended on {deadline}',
  },
  'service/overlaps-another': {
    zh: '与已记的另一次服务（{serviceId}）时间重叠，同一个人不能同时在两处',
    en: 'it overlaps another credited service ({serviceId}): nobody is in two places',
  },
  'service/serves-self': { zh: '服务对象就是本人，不计时间', en: 'the one served is the helper' },
  'service/serves-relative': {
    zh: '服务对象是自己的亲属（{kin}），按标准不计时间',
    en: 'the one served is a relative of the helper ({kin}), which the standard does not credit',
  },
  'service/beneficiary-uncertain': {
    zh: '服务对象尚未确认，请先核实是哪一位',
    en: 'who was served is not certain: find out first',
  },
  'service/too-long': {
    zh: '记录的时长是 {beforeSeconds}，超过 {mostSeconds}，多半是写错了，请核对起止时间',
    en: 'it is written down as {beforeSeconds}, more than {mostSeconds}: surely a slip, check when it began and ended',
  },
  'service/too-many': {
    zh: '每{per}最多记 {most} 次服务，名额已满',
    en: 'at most {most} services count per {per}, and they are used up',
  },
  'service/too-short': {
    zh: '只有 {beforeSeconds}，不足起计时间 {minimumSeconds}',
    en: '{beforeSeconds} is less than the countable minimum of {minimumSeconds}',
  },
  'credit/beyond-exact': {
    zh: '{beforeSeconds} 再往上乘就超过 {mostSeconds}，无法精确计算，请检查标准里的倍数',
    en: 'from {beforeSeconds} it would grow beyond {mostSeconds} and not be exact any more: check the factors of the standard',
  },
  'credit/measured': { zh: '实际服务 {afterSeconds}', en: 'served {afterSeconds}' },
  'credit/counted-also': {
    zh: '另计 {kinds} {extraSeconds}：{beforeSeconds} 记为 {afterSeconds}',
    en: '{extraSeconds} of {kinds} count as well: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/flat': {
    zh: '按次计，不论时长：{beforeSeconds} 记为 {afterSeconds}',
    en: 'a fixed amount for each service: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/tiered': {
    zh: '按时长分档（满 {fromSeconds}）：{beforeSeconds} 记为 {afterSeconds}',
    en: 'by the table, from {fromSeconds} on: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/rated': {
    zh: '“{category}”按 {times} 倍折算：{beforeSeconds} 折为 {afterSeconds}',
    en: '{category} counts {times} times: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/multiplied': {
    zh: '其中 {insideSeconds} 按 {times} 倍计：{beforeSeconds} 记为 {afterSeconds}',
    en: '{insideSeconds} of the service count {times} times: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/multiplied-in-parts': {
    zh: '各段只取最高的倍数：{insideSeconds} 按 {times} 倍计，{lowerSeconds} 按较低的倍数计：{beforeSeconds} 记为 {afterSeconds}',
    en: 'each part counts by its highest factor, {insideSeconds} {times} times, {lowerSeconds} by a lower one: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/first-counted': {
    zh: '最初的 {mostSeconds} 按 {times} 倍计，这次有 {firstSeconds} 在内：{beforeSeconds} 记为 {afterSeconds}',
    en: 'the first {mostSeconds} count {times} times, {firstSeconds} of this are among them: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/many-beneficiaries': {
    zh: '同时服务 {beneficiaries} 人，按 {times} 倍计：{beforeSeconds} 记为 {afterSeconds}',
    en: '{beneficiaries} served at once count {times} times: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/shared': {
    zh: '{helpers} 人共同完成，平均分：{beforeSeconds} 记为 {afterSeconds}',
    en: 'shared equally by {helpers} helpers: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/rounded': {
    zh: '以 {toSeconds} 为单位取整：{beforeSeconds} 记为 {afterSeconds}',
    en: 'rounded to {toSeconds}: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/rounded-over': {
    zh: '按周期（{per}）合计 {totalSeconds}，以 {toSeconds} 为单位取整，先前已记 {alreadySeconds}：{beforeSeconds} 记为 {afterSeconds}',
    en: 'the {per} comes to {totalSeconds}, rounded to {toSeconds}, {alreadySeconds} of it given before: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/service-cap': {
    zh: '每次最多记 {capSeconds}：{beforeSeconds} 记为 {afterSeconds}',
    en: 'at most {capSeconds} for one service: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/day-cap': {
    zh: '每天最多记 {capSeconds}，当天已记 {alreadySeconds}：{beforeSeconds} 记为 {afterSeconds}',
    en: 'at most {capSeconds} a day, {alreadySeconds} credited that day: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/week-cap': {
    zh: '每周最多记 {capSeconds}，当周已记 {alreadySeconds}：{beforeSeconds} 记为 {afterSeconds}',
    en: 'at most {capSeconds} a week, {alreadySeconds} credited that week: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/month-cap': {
    zh: '每月最多记 {capSeconds}，当月已记 {alreadySeconds}：{beforeSeconds} 记为 {afterSeconds}',
    en: 'at most {capSeconds} a month, {alreadySeconds} credited that month: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/year-cap': {
    zh: '每年（年度）最多记 {capSeconds}，本年度已记 {alreadySeconds}：{beforeSeconds} 记为 {afterSeconds}',
    en: 'at most {capSeconds} a year, {alreadySeconds} credited that year: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/life-cap': {
    zh: '个人累计最多记 {capSeconds}，已记 {alreadySeconds}：{beforeSeconds} 记为 {afterSeconds}',
    en: 'at most {capSeconds} in a lifetime, {alreadySeconds} credited so far: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/whole-units': {
    zh: '账上只记整数单位，零头不计：{beforeSeconds} 记为 {afterSeconds}',
    en: 'the ledger keeps whole units only: {beforeSeconds} becomes {afterSeconds}',
  },
} as const satisfies Texts<OwnCode>;
