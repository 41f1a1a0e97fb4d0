/** What the columns of a list of helpers are called. */
export const helperHeaders = {
  sequence: ['序号', '编号', 'no', 'no.', '#'],
  name: ['姓名', '志愿者姓名', '志愿者', 'name', 'fullname', 'helper', 'volunteer'],
  role: ['类别', '角色', '身份', '人员类别', '人员类型', 'role'],
  sex: ['性别', 'sex', 'gender'],
  birth: ['出生年月', '出生日期', '出生年月日', '年龄', 'birth', 'dateofbirth', 'birthdate', 'dob', 'age'],
  phone: ['电话', '联系电话', '手机', '手机号', '手机号码', '联系方式', 'phone', 'telephone', 'mobile'],
  grid: ['网格', '所属网格', '网格号', '片区', 'grid'],
  building: ['楼栋', '居住楼栋', '住址', '地址', 'building'],
  availability: ['可服务时间', '服务时间', '空闲时间', '可用时间', 'availability', 'availabletime'],
  skills: ['技能', '服务技能', '特长', '可提供服务', 'skills'],
  weeklyCap: ['每周上限', '每周上限小时', '每周时长上限', '周上限', 'weeklycap', 'weeklycaphours', 'maxhoursperweek'],
  team: ['所属队伍', '队伍', '团队', '小组', 'team'],
  party: ['党员', '是否党员', '政治面貌', 'party', 'partymember', 'politicalaffiliation'],
} as const satisfies Record<string, readonly string[]>;
