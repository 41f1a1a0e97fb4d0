import type { Texts } from '@linli/model';
import type { Standing } from './campaign-coverage.ts';

/** The words for where somebody stands in a campaign. */
export const campaignStandingTexts = {
  'campaign-standing/never-tried': { zh: '还没有联系过', en: 'never tried' },
  'campaign-standing/tried': { zh: '联系过，没有找到人', en: 'tried in vain' },
  'campaign-standing/unknown': { zh: '联系过，结果不清楚', en: 'tried, outcome not known' },
  'campaign-standing/refused': { zh: '不愿意听', en: 'refused' },
  'campaign-standing/reached': { zh: '联系到了', en: 'reached' },
} satisfies Texts<`campaign-standing/${Standing}`>;
