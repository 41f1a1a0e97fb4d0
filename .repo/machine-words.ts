import type { Texts } from '@linli/model';

/** What each machine is for, by its name: the paragraph above its picture. */
export const machineWords: Texts = {
  cycle: {
    zh: '一天的服务：收集需求、分类派单、采购备货、配送发放。每一段的起止都是定好的时刻，到时自己走；程序停过，就按顺序补走一次。',
    en: 'One day of service: collect, assign, execute, deliver. Every stretch begins and ends at a fixed instant and moves by itself. After a silence what was missed is made up for, once and in order.',
  },
  line: {
    zh: '一条需求在一轮里走过的路。最后不是办完，就是写明原因取消，或者转到写明日期的以后一轮，没有别的出口。派不出去也是一种状态，会一直看得见。',
    en: 'The way of one demand through one cycle. It ends done, cancelled with a reason, or carried to a named later date, and in no other way. That nobody could be named is a state of its own and stays in sight.',
  },
  ladder: {
    zh: '敲门没有人应以后怎么办。没有回音、去不了、说不准，都往上一级走；只有写明是谁亲自看到或听到、确定无疑，才算平安。夜里开始的，按社区的规定问或者等天亮；有红旗就跳级。',
    en: 'What follows a knock that nobody answered. Silence, a decline and an uncertain word all lead upwards; it ends safe only by what a named person saw or heard for certain. At night it asks or waits for the morning, as the community decided; a red flag skips rungs.',
  },
  visit: {
    zh: '一位服务者上一次门。只有签出或事后报告才算做过；没有人报告的是“没有报告”，不会当作做过；没有人应门也不是做过，而要接着找人。',
    en: 'One visit by one named helper. It is done by a sign-out or by a report afterwards alone. A visit that nobody tells of is unreported, never done; nobody at the door is a knock without an answer, never a visit made.',
  },
  delivery: {
    zh: '一户的一份物品。交到手里、放在长者同意的地方、带回自提点、转下次、退回，都要有人说了才算。没有消息就是“没有报告”，不会当作送到。',
    en: 'One parcel for one door. Handed over, left where the resident agreed to it, brought back, carried or returned: each by somebody’s word alone. Silence makes it unreported, never delivered.',
  },
  'pick-up': {
    zh: '放在自提点的一份物品。过了时段没有来取就提醒；一直没有来取，就要有人决定转下次、退回还是送上门。没有来取不等于不需要。',
    en: 'One resident’s goods at the pick-up point. Not fetched in its slot brings a reminder; not fetched at all asks for a decision: carried, returned or brought to the door. It is never read as not needed.',
  },
  'case-file': {
    zh: '一位长者的个案：接案、预估、计划、介入、评估、结案。不能跳过一步；可以写明原因退回前一步或重新开案；每种结束都有原因。到期没有复查会一直提醒。',
    en: 'The case work for one elder: intake, assessment, plan, intervention, evaluation, closing. No step is skipped; a step back and a reopening need a reason, and so does every end. A review that is due and not held is said again and again.',
  },
  volunteer: {
    zh: '志愿者从报名、审核、培训到服务、暂停、退出。没有消息不会使人自动上岗，也不会自动退出：久不服务的去问一问，暂停的到时请回来。',
    en: 'A volunteer from application, screening and training to service, pause and leaving. Silence begins nothing and ends nothing: somebody who is quiet is asked, somebody who is paused is asked back.',
  },
  team: {
    zh: '一支志愿服务队从筹备到独立运行。每一步的标准写在规则里，够了才能往前走；往回走要写原因。人数掉到标准以下会说出来，到期还没补上再说一次。',
    en: 'A volunteer team from its first members to standing on its own. The standards of each step are in the rules; a step back has a reason. Falling below a standard is said at once, and again when the time to mend it is over.',
  },
  enrolment: {
    zh: '一期活动的报名：谁参加、谁候补、谁还要核对条件。人不够不会悄悄取消；结束时还有人候补，要写明转到哪一期。封闭小组到约定的那一节以后不再收人。',
    en: 'Enrolment in one run of a programme: who takes part, who waits, who is still to be checked. Too few people never cancel it in silence; whoever still waits at its end goes to a named run. A closed group takes nobody after the session that closes it.',
  },
  session: {
    zh: '一节活动和它的签到。没有人说办过，就是“不知道办没办”；没有登记的人是“不知道来没来”，不是没来。更正保留原来的记录，归档以后不再改。',
    en: 'One dated session with its attendance. If nobody says that it was held, it is not known to be held; a person who is not marked is unknown, never absent. Corrections keep what was said before, until it is filed.',
  },
  'club-day': {
    zh: '活动场所的一天：几点开、谁来过、关门时谁还在里面。满了就不再让人进；没有登记离开的会列出来。',
    en: 'One day of a place people drop in at: its hours, who came, and who was still inside when it shut. When it is full nobody more is let in; whoever was not seen leaving is listed.',
  },
  campaign: {
    zh: '一次宣讲：要告诉哪些人，每一次用什么办法联系、结果如何。时间到了还有人没有联系上，就要写明原因，或者转到写明名称的下一次。',
    en: 'One outreach: whom it should reach, and every try by every channel. Whoever is not reached by its end needs a reason, or is carried to a named next campaign.',
  },
  screening: {
    zh: '一个人的体温登记：每一次读数和更正都留着。读数旧了就是“过时”，不再说明什么；没有量过也不等于正常。',
    en: 'The fever register of one person: every reading, and every correction of one. A reading grows old and then says nothing; never measured is not the same as well.',
  },
  'follow-up': {
    zh: '读数偏高以后的跟进：等人接手、观察、疑似、转诊、确诊，直到排除、康复或写明不再跟进。没有人接手会一级一级往上告诉。',
    en: 'What follows a raised reading: somebody takes it up, then observation, suspicion, referral, confirmation, until it is cleared, recovered or followed no longer for a reason. If nobody takes it up, the next in line is told.',
  },
};
