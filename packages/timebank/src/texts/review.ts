import type { Texts } from '@linli/model';

/** Mistakes and remarks in a list of services. */
export type ServicesCode =
  | 'services/no-list'
  | 'services/not-a-record'
  | 'services/not-a-zone'
  | 'services/not-a-date'
  | 'services/not-a-time'
  | 'services/no-time'
  | 'services/ends-before-it-starts'
  | 'services/no-length'
  | 'services/not-a-length'
  | 'services/two-ends'
  | 'services/next-day-not-said'
  | 'services/time-out-of-range'
  | 'services/time-skipped'
  | 'services/time-twice'
  | 'services/not-an-id'
  | 'services/id-twice'
  | 'services/no-id'
  | 'services/no-helper'
  | 'services/no-category'
  | 'services/helper-not-listed'
  | 'services/not-a-sex'
  | 'services/not-a-birth'
  | 'services/not-a-list'
  | 'services/not-relatives'
  | 'services/not-hours'
  | 'services/not-right'
  | 'services/unknown-field'
  | 'services/unknown-field-meant';

/** What a pack's writer should see before it is used. */
export type ReviewCode =
  | 'review/nobody-earns'
  | 'review/step-idle'
  | 'review/step-not-seen'
  | 'review/cap-out-of-reach'
  | 'review/category-earns-nothing'
  | 'review/category-at-the-rest'
  | 'review/category-never-earns'
  | 'review/no-holidays'
  | 'review/category-unknown'
  | 'review/category-meant'
  | 'review/split-beats-cap'
  | 'review/split-gains'
  | 'review/midnight-beats-cap'
  | 'review/joining-gains'
  | 'review/order-gains'
  | 'review/overlap-counts-twice'
  | 'review/serves-self'
  | 'review/serves-relative'
  | 'review/crowd-mints'
  | 'review/offer-out-of-reach'
  | 'review/price-off-grain'
  | 'review/offer-for-nothing'
  | 'review/money-although-not'
  | 'review/gives-more-than-it-takes'
  | 'review/money-loop'
  | 'review/serving-each-other-mints'
  | 'review/expires-before-use'
  | 'review/grant-can-be-collected';

/** How two packs differ. */
export type DiffCode =
  | 'diff/added'
  | 'diff/removed'
  | 'diff/changed'
  | 'diff/step-added'
  | 'diff/step-removed'
  | 'diff/step-changed'
  | 'diff/step-moved';

