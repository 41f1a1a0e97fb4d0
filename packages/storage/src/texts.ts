import type { Texts } from '@linli/model';

/** Every fault a store or a driver may throw; drivers in other packages use these codes too. */
export type StorageCode =
  | 'storage/stale-read'
  | 'storage/id-reused'
  | 'storage/unavailable'
  | 'storage/closed'
  | 'storage/invalid-batch'
  | 'storage/invalid-commit'
  | 'storage/invalid-record'
  | 'storage/invalid-collection'
  | 'storage/cannot-open'
  | 'storage/not-a-database'
  | 'storage/not-ours'
  | 'storage/newer-format'
  | 'storage/file-gone'
  | 'storage/damaged'
  | 'storage/failed';

/** The words for every code. */
export const storageTexts = {
  'storage/stale-read': {
    zh: '您查看之后，这些记录被别人改过了。这次没有保存，请重新查看后再保存。',
    en: 'Somebody changed these records after you read them. Nothing was saved: read them again, then save.',
  },
  'storage/id-reused': {
    zh: '这个操作编号之前已经用在另一件事上。这次没有保存。',
    en: 'This operation number was already used for something else. Nothing was saved.',
  },
  'storage/unavailable': {
    zh: '暂时连不上数据库，不确定这次有没有存上。请用同一个操作编号再试，不会重复保存。',
    en: 'The database cannot be reached, and the change may or may not be saved. Try again with the same operation number: it is never saved twice.',
  },
  'storage/closed': { zh: '数据库已经关闭，不能再读写。', en: 'The store is closed.' },
  'storage/invalid-batch': {
    zh: '提交的内容格式不对，没有保存。',
    en: 'What was to be saved is not in a form that can be stored. Nothing was saved.',
  },
  'storage/invalid-commit': {
    zh: '缺少操作编号、时间、操作人或原因，或者同一条记录既要保存又要删除，或者内容读不出来。没有保存。',
    en: 'The number, time, person or reason is missing, one record is both saved and removed, or it cannot be read. Nothing was saved.',
  },
  'storage/invalid-record': {
    zh: '有一条记录的内容不符合要求，请按提示的位置核对。',
    en: 'A record is not as it should be. Look at the place that is named.',
  },
  'storage/invalid-collection': {
    zh: '没有这一类记录，或者类别名称不能用。',
    en: 'There is no such kind of record, or its name cannot be used.',
  },
  'storage/cannot-open': {
    zh: '打不开数据库，请检查位置是否存在、是否有权限。',
    en: 'The database cannot be opened. Check that the place exists and may be used.',
  },
  'storage/not-a-database': {
    zh: '这个文件不是数据库，没有动它。',
    en: 'This file is not a database. It was left as it is.',
  },
  'storage/not-ours': {
    zh: '这是别的软件的数据库，没有动它。',
    en: 'This database belongs to another program. It was left as it is.',
  },
  'storage/newer-format': {
    zh: '这个数据库是更新的版本建的，请先升级软件再打开。',
    en: 'This database was made by a newer version. Update first, then open it.',
  },
  'storage/file-gone': {
    zh: '数据库文件在使用中被删除或被换掉了，这次没有保存。请先找回原来的文件，再重新打开。',
    en: 'The database file was removed or replaced while it was in use. This was not saved: find the file that was there, then open it again.',
  },
  'storage/damaged': {
    zh: '数据库文件已损坏，请停止使用并从备份恢复。',
    en: 'The database file is damaged. Stop, and restore it from a backup.',
  },
  'storage/failed': {
    zh: '数据库出错，没有保存。请把错误信息发给技术人员。',
    en: 'The database failed and nothing was saved. Pass the message on to whoever looks after the machine.',
  },
} satisfies Texts<StorageCode>;
