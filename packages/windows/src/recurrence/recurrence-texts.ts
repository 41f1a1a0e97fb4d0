import type { Texts } from '@linli/model';
import type { CalendarCode } from '../calendar/service-days.ts';
import type { ExpansionCode, ExpansionRefusal } from './expand-recurrence.ts';
import type { MenuCode } from './menus.ts';
import type { RecurrenceFlawCode } from './recurrence.ts';

/** The words of recurring services and their menus; those of calendars stand with the calendars. */
export const recurrenceTexts = {
  'recurrence/malformed': {
    zh: '周期服务的 {path} 填写不对：{messageZh}',
    en: 'Recurrence, {path}: not as it should be: {message}',
  },
  'recurrence/part-unreadable': { zh: '{path}：规则里的 {part} 看不懂。', en: '{path}: {part} of the rule cannot be read.' },
  'recurrence/part-twice': { zh: '{path}：规则里 {part} 写了两次。', en: '{path}: {part} stands in the rule twice.' },
  'recurrence/part-not-taken': { zh: '{path}：规则里的 {part} 这里不支持。', en: '{path}: {part} is not taken here.' },
  'recurrence/sub-daily': {
    zh: '{path}：{part} 比一天还短；服务最多一天一次，钟点另写。',
    en: '{path}: {part} is shorter than a day; a service comes once a day at most, its time stands apart.',
  },
  'recurrence/no-frequency': { zh: '{path}：规则没有写 FREQ。', en: '{path}: the rule has no FREQ.' },
  'recurrence/two-bounds': { zh: '{path}：COUNT 和 UNTIL 只能写一个。', en: '{path}: a rule has COUNT or UNTIL, never both.' },
  'recurrence/against-the-standard': {
    zh: '{path}：规则不合 RFC 5545：{messageZh}',
    en: '{path}: not a rule of RFC 5545: {message}',
  },
  'recurrence/no-bound': {
    zh: '{path}：规则没有尽头，请写 COUNT 或 UNTIL。',
    en: '{path}: the rule never ends; it needs COUNT or UNTIL.',
  },
  'recurrence/ends-before-it-begins': { zh: '{path}：UNTIL 在起日之前。', en: '{path}: UNTIL lies before the first day.' },
  'recurrence/too-long': { zh: '{path}：UNTIL 在三十年之后。', en: '{path}: UNTIL lies more than thirty years ahead.' },
  'recurrence/made-up-without-count': {
    zh: '{path}：要补足次数，规则须写 COUNT。',
    en: '{path}: only a rule with COUNT can be made up for.',
  },
  'recurrence/date-twice': { zh: '{path}：{date} 写了两次。', en: '{path}: {date} stands there twice.' },

  'recurrence/excepted': { zh: '{date} 按安排不做。', en: 'Left out on {date} by arrangement.' },
  'recurrence/moved': { zh: '{date} 的一次改到 {toDate}。', en: 'The one of {date} was moved to {toDate}.' },
  'recurrence/day-taken': {
    zh: '{date} 的一次要改到 {toDate}，那天已有一次，不重复。',
    en: 'The one of {date} would come to {toDate}, which has one already.',
  },
  'recurrence/no-such-day': { zh: '当地没有 {date} 这一天。', en: 'There was no {date} in this zone.' },
  'recurrence/moved-to-no-day': {
    zh: '要改到 {date}，可是当地没有这一天。',
    en: 'It would come to {date}, which this zone left out.',
  },
  'recurrence/time-skipped': {
    zh: '{date} 拨钟，没有 {at} 这个时刻，顺延到拨钟之后。',
    en: 'The clocks skip {at} on {date}; it is done as much later.',
  },
  'recurrence/never-comes': {
    zh: '{path}：{rule} 三十年内凑不满这么多次。',
    en: '{path}: {rule} does not come round so often within thirty years.',
  },
  'recurrence/excepts-nothing': {
    zh: '{path}：规则里没有 {date}，无从取消。',
    en: '{path}: {date} is no date of the rule to leave out.',
  },
  'recurrence/moves-nothing': {
    zh: '{path}：规则里没有 {date}，无从改期。',
    en: '{path}: {date} is no date of the rule to move.',
  },
  'recurrence/moves-to-no-day': { zh: '{path}：当地没有 {date} 这一天。', en: '{path}: there was no {date} in this zone.' },

  'menu/malformed': { zh: '菜单的 {path} 填写不对：{messageZh}', en: 'Menus, {path}: not as it should be: {message}' },
  'menu/day-without': { zh: '{date} 没有安排菜单。', en: 'There is no menu for {date}.' },
  'menu/left-over': { zh: '多出 {menus} 份菜单没有用上。', en: '{menus} menus are left over.' },
} satisfies Texts<RecurrenceFlawCode | Exclude<ExpansionCode, CalendarCode> | ExpansionRefusal | MenuCode | 'menu/malformed'>;
