/** The sex, on both lists of people. */
export const sexWords = ['性别', '男女', '男/女', 'sex', 'gender', 'm/f'] as const;

/** The birth or age, on both lists of people. */
export const birthWords = [
  ...['出生年月', '出生日期', '出生年月日', '出生时间', '出生年份', '出生年', '出生', '生日', '生年', '年龄', '岁数', '周岁'],
  ...['born', 'birth', 'birthday', 'birthdate', 'dateofbirth', 'birthyear', 'yearofbirth', 'dob', 'age', 'ageyears'],
] as const;

/** Political affiliation, on both lists of people: known so that it can be left unread. */
export const partyWords = [
  ...['党员', '是否党员', '是否中共党员', '政治面貌', '中共党员', '党派'],
  ...['party', 'partymember', 'partymembership', 'politicalaffiliation', 'politicalstatus'],
] as const;
