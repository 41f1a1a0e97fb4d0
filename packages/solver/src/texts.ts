import type { Texts } from '@linli/model';
import type { CheckCode } from './check.ts';
import type { RuleId } from './plan.ts';
import type { LeftOutCode } from './why-not.ts';

/** The words for every reason the solver gives. */
export const solverTexts = {
  'problem/invalid': { zh: '排班数据有误，位置 {path}：{what}', en: 'The problem is not sound at {path}: {what}' },
  'visit/refused-by-all': { zh: '能安排的人，对方都不接受', en: 'Everybody who is there has been refused' },
  'visit/no-skill': { zh: '可以上门的人里，没有人会“{skill}”', en: 'Nobody who may come has the skill "{skill}"' },
  'visit/window-too-short': {
    zh: '约定的时间段放不下这次服务（需要时长 {duration}）',
    en: 'No agreed window is long enough for the service ({duration})',
  },
  'visit/nobody-on-shift': { zh: '合适的人在约定时间都不当班', en: 'Nobody suitable is on shift in the agreed time' },
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
  'visit/off-its-pin': {
    zh: '上门 {visitId} 没有按指定的人和时间安排',
    en: 'Visit {visitId} is not with whom and when it was fixed',
  },
} satisfies Texts<LeftOutCode | CheckCode | 'problem/invalid'>;

/** The name of every rule, for whoever reads a score. */
export const ruleTexts = {
  refused: { zh: '对方不接受', en: 'refused' },
  skills: { zh: '技能', en: 'skills' },
  window: { zh: '约定时间', en: 'agreed window' },
  shift: { zh: '当班时间', en: 'shift' },
  'max-visits': { zh: '上门次数上限', en: 'most visits' },
  'max-work': { zh: '工作时长上限', en: 'most work' },
  'one-place-at-a-time': { zh: '同一时间只能在一处', en: 'one place at a time' },
  pinned: { zh: '指定的人和时间', en: 'fixed person and time' },
  unassigned: { zh: '未安排', en: 'left out' },
  travel: { zh: '路上时间', en: 'time on the way' },
  wanted: { zh: '希望谁来', en: 'wanted person' },
  fairness: { zh: '轻重均衡', en: 'even work' },
  cost: { zh: '出力多少', en: 'effort' },
} satisfies Texts<RuleId>;
