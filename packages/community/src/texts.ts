import type { Texts } from '@linli/model';

/** Reasons that only the whole day can give; every station has its own besides. */
export type CommunityCode =
  | 'rules/missing'
  | 'rules/not-a-file'
  | 'rules/too-large'
  | 'rules/not-utf8'
  | 'rules/more-mistakes'
  | 'rules/not-readable'
  | 'rules/alias'
  | 'rules/tab-indent'
  | 'rules/key-twice'
  | 'rules/bad-indent'
  | 'rules/not-closed'
  | 'rules/mistake'
  | 'rules/invalid'
  | 'rules/unknown-code'
  | 'rules/zones-differ'
  | 'day/other-date'
  | 'day/no-calls'
  | 'day/not-a-service-day'
  | 'door/age'
  | 'door/age-unknown'
  | 'door/self-care'
  | 'door/self-care-unknown'
  | 'door/hardship'
  | 'pickup/ordinary'
  | 'pickup/no-home-visits'
  | 'resident/uncertain'
  | 'resident/no-home-visits'
  | 'resident/no-phone'
  | 'request/not-in-catalogue'
  | 'emergency/out-of-turn'
  | 'emergency/nobody-on-duty'
  | 'call/not-reached'
  | 'call/not-called'
  | 'call/refused'
  | 'call/emergencies-unknown'
  | 'helper/under-age'
  | 'helper/no-availability'
  | 'tie/under-age'
  | 'helper/only-one'
  | 'helper/better-than'
  | 'helper/as-good-as'
  | 'tie/knows-resident'
  | 'purchase/for-grid'
  | 'roster/count-differs';

