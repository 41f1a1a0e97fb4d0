import type { Text, Texts } from '@linli/model';
import type { PersonCode } from '../person-facts.ts';

/** The same lacks in the words for each part somebody may have. */
const helper = { zh: '服务者', en: 'the helper' };
const beneficiary = { zh: '服务对象', en: 'the person served' };
const recipient = { zh: '使用人', en: 'the recipient' };
const person = { zh: '本人', en: 'the holder' };

const ageUnknown = ({ zh, en }: Text): Text => ({
  zh: `${zh}的出生日期不详，无法判断是否符合 {years} 岁的年龄要求，请先补登`,
  en: `the birth of ${en} is not known well enough to tell the age of {years}: write it down first`,
});
const sexUnknown = ({ zh, en }: Text): Text => ({
  zh: `${zh}的性别未登记，无法判断适用哪一条要求，请先补登`,
  en: `the sex of ${en} is not known, so which rule applies is not known: write it down first`,
});
const tooYoung = ({ zh, en }: Text): Text => ({ zh: `${zh}未满 {years} 岁`, en: `${en} is not yet {years}` });
const tooOld = ({ zh, en }: Text): Text => ({ zh: `${zh}已满 {years} 岁，超出年龄范围`, en: `${en} is already {years}` });
const otherSex = ({ zh, en }: Text): Text => ({
  zh: `按标准，这一条不适用于${zh}的性别`,
  en: `the rule is not for the sex of ${en}`,
});
const roleUnknown = ({ zh, en }: Text): Text => ({
  zh: `${zh}的身份未登记，无法判断是否属于：{roles}`,
  en: `the role of ${en} is not known, whether it is one of {roles}: write it down first`,
});
const roleNotAllowed = ({ zh, en }: Text): Text => ({
  zh: `按标准，${zh}的身份“{role}”不在范围内`,
  en: `the standard does not take in the role {role} of ${en}`,
});
const marksUnknown = ({ zh, en }: Text): Text => ({
  zh: `${zh}的档案没有登记情况，无法判断：“{mark}”`,
  en: `nothing is on record about ${en}, so "{mark}" is not known: write it down first`,
});
const markMissing = ({ zh, en }: Text): Text => ({
  zh: `${zh}的档案里没有“{mark}”的记录，请核实`,
  en: `the record of ${en} has no "{mark}": please check`,
});
const markInTheWay = ({ zh, en }: Text): Text => ({
  zh: `${zh}的档案里有“{mark}”，按标准不可以`,
  en: `the record of ${en} has "{mark}", which the standard excludes`,
});

/** Written out, so that every code is a word one can search for. */
export const personTexts = {
  'helper/too-young': tooYoung(helper),
  'helper/too-old': tooOld(helper),
  'helper/age-unknown': ageUnknown(helper),
  'helper/sex-unknown': sexUnknown(helper),
  'helper/other-sex': otherSex(helper),
  'helper/role-unknown': roleUnknown(helper),
  'helper/role-not-allowed': roleNotAllowed(helper),
  'helper/marks-unknown': marksUnknown(helper),
  'helper/mark-missing': markMissing(helper),
  'helper/mark-in-the-way': markInTheWay(helper),
  'beneficiary/too-young': tooYoung(beneficiary),
  'beneficiary/too-old': tooOld(beneficiary),
  'beneficiary/age-unknown': ageUnknown(beneficiary),
  'beneficiary/sex-unknown': sexUnknown(beneficiary),
  'beneficiary/other-sex': otherSex(beneficiary),
  'beneficiary/role-unknown': roleUnknown(beneficiary),
  'beneficiary/role-not-allowed': roleNotAllowed(beneficiary),
  'beneficiary/marks-unknown': marksUnknown(beneficiary),
  'beneficiary/mark-missing': markMissing(beneficiary),
  'beneficiary/mark-in-the-way': markInTheWay(beneficiary),
  'recipient/too-young': tooYoung(recipient),
  'recipient/too-old': tooOld(recipient),
  'recipient/age-unknown': ageUnknown(recipient),
  'recipient/sex-unknown': sexUnknown(recipient),
  'recipient/other-sex': otherSex(recipient),
  'recipient/role-unknown': roleUnknown(recipient),
  'recipient/role-not-allowed': roleNotAllowed(recipient),
  'recipient/marks-unknown': marksUnknown(recipient),
  'recipient/mark-missing': markMissing(recipient),
  'recipient/mark-in-the-way': markInTheWay(recipient),
  'person/too-young': { zh: '未满 {years} 岁，还不可以', en: 'this opens at {years}' },
  'person/too-old': tooOld(person),
  'person/age-unknown': ageUnknown(person),
  'person/sex-unknown': sexUnknown(person),
  'person/other-sex': otherSex(person),
  'person/role-unknown': roleUnknown(person),
  'person/role-not-allowed': roleNotAllowed(person),
  'person/marks-unknown': marksUnknown(person),
  'person/mark-missing': markMissing(person),
  'person/mark-in-the-way': markInTheWay(person),
} as const satisfies Texts<PersonCode>;
