import type { Texts } from '@linli/model';
import type { ProcessSpec } from '../process/process-types.ts';
import type { MayTakeCode } from './may-take.ts';
import type { VolunteerDefinitionCode } from './volunteer-definition.ts';
import type { VolunteerTypes } from './volunteer-facts.ts';

/** The words of the process itself. */
export const volunteerProcessTexts = {
  'volunteer/title': { zh: '志愿者招募与培训', en: 'Volunteer intake' },
  'volunteer/applied': { zh: '已报名。', en: 'Applied.' },
  'volunteer/applied-again': { zh: '再次报名。', en: 'Applied again.' },
  'volunteer/too-soon': { zh: '{fromDate} 起才能再次报名。', en: 'A new application is possible from {fromDate} on.' },
  'volunteer/age-noted': { zh: '年龄和监护人已记下。', en: 'Age and guardian are noted.' },
  'volunteer/own-guardian': { zh: '不能做自己的监护人。', en: 'Nobody is their own guardian.' },
  'volunteer/paused-for-guardian': {
    zh: '未成年或年龄不明，又没有监护人，先暂停服务。',
    en: 'A minor, or of unknown age, and without a guardian: paused for now.',
  },
  'volunteer/age-unknown': { zh: '还不知道是否成年，请先问清楚。', en: 'Nobody knows whether they are of age; ask first.' },
  'volunteer/guardian-needed': { zh: '未成年人要先有监护人。', en: 'A minor needs a guardian first.' },
  'volunteer/screened': { zh: '审核通过，等待培训。', en: 'Screened: training comes next.' },
  'volunteer/screened-and-trained': { zh: '审核通过，应修的课程都还有效。', en: 'Screened; every required course still holds.' },
  'volunteer/rejected': { zh: '没有通过，原因：{why}。', en: 'Not taken: {why}.' },
  'volunteer/course-noted': { zh: '课程“{course}”已记下。', en: 'Course "{course}" is noted.' },
  'volunteer/course-not-yet': {
    zh: '课程“{course}”还没开始算数，等通过了再记。',
    en: 'Course "{course}" does not count yet; note it once it is passed.',
  },
  'volunteer/trained': { zh: '应修的课程都已通过。', en: 'Every required course is passed.' },
  'volunteer/course-needed': {
    zh: '应修的课程缺少或已过期，请先补上。',
    en: 'A required course is missing or has run out; take it first.',
  },
  'volunteer/activated': { zh: '开始服务。', en: 'Active from now on.' },
  'volunteer/returned': { zh: '回来服务了。', en: 'Back in service.' },
  'volunteer/served': { zh: '做了一次服务。', en: 'A service was done.' },
  'volunteer/return-in-past': { zh: '回来的日子要在今天之后。', en: 'The day of return must lie after today.' },
  'volunteer/paused': { zh: '暂停服务。', en: 'Paused.' },
  'volunteer/left': { zh: '已退出。', en: 'Left.' },
  'volunteer/course-expired': {
    zh: '应修的课程到期了，请安排复训；人没有退出。',
    en: 'A required course has run out; nobody is dropped for it.',
  },
  'volunteer/quiet': {
    zh: '有一阵子没有服务了，问候一下；不算退出。',
    en: 'No service for a while: somebody asks how they are. It is no exit.',
  },
  'volunteer/return-due': {
    zh: '说好回来的日子到了，问一下；不会自动恢复。',
    en: 'The day of return has come: ask. Nobody is put back by itself.',
  },
  'volunteer/course-expired-and-quiet': {
    zh: '应修的课程到期了，也有一阵子没有服务了。',
    en: 'A required course has run out, and there was no service for a while.',
  },
  'volunteer/course-expired-and-return-due': {
    zh: '应修的课程到期了，说好回来的日子也到了。',
    en: 'A required course has run out, and the day of return has come.',
  },

  'volunteer-state/prospect': { zh: '待报名', en: 'has not applied' },
  'volunteer-state/applied': { zh: '已报名', en: 'applied' },
  'volunteer-state/screened': { zh: '已审核', en: 'screened' },
  'volunteer-state/trained': { zh: '已培训', en: 'trained' },
  'volunteer-state/active': { zh: '服务中', en: 'active' },
  'volunteer-state/paused': { zh: '暂停', en: 'paused' },
  'volunteer-state/rejected': { zh: '未通过', en: 'not taken' },
  'volunteer-state/left': { zh: '已退出', en: 'left' },

  'volunteer-event/applied': { zh: '报名', en: 'apply' },
  'volunteer-event/age-told': { zh: '说明年龄和监护人', en: 'tell age and guardian' },
  'volunteer-event/screened': { zh: '审核通过', en: 'screen' },
  'volunteer-event/rejected': { zh: '不通过', en: 'reject' },
  'volunteer-event/course-passed': { zh: '通过课程', en: 'pass a course' },
  'volunteer-event/activated': { zh: '开始或恢复服务', en: 'activate' },
  'volunteer-event/served': { zh: '做了服务', en: 'serve' },
  'volunteer-event/paused': { zh: '暂停', en: 'pause' },
  'volunteer-event/left': { zh: '退出', en: 'leave' },

  'volunteer-effect/guardian-asked': { zh: '请监护人同意', en: 'ask for a guardian' },
  'volunteer-effect/course-expired': { zh: '提醒课程到期', en: 'tell that a course has run out' },
  'volunteer-effect/well-being-asked': { zh: '问候近况', en: 'ask how they are' },
  'volunteer-effect/return-proposed': { zh: '商量恢复服务', en: 'propose the return' },
  'volunteer-effect/duties-handed-over': { zh: '职责交给别人', en: 'hand the duties to others' },

  'volunteer-guard/is-too-soon': { zh: '还没到再次报名的日子', en: 'too soon' },
  'volunteer-guard/is-own-guardian': { zh: '监护人是本人', en: 'the guardian is themself' },
  'volunteer-guard/would-be-unguarded': { zh: '未成年或年龄不明而没有监护人', en: 'would be without a guardian' },
  'volunteer-guard/is-age-unknown': { zh: '年龄不明', en: 'age unknown' },
  'volunteer-guard/lacks-guardian': { zh: '未成年而没有监护人', en: 'a minor without a guardian' },
  'volunteer-guard/has-all-courses': { zh: '课程齐全', en: 'has every course' },
  'volunteer-guard/begins-later': { zh: '课程以后才算数', en: 'the course counts only later' },
  'volunteer-guard/completes-courses': { zh: '课程由此齐全', en: 'completes the courses' },
  'volunteer-guard/lacks-course': { zh: '课程不齐', en: 'lacks a course' },
  'volunteer-guard/returns-in-past': { zh: '回来的日子已过', en: 'returns in the past' },
  'volunteer-guard/is-course-due': { zh: '课程到期', en: 'a course runs out' },
  'volunteer-guard/are-both-due': { zh: '两件事同时到期', en: 'both are due' },
} satisfies ProcessSpec<VolunteerTypes>['texts'];

