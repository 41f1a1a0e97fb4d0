import type { Texts } from '@linli/model';

export type SdkCode = 'plugin/twice' | 'plugin/config-invalid' | 'plugin/need-twice';

export const sdkTexts = {
  'plugin/twice': { zh: '插件“{plugin}”装了两次', en: 'the plugin "{plugin}" is chosen twice' },
  'plugin/config-invalid': {
    zh: '插件“{plugin}”的设置有误：{path}（{problem}）',
    en: 'the configuration of the plugin "{plugin}" is not valid at {path}: {problem}',
  },
  'plugin/need-twice': {
    zh: '插件“{plugin}”的需求“{need}”与别的插件重名',
    en: 'the plugin "{plugin}" brings the need "{need}", which another plugin brings already',
  },
} as const satisfies Texts<SdkCode>;
