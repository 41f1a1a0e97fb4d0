import type { Texts } from '@linli/model';
import type { CycleCode } from './advance.ts';
import type { ContactState } from './cadence.ts';
import type { CycleState } from './cycle.ts';
import type { DefinitionCode } from './cycle-definition.ts';
import type { CycleEffect } from './cycle-effect.ts';
import type { LineState } from './demand-line.ts';

/** Every code this package can say, and every name it gives to a state or an effect. */
export type WindowsCode =
  | CycleCode
  | DefinitionCode
  | `cycle-state/${CycleState}`
  | `line-state/${LineState}`
  | `effect/${CycleEffect['type']}`
  | `contact/${ContactState}`;

/** The words, filled from the data of a reason by `say`. */
export const windowsTexts = {
  'event/already-seen': { zh: '这条消息已经处理过了，不再重复。', en: 'This event was handled before and changes nothing.' },
  'clock/went-back': { zh: '收到的时间比之前的早，按之前的时间处理。', en: 'The clock went back; the later time counts.' },
  'cycle/closed': { zh: '这一轮已经结束。', en: 'This cycle is closed.' },

  'demand/in-time': { zh: '在截止前提出，列入本轮。', en: 'In time: taken into this cycle.' },
  'demand/late-accepted': { zh: '已过截止时间，按规定仍列入本轮。', en: 'After the cut-off, but still taken into this cycle.' },
  'demand/after-cut-off': { zh: '已过截止时间，列入 {toDate} 这一轮。', en: 'After the cut-off: goes to the cycle of {toDate}.' },
  'demand/needs-approval': { zh: '需要负责人同意后才能列入本轮。', en: 'Held until somebody approves it.' },
  'demand/rejected-by-phase': { zh: '这个时段不接收新需求。', en: 'No demands are taken in this phase.' },
  'demand/emergency': {
    zh: '紧急需求，不受截止时间限制，马上通知{role}。',
    en: 'Emergency: past every cut-off, {role} is told at once.',
  },
  'demand/emergency-without-reason': {
    zh: '没有说明紧急原因，先按普通需求处理。',
    en: 'No reason was given for the emergency; handled as an ordinary demand.',
  },
  'demand/already-in': { zh: '本轮里已经有这条需求。', en: 'This demand is in this cycle already.' },

  'line/unknown': { zh: '本轮里没有这条需求。', en: 'This cycle has no such demand.' },
  'line/already-settled': { zh: '这条需求已经办结，不能再改。', en: 'This demand is settled and cannot change.' },
  'line/awaits-approval': { zh: '这条需求还在等负责人同意。', en: 'This demand still waits for approval.' },
  'line/not-awaiting-approval': { zh: '这条需求不需要审批。', en: 'This demand does not wait for approval.' },
  'line/nobody-named': {
    zh: '这条需求还没有责任人，请先派给一个人。',
    en: 'Nobody answers for this demand yet; name one person first.',
  },
  'line/already-prepared': { zh: '这条需求已经备好了。', en: 'This demand is prepared already.' },
  'line/carried-backwards': { zh: '只能转到以后的日子。', en: 'A demand can only be carried to a later cycle.' },
  'line/reassigned': { zh: '责任人换了。', en: 'Another person answers for this demand now.' },

  'definition/malformed': { zh: '{path} 这一项填写不对：{message}', en: '{path} is not as it should be: {message}' },
  'definition/phase-missing': {
    zh: '{path}：要有收集和派单，执行和配送至少有一个。',
    en: '{path}: collect and assign are needed, and execute or deliver.',
  },
  'definition/phases-out-of-order': {
    zh: '{path}：时段要按收集、派单、执行、配送的顺序，每样只有一个。',
    en: '{path}: phases come as collect, assign, execute, deliver, each once.',
  },
  'definition/phases-overlap': {
    zh: '{path}：上一个时段还没结束，这个时段就开始了。',
    en: '{path}: begins before the phase ahead of it has ended.',
  },
  'definition/collection-not-on-day-0': { zh: '{path}：收集要在当天截止。', en: '{path}: the collection must end on day 0.' },
  'definition/collection-takes-nothing': {
    zh: '{path}：收集时段必须接收需求。',
    en: '{path}: the collection must take demands.',
  },

  'cycle-state/waiting': { zh: '还没开始', en: 'not begun' },
  'cycle-state/collect': { zh: '收集需求', en: 'collecting' },
  'cycle-state/after-collect': { zh: '收集结束，等待派单', en: 'between collecting and assigning' },
  'cycle-state/assign': { zh: '分类派单', en: 'assigning' },
  'cycle-state/after-assign': { zh: '派单结束，等待执行', en: 'between assigning and the work' },
  'cycle-state/execute': { zh: '采购备货', en: 'executing' },
  'cycle-state/after-execute': { zh: '备货结束，等待配送', en: 'between executing and delivering' },
  'cycle-state/deliver': { zh: '配送发放', en: 'delivering' },
  'cycle-state/closed': { zh: '已结束', en: 'closed' },

  'line-state/held': { zh: '等待审批', en: 'waiting for approval' },
  'line-state/collected': { zh: '已登记', en: 'collected' },
  'line-state/assigned': { zh: '已派到人', en: 'assigned' },
  'line-state/unassigned': { zh: '暂时没人负责', en: 'unassigned' },
  'line-state/prepared': { zh: '已备好', en: 'prepared' },
  'line-state/done': { zh: '已完成', en: 'done' },
  'line-state/cancelled': { zh: '已取消', en: 'cancelled' },
  'line-state/carried': { zh: '已转下轮', en: 'carried over' },

  'effect/demand-accepted': { zh: '需求已列入本轮', en: 'demand accepted' },
  'effect/demand-deferred': { zh: '需求转到别的一轮', en: 'demand goes to another cycle' },
  'effect/demand-rejected': { zh: '需求没有被接收', en: 'demand rejected' },
  'effect/approval-asked': { zh: '请负责人审批', en: 'approval asked' },
  'effect/emergency-raised': { zh: '紧急通知', en: 'emergency raised' },
  'effect/close-collection': { zh: '收集截止', en: 'collection closed' },
  'effect/list-unassigned': { zh: '没有责任人的需求', en: 'demands without a named person' },
  'effect/flag-unfinished': { zh: '到点还没备好的需求', en: 'demands not prepared in time' },
  'effect/flag-undelivered': { zh: '到点还没送到的需求', en: 'demands not delivered in time' },
  'effect/cycle-closed': { zh: '本轮结束，汇总', en: 'cycle closed, with totals' },

  'contact/kept': { zh: '按时联系了', en: 'in touch as agreed' },
  'contact/due': { zh: '该联系了', en: 'contact is due' },
  'contact/overdue': { zh: '逾期没有联系上', en: 'contact is overdue' },
  'contact/excused': { zh: '不在家（住院、外出等），暂不计', en: 'away, in hospital or travelling' },
  'contact/unknown': { zh: '没有联系记录，不能当作平安', en: 'no contact on record; not to be read as safe' },
} satisfies Texts<WindowsCode>;
