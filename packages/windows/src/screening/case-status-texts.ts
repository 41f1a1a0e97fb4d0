import type { Texts } from '@linli/model';
import type { CaseStatus } from './case-status.ts';

/** The words for what is known of somebody under follow-up. */
export const caseStatusTexts = {
  'case-status/observed': { zh: '观察中', en: 'under observation' },
  'case-status/suspected': { zh: '疑似', en: 'suspected' },
  'case-status/confirmed': { zh: '确诊', en: 'confirmed' },
  'case-status/cleared': { zh: '已排除', en: 'cleared' },
  'case-status/recovered': { zh: '已康复', en: 'recovered' },
  'case-status/ended': { zh: '不再跟进', en: 'followed up no longer' },
} satisfies Texts<`case-status/${CaseStatus}`>;
