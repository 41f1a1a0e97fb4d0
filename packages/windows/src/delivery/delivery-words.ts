import type { Texts } from '@linli/model';

/** The reasons of the ways and refusals of a delivery. */
export type DeliveryCode =
  | 'delivery/assigned'
  | 'delivery/promised'
  | 'delivery/leaving-asked'
  | 'delivery/packed'
  | 'delivery/on-the-way'
  | 'delivery/handed-over'
  | 'delivery/partly-handed-over'
  | 'delivery/left-at-door'
  | 'delivery/nobody-home'
  | 'delivery/at-point'
  | 'delivery/returned'
  | 'delivery/carried'
  | 'delivery/cancelled'
  | 'delivery/entry-changed'
  | 'delivery/unpacked'
  | 'delivery/promise-missed'
  | 'delivery/window-overrun'
  | 'delivery/unreported'
  | 'delivery/unsettled'
  | 'delivery/promise-outside-window'
  | 'delivery/not-packed'
  | 'delivery/nobody-named'
  | 'delivery/goods-do-not-fit'
  | 'delivery/entry-forbidden'
  | 'delivery/leaving-not-agreed'
  | 'delivery/return-instead'
  | 'delivery/carried-backwards';

export const deliveryWords = {
  'delivery/title': { zh: '一户的配送', en: 'One parcel for one door' },

  'delivery/assigned': { zh: '由 {helperId} 送。', en: 'Named: {helperId} brings it.' },
  'delivery/promised': { zh: '已告诉居民什么时候到。', en: 'The resident is told when to expect it.' },
  'delivery/leaving-asked': { zh: '问过居民能不能放在门口。', en: 'The resident was asked about leaving it at the door.' },
  'delivery/packed': { zh: '已配好，可以送出。', en: 'Packed and ready to go.' },
  'delivery/on-the-way': { zh: '在路上。', en: 'On the way.' },
  'delivery/handed-over': { zh: '全部交给了 {recipientId}。', en: 'Handed over whole, to {recipientId}.' },
  'delivery/partly-handed-over': {
    zh: '交给了 {recipientId}，但有缺少或退回的，已逐项记下。',
    en: 'Handed over to {recipientId}, but not all of it; what is short is on record, item by item.',
  },
  'delivery/left-at-door': {
    zh: '按居民的意思放在门口。没有见到人，不算联系过。',
    en: 'Left at the door as agreed. Nobody was seen: it is no contact.',
  },
  'delivery/nobody-home': {
    zh: '敲门没有人应。这不等于平安，要马上有人接着找。',
    en: 'Nobody came to the door. That is not a sign of safety: somebody has to go on asking.',
  },
  'delivery/at-point': { zh: '已带回自提点。', en: 'Back at the pick-up point.' },
  'delivery/returned': { zh: '退回了：{reason}。', en: 'Returned: {reason}.' },
  'delivery/carried': { zh: '转到 {toDate} 再送。', en: 'Carried to {toDate}.' },
  'delivery/cancelled': { zh: '备货前取消了：{reason}。', en: 'Cancelled before it was packed: {reason}.' },
  'delivery/entry-changed': { zh: '入户的规定变了。', en: 'The rule for entering homes has changed.' },
  'delivery/unpacked': {
    zh: '备货时间已过，还没有人确认配好。',
    en: 'The time to prepare is over, and nobody has said it is packed.',
  },
  'delivery/promise-missed': { zh: '过了答应的时间还没有送到。', en: 'It is not there at the time that was promised.' },
  'delivery/window-overrun': { zh: '配送时段已过，还没有送到。', en: 'The delivery window is over, and it is not there.' },
  'delivery/unreported': {
    zh: '到时没有任何报告，没人知道送到没有。不算送到。',
    en: 'No report came: nobody knows where it is. It does not count as delivered.',
  },
  'delivery/unsettled': { zh: '还没有人决定这份东西怎么办。', en: 'Nobody has decided yet what becomes of this parcel.' },
  'delivery/promise-outside-window': {
    zh: '答应的时间要在配送时段之内，而且还没有过。',
    en: 'A promise of arrival lies inside the delivery window and still ahead.',
  },
  'delivery/not-packed': { zh: '还没有确认配好。', en: 'Nobody has said yet that it is packed.' },
  'delivery/nobody-named': { zh: '还没有派人送。', en: 'Nobody is named to bring it.' },
  'delivery/goods-do-not-fit': {
    zh: '缺少或退回的数目和这份东西对不上。',
    en: 'What is said to be short does not fit what is in the parcel.',
  },
  'delivery/entry-forbidden': {
    zh: '现在不能入户，请在门口或大门交接。',
    en: 'Homes must not be entered now; hand over at the door or the gate.',
  },
  'delivery/leaving-not-agreed': { zh: '居民没有同意放在门口。', en: 'The resident has not agreed to leaving it at the door.' },
  'delivery/return-instead': { zh: '东西已经配好，不要了就退回。', en: 'The goods are packed: return them instead.' },
  'delivery/carried-backwards': { zh: '只能转到以后的日子。', en: 'A delivery can only be carried to a later date.' },

  'delivery-state/planned': { zh: '已安排', en: 'planned' },
  'delivery-state/packed': { zh: '已配好', en: 'packed' },
  'delivery-state/on-the-way': { zh: '在路上', en: 'on the way' },
  'delivery-state/nobody-home': { zh: '敲门无人应', en: 'nobody home' },
  'delivery-state/at-point': { zh: '在自提点', en: 'at the pick-up point' },
  'delivery-state/unreported': { zh: '没有报告', en: 'unreported' },
  'delivery-state/delivered': { zh: '已送到', en: 'delivered' },
  'delivery-state/partly-delivered': { zh: '部分送到', en: 'partly delivered' },
  'delivery-state/left': { zh: '已放门口', en: 'left at the door' },
  'delivery-state/returned': { zh: '已退回', en: 'returned' },
  'delivery-state/carried': { zh: '已转下次', en: 'carried' },
  'delivery-state/cancelled': { zh: '已取消', en: 'cancelled' },

  'delivery-event/assigned': { zh: '派人', en: 'named' },
  'delivery-event/promised': { zh: '答应时间', en: 'arrival promised' },
  'delivery-event/agreed': { zh: '问放门口', en: 'asked about leaving it' },
  'delivery-event/packed': { zh: '配好', en: 'packed' },
  'delivery-event/set-out': { zh: '出发', en: 'set out' },
  'delivery-event/handed-over': { zh: '交到手里', en: 'handed over' },
  'delivery-event/left-at-door': { zh: '放在门口', en: 'left at the door' },
  'delivery-event/nobody-home': { zh: '敲门无人应', en: 'nobody home' },
  'delivery-event/brought-back': { zh: '带回自提点', en: 'brought back' },
  'delivery-event/returned': { zh: '退回', en: 'returned' },
  'delivery-event/carried': { zh: '转下次', en: 'carried' },
  'delivery-event/cancelled': { zh: '取消', en: 'cancelled' },
  'delivery-event/entry-changed': { zh: '入户规定改变', en: 'rule for entering changed' },

  'delivery-effect/unpacked': { zh: '送出之前提醒：还没有配好', en: 'say before it goes that it is not packed' },
  'delivery-effect/promise-missed': { zh: '告诉居民：会晚到', en: 'tell the resident that it will be late' },
  'delivery-effect/window-overrun': { zh: '提醒：配送超时', en: 'say that the window is over' },
  'delivery-effect/unreported': { zh: '提醒：没有报告', en: 'say that no report came' },
  'delivery-effect/unsettled': { zh: '提醒：还没有决定怎么办', en: 'say that it is still to be decided' },
  'delivery-effect/arrival-promised': { zh: '告诉居民什么时候到', en: 'tell the resident when it comes' },
  'delivery-effect/knock-unanswered': { zh: '建议启动敲门升级', en: 'propose an escalation ladder' },
  'delivery-effect/delivered': { zh: '登记送到的东西', en: 'record what was delivered' },
  'delivery-effect/delivery-returned': { zh: '登记退回的东西', en: 'record what goes back' },
  'delivery-effect/delivery-cancelled': { zh: '告诉各方：取消了', en: 'tell of the cancellation' },
  'delivery-effect/delivery-carried': { zh: '安排下次再送', en: 'open the next delivery' },

  'delivery-guard/nobody-is-named': { zh: '没有派人', en: 'nobody is named' },
  'delivery-guard/promise-fits': { zh: '在时段之内，还没有过', en: 'inside the window and ahead' },
  'delivery-guard/goods-do-not-fit': { zh: '数目对不上', en: 'the goods do not fit' },
  'delivery-guard/enters-against-the-rule': { zh: '不能入户却进了门', en: 'inside, where entry is forbidden' },
  'delivery-guard/something-is-short': { zh: '有缺少或退回', en: 'something is short' },
  'delivery-guard/leaving-is-agreed': { zh: '同意放门口', en: 'leaving it is agreed' },
  'delivery-guard/goes-forward': { zh: '日子在后', en: 'to a later date' },
  'delivery-guard/share-was-due': { zh: '该配好了', en: 'the share was due' },
  'delivery-guard/window-was-over': { zh: '配送时段过了', en: 'the window was over' },
  'delivery-guard/promise-was-over': { zh: '答应的时间过了', en: 'the promise was over' },
} satisfies Texts;

/** The words of a rule that does not fit. */
export const deliveryRuleTexts = {
  'delivery-rule/malformed': {
    zh: '配送规则的 {path} 填写不对：{messageZh}',
    en: 'Delivery rule, {path}: not as it should be: {message}',
  },
} satisfies Texts;
