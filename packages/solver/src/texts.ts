import type { Texts } from '@linli/model';
import { type AssignmentInputCode, assignmentTexts } from './assignment/texts.ts';
import type { CheckCode } from './check/ledger.ts';
import type { ProblemCode } from './input/issue.ts';
import { problemTexts } from './input/texts.ts';
import type { RuleId } from './plan.ts';
import type { RepairCode } from './repair/change.ts';
import { repairTexts } from './repair/texts.ts';
import type { CostCode } from './rules/cost-code.ts';
import type { LeftOutCode } from './why-not.ts';

/** What a plan costs, and where. */
const costTexts = {
  'visit/left-out': { zh: '{visitId} 没有安排（优先级 {amount}）', en: '{visitId} is left out (priority {amount})' },
  'visit/optional-left-out': { zh: '可选的 {visitId} 没有安排', en: 'The optional {visitId} is left out' },
  'visit/wish-missed': { zh: '{visitId} 希望别人来，来的是 {helperId}', en: '{visitId} asks for somebody else than {helperId}' },
  'visit/late': { zh: '{visitId} 晚了 {amount}', en: '{visitId} ends late by {amount}' },
  'plan/latest': { zh: '最晚的是 {visitId}，晚了 {amount}', en: 'The latest is {visitId}, by {amount}' },
  'helper/on-the-way': { zh: '{helperId} 路上 {amount}', en: '{helperId} is on the way for {amount}' },
  'helper/works': { zh: '{helperId} 共工作 {amount}', en: '{helperId} works {amount} in all' },
  'helper/costs': { zh: '{helperId} 的成本为 {amount}', en: '{helperId} costs {amount}' },
  'helper/overtime': { zh: '{helperId} 加班 {amount}', en: '{helperId} works {amount} overtime' },
  'person/many-faces': { zh: '{person} 由 {amount} 个不同的人服务', en: '{person} is served by {amount} different people' },
} satisfies Texts<CostCode>;

