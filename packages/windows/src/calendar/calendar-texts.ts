import type { Texts } from '@linli/model';
import type { CalendarFlawCode } from './service-calendar.ts';
import type { CalendarCode } from './service-days.ts';

/** The words of calendars. */
export const calendarTexts = {
  'calendar/malformed': { zh: '日历的 {path} 填写不对：{messageZh}', en: 'Calendar, {path}: not as it should be: {message}' },
  'calendar/ends-before-it-begins': {
    zh: '{path}：日历的止日要在起日之后。',
    en: '{path}: the calendar must end after it begins.',
  },
  'calendar/weekday-twice': { zh: '{path}：这个星期几写了两次。', en: '{path}: this weekday stands there twice.' },
  'calendar/days-out-of-order': {
    zh: '{path}：日子要从早到晚写，每天只写一次。',
    en: '{path}: days come from early to late, each once.',
  },
  'calendar/day-outside': {
    zh: '{path}：这一天不在日历的起止日期之内。',
    en: '{path}: this day lies outside what the calendar covers.',
  },
  'calendar/nothing-reduced': {
    zh: '{path}：缩短的一天要写明保留哪些时段，或几点结束。',
    en: '{path}: a reduced day names the phases that stand, or when it closes.',
  },

  'calendar/named-open': {
    zh: '{date} 虽非平常的服务日，日历 {calendar} 写明照常服务。',
    en: '{date} is served: calendar {calendar} names it.',
  },
  'calendar/named-closed': { zh: '{date} 在日历 {calendar} 里写明休息。', en: '{date} is closed: calendar {calendar} names it.' },
  'calendar/named-reduced': {
    zh: '{date} 在日历 {calendar} 里写明缩短服务。',
    en: '{date} is a short day: calendar {calendar} names it.',
  },
  'calendar/weekday-open': {
    zh: '{date} 按日历 {calendar} 是平常的服务日。',
    en: '{date} is an ordinary service day in calendar {calendar}.',
  },
  'calendar/weekday-closed': {
    zh: '{date} 按日历 {calendar} 是平常的休息日。',
    en: '{date} is an ordinary day off in calendar {calendar}.',
  },
  'calendar/unknown-open': {
    zh: '日历 {calendar} 还没有 {date} 的安排，先按星期几算作服务日。',
    en: 'Calendar {calendar} does not know {date}; by its weekday it would be served.',
  },
  'calendar/unknown-closed': {
    zh: '日历 {calendar} 还没有 {date} 的安排，先按星期几算作休息日。',
    en: 'Calendar {calendar} does not know {date}; by its weekday it would be closed.',
  },
  'calendar/skipped': { zh: '{date} 休息，这一次不做。', en: 'Closed on {date}: left out this time.' },
  'calendar/moved-earlier': { zh: '{date} 休息，提前到 {toDate}。', en: 'Closed on {date}: moved forward to {toDate}.' },
  'calendar/moved-later': { zh: '{date} 休息，推后到 {toDate}。', en: 'Closed on {date}: put off to {toDate}.' },
  'calendar/none-in-a-year': {
    zh: '日历 {calendar} 从 {date} 起一年之内没有服务日。',
    en: 'Calendar {calendar} has no service day within a year of {date}.',
  },
} satisfies Texts<CalendarCode | CalendarFlawCode>;
