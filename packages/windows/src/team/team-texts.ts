import type { Texts } from '@linli/model';
import type { ProcessSpec } from '../process/process-types.ts';
import type { TeamDefinitionCode } from './team-definition.ts';
import type { TeamTypes } from './team-facts.ts';

/** The words of the process itself. */
export const teamProcessTexts = {
  'team/title': { zh: '志愿服务队培育', en: 'Growth of a volunteer team' },
  'team/founded': { zh: '成立日期记为 {on}。', en: 'Founded on {on}.' },
  'team/founded-in-future': { zh: '成立日期不能在今天之后。', en: 'A founding date cannot lie in the future.' },
  'team/member-joined': { zh: '有队员加入。', en: 'A member has joined.' },
  'team/already-member': { zh: '这个人已经在队里。', en: 'This person is in the team already.' },
  'team/member-left': { zh: '有队员离开。', en: 'A member has left.' },
  'team/member-left-below-standard': {
    zh: '有队员离开，现在不够本阶段的条件。',
    en: 'A member has left, and the standard is not kept any more.',
  },
  'team/not-a-member': { zh: '这个人不在队里。', en: 'This person is not in the team.' },
  'team/course-noted': { zh: '课程“{course}”已记下。', en: 'Course "{course}" is noted.' },
  'team/advanced': { zh: '进入下一阶段。', en: 'On to the next stage.' },
  'team/fell-back': { zh: '退回前一阶段，原因：{why}。', en: 'Back to the stage before: {why}.' },
  'team/dissolved': { zh: '已解散，原因：{why}。', en: 'Dissolved: {why}.' },
  'team/standard-kept': { zh: '查过了，符合本阶段的条件。', en: 'Looked at: the standard is kept.' },
  'team/standard-not-kept': { zh: '查过了，不够本阶段的条件。', en: 'Looked at: the standard is not kept.' },
  'team/too-few-members': { zh: '队员 {have} 人，要 {need} 人。', en: '{have} members; {need} are needed.' },
  'team/too-few-core-members': { zh: '骨干 {have} 人，要 {need} 人。', en: '{have} core members; {need} are needed.' },
  'team/course-missing': { zh: '课程“{course}”还没通过或已过期。', en: 'Course "{course}" is not passed, or has run out.' },
  'team/founding-unknown': { zh: '还不知道成立日期。', en: 'Nobody has said when it was founded.' },
  'team/too-young': { zh: '成立时间不够，要到 {fromDate}。', en: 'Too young: possible from {fromDate} on.' },

  'team-state/candidate': { zh: '候选', en: 'candidate' },
  'team-state/incubating': { zh: '培育中', en: 'incubating' },
  'team-state/registered': { zh: '已登记', en: 'registered' },
  'team-state/independent': { zh: '独立运作', en: 'independent' },
  'team-state/dissolved': { zh: '已解散', en: 'dissolved' },

  'team-event/founded': { zh: '记下成立日期', en: 'tell the founding date' },
  'team-event/member-joined': { zh: '加入', en: 'join' },
  'team-event/member-left': { zh: '离开', en: 'leave' },
  'team-event/course-passed': { zh: '通过课程', en: 'pass a course' },
  'team-event/advanced': { zh: '进入下一阶段', en: 'advance' },
  'team-event/fell-back': { zh: '退回前一阶段', en: 'fall back' },
  'team-event/dissolved': { zh: '解散', en: 'dissolve' },

  'team-effect/standard-not-kept': { zh: '告知不够本阶段的条件', en: 'tell that the standard is not kept' },
  'team-effect/members-released': { zh: '队员的职责另作安排', en: 'find another home for the duties of the members' },

  'team-guard/is-in-future': { zh: '日期在今天之后', en: 'the date lies in the future' },
  'team-guard/is-member': { zh: '已在队里', en: 'is in the team' },
  'team-guard/is-no-member': { zh: '不在队里', en: 'is not in the team' },
  'team-guard/falls-below': { zh: '离开后不够条件', en: 'would fall below the standard' },
  'team-guard/keeps-standard': { zh: '符合条件', en: 'keeps the standard' },
  'team-guard/lacks-members': { zh: '队员不够', en: 'too few members' },
  'team-guard/lacks-core-members': { zh: '骨干不够', en: 'too few core members' },
  'team-guard/lacks-course': { zh: '课程不齐', en: 'a course is missing' },
  'team-guard/lacks-founding-date': { zh: '不知道成立日期', en: 'founding date unknown' },
  'team-guard/is-too-young': { zh: '成立时间不够', en: 'too young' },
} satisfies ProcessSpec<TeamTypes>['texts'];

/** All words of teams. */
export const teamTexts = {
  ...teamProcessTexts,
  'team/malformed': { zh: '服务队规则的 {path} 填写不对：{messageZh}', en: 'Team rules, {path}: not as it should be: {message}' },
  'team/core-above-members': {
    zh: '{path}：骨干人数不能多于队员人数。',
    en: '{path}: there cannot be more core members than members.',
  },
  'team/stage-easier': {
    zh: '{path}：后面的阶段不能比前面的要求低。',
    en: '{path}: a later stage cannot ask for less than the one before.',
  },
} satisfies ProcessSpec<TeamTypes>['texts'] & Texts<TeamDefinitionCode>;
