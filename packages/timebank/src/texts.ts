import type { Texts } from '@linli/model';

/** Refusals and steps of `credit` and `creditAll`. */
export type CreditCode =
  | 'standard/not-in-force'
  | 'helper/unknown'
  | 'helper/role-not-credited'
  | 'helper/age-unknown'
  | 'helper/sex-unknown'
  | 'helper/too-young'
  | 'helper/too-old'
  | 'service/already-credited'
  | 'service/evidence-missing'
  | 'service/overlaps-another'
  | 'service/serves-self'
  | 'service/beneficiary-uncertain'
  | 'service/too-short'
  | 'credit/measured'
  | 'credit/rated'
  | 'credit/rounded'
  | 'credit/activity-cap'
  | 'credit/day-cap'
  | 'credit/month-cap'
  | 'credit/life-cap'
  | 'credit/whole-points';

/** Refusals of `redeem`, and the price of a yes. */
export type RedeemCode =
  | 'request/invalid'
  | 'standard/not-in-force'
  | 'offer/unknown'
  | 'recipient/unknown'
  | 'recipient/not-allowed'
  | 'person/age-unknown'
  | 'person/too-young'
  | 'person/too-young-without-hardship'
  | 'account/below-minimum'
  | 'account/earned-too-little'
  | 'account/below-floor'
  | 'redemption/off-grain'
  | 'redemption/below-minimum'
  | 'redemption/priced';

/** Refusals of `post`, and the remark on a transfer that was there already. */
export type PostCode =
  | 'transfer/invalid'
  | 'transfer/already-posted'
  | 'transfer/id-reused'
  | 'transfer/recorded-too-early'
  | 'transfer/original-unknown'
  | 'transfer/original-is-reversal'
  | 'transfer/not-a-mirror'
  | 'transfer/reversed-too-much'
  | 'account/below-floor';

