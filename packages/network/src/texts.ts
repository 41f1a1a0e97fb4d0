import type { Texts } from '@linli/model';
import type { GapReasonCode } from './find-gaps.ts';
import type { GapCode } from './network-policy.ts';
import type { ProposeCode } from './propose.ts';

/** Everything this package can say: gaps, reasons, answers of `propose`, and the faults it throws. */
export type NetworkCode =
  | GapCode
  | GapReasonCode
  | ProposeCode
  | 'tie/dangling'
  | 'tie/twice'
  | 'resident/twice'
  | 'helper/twice'
  | 'resident/unknown'
  | 'duty/unknown';

export const networkTexts = {
  'resident/isolated': { zh: '没有任何人上门敲门或联系', en: 'Nobody keeps in contact with this resident' },
  'resident/not-reachable': {
    zh: '电话联系不上，也没有可联系的亲友',
    en: 'There is no number at which to reach this resident or anyone close',
  },
  'duty/uncovered': { zh: '该有的照护职责没有落实到人', en: 'A duty this resident is owed is not held by enough people' },
  'helper/single-point': { zh: '多位居民的联系只靠这一个人', en: 'The contact of several residents hangs on this one helper' },
  'helper/overloaded': { zh: '结对的居民过多', en: 'This helper looks after too many residents' },
  'resident/no-grid': { zh: '不清楚属于哪个网格', en: 'It is not known which grid this resident belongs to' },
  'age/unknown': {
    zh: '年龄不详，无法确认是否满{years}岁，先按需要安排',
    en: 'The age is not known, {years} or not; the duty is kept until it is',
  },
  'self-care/unknown': { zh: '自理能力尚未评估，先按需要安排', en: 'Self-care was not assessed; the duty is kept until it is' },
  'living/unknown': {
    zh: '居住情况不详，先按独居安排',
    en: 'Who lives in the home is not known; the duty is kept as for living alone',
  },
  'tie/to-self': { zh: '结对人是本人，不算', en: 'A tie to oneself does not count' },
  'tie/too-rare': { zh: '{helper}来得不够勤（{cadence}，要求{wanted}）', en: '{helper} comes {cadence}, needed is {wanted}' },
  'tie/role-unfit': {
    zh: '{helper}以“{role}”身份结对，不在此职责的角色之内',
    en: '{helper} stands here as {role}, which this duty does not count',
  },
  'need/short': { zh: '“{duty}”需要{need}人，现有{have}人', en: '{duty} needs {need}, has {have}' },
  'contact/nobody': { zh: '联系类职责一个结对人也没有', en: 'No tie of any contact duty' },
  'chain/next': { zh: '可先请{helper}（{role}）去看看', en: 'Next to look in: {helper} ({role})' },
  'chain/empty': { zh: '敲门无人应时，没有人可以接着去看', en: 'Nobody on the knock chain stands for this resident' },
  'phone/unknown': { zh: '没有登记电话', en: 'No phone on record' },
  'emergency-contact/unknown': { zh: '没有登记紧急联系人', en: 'No emergency contact on record' },
  'emergency-contact/no-phone': { zh: '紧急联系人没有电话', en: 'The emergency contact has no phone' },
  'helper/alone-for': {
    zh: '有{residents}位居民的联系少了此人就断（上报线{limit}位）',
    en: '{residents} residents lose a contact without this helper (reported from {limit})',
  },
  'helper/over-cap': { zh: '结对{residents}位居民，上限{cap}位', en: '{residents} residents, at most {cap}' },
  'grid/unknown': { zh: '网格未登记', en: 'No grid on record' },
  'candidate/same-building': { zh: '同楼栋', en: 'Same building' },
  'candidate/same-grid': { zh: '同网格', en: 'Same grid' },
  'candidate/next-grid': { zh: '相邻网格', en: 'Next grid' },
  'candidate/elsewhere': { zh: '其他网格', en: 'Another grid' },
  'candidate/place-unknown': { zh: '住处或网格不详', en: 'Where one of the two belongs is not known' },
  'candidate/room': { zh: '现结对{residents}位，上限{cap}位', en: 'Has {residents} residents, may have {cap}' },
  'candidate/age-unknown': { zh: '未确认是否成年，请先核实', en: 'Whether of age is not known: ask first' },
  'candidate/times-unknown': { zh: '可服务时间不详，请先询问', en: 'Free times are not known: ask first' },
  'candidate/holds-it': { zh: '有{helpers}人已在承担', en: '{helpers} hold it already' },
  'candidate/minor': { zh: '有{helpers}人未满18岁，不单独安排', en: '{helpers} are under 18' },
  'candidate/at-cap': { zh: '有{helpers}人结对已满', en: '{helpers} have as many residents as they may' },
  'candidate/role-unfit': { zh: '有{helpers}人的角色不合', en: '{helpers} have no role that fits' },
  'candidate/none': { zh: '“{duty}”暂时找不到合适的人', en: 'Nobody fits for {duty}' },
  'gap/not-a-duty': { zh: '这类问题不能靠新增结对解决', en: 'This gap is not closed by a new tie' },
  'gap/closed': { zh: '“{duty}”已落实或已不需要', en: '{duty} is covered by now, or no longer owed' },
  'tie/dangling': { zh: '结对关系中的居民或结对人不在名册里', en: 'A tie names somebody who is not on record' },
  'tie/twice': { zh: '结对编号重复', en: 'Two ties have one id' },
  'resident/twice': { zh: '居民编号重复', en: 'Two residents have one id' },
  'helper/twice': { zh: '服务人员编号重复', en: 'Two helpers have one id' },
  'resident/unknown': { zh: '名册里没有这位居民', en: 'This resident is not on record' },
  'duty/unknown': { zh: '照护模板里没有这项职责', en: 'The template has no such duty' },
} as const satisfies Texts<NetworkCode>;
