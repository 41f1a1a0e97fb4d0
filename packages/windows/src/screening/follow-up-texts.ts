import type { Texts } from '@linli/model';

export type FollowUpCode =
  | 'follow-up/taken-up'
  | 'follow-up/below'
  | 'follow-up/still-raised'
  | 'follow-up/not-measured'
  | 'follow-up/suspected'
  | 'follow-up/confirmed'
  | 'follow-up/referred'
  | 'follow-up/cleared'
  | 'follow-up/recovered'
  | 'follow-up/ended'
  | 'follow-up/retracted'
  | 'follow-up/redated'
  | 'follow-up/escalated'
  | 'follow-up/nobody-looks'
  | 'follow-up/not-yet-clear'
  | 'follow-up/clinic-must-say'
  | 'follow-up/is-confirmed'
  | 'follow-up/from-the-future'
  | 'follow-up/no-such-entry';

/** The words of the process `follow-up`. */
export const followUpTexts = {
  'follow-up/title': { zh: '一次发热跟进', en: 'The follow-up of one raised reading' },
  'follow-up/taken-up': { zh: '有人接手，开始观察。', en: 'Somebody has taken it up: under observation.' },
  'follow-up/below': { zh: '复测低于发热线。', en: 'Measured again: below the line of fever.' },
  'follow-up/still-raised': { zh: '复测仍需警惕。', en: 'Measured again: still raised.' },
  'follow-up/not-measured': { zh: '没有量到体温，复测时限不变。', en: 'Not measured; the time to measure again stands.' },
  'follow-up/suspected': { zh: '列为疑似。', en: 'Suspected.' },
  'follow-up/confirmed': { zh: '已确诊。', en: 'Confirmed.' },
  'follow-up/referred': { zh: '已转诊，等医院的结论。', en: 'Referred; the clinic has to say.' },
  'follow-up/cleared': { zh: '已排除。', en: 'Cleared.' },
  'follow-up/recovered': { zh: '已康复。', en: 'Recovered.' },
  'follow-up/ended': { zh: '不再跟进，原因已记录。', en: 'Followed up no longer, with a reason.' },
  'follow-up/retracted': {
    zh: '上一条状态有误，恢复观察；原来的记录保留。',
    en: 'The last status was wrong: under observation again; what was said is kept.',
  },
  'follow-up/redated': { zh: '日期已更正，原来的记录保留。', en: 'Dated anew; what was said before is kept.' },
  'follow-up/escalated': { zh: '没有人按时跟进，已上报。', en: 'Nobody looked in time; the next one is told.' },
  'follow-up/nobody-looks': {
    zh: '该通知的人都通知了，还是没有人跟进。',
    en: 'Everybody there is was told, and still nobody looks.',
  },
  'follow-up/not-yet-clear': {
    zh: '复测次数不够，或还有超线的，不能排除。',
    en: 'Too few measurements below the line in a row; not clear yet.',
  },
  'follow-up/clinic-must-say': {
    zh: '已列为疑似或转诊，要有医院的结论才能排除。',
    en: 'After a suspicion or a referral only a clinic can clear.',
  },
  'follow-up/is-confirmed': {
    zh: '已确诊，只能记康复，或更正这条状态。',
    en: 'Confirmed: somebody recovers, or the status is retracted.',
  },
  'follow-up/from-the-future': { zh: '起始时间在登记时间之后。', en: 'It cannot be true from after it was written down.' },
  'follow-up/no-such-entry': {
    zh: '没有这条状态记录，或已经更正过。',
    en: 'There is no such line, or it was put right already.',
  },

  'follow-up-state/open': { zh: '等人接手', en: 'waiting for somebody' },
  'follow-up-state/observed': { zh: '观察中', en: 'under observation' },
  'follow-up-state/suspected': { zh: '疑似', en: 'suspected' },
  'follow-up-state/confirmed': { zh: '确诊', en: 'confirmed' },
  'follow-up-state/referred': { zh: '已转诊', en: 'referred' },
  'follow-up-state/cleared': { zh: '已排除', en: 'cleared' },
  'follow-up-state/recovered': { zh: '已康复', en: 'recovered' },
  'follow-up-state/ended': { zh: '不再跟进', en: 'followed up no longer' },

  'follow-up-event/take-up': { zh: '接手', en: 'take up' },
  'follow-up-event/measure': { zh: '复测', en: 'measure again' },
  'follow-up-event/suspect': { zh: '列为疑似', en: 'suspect' },
  'follow-up-event/confirm': { zh: '确诊', en: 'confirm' },
  'follow-up-event/refer': { zh: '转诊', en: 'refer' },
  'follow-up-event/clear': { zh: '排除', en: 'clear' },
  'follow-up-event/recover': { zh: '康复', en: 'recover' },
  'follow-up-event/retract': { zh: '撤回状态', en: 'retract a status' },
  'follow-up-event/redate': { zh: '更正日期', en: 'date a status anew' },
  'follow-up-event/end': { zh: '停止跟进', en: 'end the follow-up' },

  'follow-up-effect/status-recorded': { zh: '状态已登记', en: 'a status was written down' },
  'follow-up-effect/still-raised': { zh: '仍需警惕', en: 'still raised' },
  'follow-up-effect/escalated': { zh: '上报', en: 'tell the next one' },
  'follow-up-effect/nobody-looks': { zh: '没有人跟进，再次上报', en: 'nobody looks; tell the last one again' },

  'follow-up-guard/is-ahead': { zh: '时间在登记之后', en: 'from after it was written down' },
  'follow-up-guard/is-not-measured': { zh: '没有量到', en: 'not measured' },
  'follow-up-guard/is-raised': { zh: '仍超线', en: 'still raised' },
  'follow-up-guard/is-unknown-entry': { zh: '没有这条记录', en: 'no such line' },
  'follow-up-guard/is-by-measurements': { zh: '只凭复测', en: 'by measurements alone' },
  'follow-up-guard/lacks-measurements': { zh: '复测还不够', en: 'too few measurements below the line' },
  'follow-up-guard/has-nobody-left': { zh: '没有下一个可通知的人', en: 'there is nobody next to tell' },
} satisfies Texts;
