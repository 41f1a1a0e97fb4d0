import type { Texts } from '@linli/model';

/** Why a table of costs or a problem of capacities is refused before anything is computed. */
export type AssignmentInputCode =
  | 'assignment/not-a-table'
  | 'assignment/ragged'
  | 'assignment/not-whole'
  | 'assignment/too-large';

export const assignmentTexts = {
  'assignment/not-a-table': { zh: '需要一张数字表格：{what}', en: 'A table of numbers is needed: {what}' },
  'assignment/ragged': {
    zh: '第 {row} 行有 {found} 个数，应为 {expected} 个',
    en: 'Row {row} has {found} numbers; it should have {expected}',
  },
  'assignment/not-whole': {
    zh: '{what} 第 {row} 行第 {column} 列不是允许的整数',
    en: '{what}: row {row}, column {column} is not a whole number that is allowed there',
  },
  'assignment/too-large': { zh: '{what} 太大，无法精确计算', en: '{what} is too large to be added up exactly' },
} satisfies Texts<AssignmentInputCode>;
