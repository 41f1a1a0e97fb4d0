import type { Texts } from '@linli/model';

/** The reasons of the ways and refusals of a visit. */
export type VisitCode =
  | 'visit/assigned'
  | 'visit/confirmed'
  | 'visit/declined'
  | 'visit/began'
  | 'visit/began-late'
  | 'visit/began-unconfirmed'
  | 'visit/done'
  | 'visit/done-without-time'
  | 'visit/reported'
  | 'visit/nobody-at-door'
  | 'visit/missed'
  | 'visit/cancelled'
  | 'visit/carried'
  | 'visit/entry-changed'
  | 'visit/unconfirmed'
  | 'visit/late-start'
  | 'visit/overrun'
  | 'visit/unreported'
  | 'visit/unsettled'
  | 'visit/nobody-named'
  | 'visit/other-helper'
  | 'visit/entry-forbidden'
  | 'visit/signed-in-already'
  | 'visit/not-signed-in'
  | 'visit/report-not-past'
  | 'visit/carried-backwards';

export const visitWords = {
  'visit/title': { zh: '一次上门服务', en: 'One visit to a resident' },

  'visit/assigned': { zh: '派给 {helperId}，等本人确认。', en: 'Named: {helperId}, who is still to confirm.' },
  'visit/confirmed': { zh: '服务者已确认会去。', en: 'The helper confirms.' },
  'visit/declined': {
    zh: '服务者去不了（{reason}），要另找人。',
    en: 'The helper cannot come ({reason}); somebody else is needed.',
  },
  'visit/began': { zh: '已到门口签到，开始服务。', en: 'Signed in at the door: under way.' },
  'visit/began-late': { zh: '签到开始服务，晚了 {minutes} 分钟。', en: 'Signed in and under way, {minutes} minutes late.' },
  'visit/began-unconfirmed': { zh: '没有事先确认，但已签到开始服务。', en: 'Under way, though never confirmed beforehand.' },
  'visit/done': { zh: '已签退，服务完成。', en: 'Signed out: done.' },
  'visit/done-without-time': {
    zh: '签到和签退是同一时刻，服务算完成，但时长没有凭证。',
    en: 'Signed in and out at one instant: done, but no time is proved.',
  },
  'visit/reported': {
    zh: '{by} 事后报告已经服务过，凭证还要补。',
    en: '{by} reports afterwards that it was done; the proof is still to come.',
  },
  'visit/nobody-at-door': {
    zh: '敲门没有人应。这不等于平安，要马上有人接着找。',
    en: 'Nobody came to the door. That is not a sign of safety: somebody has to go on asking.',
  },
  'visit/missed': {
    zh: '没有去成：{reason}。还要改期或说明取消原因。',
    en: 'Missed: {reason}. It is still owed until carried or cancelled.',
  },
  'visit/cancelled': { zh: '取消了：{reason}。', en: 'Cancelled: {reason}.' },
  'visit/carried': { zh: '改为另一次上门：{visitId}。', en: 'Carried to another visit: {visitId}.' },
  'visit/entry-changed': { zh: '入户的规定变了。', en: 'The rule for entering homes has changed.' },
  'visit/unconfirmed': { zh: '快到时间了，服务者还没有确认。', en: 'It starts soon and the helper has not confirmed.' },
  'visit/late-start': { zh: '过了开始时间，还没有签到。', en: 'It should have begun, and nobody has signed in.' },
  'visit/overrun': { zh: '超过了计划时长，还没有签退。', en: 'It takes longer than planned: nobody has signed out.' },
  'visit/unreported': {
    zh: '到时没有任何报告，没人知道情况。不算完成。',
    en: 'No report came: nobody knows how it went. It does not count as done.',
  },
  'visit/unsettled': { zh: '还没有人决定这次上门怎么办。', en: 'Nobody has decided yet what becomes of this visit.' },
  'visit/nobody-named': { zh: '这次上门还没有派人。', en: 'Nobody is named for this visit.' },
  'visit/other-helper': {
    zh: '这次上门派的是 {helperId}，换人要先改派。',
    en: 'This visit is {helperId}’s; name another helper first.',
  },
  'visit/entry-forbidden': { zh: '现在不能入户。', en: 'Homes must not be entered now.' },
  'visit/signed-in-already': { zh: '这次上门已经签到过了。', en: 'This visit is signed in already.' },
  'visit/not-signed-in': { zh: '没有签到过，请改为事后报告。', en: 'Never signed in: report it afterwards instead.' },
  'visit/report-not-past': {
    zh: '报告的起止时间不对：要先开始后结束，而且已经过去。',
    en: 'A report tells of a time that has passed, from its start to its end.',
  },
  'visit/carried-backwards': { zh: '只能改到更晚的时间。', en: 'A visit can only be carried to a later start.' },

  'visit-state/planned': { zh: '已安排', en: 'planned' },
  'visit-state/confirmed': { zh: '已确认', en: 'confirmed' },
  'visit-state/under-way': { zh: '服务中', en: 'under way' },
  'visit-state/nobody-at-door': { zh: '敲门无人应', en: 'nobody at the door' },
  'visit-state/unreported': { zh: '没有报告', en: 'unreported' },
  'visit-state/missed': { zh: '没有去成', en: 'missed' },
  'visit-state/done': { zh: '已完成', en: 'done' },
  'visit-state/cancelled': { zh: '已取消', en: 'cancelled' },
  'visit-state/carried': { zh: '已改期', en: 'carried' },

  'visit-event/assigned': { zh: '派人', en: 'named' },
  'visit-event/confirmed': { zh: '确认', en: 'confirmed' },
  'visit-event/declined': { zh: '推辞', en: 'declined' },
  'visit-event/began': { zh: '签到', en: 'signed in' },
  'visit-event/done': { zh: '签退', en: 'signed out' },
  'visit-event/reported': { zh: '事后报告', en: 'reported afterwards' },
  'visit-event/nobody-home': { zh: '敲门无人应', en: 'nobody answered' },
  'visit-event/missed': { zh: '没有去', en: 'nobody went' },
  'visit-event/cancelled': { zh: '取消', en: 'cancelled' },
  'visit-event/carried': { zh: '改期', en: 'carried' },
  'visit-event/entry-changed': { zh: '入户规定改变', en: 'rule for entering changed' },

  'visit-effect/unconfirmed': { zh: '催服务者确认', en: 'ask the helper to confirm' },
  'visit-effect/needs-helper': { zh: '要另外派人', en: 'another helper is needed' },
  'visit-effect/late-start': { zh: '提醒：还没有开始', en: 'say that it has not begun' },
  'visit-effect/overrun': { zh: '提醒：超过时长', en: 'say that it takes too long' },
  'visit-effect/unreported': { zh: '提醒：没有报告', en: 'say that no report came' },
  'visit-effect/unsettled': { zh: '提醒：还没有决定怎么办', en: 'say that it is still to be decided' },
  'visit-effect/needs-next': { zh: '要改期或取消', en: 'to be carried or cancelled' },
  'visit-effect/knock-unanswered': { zh: '建议启动敲门升级', en: 'propose an escalation ladder' },
  'visit-effect/served': { zh: '交给时间银行的服务记录', en: 'a service for the time bank' },
  'visit-effect/evidence-incomplete': { zh: '凭证不全', en: 'the evidence is incomplete' },
  'visit-effect/visit-cancelled': { zh: '告诉各方：取消了', en: 'tell of the cancellation' },
  'visit-effect/next-wanted': { zh: '安排下一次上门', en: 'open the next visit' },

  'visit-guard/nobody-is-named': { zh: '没有派人', en: 'nobody is named' },
  'visit-guard/is-other-helper': { zh: '不是派的那个人', en: 'not the one who is named' },
  'visit-guard/entry-is-forbidden': { zh: '不能入户，又不紧急', en: 'entry forbidden, and no emergency' },
  'visit-guard/starts-late': { zh: '晚了', en: 'late' },
  'visit-guard/is-signed-in': { zh: '已签到', en: 'signed in' },
  'visit-guard/took-time': { zh: '签退在签到之后', en: 'signed out after signing in' },
  'visit-guard/tells-of-the-past': { zh: '说的是过去的时段', en: 'tells of the past' },
  'visit-guard/goes-forward': { zh: '时间在后', en: 'to a later start' },
  'visit-guard/confirmation-was-due': { zh: '该确认了', en: 'confirmation was due' },
  'visit-guard/start-was-due': { zh: '该开始了', en: 'the start was due' },
  'visit-guard/end-was-due': { zh: '该结束了', en: 'the end was due' },
} satisfies Texts;

/** The words of a rule that does not fit. */
export const visitRuleTexts = {
  'visit-rule/malformed': {
    zh: '上门规则的 {path} 填写不对：{messageZh}',
    en: 'Visit rule, {path}: not as it should be: {message}',
  },
} satisfies Texts;
