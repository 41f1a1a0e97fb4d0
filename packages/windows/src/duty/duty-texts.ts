import type { Texts } from '@linli/model';
import type { DutyDefinitionCode } from './duty-definition.ts';
import type { IncompleteDutyCode } from './incomplete-duties.ts';

/** The words of duty definitions. */
export const dutyTexts = {
  'duty-definition/malformed': {
    zh: '岗位职责的 {path} 填写不对：{messageZh}',
    en: 'Duties, {path}: not as it should be: {message}',
  },
  'duty-definition/id-twice': { zh: '{path}：职责“{duty}”写了两次。', en: '{path}: duty "{duty}" stands there twice.' },
  'duty-definition/window-empty': { zh: '{path}：时段的结束要在开始之后。', en: '{path}: the window must end after it begins.' },

  'duty-definition/purpose-missing': {
    zh: '{path}：职责“{duty}”没写为了什么。',
    en: '{path}: nobody has said what duty "{duty}" is for.',
  },
  'duty-definition/owner-missing': {
    zh: '{path}：职责“{duty}”没有负责的角色。',
    en: '{path}: no role answers for duty "{duty}".',
  },
  'duty-definition/skills-missing': {
    zh: '{path}：职责“{duty}”没写要什么技能。',
    en: '{path}: nobody has said what skills duty "{duty}" needs.',
  },
  'duty-definition/courses-missing': {
    zh: '{path}：职责“{duty}”没写要什么培训。',
    en: '{path}: nobody has said what courses duty "{duty}" needs.',
  },
  'duty-definition/window-missing': {
    zh: '{path}：职责“{duty}”没写什么时段做。',
    en: '{path}: nobody has said when duty "{duty}" is done.',
  },
  'duty-definition/evidence-missing': {
    zh: '{path}：职责“{duty}”没写用什么作凭证。',
    en: '{path}: nobody has said what proves that duty "{duty}" was done.',
  },
  'duty-definition/escalation-missing': {
    zh: '{path}：职责“{duty}”没写没做到时告诉谁。',
    en: '{path}: nobody has said who hears that duty "{duty}" was not done.',
  },
  'duty-definition/role-unknown': {
    zh: '{path}：角色“{role}”不在角色表里。',
    en: '{path}: the role "{role}" is not in the list of roles.',
  },
} satisfies Texts<DutyDefinitionCode | IncompleteDutyCode>;
