/** What the columns of a phone round are called. */
export const callHeaders = {
  sequence: ['序号', '编号', 'no', 'no.', '#'],
  time: ['时间', '电访时间', '通话时间', '来电时间', 'time', 'calltime'],
  resident: ['长者', '长者姓名', '老人', '老人姓名', '姓名', '服务对象', 'resident', 'elder', 'residentname'],
  grid: ['网格', '所属网格', '片区', 'grid'],
  address: ['住址', '地址', '门牌', 'address'],
  outcome: ['电访结果', '结果', '接通情况', '通话结果', 'outcome', 'result'],
  order: ['需求原话', '物资需求', '采购需求', '代购需求', '需求', 'order', 'shopping'],
  request: ['服务需求', '需要的服务', '上门需求', 'request', 'servicerequest'],
  emergency: ['紧急', '是否紧急', '紧急程度', 'emergency', 'urgent'],
  takenBy: ['登记人', '电访人', '记录人', '接线人', 'takenby', 'recordedby'],
} as const satisfies Record<string, readonly string[]>;