/** The words for every reason the solver gives. */
export const solverTexts = {
  ...problemTexts,
  ...costTexts,
  ...repairTexts,
  ...assignmentTexts,
  'visit/refused-by-all': { zh: '能安排的人，对方都不接受', en: 'Everybody who is there has been refused' },
  'visit/no-skill': { zh: '可以上门的人里，没有人会“{skill}”', en: 'Nobody who may come has the skill "{skill}"' },
  'visit/window-too-short': {
    zh: '约定的时间段放不下这次服务（需要时长 {duration}）',
    en: 'No agreed window is long enough for the service ({duration})',
  },
  'visit/at-another-time': {
    zh: '约定的时间段里安排不下，换个时间才有合适的人',
    en: 'Somebody suitable could do it, but at no time within the agreed windows',
  },
  'visit/way-too-long': {
    zh: '合适的人那时有空，但加上路上时间就来不及',
    en: 'Somebody suitable has time for it then, but not for the way there and back',
  },
  'visit/nobody-on-shift': { zh: '合适的人在约定时间都不当班', en: 'Nobody suitable is on shift in the agreed time' },
  'visit/helper-of-linked-cannot': {
    zh: '须与 {otherId} 由同一个人做，而那个人做不了',
    en: 'It needs the helper of {otherId}, who cannot do it',
  },
  'visit/only-helper-of-linked': {
    zh: '须与 {otherId} 由不同的人做，而没有别的人',
    en: 'It needs another helper than {otherId}, and there is none',
  },
  'visit/all-in-breaks': { zh: '合适的人在约定时间都在休息', en: 'Everybody suitable has a break in the agreed time' },
  'visit/lag-impossible': {
    zh: '与 {otherId} 的间隔无法满足',
    en: 'Nobody suitable is there at the right time before or after {otherId}',
  },
  'visit/no-day-left': {
    zh: '与同系列的其他几次之间，没有间隔合适的日子',
    en: 'No day is far enough from, and near enough to, the others of its series',
  },
  'visit/all-loaded': { zh: '合适的人一趟都带不下', en: 'Nobody suitable can carry it as well' },
  'visit/no-partner': { zh: '与之一起的 {otherId} 没有人能同时安排', en: 'Nobody could do {otherId} together with it' },
  'visit/own-rule': { zh: '自定规则“{rule}”不允许', en: 'The rule "{rule}" forbids it' },
  'visit/all-full': { zh: '合适的人当天都已排满（上限：{rule}）', en: 'Everybody suitable has reached a limit ({rule})' },
  'visit/all-busy': { zh: '合适的人在约定时间都另有安排', en: 'Everybody suitable is busy in the agreed time' },
  'visit/pin-impossible': {
    zh: '已指定由 {helperId} 上门，但按指定的时间做不到',
    en: 'It is fixed to {helperId}, who cannot do it then',
  },
  'visit/no-helpers': { zh: '当天没有任何可安排的人', en: 'There is nobody to plan with' },
  'visit/would-fit': { zh: '{helperId} 其实有空，可以安排', en: '{helperId} is free and could do it' },
  'plan/unknown-visit': { zh: '安排里有一次不存在的上门：{visitId}', en: 'The plan has a visit nobody asked for: {visitId}' },
  'plan/unknown-helper': {
    zh: '上门 {visitId} 安排给了名单以外的人：{helperId}',
    en: 'Visit {visitId} is with somebody unknown: {helperId}',
  },
  'plan/visit-twice': { zh: '上门 {visitId} 重复出现', en: 'Visit {visitId} is in the plan twice' },
  'plan/visit-forgotten': {
    zh: '上门 {visitId} 既没安排，也没列为未安排',
    en: 'Visit {visitId} is neither planned nor listed as left out',
  },
  'plan/no-whole-start': {
    zh: '上门 {visitId} 的开始时间 {from} 不是整数',
    en: 'Visit {visitId} starts at {from}, which is no whole number',
  },
  'plan/wrong-length': {
    zh: '上门 {visitId} 的时长不对，应为 {duration}',
    en: 'Visit {visitId} is not as long as it should be: {duration}',
  },
  'plan/out-of-order': { zh: '安排的顺序不对，从 {visitId} 开始', en: 'The plan is not in order from visit {visitId} on' },
  'plan/wrong-score': {
    zh: '“{rule}”一项写的是 {claimed}，实际为 {amount}',
    en: 'The plan claims {claimed} for {rule}; it is {amount}',
  },
  'helper/refused': { zh: '{visitId} 的对方不接受 {helperId} 上门', en: '{helperId} has been refused for visit {visitId}' },
  'helper/lacks-skill': {
    zh: '{helperId} 不会“{skill}”，做不了 {visitId}',
    en: '{helperId} lacks the skill "{skill}" for visit {visitId}',
  },
  'visit/outside-window': {
    zh: '上门 {visitId} 超出约定时间 {amount}',
    en: 'Visit {visitId} lies outside its windows by {amount}',
  },
  'helper/off-shift': {
    zh: '上门 {visitId}（含路上时间）超出 {helperId} 的当班时间 {amount}',
    en: 'Visit {visitId}, with the ways to and fro, lies outside the shift of {helperId} by {amount}',
  },
  'helper/too-many-visits': { zh: '{helperId} 的上门次数超出上限 {amount} 次', en: '{helperId} has {amount} visits too many' },
  'helper/too-much-work': { zh: '{helperId} 的工作时长超出上限 {amount}', en: '{helperId} works too long by {amount}' },
  'helper/in-two-places': {
    zh: '{helperId} 来不及赶到 {visitId}，还差 {amount}',
    en: '{helperId} cannot reach visit {visitId} in time, short by {amount}',
  },
  'helper/in-a-break': {
    zh: '上门 {visitId} 占用了 {helperId} 的休息时间 {amount}',
    en: 'Visit {visitId} takes {amount} of a break of {helperId}',
  },
  'helper/carries-too-much': {
    zh: '{helperId} 一个班次带得太多：第 {load} 项超出 {amount}',
    en: '{helperId} carries too much in one shift: load {load} by {amount}',
  },
  'visit/wrong-lag': {
    zh: '{visitId} 与 {otherId} 的间隔差了 {amount}',
    en: 'The time from {visitId} to {otherId} is wrong by {amount}',
  },
  'visit/not-same-helper': { zh: '{visitId} 与 {otherId} 须由同一个人做', en: '{visitId} and {otherId} need the same helper' },
  'visit/not-other-helper': { zh: '{visitId} 与 {otherId} 须由不同的人做', en: '{visitId} and {otherId} need two helpers' },
  'visit/missing-beside-linked': {
    zh: '{visitId} 没有安排，而与之相关的服务安排了',
    en: '{visitId} is left out although what it is linked with is served',
  },
  'visit/days-too-near': {
    zh: '{visitId} 与 {otherId} 相隔太近，差 {amount} 天',
    en: '{visitId} is {amount} days too near to {otherId}',
  },
  'visit/days-too-far': {
    zh: '{visitId} 与 {otherId} 相隔太远，多 {amount} 天',
    en: '{visitId} is {amount} days too far from {otherId}',
  },
  'rule/broken': { zh: '违反自定规则“{rule}”：{amount}', en: 'The rule "{rule}" is broken by {amount}' },
  'visit/off-its-pin': {
    zh: '上门 {visitId} 没有按指定的人和时间安排',
    en: 'Visit {visitId} is not with whom and when it was fixed',
  },
} satisfies Texts<LeftOutCode | CheckCode | ProblemCode | CostCode | RepairCode | AssignmentInputCode>;

/** The name of every built-in rule, for whoever reads a score. An own rule has its own `words`. */
export const ruleTexts = {
  refused: { zh: '对方不接受', en: 'refused' },
  skills: { zh: '技能', en: 'skills' },
  'same-helper': { zh: '须同一个人', en: 'same helper' },
  'other-helper': { zh: '须不同的人', en: 'another helper' },
  window: { zh: '约定时间', en: 'agreed window' },
  shift: { zh: '当班时间', en: 'shift' },
  break: { zh: '休息时间', en: 'break' },
  lag: { zh: '两次服务的间隔', en: 'time between linked visits' },
  spacing: { zh: '隔几天一次', en: 'days between visits' },
  capacity: { zh: '一趟能带的量', en: 'capacity' },
  'max-visits': { zh: '上门次数上限', en: 'most visits' },
  'max-work': { zh: '工作时长上限', en: 'most work' },
  'one-place-at-a-time': { zh: '同一时间只能在一处', en: 'one place at a time' },
  pinned: { zh: '指定的人和时间', en: 'fixed person and time' },
  together: { zh: '相关的服务要一起安排', en: 'all or none' },
  unassigned: { zh: '未安排', en: 'left out' },
  travel: { zh: '路上时间', en: 'time on the way' },
  wanted: { zh: '希望谁来', en: 'wanted person' },
  fairness: { zh: '轻重均衡', en: 'even work' },
  cost: { zh: '出力多少', en: 'effort' },
  penalty: { zh: '未安排的可选服务', en: 'optional visit left out' },
  continuity: { zh: '固定的人', en: 'same person' },
  overtime: { zh: '加班', en: 'overtime' },
  lateness: { zh: '迟到', en: 'lateness' },
  latest: { zh: '最大的迟到', en: 'largest lateness' },
} satisfies Texts<RuleId>;
