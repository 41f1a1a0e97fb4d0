import type { Texts } from '@linli/model';

export type EnrolmentCode =
  | 'enrolment/enrolled'
  | 'enrolment/waiting'
  | 'enrolment/unchecked'
  | 'enrolment/already-listed'
  | 'enrolment/not-eligible'
  | 'enrolment/is-closed'
  | 'enrolment/declined'
  | 'enrolment/is-enrolled'
  | 'enrolment/left'
  | 'enrolment/replaced'
  | 'enrolment/too-few-left'
  | 'enrolment/not-enrolled'
  | 'enrolment/began'
  | 'enrolment/too-few'
  | 'enrolment/extended'
  | 'enrolment/extended-backwards'
  | 'enrolment/session-held'
  | 'enrolment/session-known'
  | 'enrolment/closed'
  | 'enrolment/somebody-waits'
  | 'enrolment/finished'
  | 'enrolment/carried-on'
  | 'enrolment/dissolved';

/** The words of the process `enrolment`. */
export const enrolmentTexts = {
  'enrolment/title': { zh: '一期活动的报名', en: 'Enrolment in one run of a programme' },
  'enrolment/enrolled': { zh: '报上名了。', en: 'Enrolled.' },
  'enrolment/waiting': { zh: '名额已满，先排队等候。', en: 'There is no room; put on the waiting list.' },
  'enrolment/unchecked': {
    zh: '是否符合条件还不清楚，先核实再定。',
    en: 'Whether this person may take part is to be checked first.',
  },
  'enrolment/already-listed': { zh: '已经在名单或候补名单里。', en: 'On the list, or waiting, already.' },
  'enrolment/not-eligible': { zh: '不符合报名条件。', en: 'Does not meet the conditions.' },
  'enrolment/is-closed': { zh: '小组已经封闭，不再进新人。', en: 'The group is closed to newcomers.' },
  'enrolment/declined': { zh: '不参加；不必说明原因。', en: 'Not enrolled; no reason has to be given.' },
  'enrolment/is-enrolled': { zh: '此人已报名，请用退出。', en: 'This person is enrolled; let them leave instead.' },
  'enrolment/left': { zh: '退出了。', en: 'Left.' },
  'enrolment/replaced': { zh: '退出了，候补第一位补上。', en: 'Left, and the first on the waiting list came in.' },
  'enrolment/too-few-left': { zh: '退出了，人数低于下限。', en: 'Left, and there are fewer than the least now.' },
  'enrolment/not-enrolled': { zh: '此人没有报名。', en: 'This person is not enrolled.' },
  'enrolment/began': { zh: '人数够了，开始活动。', en: 'Enough people: it begins.' },
  'enrolment/too-few': { zh: '人数还不够。', en: 'There are too few people.' },
  'enrolment/extended': { zh: '报名延期。', en: 'More time to enrol.' },
  'enrolment/extended-backwards': { zh: '只能延到以后。', en: 'It can only be extended into the future.' },
  'enrolment/session-held': { zh: '第 {sessionNumber} 节已举行。', en: 'Session {sessionNumber} was held.' },
  'enrolment/session-known': { zh: '这一节之前已经记过。', en: 'This session is known already.' },
  'enrolment/closed': {
    zh: '第 {sessionNumber} 节已举行，小组从此封闭。',
    en: 'Session {sessionNumber} was held; the group is closed from now on.',
  },
  'enrolment/somebody-waits': {
    zh: '还有人在候补或待核实，请先说明转到哪一期。',
    en: 'Somebody still waits or is unchecked; name the run that takes them.',
  },
  'enrolment/finished': { zh: '这一期结束了。', en: 'This run is over.' },
  'enrolment/carried-on': {
    zh: '这一期结束，等候的人转到 {toRunId}。',
    en: 'This run is over; those who wait go on to {toRunId}.',
  },
  'enrolment/dissolved': { zh: '这一期解散了，原因已记录。', en: 'This run was dissolved, with a reason.' },

  'enrolment-state/gathering': { zh: '报名中', en: 'gathering' },
  'enrolment-state/short': { zh: '人数不足', en: 'too few' },
  'enrolment-state/running': { zh: '进行中', en: 'running' },
  'enrolment-state/closed': { zh: '已封闭', en: 'closed to newcomers' },
  'enrolment-state/finished': { zh: '已结束', en: 'finished' },
  'enrolment-state/dissolved': { zh: '已解散', en: 'dissolved' },

  'enrolment-event/apply': { zh: '报名', en: 'apply' },
  'enrolment-event/decline': { zh: '不参加', en: 'decline' },
  'enrolment-event/leave': { zh: '退出', en: 'leave' },
  'enrolment-event/start': { zh: '开始', en: 'start' },
  'enrolment-event/extend': { zh: '延长报名', en: 'extend' },
  'enrolment-event/session-held': { zh: '一节已举行', en: 'a session was held' },
  'enrolment-event/finish': { zh: '结束', en: 'finish' },
  'enrolment-event/dissolve': { zh: '解散', en: 'dissolve' },

  'enrolment-effect/check-wanted': { zh: '请核实是否符合条件', en: 'somebody should check the conditions' },
  'enrolment-effect/moved-up': { zh: '候补补上了', en: 'came in from the waiting list' },
  'enrolment-effect/too-few': { zh: '人数不足', en: 'too few people' },
  'enrolment-effect/membership-closed': { zh: '小组封闭，列出候补', en: 'closed; those who wait are listed' },
  'enrolment-effect/carried-on': { zh: '等候的人转到下一期', en: 'those who wait go on to the next run' },
  'enrolment-effect/tell-dissolved': { zh: '通知大家解散', en: 'tell everybody that it is dissolved' },

  'enrolment-guard/is-listed': { zh: '已在名单', en: 'on the list' },
  'enrolment-guard/is-not-eligible': { zh: '不符合条件', en: 'does not meet the conditions' },
  'enrolment-guard/is-unchecked': { zh: '条件未核实', en: 'conditions not checked' },
  'enrolment-guard/is-full': { zh: '名额已满', en: 'no room' },
  'enrolment-guard/is-enrolled': { zh: '已报名', en: 'is enrolled' },
  'enrolment-guard/is-not-enrolled': { zh: '没有报名', en: 'is not enrolled' },
  'enrolment-guard/lets-somebody-in': { zh: '有人候补', en: 'somebody waits' },
  'enrolment-guard/leaves-too-few': { zh: '会低于下限', en: 'would leave too few' },
  'enrolment-guard/has-enough': { zh: '人数够了', en: 'enough people' },
  'enrolment-guard/is-not-later': { zh: '时间没有往后', en: 'not into the future' },
  'enrolment-guard/is-known-session': { zh: '这一节已记过', en: 'a session known already' },
  'enrolment-guard/closes-the-group': { zh: '到了封闭的那一节', en: 'the session that closes the group' },
  'enrolment-guard/leaves-somebody-waiting': { zh: '还有人等着没去处', en: 'somebody waits and has nowhere to go' },
  'enrolment-guard/nobody-waits': { zh: '没有人等候', en: 'nobody waits' },
} satisfies Texts;
