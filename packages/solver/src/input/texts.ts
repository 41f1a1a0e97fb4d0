import type { Texts } from '@linli/model';
import type { ProblemCode } from './issue.ts';

/** Why a problem was not taken. `{path}` is its place in the input. */
export const problemTexts = {
  'problem/unreadable': { zh: '排班数据读不出来', en: 'The problem cannot be read' },
  'problem/missing': { zh: '{path}：缺少这一项', en: '{path}: this is missing' },
  'problem/wrong-kind': { zh: '{path}：类型不对，应为 {expected}', en: '{path}: this should be of the kind {expected}' },
  'problem/unknown-field': { zh: '{path}：没有“{field}”这一项', en: '{path}: there is no field "{field}"' },
  'problem/too-small': { zh: '{path}：太小，至少 {least}', en: '{path}: too small, at least {least}' },
  'problem/too-large': { zh: '{path}：太大，至多 {most}', en: '{path}: too large, at most {most}' },
  'problem/too-many': { zh: '{path}：太多，至多 {most} 个', en: '{path}: too many, at most {most}' },
  'problem/not-one-of': { zh: '{path}：只能是 {allowed}', en: '{path}: this is one of {allowed}' },
  'problem/reserved-id': { zh: '{path}：“__proto__”不能用作编号', en: '{path}: "__proto__" cannot be an id' },
  'problem/twice': { zh: '{path}：“{id}”重复', en: '{path}: "{id}" is here twice' },
  'problem/unknown-place': { zh: '{path}：没有地点“{place}”', en: '{path}: no place "{place}"' },
  'problem/unknown-visit': { zh: '{path}：没有服务“{visitId}”', en: '{path}: no visit "{visitId}"' },
  'problem/unknown-area': { zh: '{path}：没有区域“{area}”', en: '{path}: no area "{area}"' },
  'problem/span-backwards': { zh: '{path}：时段的结束必须晚于开始', en: '{path}: a span ends after it starts' },
  'problem/soft-end-outside': { zh: '{path}：软性结束时间必须在时段之内', en: '{path}: the soft end lies inside the window' },
  'problem/shifts-overlap': { zh: '{path}：两个班次重叠', en: '{path}: two shifts overlap' },
  'problem/uneven-matrix': {
    zh: '{path}：每个地点一行一列，应为 {size}',
    en: '{path}: one row and one column per place, {size} of them',
  },
  'problem/way-to-itself': { zh: '{path}：从一个地点到它自己应为 0', en: '{path}: from a place to itself is 0' },
  'problem/no-way': { zh: '{path}：从 {from} 到 {to} 走不通', en: '{path}: no path leads from {from} to {to}' },
  'problem/bad-way': {
    zh: '{path}：从 {from} 到 {to} 的时间不是可用的整数',
    en: '{path}: the time from {from} to {to} is no usable whole number',
  },
  'problem/pinned-repeat': { zh: '{path}：重复的服务不能固定人和时间', en: '{path}: a visit that repeats cannot be pinned' },
  'problem/linked-to-itself': { zh: '{path}：“{visitId}”不能和自己关联', en: '{path}: "{visitId}" cannot be linked to itself' },
  'problem/lag-backwards': { zh: '{path}：最大间隔小于最小间隔', en: '{path}: the largest lag is below the smallest' },
  'problem/lags-contradict': {
    zh: '{path}：相关服务的间隔互相矛盾，涉及“{visitId}”',
    en: '{path}: no times keep the lags around "{visitId}"',
  },
  'problem/ties-contradict': {
    zh: '{path}：“{visitId}”既要同一个人又要不同的人',
    en: '{path}: "{visitId}" asks for the same helper and for another',
  },
  'problem/days-backwards': { zh: '{path}：最大天数小于最小天数', en: '{path}: the most days are below the fewest' },
  'problem/sums-too-large': {
    zh: '{path}：数值太大，无法精确相加：请用更粗的时间单位或更小的权重',
    en: '{path}: the numbers are too large to be added exactly: take a coarser time unit or smaller weights',
  },
} satisfies Texts<ProblemCode>;
