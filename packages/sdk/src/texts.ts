import type { Texts } from '@linli/model';

export type SdkCode =
  | 'plugin/malformed'
  | 'plugin/other-generation'
  | 'plugin/twice'
  | 'plugin/config-invalid'
  | 'plugin/offer-malformed'
  | 'plugin/broke'
  | 'plugin/need-twice';

export const sdkTexts = {
  'plugin/malformed': {
    zh: '插件“{plugin}”写得不对：{path}（{problem}）',
    en: 'the plugin "{plugin}" is not made as a plugin must be, at {path}: {problem}',
  },
  'plugin/other-generation': {
    zh: '插件“{plugin}”是为插件约定第 {sdk} 代写的，这里用的是第 1 代',
    en: 'the plugin "{plugin}" is made for generation {sdk} of the contract; this is generation 1',
  },
  'plugin/twice': { zh: '插件“{plugin}”装了两次', en: 'the plugin "{plugin}" is chosen twice' },
  'plugin/config-invalid': {
    zh: '插件“{plugin}”的设置有误：{path}（{problem}）',
    en: 'the configuration of the plugin "{plugin}" is not valid at {path}: {problem}',
  },
  'plugin/offer-malformed': {
    zh: '插件“{plugin}”提供的内容不对：{path}（{problem}）',
    en: 'the plugin "{plugin}" offers what is no offer, at {path}: {problem}',
  },
  'plugin/broke': {
    zh: '插件“{plugin}”出错，没有装上：{problem}',
    en: 'the plugin "{plugin}" broke and is not taken: {problem}',
  },
  'plugin/need-twice': {
    zh: '插件“{plugin}”的需求“{need}”已经有了：社区自己或别的插件用了这个代码',
    en: 'the plugin "{plugin}" brings the need "{need}", a code that the community or another plugin has already',
  },
} as const satisfies Texts<SdkCode>;