/** All words of volunteers and their trainings. */
export const volunteerTexts = {
  ...volunteerProcessTexts,
  'volunteer/malformed': {
    zh: '志愿者规则的 {path} 填写不对：{messageZh}',
    en: 'Volunteer rules, {path}: not as it should be: {message}',
  },
  'volunteer/course-twice': { zh: '{path}：课程“{course}”写了两次。', en: '{path}: course "{course}" stands there twice.' },
  'volunteer/not-active': { zh: '这位志愿者现在不在服务中。', en: 'This volunteer is not active now.' },
  'training/missing': { zh: '没有课程“{course}”的培训记录。', en: 'There is no record of course "{course}".' },
  'training/expired': { zh: '课程“{course}”已于 {date} 过期。', en: 'Course "{course}" ran out on {date}.' },
  'training/not-yet': { zh: '课程“{course}”要到 {date} 才有效。', en: 'Course "{course}" holds only from {date} on.' },
  'training/nobody-said': {
    zh: '职责“{duty}”还没写明要哪些课程；不需要的话请写成空。',
    en: 'Nobody has said which courses duty "{duty}" needs; an empty list says none.',
  },
} satisfies ProcessSpec<VolunteerTypes>['texts'] & Texts<VolunteerDefinitionCode | MayTakeCode>;
