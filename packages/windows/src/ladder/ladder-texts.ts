import type { Texts } from '@linli/model';
import type { LadderEffect } from './ladder-effect.ts';
import type { LadderEvent } from './ladder-event.ts';
import type { LadderCode, LadderGuard, LadderState } from './ladder-types.ts';

/** Every word of the ladder. */
export const ladderTexts = {
  'ladder/title': { zh: '敲门无人应答，逐级求助', en: 'The ladder after an unanswered knock' },

  'ladder/begun': {
    zh: '没有人应门，开始逐级找人：{rung}。',
    en: 'Nobody answered the door: people are asked, rung by rung, from {rung} on.',
  },
  'ladder/begun-again': {
    zh: '还是没有人应门，从 {rung} 起再找一轮。',
    en: 'Still nobody answers: another round begins with {rung}.',
  },
  'ladder/knocked-again': {
    zh: '又敲了一次门，已记下，正在找人。',
    en: 'Another knock, written down; people are being asked already.',
  },
  'ladder/waits-for-morning': {
    zh: '夜里不打扰，天亮马上问下一级；有红旗就不等。',
    en: 'Quiet hours: the next rung is asked in the morning, or at once after a red flag.',
  },
  'ladder/morning-came': { zh: '天亮了，问下一级：{rung}。', en: 'Morning: {rung} is asked.' },
  'ladder/nobody-went': { zh: '到时间没有足够的人去，问下一级：{rung}。', en: 'Too few people went in time: {rung} is asked.' },
  'ladder/nobody-reported': {
    zh: '答应去的人没有按时报告，问下一级：{rung}。',
    en: 'Whoever went did not report in time: {rung} is asked.',
  },
  'ladder/nobody-can-go': {
    zh: '问到的人去不了，或去了也没有人应门，不再等，马上问下一级：{rung}。',
    en: 'Nobody asked can go, or whoever went found nobody: {rung} is asked without waiting.',
  },
  'ladder/nobody-confirmed': {
    zh: '每一级都问过了，没有人确认平安。这不是平安，请负责人马上处理。',
    en: 'Every rung was asked and nobody confirmed. This is not safety: whoever answers for it must act now.',
  },
  'ladder/resumed-after-silence': {
    zh: '系统中断过，这一级再等一次。',
    en: 'The machine was silent: this wait is given again, once.',
  },
  'ladder/people-named': { zh: '记下了问过哪些人。', en: 'Who was asked is written down.' },
  'ladder/attended': {
    zh: '有足够的人去了，等他们报告。',
    en: 'Enough people are on their way: the ladder rests until they must report.',
  },
  'ladder/acknowledged': { zh: '有人答应去，人数还不够，继续找人。', en: 'Somebody goes; too few yet for the ladder to rest.' },
  'ladder/acknowledged-late': {
    zh: '有人答应去，已记下；看到情况请马上报告。',
    en: 'Somebody goes, written down; report what you see.',
  },
  'ladder/declined': { zh: '去不了，已记下。', en: 'Cannot go; written down.' },
  'ladder/no-reply': { zh: '没有联系上这个人，已记下。', en: 'This person was not reached; written down.' },
  'ladder/not-asked': { zh: '这一轮还没有问到这一级（{rung}）。', en: 'Rung {rung} was not asked in this round.' },
  'ladder/own-word': {
    zh: '长者自己报平安，也要由见到或通话的人来登记。',
    en: "A resident's own word is reported by whoever saw or heard it.",
  },
  'ladder/flag-raised': { zh: '有红旗（{code}），直接升级，不分昼夜。', en: 'Red flag {code}: the ladder jumps, day or night.' },
  'ladder/flag-above-attendance': {
    zh: '有红旗，先前答应去的人不够，继续等更高一级的人。',
    en: 'Red flag: those on their way are not enough for it, the higher rung is waited for again.',
  },
  'ladder/flag-noted': { zh: '有红旗，这一级已经在办，已记下。', en: 'Red flag, written down; its rung is at work already.' },
  'ladder/noted': { zh: '已记下；线索不等于平安。', en: 'Written down; a note is not safety.' },
  'ladder/chain-is-on': {
    zh: '门从里面反锁了：屋里有人却不应门，马上呼叫急救。',
    en: 'The chain is on from inside: somebody is in there and does not answer. The emergency services are called.',
  },
  'ladder/next-key': {
    zh: '这把钥匙开不了门，马上找下一位。',
    en: 'This key does not open the door: the next key-holder is asked at once.',
  },
  'ladder/no-key-opened': { zh: '钥匙没能打开门，已记下。', en: 'The door did not open; written down.' },
  'ladder/entered': {
    zh: '门打开了。请报告看到的情况，报告之前不算结束。',
    en: 'The door is open. Report what you see; until then nothing has ended.',
  },
  'ladder/entry-noted': { zh: '进门的情况已记下。', en: 'The attempt to get in is written down.' },
  'ladder/safe': {
    zh: '有人亲自确认平安，请大家停手。',
    en: 'Somebody made certain that all is well: everybody may stand down.',
  },
  'ladder/in-hospital': {
    zh: '确认在医院，请大家停手，安排跟进。',
    en: 'In hospital for certain: everybody may stand down, and somebody follows up.',
  },
  'ladder/deceased': {
    zh: '确认去世，停止敲门，安排善后。',
    en: 'The death is confirmed: no more knocks, and somebody sees to what follows.',
  },
  'ladder/death-seen': {
    zh: '有人看到长者可能已去世。必须由急救人员判断；不再派人敲门，请负责人确认。',
    en: 'Somebody seems to have died. The services are called to say so, nobody is sent to knock, and it is to be confirmed.',
  },
  'ladder/death-not-confirmed': {
    zh: '报告了去世，但一直没有负责人确认。',
    en: 'A death was reported and nobody who answers for it confirmed it.',
  },
  'ladder/alive-after-all': {
    zh: '人还活着，急救已经呼叫，继续。',
    en: 'Alive after all: the services are called, and the ladder goes on.',
  },
  'ladder/emergency-raised': {
    zh: '马上呼叫急救，不再逐级等。',
    en: 'The emergency services are called at once, whatever rung it was.',
  },
  'ladder/emergency-already-raised': {
    zh: '急救已经呼叫，新情况已记下并告知负责人。',
    en: 'The services are called already; this is written down and passed on.',
  },
  'ladder/asleep-not-woken': {
    zh: '睡着和昏迷看起来一样：请叫醒，说上话再报告。继续找人。',
    en: 'Asleep and unconscious look alike: wake them and speak with them. The ladder goes on.',
  },
  'ladder/hospital-not-confirmed': {
    zh: '听说在医院，还没有人在医院见到，也没有负责人向病房核实。继续找人。',
    en: 'Said to be in hospital: nobody saw them there, and nobody who answers for it asked the ward. The ladder goes on.',
  },
  'ladder/needs-eyes': {
    zh: '有过红旗，只听到声音不够，要亲眼看到。继续找人。',
    en: 'After a red flag a voice is not enough: somebody has to see. The ladder goes on.',
  },
  'ladder/not-certain': {
    zh: '没有亲眼看到，也没有亲口说上话，不算确认。继续找人。',
    en: 'Neither seen nor spoken to: this confirms nothing. The ladder goes on.',
  },

  'ladder-state/ready': { zh: '还没有开始', en: 'not begun' },
  'ladder-state/waiting-for-morning': { zh: '等天亮', en: 'waiting for the morning' },
  'ladder-state/asking': { zh: '正在找人', en: 'asking' },
  'ladder-state/attended': { zh: '有人去了，等报告', en: 'somebody is on the way' },
  'ladder-state/death-reported': { zh: '报告去世，待确认', en: 'a death is to be confirmed' },
  'ladder-state/nobody-confirmed': { zh: '没有人确认', en: 'nobody confirmed' },
  'ladder-state/safe': { zh: '确认平安', en: 'safe' },
  'ladder-state/in-hospital': { zh: '在医院', en: 'in hospital' },
  'ladder-state/deceased': { zh: '去世', en: 'deceased' },

  'ladder-event/knock-unanswered': { zh: '敲门没有人应', en: 'a knock nobody answered' },
  'ladder-event/contact-missed': { zh: '当天没有联系上', en: 'the contact of the day did not come' },
  'ladder-event/asked': { zh: '问了哪些人', en: 'who was asked' },
  'ladder-event/acknowledged': { zh: '答应去', en: 'I go' },
  'ladder-event/declined': { zh: '去不了', en: 'I cannot go' },
  'ladder-event/no-reply': { zh: '联系不上', en: 'not reached' },
  'ladder-event/red-flag': { zh: '红旗', en: 'a red flag' },
  'ladder-event/note': { zh: '线索', en: 'a note' },
  'ladder-event/entry-tried': { zh: '尝试进门', en: 'somebody tried to get in' },
  'ladder-event/outcome': { zh: '报告结果', en: 'what became of the resident' },

  'ladder-effect/ask': { zh: '请这些人去看看', en: 'ask people to go' },
  'ladder-effect/ask-key-holder': { zh: '请有钥匙的人来', en: 'ask a key-holder' },
  'ladder-effect/call-emergency': { zh: '呼叫急救、消防、警察', en: 'call the emergency services' },
  'ladder-effect/guide-wanted': { zh: '请人到路口带路', en: 'somebody to wait at the corner' },
  'ladder-effect/notify': { zh: '告知负责人', en: 'tell whoever answers for it' },
  'ladder-effect/stand-down': { zh: '通知大家停手', en: 'stand down' },
  'ladder-effect/exhausted': { zh: '没有人确认，附全部询问记录', en: 'nobody confirmed, with everybody asked' },
  'ladder-effect/follow-up': { zh: '后续跟进', en: 'follow up' },
  'ladder-effect/end-knocks': { zh: '停止敲门', en: 'end the knocks' },

  'ladder-guard/begins-in-quiet-hours': { zh: '夜里开始，第一级要等天亮', en: 'the first rung waits for the morning' },
  'ladder-guard/was-asleep': { zh: '系统中断过', en: 'the machine was silent' },
  'ladder-guard/is-at-the-top': { zh: '已经是最后一级', en: 'on the last rung' },
  'ladder-guard/goes-on-in-quiet-hours': { zh: '下一级要等天亮', en: 'the next rung waits for the morning' },
  'ladder-guard/is-not-asked': { zh: '这一级没有问过', en: 'this rung was not asked' },
  'ladder-guard/is-the-resident': { zh: '是长者本人', en: 'it is the resident' },
  'ladder-guard/may-rest': { zh: '去的人够了', en: 'enough people go' },
  'ladder-guard/leaves-nobody-at-the-top': { zh: '最后一级也没有人去', en: 'nobody can go on the last rung' },
  'ladder-guard/leaves-nobody-in-quiet-hours': { zh: '没有人去，下一级要等天亮', en: 'nobody can go, and the next rung waits' },
  'ladder-guard/leaves-nobody': { zh: '没有人去，或去了没有人应门', en: 'nobody can go, or whoever went found nobody' },
  'ladder-guard/flag-climbs': { zh: '红旗要求更高一级', en: 'the flag asks for a higher rung' },
  'ladder-guard/flag-is-above-attendance': { zh: '去的人低于红旗要求的一级', en: 'those on the way stand below the flag' },
  'ladder-guard/chain-climbs': { zh: '反锁，还没呼叫急救', en: 'the chain is on and nobody called the services' },
  'ladder-guard/is-chained': { zh: '门从里面反锁', en: 'the chain is on' },
  'ladder-guard/has-next-key': { zh: '还有别人有钥匙', en: 'another key is left' },
  'ladder-guard/did-not-open': { zh: '门没有打开', en: 'the door did not open' },
  'ladder-guard/ends-safe': { zh: '亲自确认平安', en: 'safe for certain' },
  'ladder-guard/ends-in-hospital': { zh: '确认在医院', en: 'in hospital for certain' },
  'ladder-guard/ends-deceased': { zh: '负责人确认去世', en: 'the death is confirmed' },
  'ladder-guard/sees-death-before-services': { zh: '看到可能去世，还没呼叫急救', en: 'a death is seen before anybody called' },
  'ladder-guard/sees-death': { zh: '看到可能去世', en: 'a death is seen' },
  'ladder-guard/is-fallen': { zh: '跌倒', en: 'fallen' },
  'ladder-guard/climbs-to-emergency': { zh: '要急救，还没呼叫', en: 'help is needed and nobody called' },
  'ladder-guard/needs-help': { zh: '要急救', en: 'help is needed' },
  'ladder-guard/is-asleep-unwoken': { zh: '睡着，没有叫醒', en: 'asleep and not woken' },
  'ladder-guard/is-hospital-unconfirmed': { zh: '听说在医院', en: 'said to be in hospital' },
  'ladder-guard/needs-eyes': { zh: '有红旗，只听到声音', en: 'only a voice, after a red flag' },
} satisfies Texts<
  | 'ladder/title'
  | LadderCode
  | `ladder-state/${LadderState}`
  | `ladder-event/${LadderEvent['type']}`
  | `ladder-effect/${LadderEffect['type']}`
  | `ladder-guard/${LadderGuard}`
>;
