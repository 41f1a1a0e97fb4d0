import type { Texts } from '@linli/model';
import type { PersonCode } from '../person-facts.ts';

/** Refusals of `redeem` and `give` beside what a person may lack, and the price of a yes. */
type OwnCode =
  | 'request/invalid'
  | 'offer/unknown'
  | 'offer/forbidden'
  | 'offer/not-in-force'
  | 'recipient/unknown'
  | 'recipient/not-allowed'
  | 'recipient/not-yet-allowed'
  | 'person/too-young-without-hardship'
  | 'person/not-a-member'
  | 'holder/not-allowed'
  | 'place/not-allowed'
  | 'place/not-yet-allowed'
  | 'place/unknown'
  | 'account/below-minimum'
  | 'account/earned-too-little'
  | 'account/too-few-stars'
  | 'account/below-floor'
  | 'redemption/off-grain'
  | 'redemption/below-minimum'
  | 'redemption/below-table'
  | 'redemption/above-limit'
  | 'redemption/priced'
  | 'redemption/by-table'
  | 'redemption/donation-instead'
  | 'gift/none'
  | 'gift/not-allowed'
  | 'gift/only-after-death'
  | 'gift/only-while-alive'
  | 'gift/needs-approval'
  | 'gift/allowed'
  | 'donation/none'
  | 'donation/not-allowed'
  | 'donation/allowed';
export type RedeemCode = OwnCode | 'standard/not-in-force' | Extract<PersonCode, `person/${string}` | `recipient/${string}`>;

export const redeemTexts = {
  'request/invalid': { zh: '申请填写有误：{path}', en: 'the request is not well formed: {path}' },
  'offer/unknown': { zh: '兑换标准里没有“{offer}”这一项', en: 'the standard has no offer {offer}' },
  'offer/forbidden': {
    zh: '按标准，“{kind}”不能兑换：{becauseZh}',
    en: 'the standard never gives {kind} for credit: {becauseEn}',
  },
  'offer/not-in-force': { zh: '“{offer}”在 {date} 这一天还不能或已不能兑换', en: '{offer} is not on offer on {date}' },
  'recipient/unknown': { zh: '还不知道是给谁用的，请先问清', en: 'for whom it is meant is not known: ask first' },
  'recipient/not-allowed': {
    zh: '按标准不能兑换给“{recipient}”使用',
    en: 'the standard does not let it be used for: {recipient}',
  },
  'recipient/not-yet-allowed': {
    zh: '{date} 这一天，还不能或已不能兑换给“{recipient}”使用',
    en: 'on {date} the standard does not let it be used for: {recipient}',
  },
  'person/too-young-without-hardship': {
    zh: '未满 {years} 岁；困难老人满 {hardshipYears} 岁可以兑换，但档案里没有困难情况的记录，请核实',
    en: 'redemption opens at {years}, or at {hardshipYears} in hardship, of which nothing is on record: please check',
  },
  'person/not-a-member': { zh: '不是时间银行的成员，没有账户可用', en: 'not a member, so there is no account to use' },
  'holder/not-allowed': {
    zh: '按标准，这类账户（{holder}）不可以做这件事（{act}）',
    en: 'the standard does not let an account of this kind ({holder}) do this: {act}',
  },
  'place/not-allowed': { zh: '按标准，不能在“{place}”使用', en: 'the standard does not let it be used in: {place}' },
  'place/not-yet-allowed': {
    zh: '{date} 这一天，还不能或已不能在“{place}”使用',
    en: 'on {date} the standard does not let it be used in: {place}',
  },
  'place/unknown': { zh: '还不知道在哪里使用，请先问清', en: 'where it is to be used is not known: ask first' },
  'account/below-minimum': {
    zh: '余额 {balanceUnits}，达到 {minimumUnits} 才能兑换',
    en: 'the balance is {balanceUnits}; redemption needs {minimumUnits}',
  },
  'account/earned-too-little': {
    zh: '累计 {earnedUnits}，达到 {minimumUnits} 才能兑换',
    en: '{earnedUnits} earned so far; redemption opens at {minimumUnits}',
  },
  'account/too-few-stars': {
    zh: '现为 {stars} 星，达到 {neededStars} 星才能兑换',
    en: '{stars} stars; redemption opens at {neededStars}',
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
  'redemption/below-table': {
    zh: '投入 {units}，未达到最低一档 {minimumUnits}',
    en: '{units} do not reach the first row of the table, {minimumUnits}',
  },
  'redemption/above-limit': {
    zh: '超过限额：周期（{per}）内最多 {mostUnits}，已用 {spentUnits}，这次 {units}',
    en: 'at most {mostUnits} per {per}; {spentUnits} are spent, this would be {units}',
  },
  'redemption/priced': {
    zh: '每份 {priceUnits}，共 {quantity} 份，合计 {units}',
    en: '{quantity} at {priceUnits} each: {units}',
  },
  'redemption/by-table': {
    zh: '投入 {units}，达到 {fromUnits} 一档，换得 {coins}（{asset} 的最小单位）',
    en: '{units} reach the row of {fromUnits} and give {coins} (smallest coins of {asset})',
  },
  'redemption/donation-instead': {
    zh: '没有积分可用，改交捐款 {coins}（{asset} 的最小单位）',
    en: 'without credit, a donation of {coins} (smallest coins of {asset}) instead',
  },
  'gift/none': { zh: '按标准，积分不能转赠', en: 'the standard lets nobody give credit away' },
  'gift/not-allowed': { zh: '按标准不能转赠给“{to}”', en: 'the standard does not let credit be given to: {to}' },
  'gift/only-after-death': {
    zh: '按标准，生前不能转赠，只能在身后由“{to}”继承',
    en: 'no gift while alive; {to} may have it after death',
  },
  'gift/only-while-alive': { zh: '按标准，只能在生前转赠给“{to}”', en: 'to {to} credit is given while alive only' },
  'gift/needs-approval': { zh: '转赠给“{to}”须经批准', en: 'a gift to {to} needs approval' },
  'gift/allowed': { zh: '可以转赠 {units} 给“{to}”', en: '{units} may be given to {to}' },
  'donation/none': { zh: '按标准，积分不能捐赠', en: 'the standard knows no donations' },
  'donation/not-allowed': { zh: '按标准不能捐赠给“{to}”', en: 'the standard does not let credit be donated to: {to}' },
  'donation/allowed': { zh: '可以捐赠 {units} 给“{to}”', en: '{units} may be donated to {to}' },
} as const satisfies Texts<OwnCode>;
