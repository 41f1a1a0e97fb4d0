import type { Texts } from '@linli/model';

export type RegistryCode =
  | 'resident/duplicate'
  | 'resident/same-name'
  | 'resident/similar'
  | 'resident/similar-known'
  | 'resident/same-door'
  | 'helper/duplicate'
  | 'helper/also-resident'
  | 'helper/like-resident'
  | 'mention/unknown'
  | 'mention/ambiguous'
  | 'tie/duplicate'
  | 'tie/with-oneself'
  | 'call/duplicate'
  | 'service/duplicate'
  | 'service/not-after-start'
  | 'resource/duplicate'
  | 'merge/unknown-person'
  | 'merge/same-person'
  | 'need/living-unknown'
  | 'need/age-unknown';

export const registryTexts = {
  'resident/duplicate': {
    zh: '与第{row}行是同一位长者，本行未登记，也没有合并；请核对后删去一行',
    en: 'the same resident as in row {row}; this row was not taken and nothing was merged: please check and delete one of them',
  },
  'resident/same-name': {
    zh: '与第{row}行同名，是两位长者；只写姓名的记录无法分清是哪一位',
    en: 'another resident in row {row} has the same name: they stay two people, and a record with the name alone cannot tell them apart',
  },
  'resident/similar': {
    zh: '与第{row}行多处相同，可能是同一人，请核对',
    en: 'much like row {row}: perhaps the same person, please check',
  },
  'resident/similar-known': {
    zh: '与名册中编号{id}的长者多处相同，可能是同一人；已按新人登记，请核对',
    en: 'much like {id}, who is already registered: taken as a new person, please check',
  },
  'resident/same-door': {
    zh: '与第{row}行住同一户，两人都登记为独居，请核对',
    en: 'lives behind the same door as row {row}, and both are down as living alone: please check',
  },
  'helper/duplicate': { zh: '与第{row}行是同一人，本行未登记', en: 'the same helper as in row {row}; this row was not taken' },
  'helper/also-resident': {
    zh: '与花名册中的长者是同一人，按一人登记：既提供服务，也接受服务',
    en: 'is also on the roster as a resident: one person, who gives and receives',
  },
  'helper/like-resident': {
    zh: '与编号{id}的长者同名同电话，可能是同一人，现有两个编号，请核对',
    en: 'has the name and phone of resident {id}: perhaps one person under two numbers, please check',
  },
  'mention/unknown': { zh: '名册中没有“{name}”', en: 'nobody called "{name}" is registered' },
  'mention/ambiguous': {
    zh: '“{name}”有{count}人，分不清是哪一位，没有猜',
    en: '{count} people are called "{name}"; nobody guessed which one is meant',
  },
  'tie/duplicate': { zh: '与第{row}行的结对相同，本行未登记', en: 'the same tie as in row {row}; this row was not taken' },
  'tie/with-oneself': { zh: '“{name}”不能与自己结对', en: '"{name}" cannot be tied to themselves' },
  'call/duplicate': { zh: '与第{row}行是同一次通话，本行未登记', en: 'the same call as in row {row}; this row was not taken' },
  'service/duplicate': {
    zh: '与第{row}行是同一次服务，本行未登记',
    en: 'the same service as in row {row}; this row was not taken',
  },
  'service/not-after-start': { zh: '结束时间不晚于开始时间', en: 'the service does not end after it starts' },
  'resource/duplicate': {
    zh: '与第{row}行是同一处资源，本行未登记',
    en: 'the same resource as in row {row}; this row was not taken',
  },
  'merge/unknown-person': { zh: '没有编号为{id}的长者', en: 'there is no resident {id}' },
  'merge/same-person': { zh: '不能把一个人与自己合并', en: 'a person cannot be merged with themselves' },
  'need/living-unknown': { zh: '居住情况不明，按需要对待', en: 'nobody knows who shares the home, so the need stands' },
  'need/age-unknown': { zh: '年龄不明，按需要对待', en: 'the age is not known, so the need stands' },
} as const satisfies Texts<RegistryCode>;
