import type { Texts } from '@linli/model';

export type ScreeningCode =
  | 'screening/raised'
  | 'screening/below'
  | 'screening/not-measured'
  | 'screening/older-reading'
  | 'screening/measured-ahead'
  | 'screening/no-such-reading'
  | 'screening/says-the-same'
  | 'screening/was-not-measured'
  | 'screening/corrected-up'
  | 'screening/corrected-down'
  | 'screening/corrected'
  | 'screening/never-measured'
  | 'screening/outdated'
  | 'screening/ended';

/** The words of the process `screening`. */
export const screeningTexts = {
  'screening/title': { zh: '一个人的发热登记', en: 'The fever register of one person' },
  'screening/raised': { zh: '体温或症状需要跟进。', en: 'The temperature or a symptom calls for a follow-up.' },
  'screening/below': { zh: '体温低于发热线，已登记。', en: 'Below the line of fever; written down.' },
  'screening/not-measured': { zh: '没有量到体温，不能算正常。', en: 'Not measured; that is not the same as well.' },
  'screening/older-reading': { zh: '这是较早的体温，已补记。', en: 'An older reading; added to the register.' },
  'screening/measured-ahead': { zh: '测量时间在登记时间之后。', en: 'It cannot have been measured after it was written down.' },
  'screening/no-such-reading': { zh: '没有这条体温记录。', en: 'There is no such reading.' },
  'screening/says-the-same': { zh: '和原来的记录一样。', en: 'That is what is written down already.' },
  'screening/was-not-measured': {
    zh: '那一次没有量到体温，请另记一条。',
    en: 'Nothing was measured then; write down a reading of its own.',
  },
  'screening/corrected-up': {
    zh: '已更正，需要跟进；原来的记录保留。',
    en: 'Corrected, and it calls for a follow-up; what was said before is kept.',
  },
  'screening/corrected-down': {
    zh: '已更正，低于发热线；跟进由负责人决定，原来的记录保留。',
    en: 'Corrected, below the line of fever; whoever follows up decides, and what was said before is kept.',
  },
  'screening/corrected': { zh: '已更正，原来的记录保留。', en: 'Corrected; what was said before is kept.' },
  'screening/never-measured': { zh: '还没有量过体温，情况不明。', en: 'Never measured: nothing is known.' },
  'screening/outdated': { zh: '体温记录过期了，情况不明。', en: 'The latest reading is too old: nothing is known now.' },
  'screening/ended': { zh: '不再排查，原因已记录。', en: 'Screened no longer, with a reason.' },

  'screening-state/unmeasured': { zh: '还没有量过', en: 'never measured' },
  'screening-state/current': { zh: '有近期体温', en: 'measured of late' },
  'screening-state/outdated': { zh: '体温已过期', en: 'reading too old' },
  'screening-state/ended': { zh: '不再排查', en: 'screened no longer' },

  'screening-event/read': { zh: '登记体温', en: 'write down a reading' },
  'screening-event/correct': { zh: '更正', en: 'correct' },
  'screening-event/end': { zh: '停止排查', en: 'end the screening' },

  'screening-effect/open-follow-up': { zh: '开始跟进', en: 'open a follow-up' },
  'screening-effect/question-follow-up': { zh: '请核对跟进', en: 'look at the follow-up again' },
  'screening-effect/reading-wanted': { zh: '请去量体温', en: 'a reading is wanted' },

  'screening-guard/is-ahead': { zh: '时间在登记之后', en: 'measured after it was written down' },
  'screening-guard/is-raised-untimed': { zh: '需要跟进，但不是最新体温', en: 'calls for a follow-up, yet is no latest reading' },
  'screening-guard/is-raised': { zh: '需要跟进', en: 'calls for a follow-up' },
  'screening-guard/is-not-measured': { zh: '没有量到', en: 'not measured' },
  'screening-guard/is-older': { zh: '较早的体温', en: 'an older reading' },
  'screening-guard/is-unknown-reading': { zh: '没有这条记录', en: 'no such reading' },
  'screening-guard/is-the-same': { zh: '和原来一样', en: 'says the same again' },
  'screening-guard/invents-a-reading': { zh: '当时没有量到', en: 'nothing was measured then' },
  'screening-guard/becomes-raised': { zh: '更正后需要跟进', en: 'calls for a follow-up now' },
  'screening-guard/was-raised': { zh: '更正后不再超线', en: 'called for a follow-up before' },
} satisfies Texts;
