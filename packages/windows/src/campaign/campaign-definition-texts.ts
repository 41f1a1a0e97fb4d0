import type { Texts } from '@linli/model';
import type { CampaignFlawCode } from './campaign-definition.ts';

/** The words of campaign definitions. */
export const campaignDefinitionTexts = {
  'campaign-definition/malformed': {
    zh: '宣讲活动的 {path} 填写不对：{messageZh}',
    en: 'Campaign, {path}: not as it should be: {message}',
  },
  'campaign-definition/channel-twice': { zh: '{path}：这种方式写了两次。', en: '{path}: this channel stands there twice.' },
} satisfies Texts<CampaignFlawCode>;
