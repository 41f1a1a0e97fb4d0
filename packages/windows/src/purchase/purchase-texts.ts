import type { Texts } from '@linli/model';
import type { DifferenceCode, ReceiptCode } from './receipt.ts';
import type { SplitCode } from './split-receipt.ts';

/** The words of receipts and of what differs. */
export const purchaseTexts = {
  'receipt/malformed': { zh: '小票的 {path} 填写不对：{messageZh}', en: 'Receipt, {path}: not as it should be: {message}' },
  'receipt/item-twice': {
    zh: '{path}：同一种东西、同一个单位写了两次。',
    en: '{path}: this item in this unit stands there twice.',
  },
  'receipt/sum-differs': {
    zh: '{path}：各项加起来是 {sum} 分，写的合计是 {total} 分。',
    en: '{path}: the lines come to {sum} cents, the total says {total}.',
  },
  'receipt/not-bought': { zh: '{item}：要 {wanted}{unit}，没有买到。', en: '{item}: {wanted} {unit} wanted, none bought.' },
  'receipt/bought-less': {
    zh: '{item}：要 {wanted}{unit}，只买到 {bought}{unit}。',
    en: '{item}: {wanted} {unit} wanted, only {bought} bought.',
  },
  'receipt/bought-more': {
    zh: '{item}：要 {wanted}{unit}，买了 {bought}{unit}。',
    en: '{item}: {wanted} {unit} wanted, {bought} bought.',
  },
  'receipt/bought-in-other-unit': {
    zh: '{item}：要 {wanted}{unit}，买到的是别的单位，要人核对。',
    en: '{item}: {wanted} {unit} wanted, bought in another unit; somebody has to look.',
  },
  'receipt/not-on-list': {
    zh: '{item}：单子上没有，买了 {bought}{unit}。',
    en: '{item}: {bought} {unit} bought, not on the list.',
  },
  'receipt/took-what-was-not-bought': {
    zh: '{item}：这张小票上没有，却发出了 {took}{unit}。',
    en: '{item}: {took} {unit} handed out, and none on this receipt.',
  },
  'receipt/took-more-than-bought': {
    zh: '{item}：买了 {bought}{unit}，却发出了 {took}{unit}。',
    en: '{item}: {took} {unit} handed out, and only {bought} bought.',
  },
} satisfies Texts<ReceiptCode | DifferenceCode | SplitCode>;
