import type { Texts } from '@linli/model';

export type ClubDayCode =
  | 'club-day/opened'
  | 'club-day/shut'
  | 'club-day/over'
  | 'club-day/shut-early'
  | 'club-day/is-shut'
  | 'club-day/arrived'
  | 'club-day/inside-already'
  | 'club-day/full'
  | 'club-day/left'
  | 'club-day/not-inside';

/** The words of the process `club-day`. */
export const clubDayTexts = {
  'club-day/title': { zh: '活动场所的一天', en: 'One day of a place people drop in at' },
  'club-day/opened': { zh: '开门了。', en: 'Open.' },
  'club-day/shut': { zh: '这一段开放时间结束了。', en: 'Shut until the next opening hours.' },
  'club-day/over': { zh: '今天的开放结束了。', en: 'Shut for the day.' },
  'club-day/shut-early': { zh: '今天提前关门，原因已记录。', en: 'Shut early today, with a reason.' },
  'club-day/is-shut': { zh: '现在不是开放时间。', en: 'It is not open now.' },
  'club-day/arrived': { zh: '来了，已登记。', en: 'Came in; written down.' },
  'club-day/inside-already': { zh: '已经登记在场。', en: 'Inside already.' },
  'club-day/full': { zh: '人已坐满，请稍后再来。', en: 'There is no room for one more now.' },
  'club-day/left': { zh: '离开了，已登记。', en: 'Left; written down.' },
  'club-day/not-inside': { zh: '没有登记在场，不能登记离开。', en: 'Nobody wrote down that this person came in.' },

  'club-day-state/shut': { zh: '关着', en: 'shut' },
  'club-day-state/open': { zh: '开放中', en: 'open' },
  'club-day-state/over': { zh: '当天结束', en: 'over for the day' },

  'club-day-event/arrive': { zh: '来了', en: 'arrive' },
  'club-day-event/leave': { zh: '离开', en: 'leave' },
  'club-day-event/close-early': { zh: '提前关门', en: 'shut early' },

  'club-day-effect/contact-recorded': { zh: '记为一次联系', en: 'counts as a contact' },
  'club-day-effect/look-for': { zh: '去看看谁还没走', en: 'look for whoever was not seen leaving' },
  'club-day-effect/tell-shut-early': { zh: '通知提前关门', en: 'tell people that it shuts early' },

  'club-day-guard/is-inside': { zh: '已在场', en: 'is inside' },
  'club-day-guard/is-outside': { zh: '不在场', en: 'is not inside' },
  'club-day-guard/is-full': { zh: '已满', en: 'no room' },
  'club-day-guard/is-last-hour': { zh: '当天最后一段', en: 'the last opening hours of the day' },
} satisfies Texts;
