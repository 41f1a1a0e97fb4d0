import type { Texts } from '@linli/model';

export type SessionCode =
  | 'session/opened'
  | 'session/marked'
  | 'session/corrected'
  | 'session/already-marked'
  | 'session/no-member'
  | 'session/full'
  | 'session/held'
  | 'session/filed'
  | 'session/unconfirmed'
  | 'session/cancelled'
  | 'session/moved'
  | 'session/moved-back';

/** The words of the process `session`. */
export const sessionTexts = {
  'session/title': { zh: '一节活动', en: 'One session of a programme' },
  'session/opened': { zh: '开始签到。', en: 'Open: people are being signed in.' },
  'session/marked': { zh: '出席情况已登记。', en: 'Attendance written down.' },
  'session/corrected': { zh: '出席情况已更正，原来的记录保留。', en: 'Attendance corrected; what was said before is kept.' },
  'session/already-marked': { zh: '已经这样登记过了。', en: 'That is what is written down already.' },
  'session/no-member': { zh: '小组已定人，此人不在名单里。', en: 'A closed group, and this person is not in it.' },
  'session/full': { zh: '名额已满。', en: 'There is no room for one more.' },
  'session/held': { zh: '第 {sessionNumber} 节已经举行。', en: 'Session {sessionNumber} was held.' },
  'session/filed': { zh: '更正期已过，出席记录归档。', en: 'The time for corrections is over; the attendance is filed.' },
  'session/unconfirmed': {
    zh: '第 {sessionNumber} 节应已结束，还没有人确认是否举行。',
    en: 'Session {sessionNumber} should be over and nobody has said whether it was held.',
  },
  'session/cancelled': {
    zh: '第 {sessionNumber} 节取消了，原因已记录。',
    en: 'Session {sessionNumber} was cancelled, with a reason.',
  },
  'session/moved': { zh: '改期到 {sessionId}。', en: 'Moved to {sessionId}.' },
  'session/moved-back': { zh: '只能改到更晚的时间。', en: 'A session can only be moved to a later time.' },

  'session-state/planned': { zh: '已计划', en: 'planned' },
  'session-state/open': { zh: '签到中', en: 'open' },
  'session-state/unconfirmed': { zh: '未确认是否举行', en: 'not known to be held' },
  'session-state/held': { zh: '已举行', en: 'held' },
  'session-state/filed': { zh: '已归档', en: 'filed' },
  'session-state/cancelled': { zh: '已取消', en: 'cancelled' },
  'session-state/moved': { zh: '已改期', en: 'moved' },

  'session-event/open': { zh: '开始签到', en: 'open' },
  'session-event/mark': { zh: '登记出席', en: 'mark attendance' },
  'session-event/hold': { zh: '确认已举行', en: 'say that it was held' },
  'session-event/cancel': { zh: '取消', en: 'cancel' },
  'session-event/move': { zh: '改期', en: 'move to another date' },

  'session-effect/contact-recorded': { zh: '记为一次联系', en: 'counts as a contact' },
  'session-effect/contact-withdrawn': { zh: '撤销一次联系', en: 'no contact after all' },
  'session-effect/attendance-corrected': { zh: '出席情况有更正', en: 'attendance was corrected' },
  'session-effect/ask-whether-held': { zh: '询问带领人是否举行', en: 'ask the leader whether it was held' },
  'session-effect/session-held': { zh: '给出服务凭证', en: 'proof of the service' },
  'session-effect/session-filed': { zh: '出席记录归档', en: 'attendance is filed' },
  'session-effect/tell-cancelled': { zh: '通知大家取消', en: 'tell everybody that it is cancelled' },
  'session-effect/session-moved': { zh: '通知大家改期', en: 'tell everybody of the new date' },

  'session-guard/is-no-member': { zh: '不是组员', en: 'is not in the group' },
  'session-guard/is-over-capacity': { zh: '超出名额', en: 'one more than there is room for' },
  'session-guard/is-the-same': { zh: '与已登记的相同', en: 'says the same again' },
  'session-guard/is-correction': { zh: '已登记过，是更正', en: 'corrects what was said' },
  'session-guard/goes-back': { zh: '时间没有往后', en: 'not to a later time' },
} satisfies Texts;
