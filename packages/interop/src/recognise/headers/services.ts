/** What the columns of a list of services done are called. */
export const serviceHeaders = {
  sequence: ['序号', '编号', 'no', 'no.', '#'],
  date: ['日期', '服务日期', 'date', 'servicedate'],
  helper: ['志愿者', '志愿者姓名', '服务者', '服务人', '服务人员', '姓名', 'helper', 'volunteer', 'helpername'],
  category: ['服务项目', '项目', '服务内容', '服务类别', 'service', 'category', 'activity'],
  from: ['开始', '开始时间', '起', 'from', 'start', 'starttime'],
  until: ['结束', '结束时间', '止', 'until', 'end', 'endtime'],
  beneficiary: ['受益人', '服务对象', '长者', '老人', 'beneficiary', 'recipient'],
  evidence: ['确认方式', '确认', '凭证', '证明', 'evidence', 'confirmation'],
} as const satisfies Record<string, readonly string[]>;
