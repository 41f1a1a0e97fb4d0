import type { Texts } from '@linli/model';
import type { KnockDayCode } from './knock-day.ts';

export const knockDayTexts = {
  'knock/kept': { zh: '已经联系上了。', en: 'In touch as agreed.' },
  'knock/excused': { zh: '已知不在家，暂不敲门。', en: 'Known to be away: nobody knocks.' },
  'knock/awaited': { zh: '{dueOn} 之内要联系上，还没有。', en: 'A contact is awaited by {dueOn}.' },
  'knock/overdue': { zh: '{dueOn} 没有联系上，要逐级找人。', en: 'No contact by {dueOn}: people are to be asked, rung by rung.' },
  'knock/never-made': { zh: '没有任何联系记录，不能当作平安。', en: 'No contact on record at all; not to be read as safe.' },
} satisfies Texts<KnockDayCode>;