export const communityTexts = {
  'rules/not-a-file': {
    zh: '{file} 不是普通文件（是文件夹、设备或管道），没有读取',
    en: '{file} is no file but a folder, a device or a pipe; it was not read',
  },
  'rules/not-utf8': {
    zh: '{file} 不是 UTF-8 编码（可能是 GBK 或 UTF-16）。请另存为 UTF-8 再试；照错的编码读，几个名字会变成一个。',
    en: '{file} is not UTF-8 (GBK or UTF-16, perhaps). Save it as UTF-8 and try again; read in the wrong encoding, several names become one.',
  },
  'rules/too-large': {
    zh: '{file} 超过 {megabytes} MB，没有读取；请分成几个文件，或删去用不到的内容',
    en: '{file} is larger than {megabytes} MB and was not read; divide it, or leave out what is not needed',
  },
  'rules/more-mistakes': {
    zh: '{file} 里还有 {count} 处类似问题没有列出；请先改好上面的',
    en: '{file} has {count} more that are not listed; put those above right first',
  },
  'rules/missing': { zh: '规则文件夹 {folder} 里没有 {file}', en: 'there is no {file} in the rules folder {folder}' },
  'rules/not-readable': {
    zh: '{file} 第 {line} 行第 {column} 列：不是正确的 YAML，请检查缩进、冒号和引号',
    en: '{file}, line {line}, column {column}: this is not YAML; check indents, colons and quotes',
  },
  'rules/tab-indent': {
    zh: '{file} 第 {line} 行第 {column} 列：缩进用了制表符（Tab），请改用空格',
    en: '{file}, line {line}, column {column}: a tab stands in the indent; use spaces',
  },
  'rules/key-twice': {
    zh: '{file} 第 {line} 行第 {column} 列：同一处“{key}”写了两次，请只留一个',
    en: '{file}, line {line}, column {column}: {key} is written twice in one place; keep one of them',
  },
  'rules/bad-indent': {
    zh: '{file} 第 {line} 行第 {column} 列：缩进没有对齐，请与上一行同级的内容对齐',
    en: '{file}, line {line}, column {column}: the indent is crooked; line it up with what it belongs to',
  },
  'rules/not-closed': {
    zh: '{file} 第 {line} 行第 {column} 列：引号或括号没有成对',
    en: '{file}, line {line}, column {column}: a quote or a bracket is not closed',
  },
  'rules/mistake': {
    zh: '{file} 第 {line} 行第 {column} 列（{path}）：{problemZh}',
    en: '{file}, line {line}, column {column} ({path}): {problemEn}',
  },
  'rules/alias': {
    zh: '{file} 第 {line} 行第 {column} 列：规则文件里不能用 * 引用，请把内容写全',
    en: '{file}, line {line}, column {column}: a rule file takes no aliases (*); write the value out',
  },
  'rules/invalid': {
    zh: '{file} 第 {line} 行第 {column} 列（{path}）：填写有误（{problem}）',
    en: '{file}, line {line}, column {column} ({path}): {problem}',
  },
  'rules/unknown-code': {
    zh: '{file} 用到的“{code}”（{kind}）在其他规则文件里没有定义',
    en: '{file} uses the {kind} "{code}", which no rule file defines',
  },
  'rules/zones-differ': {
    zh: 'community.yaml 的时区 {profile} 与 cycle.yaml 的时区 {cycle} 不一致',
    en: 'community.yaml says {profile} and cycle.yaml says {cycle}: one community has one time zone',
  },
  'day/other-date': {
    zh: '这份电访登记是 {found} 的，不是 {date} 的；没有写入任何内容。请用 --date {found}，或换一份文件',
    en: 'this phone register is of {found}, not of {date}; nothing was written. Use --date {found}, or another file',
  },
  'day/no-calls': {
    zh: '文件里没有读到 {date} 的电访登记，排不出工作单；没有写入任何内容',
    en: 'no phone register of {date} was read from the file, so there is no day to plan; nothing was written',
  },
  'day/not-a-service-day': { zh: '{date} 不是服务日', en: '{date} is not a service day' },
  'door/age': { zh: '年满 {age} 岁，送货到户', en: '{age} or older: to the door' },
  'door/age-unknown': { zh: '年龄不明，按送货到户安排', en: 'age not known: to the door to be safe' },
  'door/self-care': { zh: '{selfCare}，送货到户', en: 'self-care {selfCare}: to the door' },
  'door/self-care-unknown': { zh: '自理能力未评估，按送货到户安排', en: 'self-care not assessed: to the door to be safe' },
  'door/hardship': { zh: '{hardship}，送货到户', en: '{hardship}: to the door' },
  'pickup/ordinary': { zh: '普通群体，到自取点领取', en: 'ordinary group: fetched at the pick-up point' },
  'pickup/no-home-visits': { zh: '本人不接受上门，改为自取', en: 'wants nobody at the door: fetched at the pick-up point' },
  'resident/uncertain': {
    zh: '同名长者不止一位，分不清是谁的需求，请先核实',
    en: 'several residents have this name and nobody knows whose demand it is: ask first',
  },
  'resident/no-home-visits': {
    zh: '本人不接受上门服务，请社工先电话商量',
    en: 'wants no home visits: a social worker should talk it over by phone first',
  },
  'resident/no-phone': { zh: '没有登记电话，请改为上门看望', en: 'no phone is on record: go and knock instead' },
  'request/not-in-catalogue': {
    zh: '服务目录里没有“{words}”，需要人工判断',
    en: 'the catalogue has no "{words}": a person must look',
  },
  'emergency/out-of-turn': { zh: '紧急，不等截止，立即派人', en: 'an emergency: sent at once, out of turn' },
  'emergency/nobody-on-duty': {
    zh: '紧急，但当时没有合适的人在岗，请立即打电话找人',
    en: 'an emergency, and nobody suitable was on duty: phone somebody now',
  },
  'call/not-reached': { zh: '第一次没打通，需再打', en: 'not reached at the first call: call again' },
  'call/not-called': { zh: '今天还没有打过电话', en: 'not called yet today' },
  'call/emergencies-unknown': {
    zh: '电访登记里没有认出“紧急”一栏，不知道哪些是紧急需求，请人工看一遍',
    en: 'the phone register has no column for emergencies, so nobody knows which demands are urgent: please look through them',
  },
  'call/refused': { zh: '本人拒绝电访，请社工跟进', en: 'declined the call: a social worker follows up' },
  'helper/under-age': {
    zh: '{count} 位服务者未满 {age} 岁，不单独派出',
    en: '{count} helpers are under {age} and are not sent alone',
  },
  'helper/no-availability': {
    zh: '{count} 位服务者没有可用的服务时间，没有排班',
    en: 'nobody knows when {count} helpers are free: nothing was planned for them',
  },
  'tie/under-age': {
    zh: '{names} 未满 {age} 岁却单独结对，请安排成年人同行',
    en: '{names} hold a tie alone and are under {age}: let an adult go with them',
  },
  'helper/only-one': { zh: '当时只有这一位合适', en: 'the only suitable person free then' },
  'helper/better-than': {
    zh: '换成 {other}，“{rule}”要差 {amount}',
    en: 'with {other} instead, "{rule}" would be worse by {amount}',
  },
  'helper/as-good-as': { zh: '与 {other} 不相上下，按编号取先', en: 'as good as {other}; the lower number goes' },
  'tie/knows-resident': { zh: '本来就与这位长者结对', en: 'already stands by this resident' },
  'purchase/for-grid': { zh: '为第 {grid} 网格的 {orders} 份订单集中采购', en: 'buys for the {orders} orders of grid {grid}' },
  'roster/count-differs': {
    zh: '花名册合计写的是 {declared} 人，实际登记 {admitted} 人',
    en: 'the roster says {declared} people in all, {admitted} were admitted',
  },
} as const satisfies Texts<CommunityCode>;
