import type { Texts } from '@linli/model';
import type { RepairCode } from './change.ts';

/** The smallest changes that would help. */
export const repairTexts = {
  'repair/move-visit': { zh: '把 {visitId} 改由 {helperId} 在 {from} 做', en: 'Give {visitId} to {helperId} at {from}' },
  'repair/widen-window': {
    zh: '把 {visitId} 的约定时间放宽 {amount}：{from} 至 {until}',
    en: 'Widen the window of {visitId} by {amount}: {from} to {until}',
  },
  'repair/lengthen-shift': {
    zh: '{helperId} 多当班 {amount}：{from} 至 {until}',
    en: 'Let {helperId} be on shift {amount} longer: {from} to {until}',
  },
  'repair/raise-max-work': { zh: '{helperId} 多工作 {amount}：至多 {to}', en: 'Let {helperId} work {amount} more: at most {to}' },
  'repair/raise-max-visits': {
    zh: '{helperId} 多上门 {amount} 次：至多 {to}',
    en: 'Let {helperId} make {amount} visits more: at most {to}',
  },
  'repair/raise-capacity': {
    zh: '{helperId} 一趟多带 {amount}：第 {load} 项至多 {to}',
    en: 'Let {helperId} carry {amount} more of load {load}: at most {to}',
  },
  'repair/drop-break': { zh: '{helperId} 少休息一次（{amount}）', en: 'Let {helperId} go without a break of {amount}' },
  'repair/unpin-visit': { zh: '{visitId} 不再固定人和时间', en: 'No longer fix who does {visitId}, and when' },
  'repair/give-skill': { zh: '{helperId} 学会“{skill}”', en: 'Let {helperId} learn "{skill}"' },
  'repair/none': { zh: '只改一处，{visitId} 还是没有人能做', en: 'No single change would let {visitId} be served' },
  'repair/not-needed': { zh: '{visitId} 不用改动就能安排', en: '{visitId} can be served as things are' },
} satisfies Texts<RepairCode>;
