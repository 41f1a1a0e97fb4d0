import type { Texts } from '@linli/model';

/** Mistakes in a rule file, one code for each kind. */
export type PackCode =
  | 'pack/age-backwards'
  | 'pack/age-empty'
  | 'pack/amount-empty'
  | 'pack/amount-not-whole'
  | 'pack/amount-not-whole-units'
  | 'pack/amount-zero'
  | 'pack/count-buys-nothing'
  | 'pack/decimals-too-fine'
  | 'pack/empty'
  | 'pack/empty-list'
  | 'pack/empty-text'
  | 'pack/grant-fund'
  | 'pack/grant-mark'
  | 'pack/hardship-not-earlier'
  | 'pack/missing'
  | 'pack/never-in-force'
  | 'pack/newer-format'
  | 'pack/not-a-date'
  | 'pack/not-a-list'
  | 'pack/not-a-month-day'
  | 'pack/not-a-number'
  | 'pack/not-a-record'
  | 'pack/not-a-text'
  | 'pack/not-a-wall-time'
  | 'pack/not-a-whole-number'
  | 'pack/not-above'
  | 'pack/not-yes-or-no'
  | 'pack/offer-twice'
  | 'pack/most-or-share'
  | 'pack/price-or-table'
  | 'pack/raises-after-cap'
  | 'pack/rows-not-rising'
  | 'pack/step-twice'
  | 'pack/too-fine'
  | 'pack/too-large'
  | 'pack/too-small'
  | 'pack/unknown-field'
  | 'pack/unknown-field-meant'
  | 'pack/unknown-format'
  | 'pack/unknown-step'
  | 'pack/unknown-step-meant'
  | 'pack/unknown-word'
  | 'pack/unknown-word-meant'
  | 'pack/wrong';

