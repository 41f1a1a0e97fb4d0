import type { Texts } from '@linli/model';
import type { TextKey } from '../process/process-types.ts';
import type { CycleTypes } from './cycle-types.ts';
import { demandLine } from './demand-line.ts';

/** The words of the daily cycle and of the lines in it. */
export const cycleTexts = {
  ...demandLine.texts,

  'cycle/title': { zh: '每日服务周期', en: 'The daily service cycle' },
  'cycle/collecting': { zh: '{date} 这一轮开始收集需求。', en: 'The cycle of {date} begins to collect.' },
  'cycle/collected': { zh: '{date} 这一轮收集截止。', en: 'The cycle of {date} has collected.' },
  'cycle/assigning': { zh: '{date} 这一轮开始分类派单。', en: 'The cycle of {date} begins to assign.' },
  'cycle/assigned': {
    zh: '{date} 这一轮派单结束，没有责任人的列出来。',
    en: 'The cycle of {date} has assigned; whoever has nobody is listed.',
  },
  'cycle/executing': { zh: '{date} 这一轮开始采购备货。', en: 'The cycle of {date} begins its work.' },
  'cycle/executed': {
    zh: '{date} 这一轮备货结束，没备好的列出来。',
    en: 'The cycle of {date} has executed; what is not ready is listed.',
  },
  'cycle/delivering': { zh: '{date} 这一轮开始配送发放。', en: 'The cycle of {date} begins to deliver.' },
  'cycle/ended': { zh: '{date} 这一轮结束，没办完的列出来。', en: 'The cycle of {date} has ended; what is open is listed.' },
  'cycle/closed': { zh: '这一轮已经结束。', en: 'This cycle is closed.' },
  'cycle/closes-early': { zh: '这一天的{phase}提前结束，已经通知。', en: '{phase} ends early on this day; it was announced.' },
  'cycle/no-such-phase': { zh: '这一轮没有{phase}这个时段。', en: 'This cycle has no {phase}.' },
  'cycle/phase-over': { zh: '{phase}已经结束，不能再提前。', en: '{phase} is over already.' },
  'cycle/closes-not-earlier': {
    zh: '提前结束要在{phase}开始之后、原定结束之前。',
    en: 'An early end lies after the beginning of {phase} and before its own end.',
  },
  'cycle/not-announced': {
    zh: '提前结束要事先说，不能说的时候已经过了。',
    en: 'An early end is said beforehand; this one would lie in the past.',
  },

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

  'cycle-state/waiting': { zh: '还没开始', en: 'not begun' },
  'cycle-state/collect': { zh: '收集需求', en: 'collecting' },
  'cycle-state/after-collect': { zh: '收集结束，等待派单', en: 'between collecting and assigning' },
  'cycle-state/assign': { zh: '分类派单', en: 'assigning' },
  'cycle-state/after-assign': { zh: '派单结束，等待执行', en: 'between assigning and the work' },
  'cycle-state/execute': { zh: '采购备货', en: 'executing' },
  'cycle-state/after-execute': { zh: '备货结束，等待配送', en: 'between executing and delivering' },
  'cycle-state/deliver': { zh: '配送发放', en: 'delivering' },
  'cycle-state/closed': { zh: '已结束', en: 'closed' },

  'cycle-event/demand': { zh: '提出需求', en: 'a demand' },
  'cycle-event/close-early': { zh: '提前结束', en: 'an early end' },
  'cycle-event/approve': { zh: '同意', en: 'approve' },
  'cycle-event/assigned': { zh: '派到人', en: 'named to a person' },
  'cycle-event/unassignable': { zh: '派不出去', en: 'cannot be assigned' },
  'cycle-event/prepared': { zh: '备好', en: 'prepared' },
  'cycle-event/done': { zh: '办完', en: 'done' },
  'cycle-event/cancelled': { zh: '取消', en: 'cancelled' },
  'cycle-event/carried': { zh: '转下轮', en: 'carried' },

  'cycle-effect/demand-accepted': { zh: '需求已列入本轮', en: 'demand accepted' },
  'cycle-effect/demand-deferred': { zh: '需求转到别的一轮', en: 'demand goes to another cycle' },
  'cycle-effect/demand-rejected': { zh: '需求没有被接收', en: 'demand rejected' },
  'cycle-effect/approval-asked': { zh: '请负责人审批', en: 'approval asked' },
  'cycle-effect/emergency-raised': { zh: '紧急通知', en: 'emergency raised' },
  'cycle-effect/early-closing': { zh: '提前结束的通知', en: 'early end announced' },
  'cycle-effect/close-collection': { zh: '收集截止', en: 'collection closed' },
  'cycle-effect/list-unassigned': { zh: '没有责任人的需求', en: 'demands without a named person' },
  'cycle-effect/flag-unfinished': { zh: '到点还没备好的需求', en: 'demands not prepared in time' },
  'cycle-effect/flag-undelivered': { zh: '到点还没送到的需求', en: 'demands not delivered in time' },
  'cycle-effect/cycle-closed': { zh: '本轮结束，汇总', en: 'cycle closed, with totals' },

  'cycle-guard/is-execute': { zh: '下一段是采购备货', en: 'the work comes next' },
  'cycle-guard/is-last': { zh: '是最后一段', en: 'nothing comes after' },
} satisfies Texts<TextKey<CycleTypes> | keyof typeof demandLine.texts>;
