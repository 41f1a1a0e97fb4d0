/** What the columns of a list of pairs are called. */
export const tieHeaders = {
  sequence: ['序号', '编号', 'no', 'no.', '#'],
  resident: ['长者', '长者姓名', '老人', '老人姓名', '服务对象', '结对长者', 'resident', 'elder', 'residentname'],
  address: ['住址', '地址', '家庭住址', '楼栋-单元-门牌', '门牌', 'address'],
  grid: ['网格', '所属网格', '片区', 'grid'],
  helper: ['结对人', '结对志愿者', '志愿者', '帮扶人', '责任人', 'helper', 'volunteer', 'helpername'],
  role: ['类别', '角色', '身份', 'role'],
  duty: ['职责', '结对职责', '任务', '服务职责', 'duty'],
  cadence: ['频次', '频率', '服务频次', 'cadence', 'frequency', 'howoften'],
} as const satisfies Record<string, readonly string[]>;