export const packTexts = {
  'pack/age-backwards': {
    zh: '年龄范围写反了：从 {from} 岁起、到 {until} 岁前，没有人符合',
    en: 'nobody is of this age: from {from} until {until}',
  },
  'pack/age-empty': { zh: '年龄要写 from（从几岁起）或 until（到几岁前）', en: 'an age needs from, until, or both' },
  'pack/amount-empty': {
    zh: '数额要写 hours（小时）、minutes（分钟）、seconds（秒）或 units（单位），例如 hours: 2',
    en: 'an amount needs hours, minutes, seconds or units, such as hours: 2',
  },
  'pack/amount-not-whole': { zh: '{value} 换算成秒不是整数，请改写', en: '{value} is no whole number of seconds' },
  'pack/amount-not-whole-units': {
    zh: '{value} 换算成账上的单位不是整数，账户记不下零头',
    en: '{value} is no whole number of the units the account keeps',
  },
  'pack/amount-zero': { zh: '这里的数额不能是 0', en: 'this amount cannot be 0' },
  'pack/count-buys-nothing': {
    zh: '单位是“次数”（count），只作记录，不能兑换；请删去兑换部分，或把单位改为 second 或 point',
    en: 'a unit of asset count is only a record and buys nothing: remove the exchange, or count in second or point',
  },
  'pack/decimals-too-fine': {
    zh: '小数位太细：{scaleSeconds} 秒分不成这么多份整秒',
    en: 'so many decimals are too fine: {scaleSeconds} seconds do not divide into them',
  },
  'pack/empty': {
    zh: '文件里没有规则：请至少写 credit、exchange、accounts 之一',
    en: 'no rules in it: write credit, exchange or accounts',
  },
  'pack/empty-list': { zh: '这里的列表是空的，至少要写一项', en: 'the list is empty; it needs at least one item' },
  'pack/empty-text': { zh: '这里不能空着', en: 'this cannot be left empty' },
  'pack/grant-fund': {
    zh: 'fund（基金名称）与 from: fund 要一起写，或都不写',
    en: 'fund and from: fund go together, or neither is written',
  },
  'pack/grant-mark': {
    zh: 'mark（标记）与 on: mark 要一起写，或都不写',
    en: 'mark and on: mark go together, or neither is written',
  },
  'pack/hardship-not-earlier': {
    zh: '困难老人的年龄要小于一般年龄 {years} 岁',
    en: 'the age in hardship has to be below the ordinary age of {years}',
  },
  'pack/missing': { zh: '缺少“{field}”', en: '{field} is missing' },
  'pack/never-in-force': {
    zh: '有效期是空的：从 {from} 起、到 {until} 前，一天也没有',
    en: 'it is never in force: from {from} until {until}',
  },
  'pack/newer-format': {
    zh: '格式“{format}”比本软件新，请先升级；本软件认识：{known}',
    en: 'the format {format} is newer than this software, which knows {known}: update first',
  },
  'pack/not-a-date': { zh: '“{value}”不是日期，应写成 2026-11-23 的样子', en: '{value} is no date; write it like 2026-11-23' },
  'pack/not-a-list': { zh: '这里要写一个列表，现在是“{value}”', en: 'a list is needed here, not {value}' },
  'pack/not-a-month-day': {
    zh: '“{value}”不是月日，应写成 04-01 的样子',
    en: '{value} is no month and day; write it like 04-01',
  },
  'pack/not-a-number': { zh: '这里要写数字，现在是“{value}”', en: 'a number is needed here, not {value}' },
  'pack/not-a-record': {
    zh: '这里要写“字段: 值”的一组内容，现在是“{value}”',
    en: 'fields with values are needed here, not {value}',
  },
  'pack/not-a-text': {
    zh: '这里要写文字，现在是“{value}”（必要时加引号）',
    en: 'a text is needed here, not {value}; quote it if need be',
  },
  'pack/not-a-wall-time': {
    zh: '“{value}”不是钟点，应写成 "08:30" 的样子',
    en: '{value} is no time of day; write it like "08:30"',
  },
  'pack/not-a-whole-number': { zh: '这里要写整数，现在是“{value}”', en: 'a whole number is needed here, not {value}' },
  'pack/not-above': { zh: '{value} 太小，要大于 {least}', en: '{value} is too small; it has to be above {least}' },
  'pack/not-yes-or-no': { zh: '这里要写 true 或 false，现在是“{value}”', en: 'true or false is needed here, not {value}' },
  'pack/offer-twice': {
    zh: '兑换项目“{offer}”与第 {place} 项重复，请改用不同的代码',
    en: 'the offer {offer} has the code of offer {place}; give each its own',
  },
  'pack/most-or-share': {
    zh: '每个限额要写 most（数额）或 share（占累计的份额），只能写一种',
    en: 'a limit has most (an amount) or share (a part of all that was earned), one of the two',
  },
  'pack/price-or-table': {
    zh: '每个兑换项目要写 price（单价）或 table（分档表），只能写一种',
    en: 'an offer has a price or a table, one of the two',
  },
  'pack/raises-after-cap': {
    zh: '第 {place} 步（{step}）排在第 {capPlace} 步封顶之后，会使封顶失效；请移到封顶之前',
    en: 'step {place} ({step}) comes after the cap of step {capPlace} and could lift the credit above it again: move it before the cap',
  },
  'pack/rows-not-rising': { zh: '各档要从小到大排列，不能重复', en: 'the rows have to rise, each above the one before' },
  'pack/step-twice': {
    zh: '“{step}”（跨多次服务计算）在一个标准里只能写一次',
    en: '{step} over several services can stand in a standard only once',
  },
  'pack/too-fine': { zh: '{value} 太细，最小的一格是 {step}', en: '{value} is too fine; the smallest step is {step}' },
  'pack/too-large': { zh: '{value} 太大，最多 {most}', en: '{value} is too large; at most {most}' },
  'pack/too-small': { zh: '{value} 太小，最少 {least}', en: '{value} is too small; at least {least}' },
  'pack/unknown-field': {
    zh: '这里没有“{field}”这一项；可以写：{known}',
    en: 'there is no field {field} here; there are {known}',
  },
  'pack/unknown-field-meant': {
    zh: '这里没有“{field}”这一项，是不是“{meant}”？可以写：{known}',
    en: 'there is no field {field} here; did you mean {meant}? There are {known}',
  },
  'pack/unknown-format': {
    zh: '不认识的格式“{format}”；可以写：{known}',
    en: 'the format {format} is not known; there are {known}',
  },
  'pack/unknown-step': { zh: '没有叫“{word}”的步骤；可以写：{known}', en: 'there is no step called {word}; there are {known}' },
  'pack/unknown-step-meant': {
    zh: '没有叫“{word}”的步骤，是不是“{meant}”？可以写：{known}',
    en: 'there is no step called {word}; did you mean {meant}? There are {known}',
  },
  'pack/unknown-word': { zh: '这里不能写“{word}”；可以写：{known}', en: '{word} cannot stand here; there are {known}' },
  'pack/unknown-word-meant': {
    zh: '这里不能写“{word}”，是不是“{meant}”？可以写：{known}',
    en: '{word} cannot stand here; did you mean {meant}? There are {known}',
  },
  'pack/wrong': { zh: '“{value}”在这里不合要求', en: '{value} is not right here' },
} as const satisfies Texts<PackCode>;
