/** What the columns of a directory of resources are called. */
export const resourceHeaders = {
  sequence: ['序号', '编号', 'no', 'no.', '#'],
  name: ['名称', '单位名称', '机构名称', '资源名称', '单位', 'name', 'organisation', 'organization'],
  category: ['类别', '类型', '资源类别', '资源类型', 'category', 'type'],
  place: ['地址', '地点', '位置', 'place', 'address', 'location'],
  grid: ['网格', '所属网格', '片区', 'grid'],
  openingHours: ['营业时间', '开放时间', '服务时间', 'openinghours', 'hours'],
  phone: ['电话', '联系电话', '联系方式', 'phone', 'telephone'],
  services: ['可提供服务', '服务内容', '服务项目', '提供服务', 'services'],
  note: ['备注', '说明', 'note', 'notes'],
} as const satisfies Record<string, readonly string[]>;
