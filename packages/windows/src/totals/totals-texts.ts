import type { Texts } from '@linli/model';
import type { TotalsCode } from './totals-laws.ts';

/** The words of totals that do not add up. */
export const totalsTexts = {
  'totals/line-does-not-add-up': {
    zh: '需求 {demandId} 的 {item}（{unit}）：去向加起来不等于数量。',
    en: 'Demand {demandId}, {item} ({unit}): what became of it does not add up to its quantity.',
  },
  'totals/line-stands-otherwise': {
    zh: '需求 {demandId} 的 {item}（{unit}）：状态是 {fate}，去向却对不上。',
    en: 'Demand {demandId}, {item} ({unit}): it stands at {fate}, and its goods went another way.',
  },
  'totals/lines-do-not-add-up': {
    zh: '{key}：收到的条数不等于完成、取消、转下轮和未结的总和。',
    en: '{key}: lines in are not done + cancelled + carried + open.',
  },
  'totals/lines-lost': { zh: '{key}：有需求没有算进去，或算了两次。', en: '{key}: lines are left out or counted twice.' },
  'totals/goods-do-not-add-up': {
    zh: '{key} 的 {item}（{unit}）：数量不等于各种去向的总和。',
    en: '{key}, {item} ({unit}): goods in are not the sum of what became of them.',
  },
  'totals/goods-lost': { zh: '{key} 的 {item}（{unit}）：有数量没有算进去。', en: '{key}, {item} ({unit}): goods are left out.' },
} satisfies Texts<TotalsCode>;
