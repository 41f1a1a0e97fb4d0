/** The running number, on every kind of sheet. */
export const sequenceWords = ['序号', '编号', '号', '顺序号', 'no', 'no.', '#', 'serial', 'serialno', 'number'] as const;

/** Remarks, on every sheet whose records have no field for them. */
export const noteWords = [
  '备注',
  '备注说明',
  '说明',
  '注',
  '其他',
  '其它',
  'note',
  'notes',
  'remark',
  'remarks',
  'comment',
  'comments',
  'other',
] as const;