/** The words for every code. Data named `...Seconds` reads best through `labelSeconds`. */
export const timebankTexts = {
  'standard/not-in-force': {
    zh: '{date} 这一天，标准 {packId}（第 {edition} 版）不在有效期内',
    en: 'the standard {packId} (edition {edition}) is not in force on {date}',
  },
  'helper/unknown': { zh: '名册里没有这位服务者（{helperId}）', en: 'the register has no such helper ({helperId})' },
  'helper/role-not-credited': {
    zh: '按标准，“{role}”的服务不计入时间银行',
    en: 'the standard gives no credit for service in the role {role}',
  },
  'helper/age-unknown': {
    zh: '出生日期不详，无法判断是否符合 {years} 岁的年龄要求，请先补登',
    en: 'the birth is not known well enough to tell the age of {years}: write it down first',
  },
  'helper/sex-unknown': {
    zh: '性别未登记，无法判断是否适用 {years} 岁的年龄要求，请先补登',
    en: 'the sex is not known, so whether the age of {years} is required is not known: write it down first',
  },
  'helper/too-young': { zh: '服务者未满 {years} 岁', en: 'the helper is not yet {years}' },
  'helper/too-old': { zh: '服务者已满 {years} 岁，超出年龄范围', en: 'the helper is already {years}' },
  'service/already-credited': {
    zh: '这次服务（{serviceId}）已经记过时间',
    en: 'this service ({serviceId}) has its credit already',
  },
  'service/evidence-missing': {
    zh: '服务证明还不齐，尚缺：{missing}；补齐后再记',
    en: 'proof of the service is still missing: {missing}; it is credited once that is there',
  },
  'service/overlaps-another': {
    zh: '与已记的另一次服务（{serviceId}）时间重叠，同一个人不能同时在两处',
    en: 'it overlaps another credited service ({serviceId}): nobody is in two places',
  },
  'service/serves-self': { zh: '服务对象就是本人，不计时间', en: 'the one served is the helper' },
  'service/beneficiary-uncertain': {
    zh: '服务对象尚未确认，有可能就是本人，请先核实',
    en: 'who was served is not certain and may be the helper: find out first',
  },
  'service/too-short': {
    zh: '只有 {beforeSeconds}，不足起计时间 {minimumSeconds}',
    en: '{beforeSeconds} is less than the countable minimum of {minimumSeconds}',
  },
  'credit/measured': { zh: '实际服务 {afterSeconds}', en: 'served {afterSeconds}' },
  'credit/rated': {
    zh: '“{category}”按千分之 {permille} 折算：{beforeSeconds} 折为 {afterSeconds}',
    en: '{category} counts {permille} per thousand: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/rounded': {
    zh: '以 {toSeconds} 为单位取整：{beforeSeconds} 记为 {afterSeconds}',
    en: 'rounded to {toSeconds}: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/activity-cap': {
    zh: '每次最多记 {capSeconds}：{beforeSeconds} 记为 {afterSeconds}',
    en: 'at most {capSeconds} for one service: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/day-cap': {
    zh: '每天最多记 {capSeconds}，当天已记 {alreadySeconds}：{beforeSeconds} 记为 {afterSeconds}',
    en: 'at most {capSeconds} a day, {alreadySeconds} credited that day: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/month-cap': {
    zh: '每月最多记 {capSeconds}，当月已记 {alreadySeconds}：{beforeSeconds} 记为 {afterSeconds}',
    en: 'at most {capSeconds} a month, {alreadySeconds} credited that month: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/life-cap': {
    zh: '个人累计最多记 {capSeconds}，已记 {alreadySeconds}：{beforeSeconds} 记为 {afterSeconds}',
    en: 'at most {capSeconds} in a lifetime, {alreadySeconds} credited so far: {beforeSeconds} becomes {afterSeconds}',
  },
  'credit/whole-points': {
    zh: '只记整分，零头不计：{beforeSeconds} 记为 {afterSeconds}',
    en: 'whole points only: {beforeSeconds} becomes {afterSeconds}',
  },
  'request/invalid': { zh: '兑换申请填写有误：{path}', en: 'the request is not well formed: {path}' },
  'offer/unknown': { zh: '兑换标准里没有“{offer}”这一项', en: 'the standard has no offer {offer}' },
  'recipient/unknown': { zh: '还不知道是给谁用的，请先问清', en: 'for whom it is meant is not known: ask first' },
  'recipient/not-allowed': {
    zh: '按标准不能兑换给“{recipient}”使用',
    en: 'the standard does not let it be used for: {recipient}',
  },
  'person/age-unknown': {
    zh: '出生日期不详，无法判断是否已满 {years} 岁，请先补登',
    en: 'the birth is not known well enough to tell the age of {years}: write it down first',
  },
  'person/too-young': { zh: '未满 {years} 岁，还不能兑换', en: 'redemption opens at {years}' },
  'person/too-young-without-hardship': {
    zh: '未满 {years} 岁；困难老人满 {hardshipYears} 岁可以兑换，但档案里没有困难情况的记录，请核实',
    en: 'redemption opens at {years}, or at {hardshipYears} in hardship, of which nothing is on record: please check',
  },
  'account/below-minimum': {
    zh: '余额 {balanceUnits}，达到 {minimumUnits} 才能兑换',
    en: 'the balance is {balanceUnits}; redemption needs {minimumUnits}',
  },
  'account/earned-too-little': {
    zh: '累计 {earnedUnits}，达到 {minimumUnits} 才能兑换',
    en: '{earnedUnits} earned so far; redemption opens at {minimumUnits}',
  },
  'account/below-floor': {
    zh: '余额不足：现有 {balanceUnits}，需要 {units}',
    en: 'not enough: the balance is {balanceUnits}, {units} needed',
  },
  'redemption/off-grain': {
    zh: '兑换数额 {units} 须是 {grainUnits} 的整数倍',
    en: '{units} is not a whole multiple of {grainUnits}',
  },
  'redemption/below-minimum': {
    zh: '兑换数额 {units} 低于每次起兑数额 {minimumUnits}',
    en: '{units} is less than the smallest redemption of {minimumUnits}',
  },
  'redemption/priced': {
    zh: '每份 {priceUnits}，共 {quantity} 份，合计 {units}',
    en: '{quantity} at {priceUnits} each: {units}',
  },
  'transfer/invalid': { zh: '这笔账填写有误：{path}', en: 'the transfer is not well formed: {path}' },
  'transfer/already-posted': { zh: '这笔账已经记过，没有重复记', en: 'the transfer was posted before; nothing was added' },
  'transfer/id-reused': {
    zh: '编号 {transferId} 已用于另一笔内容不同的账',
    en: 'the id {transferId} belongs to another transfer',
  },
  'transfer/recorded-too-early': {
    zh: '记账时间早于上一笔，账不能插到前面去',
    en: 'it is recorded earlier than the last transfer: nothing is slipped in before',
  },
  'transfer/original-unknown': { zh: '找不到要冲正的原账 {transferId}', en: 'there is no transfer {transferId} to reverse' },
  'transfer/original-is-reversal': {
    zh: '{transferId} 本身是冲正账，不能再冲正',
    en: '{transferId} is itself a reversal and cannot be reversed',
  },
  'transfer/not-a-mirror': {
    zh: '冲正账的收付双方和币种须与原账 {transferId} 正好相反对应',
    en: 'a reversal runs between the accounts of {transferId} the other way, in the same asset',
  },
  'transfer/reversed-too-much': {
    zh: '冲正合计 {units} 超过原账的 {originalUnits}',
    en: '{units} would be reversed of {originalUnits}',
  },
} as const satisfies Texts<CreditCode | RedeemCode | PostCode>;