export const reviewTexts = {
  'services/no-list': {
    zh: '服务文件里没有服务列表：请写成 [ … ] 或 { "services": [ … ], "people": [ … ] }',
    en: 'there is no list of services: write [ … ] or { "services": [ … ], "people": [ … ] }',
  },
  'services/not-a-record': { zh: '这里要写“字段: 值”的一组内容', en: 'fields with values are needed here' },
  'services/not-a-zone': { zh: '“{value}”不是时区，例如 Asia/Shanghai', en: '{value} is no time zone such as Asia/Shanghai' },
  'services/not-a-date': { zh: '“{value}”不是日期，请写成 2026-11-23 这样', en: '{value} is no date; write it like 2026-11-23' },
  'services/not-a-time': {
    zh: '“{value}”不是时间；请写成 2026-11-23T09:00（当地时间），或带时区，或毫秒数',
    en: '{value} is no time; write 2026-11-23T09:00 (local), or with an offset, or epoch milliseconds',
  },
  'services/no-time': {
    zh: '缺少“{field}”：服务何时开始、何时结束（也可只写 from 和 minutes）',
    en: '{field} is missing: when the service began and ended (or from and minutes)',
  },
  'services/ends-before-it-starts': {
    zh: '服务“{id}”的结束时间不晚于开始时间',
    en: 'the service {id} does not end after it starts',
  },
  'services/no-length': {
    zh: '服务“{id}”的开始和结束是同一时刻，没有时长',
    en: 'the service {id} ends when it starts: it has no length',
  },
  'services/not-a-length': {
    zh: '{field} 是时长，要写大于 0 的数，现在是“{value}”',
    en: '{field} is a length, a number above 0, not {value}',
  },
  'services/two-ends': {
    zh: '{field} 和 {other} 说的结束时间不一样，请只写一个',
    en: '{field} and {other} tell two different ends; write one of them',
  },
  'services/next-day-not-said': {
    zh: '“{value}”早于开始时间；如果是第二天结束的，请连日期一起写：{day}T{value}',
    en: '{value} is before the start; if it ended on the next day, write the day as well: {day}T{value}',
  },
  'services/time-out-of-range': {
    zh: '“{value}”不在 1900 年到 2199 年之间',
    en: '{value} lies outside the years 1900 to 2199',
  },
  'services/time-skipped': {
    zh: '{zone} 那天的钟没有“{value}”这个时刻（调整时间时跳过了）',
    en: 'no clock in {zone} showed {value} on that day: the change of the clocks skips it',
  },
  'services/time-twice': {
    zh: '{zone} 那天的钟两次走到“{value}”，按第一次算；要写第二次，请带上时差',
    en: 'the clocks in {zone} showed {value} twice on that day; the first is meant, write an offset for the second',
  },
  'services/not-an-id': {
    zh: '“{value}”不能作编号：编号请加引号，或写成不带前导零和小数的整数',
    en: '{value} is no id: put it in quotes, or write a whole number without leading zeros',
  },
  'services/id-twice': { zh: '服务编号“{id}”与第 {place} 条重复', en: 'the id {id} is that of service {place} as well' },
  'services/no-id': { zh: '每个人都要有 id（编号或姓名）', en: 'every person needs an id' },
  'services/no-helper': { zh: '缺少 helperId：是谁提供的服务', en: 'helperId is missing: who did it' },
  'services/no-category': {
    zh: '服务“{id}”没有写 category（服务项目），按未知项目处理',
    en: 'the service {id} has no category; it is judged as one nobody knows',
  },
  'services/helper-not-listed': {
    zh: 'people 里没有“{id}”：年龄、身份等都按不知道处理',
    en: '{id} is not among the people: age, role and marks count as not known',
  },
  'services/not-a-sex': { zh: '性别请写 female（女）或 male（男），现在是“{value}”', en: 'sex is female or male, not {value}' },
  'services/not-a-birth': {
    zh: '“{value}”不是出生日期，请写成 1960-05-01、1960-05 或 1960',
    en: '{value} is no birth; write 1960-05-01, 1960-05 or 1960',
  },
  'services/not-a-list': {
    zh: '这里要写一个列表，例如 ["resident"]，现在是“{value}”',
    en: 'a list such as ["resident"] is needed here, not {value}',
  },
  'services/not-relatives': {
    zh: '亲属请写成 { "p-2": "spouse" } 的样子，现在是“{value}”',
    en: 'relatives are written like { "p-2": "spouse" }, not {value}',
  },
  'services/not-hours': {
    zh: 'beforeHours 是此前已记的小时数，现在是“{value}”',
    en: 'beforeHours is a number of hours, not {value}',
  },
  'services/not-right': { zh: '这一项填写不对', en: 'this is not right' },
  'services/unknown-field': {
    zh: '不认识“{field}”，没有使用；可以写：{known}',
    en: '{field} is not known and was left aside; there are {known}',
  },
  'services/unknown-field-meant': {
    zh: '不认识“{field}”，没有使用；是不是“{meant}”？',
    en: '{field} is not known and was left aside; did you mean {meant}?',
  },

  'review/nobody-earns': {
    zh: '没有人能记到时间：第 {places} 步合在一起，什么服务都通不过',
    en: 'nobody can earn anything: step {places} together let no service through',
  },
  'review/step-idle': {
    zh: '第 {place} 步从不起作用，删去也一样：{stepZh}',
    en: 'step {place} never does anything and could be left out: {stepEn}',
  },
  'review/step-not-seen': {
    zh: '试过的服务（{of} 种里的 {tried} 种）里，第 {place} 步没有起过作用；没有全部试完：{stepZh}',
    en: 'step {place} did nothing for the {tried} of {of} services that were tried; not all were: {stepEn}',
  },
  'review/cap-out-of-reach': {
    zh: '第 {place} 步封顶达不到：前面的步骤最多只让人记到 {mostSeconds}，到不了 {capSeconds}（{stepZh}）',
    en: 'the cap of step {place} is never reached: the steps before let nobody have more than {mostSeconds}, which is below {capSeconds} ({stepEn})',
  },
  'review/category-earns-nothing': {
    zh: '目录里的服务“{category}”按这套规则记不到时间',
    en: 'the service {category} of the catalogue earns nothing under these rules',
  },
  'review/category-at-the-rest': {
    zh: '目录里的这些服务在第 {place} 步没有单列，按“其余”{times} 倍计：{categories}',
    en: 'step {place} has no row for these services of the catalogue, which count {times} times like all others: {categories}',
  },
  'review/no-holidays': {
    zh: '第 {place} 步写到节假日，但 calendar 里没有节假日：没有一天会算节假日',
    en: 'step {place} names holidays, and the calendar has none: no day will count as one',
  },
  'review/category-never-earns': {
    zh: '这里写到“{category}”，但按其他步骤，这类服务记不到时间',
    en: 'this names {category}, which earns nothing because of other steps',
  },
  'review/category-unknown': {
    zh: '规则里写的服务“{category}”，目录里没有',
    en: 'the rules name {category}, which is not in the catalogue',
  },
  'review/category-meant': {
    zh: '规则里写的服务“{category}”，目录里没有；是不是“{meant}”？',
    en: 'the rules name {category}, which is not in the catalogue; did you mean {meant}?',
  },
  'review/split-beats-cap': {
    zh: '把一次服务拆成几次登记，就能绕过封顶（{stepZh}）：不拆记 {beforeSeconds}，拆开记 {afterSeconds}',
    en: 'cutting one service into several gets around a cap ({stepEn}): {beforeSeconds} in one, {afterSeconds} in pieces',
  },
  'review/split-gains': {
    zh: '同样的服务拆成几次登记会多记 {gainSeconds}（{stepZh}）：不拆记 {beforeSeconds}，拆开记 {afterSeconds}',
    en: 'the same work in pieces earns {gainSeconds} more ({stepEn}): {beforeSeconds} in one, {afterSeconds} in pieces',
  },
  'review/midnight-beats-cap': {
    zh: '跨过周期末（如午夜）的服务，分两天登记会多记 {gainSeconds}（{stepZh}）：一次登记 {beforeSeconds}，分开 {afterSeconds}',
    en: 'a service past the end of a period (such as midnight) earns {gainSeconds} more when it is cut there ({stepEn}): {beforeSeconds} in one, {afterSeconds} cut',
  },
  'review/joining-gains': {
    zh: '几次短服务并成一次登记会多记 {gainSeconds}（{stepZh}）：分开记 {beforeSeconds}，合并记 {afterSeconds}',
    en: 'short services put down as one earn {gainSeconds} more ({stepEn}): {beforeSeconds} apart, {afterSeconds} joined',
  },
  'review/order-gains': {
    zh: '同一天的几次服务换个先后会多记 {gainSeconds}（{stepZh}）：原来 {beforeSeconds}，换后 {afterSeconds}',
    en: 'the same services of a day in another order earn {gainSeconds} more ({stepEn}): {beforeSeconds} one way, {afterSeconds} the other',
  },
  'review/overlap-counts-twice': {
    zh: '同一段时间登记两次会记两份：一次 {beforeSeconds}，两次 {afterSeconds}；可加一步 refuse-overlap',
    en: 'the same time put down twice counts twice: {beforeSeconds} once, {afterSeconds} twice; a step refuse-overlap stops that',
  },
  'review/serves-self': {
    zh: '服务自己也能记时间（{earnedSeconds}）；可加一步 refuse-self',
    en: 'serving oneself earns {earnedSeconds}; a step refuse-self stops that',
  },
  'review/serves-relative': {
    zh: '服务自己的配偶也能记时间（{earnedSeconds}）；若不打算如此，可加一步 refuse-relatives',
    en: 'serving one’s own spouse earns {earnedSeconds}; where that is not meant, a step refuse-relatives stops it',
  },
  'review/crowd-mints': {
    zh: '一小时同时服务 {beneficiaries} 人可记 {afterSeconds}，超过一天的时间；可给 many-beneficiaries 加 most',
    en: 'one hour in front of {beneficiaries} people earns {afterSeconds}, more than a day has; give many-beneficiaries a most',
  },
  'review/offer-out-of-reach': {
    zh: '谁也兑换不到“{offer}”：条件最好的人也被拒绝（{codes}）',
    en: 'nobody can ever have {offer}: even who meets everything is refused ({codes})',
  },
  'review/price-off-grain': {
    zh: '“{offer}”一份的价格不合兑换单位，最少要一次兑 {quantity} 份',
    en: 'the price of one {offer} does not fit the grain; it takes {quantity} at once',
  },
  'review/offer-for-nothing': { zh: '“{offer}”不花积分、也没有条件', en: '{offer} costs nothing and asks for nothing' },
  'review/money-although-not': {
    zh: '写明积分不能换钱，“{offer}”却换钱',
    en: 'credit is not convertible into money, and {offer} gives money for it',
  },
  'review/gives-more-than-it-takes': {
    zh: '“{offer}”付出 {units}，换回同一种积分 {coins}：凭空生出积分',
    en: '{offer} takes {units} and gives {coins} of the same credit: it makes credit of nothing',
  },
  'review/money-loop': {
    zh: '“{offer}”换得 {coins}，按折算价只值 {worthCoins}：买进积分再兑换就能赚钱',
    en: '{offer} brings {coins}, while the credit for it is worth {worthCoins}: buying credit and spending it earns money',
  },
  'review/serving-each-other-mints': {
    zh: '服务 {pieceSeconds} 最多记 {earnedSeconds}，兑换 {pieceSeconds} 的“{offer}”只付 {priceSeconds}：两人互相服务，积分越来越多',
    en: '{pieceSeconds} of service earn up to {earnedSeconds}, {pieceSeconds} of {offer} cost {priceSeconds}: two who serve each other grow rich together',
  },
  'review/expires-before-use': {
    zh: '服务者到 {untilYears} 岁为止，兑换从 {years} 岁起，积分 {months} 个月就失效：等不到能用的那天',
    en: 'helpers earn until {untilYears}, may spend from {years}, and credit ends after {months} months: it is gone before it can be used',
  },
  'review/grant-can-be-collected': {
    zh: '入会就得“{grant}”{units}，又能转赠给“{to}”：反复入会、转赠、退出，就能聚集积分',
    en: 'whoever joins has {grant} ({units}) out of nothing and may give it to a {to}: joining, giving and leaving collects credit',
  },

  'diff/added': { zh: '{whatZh}：新增 {afterZh}', en: '{whatEn}: added {afterEn}' },
  'diff/removed': { zh: '{whatZh}：删去 {beforeZh}', en: '{whatEn}: {beforeEn} is gone' },
  'diff/changed': { zh: '{whatZh}：由 {beforeZh} 改为 {afterZh}', en: '{whatEn}: {beforeEn} becomes {afterEn}' },
  'diff/step-added': { zh: '新增第 {place} 步：{afterZh}', en: 'new step {place}: {afterEn}' },
  'diff/step-removed': { zh: '删去原第 {oldPlace} 步：{beforeZh}', en: 'old step {oldPlace} is gone: {beforeEn}' },
  'diff/step-changed': {
    zh: '第 {oldPlace} 步改了（现为第 {place} 步）：由“{beforeZh}”改为“{afterZh}”',
    en: 'step {oldPlace} (now {place}) is changed: from "{beforeEn}" to "{afterEn}"',
  },
  'diff/step-moved': {
    zh: '第 {oldPlace} 步移到第 {place} 步：{afterZh}',
    en: 'step {oldPlace} moves to place {place}: {afterEn}',
  },
} as const satisfies Texts<ServicesCode | ReviewCode | DiffCode>;
