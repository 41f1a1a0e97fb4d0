import type { Texts } from '@linli/model';

export type CampaignCode =
  | 'campaign/enlisted'
  | 'campaign/listed-already'
  | 'campaign/withdrawn'
  | 'campaign/not-listed'
  | 'campaign/started'
  | 'campaign/nobody-listed'
  | 'campaign/not-begun'
  | 'campaign/tried'
  | 'campaign/unknown-channel'
  | 'campaign/corrected'
  | 'campaign/no-such-try'
  | 'campaign/says-the-same'
  | 'campaign/everybody-reached'
  | 'campaign/ended'
  | 'campaign/closed'
  | 'campaign/not-everybody-reached'
  | 'campaign/carried'
  | 'campaign/nobody-to-carry'
  | 'campaign/cancelled';

/** The words of the process `campaign`. */
export const campaignTexts = {
  'campaign/title': { zh: '一次宣讲', en: 'One outreach campaign' },
  'campaign/enlisted': { zh: '列入名单。', en: 'Put on the list.' },
  'campaign/listed-already': { zh: '已经在名单里。', en: 'On the list already.' },
  'campaign/withdrawn': { zh: '移出名单，原因已记录。', en: 'Taken off the list, with a reason.' },
  'campaign/not-listed': { zh: '此人不在名单里。', en: 'This person is not on the list.' },
  'campaign/started': { zh: '宣讲开始。', en: 'The campaign has begun.' },
  'campaign/nobody-listed': { zh: '名单还是空的。', en: 'There is nobody on the list yet.' },
  'campaign/not-begun': { zh: '计划的时间过了，宣讲还没有开始。', en: 'Its time has passed and it has not begun.' },
  'campaign/tried': { zh: '联系情况已登记。', en: 'The try is written down.' },
  'campaign/unknown-channel': { zh: '这次宣讲没有“{channel}”这种方式。', en: 'This campaign has no channel {channel}.' },
  'campaign/corrected': { zh: '已更正，原来的记录保留。', en: 'Corrected; what was said before is kept.' },
  'campaign/no-such-try': { zh: '没有这条联系记录。', en: 'There is no such try.' },
  'campaign/says-the-same': { zh: '和原来的记录一样。', en: 'That is what is written down already.' },
  'campaign/everybody-reached': { zh: '名单上的人都联系到了，宣讲结束。', en: 'Everybody on the list was reached; it is over.' },
  'campaign/ended': {
    zh: '时间到了，还有人没有联系到，要说明怎么办。',
    en: 'Its time is over and some were not reached; say what becomes of them.',
  },
  'campaign/closed': { zh: '宣讲结束。', en: 'The campaign is closed.' },
  'campaign/not-everybody-reached': {
    zh: '还有人没有联系到，请说明原因，或转到下一次宣讲。',
    en: 'Some were not reached: give a reason, or carry them to another campaign.',
  },
  'campaign/carried': { zh: '没有联系到的人转到 {toCampaignId}。', en: 'Those not reached are carried to {toCampaignId}.' },
  'campaign/nobody-to-carry': { zh: '都联系到了，没有人需要转。', en: 'Everybody was reached; there is nobody to carry.' },
  'campaign/cancelled': { zh: '宣讲取消了，原因已记录。', en: 'The campaign was cancelled, with a reason.' },

  'campaign-state/planned': { zh: '已计划', en: 'planned' },
  'campaign-state/running': { zh: '进行中', en: 'running' },
  'campaign-state/ended': { zh: '到期待处理', en: 'over, to be settled' },
  'campaign-state/closed': { zh: '已结束', en: 'closed' },
  'campaign-state/carried': { zh: '已转下一次', en: 'carried to another' },
  'campaign-state/cancelled': { zh: '已取消', en: 'cancelled' },

  'campaign-event/enlist': { zh: '列入名单', en: 'put on the list' },
  'campaign-event/withdraw': { zh: '移出名单', en: 'take off the list' },
  'campaign-event/start': { zh: '开始', en: 'start' },
  'campaign-event/try': { zh: '联系一次', en: 'try to reach' },
  'campaign-event/correct': { zh: '更正', en: 'correct' },
  'campaign-event/close': { zh: '结束', en: 'close' },
  'campaign-event/carry': { zh: '转到下一次', en: 'carry to another' },
  'campaign-event/cancel': { zh: '取消', en: 'cancel' },

  'campaign-effect/ask-why-not-begun': { zh: '询问为什么没有开始', en: 'ask why it has not begun' },
  'campaign-effect/list-not-reached': { zh: '列出没有联系到的人', en: 'list those not reached' },
  'campaign-effect/not-reached-carried': { zh: '没有联系到的人转下一次', en: 'carry those not reached' },
  'campaign-effect/campaign-closed': { zh: '汇总结果', en: 'sum it up' },

  'campaign-guard/is-listed': { zh: '在名单里', en: 'is on the list' },
  'campaign-guard/is-unlisted': { zh: '不在名单里', en: 'is not on the list' },
  'campaign-guard/is-unknown-channel': { zh: '没有这种方式', en: 'no such channel' },
  'campaign-guard/is-unknown-try': { zh: '没有这条记录', en: 'no such try' },
  'campaign-guard/is-the-same': { zh: '和原来一样', en: 'says the same again' },
  'campaign-guard/has-nobody': { zh: '名单是空的', en: 'the list is empty' },
  'campaign-guard/is-everybody-reached': { zh: '都联系到了', en: 'everybody was reached' },
  'campaign-guard/leaves-people-without-reason': { zh: '有人没联系到又没有原因', en: 'leaves people unreached without a reason' },
} satisfies Texts;
