import type { Texts } from '@linli/model';
import type { PickUpPointCode, SlotCode } from './pick-up-point.ts';

/** The reasons of the ways and refusals of a pick-up. */
export type PickUpCode =
  | 'pick-up/called'
  | 'pick-up/not-reached'
  | 'pick-up/reminded'
  | 'pick-up/unfetched'
  | 'pick-up/overdue'
  | 'pick-up/picked-up'
  | 'pick-up/partly-picked-up'
  | 'pick-up/to-door'
  | 'pick-up/returned'
  | 'pick-up/carried'
  | 'pick-up/goods-do-not-fit'
  | 'pick-up/carried-backwards';

export const pickUpWords = {
  'pick-up/title': { zh: '一份自提', en: 'One resident’s goods at the pick-up point' },

  'pick-up/called': { zh: '已通知居民来取。', en: 'The resident was told that the goods are there.' },
  'pick-up/not-reached': {
    zh: '电话没有打通，不知道居民怎么样，要有人去看看。',
    en: 'Rung and not reached: nothing is known of the resident, and somebody should look.',
  },
  'pick-up/reminded': { zh: '已提醒居民来取。', en: 'The resident was reminded.' },
  'pick-up/unfetched': { zh: '时段过了没有人来取，要打电话提醒。', en: 'The slot is over and nobody came: ring up.' },
  'pick-up/overdue': { zh: '保管时间过了还没有取，要有人决定怎么办。', en: 'Kept long enough: somebody has to decide.' },
  'pick-up/picked-up': { zh: '全部由 {recipientId} 取走。', en: 'Fetched whole, by {recipientId}.' },
  'pick-up/partly-picked-up': {
    zh: '由 {recipientId} 取走，但有缺少或退回的，已逐项记下。',
    en: 'Fetched by {recipientId}, but not all of it; what is short is on record, item by item.',
  },
  'pick-up/to-door': { zh: '改为送上门：{deliveryId}。', en: 'It goes to the door instead: {deliveryId}.' },
  'pick-up/returned': { zh: '退回了：{reason}。', en: 'Returned: {reason}.' },
  'pick-up/carried': { zh: '转到 {toDate} 再取。', en: 'Carried to {toDate}.' },
  'pick-up/goods-do-not-fit': {
    zh: '缺少或退回的数目和这份东西对不上。',
    en: 'What is said to be short does not fit what was put aside.',
  },
  'pick-up/carried-backwards': { zh: '只能转到以后的日子。', en: 'A pick-up can only be carried to a later date.' },

  'pick-up-state/booked': { zh: '已约时段', en: 'booked' },
  'pick-up-state/called': { zh: '已通知', en: 'called' },
  'pick-up-state/unfetched': { zh: '过时未取', en: 'not fetched in its slot' },
  'pick-up-state/reminded': { zh: '已提醒', en: 'reminded' },
  'pick-up-state/overdue': { zh: '一直未取', en: 'not fetched at all' },
  'pick-up-state/picked-up': { zh: '已取走', en: 'picked up' },
  'pick-up-state/partly-picked-up': { zh: '部分取走', en: 'partly picked up' },
  'pick-up-state/to-door': { zh: '改送上门', en: 'to the door' },
  'pick-up-state/returned': { zh: '已退回', en: 'returned' },
  'pick-up-state/carried': { zh: '已转下次', en: 'carried' },

  'pick-up-event/called': { zh: '通知到人', en: 'called' },
  'pick-up-event/not-reached': { zh: '电话打不通', en: 'not reached' },
  'pick-up-event/fetched': { zh: '取走', en: 'fetched' },
  'pick-up-event/to-door': { zh: '改送上门', en: 'to the door' },
  'pick-up-event/returned': { zh: '退回', en: 'returned' },
  'pick-up-event/carried': { zh: '转下次', en: 'carried' },

  'pick-up-effect/reminder': { zh: '打电话提醒来取', en: 'ring up the resident' },
  'pick-up-effect/knock-wanted': { zh: '建议有人上门看看', en: 'propose that somebody knocks' },
  'pick-up-effect/not-fetched': { zh: '提醒：要决定怎么办', en: 'say that it is to be decided' },
  'pick-up-effect/picked-up': { zh: '登记取走的东西', en: 'record what was fetched' },
  'pick-up-effect/delivery-wanted': { zh: '安排送上门', en: 'open the delivery' },
  'pick-up-effect/pick-up-returned': { zh: '登记退回的东西', en: 'record what goes back' },
  'pick-up-effect/pick-up-carried': { zh: '安排下次再取', en: 'open the next pick-up' },

  'pick-up-guard/goods-do-not-fit': { zh: '数目对不上', en: 'the goods do not fit' },
  'pick-up-guard/something-is-short': { zh: '有缺少或退回', en: 'something is short' },
  'pick-up-guard/goes-forward': { zh: '日子在后', en: 'to a later date' },
} satisfies Texts;

/** The words of points and slots. */
export const pickUpPointTexts = {
  'pick-up-point/malformed': {
    zh: '自提点的 {path} 填写不对：{messageZh}',
    en: 'Pick-up point, {path}: not as it should be: {message}',
  },
  'pick-up-point/slot-twice': { zh: '{path}：这个时段写了两次。', en: '{path}: this slot stands there twice.' },
  'pick-up-point/slots-overlap': {
    zh: '{path}：时段要按先后写，不能重叠。',
    en: '{path}: slots come in order and do not overlap.',
  },
  'pick-up-point/slot-without-length': { zh: '{path}：时段要先开始后结束。', en: '{path}: a slot ends after it begins.' },
  'slot/booked': { zh: '约在 {slot} 时段。', en: 'Booked in the slot {slot}.' },
  'slot/moved': { zh: '{wish} 时段满了，改约 {slot}。', en: 'The slot {wish} is full; booked in {slot}.' },
  'slot/unknown': { zh: '没有 {slot} 这个时段。', en: 'There is no slot {slot}.' },
  'slot/all-full': { zh: '自提点 {point} 当天的时段都满了。', en: 'Every slot of {point} is full that day.' },
} satisfies Texts<PickUpPointCode | SlotCode>;
