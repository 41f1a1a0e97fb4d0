import type { Texts } from '@linli/model';

/** Every reason this package gives, in both languages. `{words}` is what the cell says; names, phones, addresses and identity numbers are never repeated. */
export const interopTexts = {
  'file/empty': { zh: '文件是空的。', en: 'The file is empty.' },
  'file/too-large': {
    zh: '文件太大：{bytes} 字节，上限是 {limit} 字节。请拆成几份再导入。',
    en: 'The file is too large: {bytes} bytes, the limit is {limit}. Split it and import the parts.',
  },
  'file/unpacks-too-large': {
    zh: '文件解开后过大，或者压缩得不正常，为了安全没有打开。',
    en: 'The file would unpack to too much, or is packed in an unusual way; for safety it was not opened.',
  },
  'file/not-a-workbook': {
    zh: '这不是 Excel 工作簿（.xlsx）。请在表格软件里“另存为 .xlsx”后再试。',
    en: 'This is not a workbook (.xlsx). Save it as .xlsx in your office program and try again.',
  },
  'file/old-or-locked': {
    zh: '这是旧版 .xls 文件，或者加了打开密码。请去掉密码，另存为 .xlsx 后再试。',
    en: 'This is an old .xls file or one locked by a password. Remove the password, save it as .xlsx and try again.',
  },
  'file/truncated': {
    zh: '文件不完整，后半截丢了，可能没有传完。请重新拷贝或下载一次。',
    en: 'The end of the file is missing, perhaps a copy was cut short. Copy or download it again.',
  },
  'file/damaged': {
    zh: '文件已损坏，打不开。请用表格软件打开、另存一份再试。',
    en: 'The file is damaged and cannot be opened. Open it in your office program, save a copy and try again.',
  },
  'sheet/not-recognised': {
    zh: '工作表“{sheet}”看不出是什么表，没有读取。看到的表头：{found}。可以让系统先生成一份对照表，核对后再导入。',
    en: 'The sheet "{sheet}" was not recognised and not read. Headers found: {found}. A mapping file can be proposed for you to check.',
  },
  'sheet/no-date': {
    zh: '表头上方没有写电访日期，这张表没有读取。请在标题里写上日期，例如“2026年11月23日 电访登记”。',
    en: 'No date of the phone round stands above the headers, so the sheet was not read. Write it into the title.',
  },
  'column/not-stored': {
    zh: '“政治面貌／党员”属于敏感信息，没有本人同意的记录，整列没有读取。',
    en: 'Political affiliation is sensitive and no consent is recorded, so the column was not read.',
  },
  'column/not-needed': { zh: '这张表用不上这一列，没有读取。', en: 'This sheet has no use for the column; it was not read.' },
  'column/missing': {
    zh: '这张表缺少必要的列：{fields}。整张表没有读取，请补上这一列，或在对照表里写明是哪一列。',
    en: 'Columns that the sheet cannot do without are missing: {fields}. It was not read; add them, or name them in the mapping.',
  },
  'column/unknown': { zh: '不认识这一列，没有读取。', en: 'This column is not known and was not read.' },
  'column/repeated': {
    zh: '有两列是同一项内容，只读取了前一列。',
    en: 'Two columns hold the same thing; only the first was read.',
  },
  'column/unnamed': {
    zh: '{letter} 列有内容但没有表头，没有读取。',
    en: 'Column {letter} holds something but has no header and was not read.',
  },
  'cell/missing': { zh: '这一格必须填写，现在是空的。', en: 'This cell must be filled in and is blank.' },
  'identity/rounded': {
    zh: '身份证号被存成了数字，后几位已经丢失，不能猜。请把单元格改成文本格式，重新录入。',
    en: 'The identity number was stored as a number and its last digits are lost; nobody may guess. Type it again as text.',
  },
  'identity/invalid': {
    zh: '身份证号的位数、地区、出生日期或校验码不对，没有存入。其他内容已读取，请核对证件。',
    en: 'The identity number has a wrong length, place, birth or check character and was not stored. The rest was read; check the card.',
  },
  'identity/sex-differs': {
    zh: '身份证号里的性别与“性别”一栏不一致，两处都按原样保留。',
    en: 'The sex in the identity number differs from the sex column; both are kept as written.',
  },
  'identity/birth-differs': {
    zh: '身份证号里的出生日期与“出生”一栏不一致，两处都按原样保留。',
    en: 'The birth in the identity number differs from the birth column; both are kept as written.',
  },
  'grid/missing': { zh: '没有写网格。', en: 'No grid is given.' },
  'birth/unreadable': {
    zh: '出生日期看不懂，按“不清楚”处理。',
    en: 'The birth cannot be read and counts as not known.',
  },
  'birth/no-reference': {
    zh: '只写了年龄，而表上没有更新日期，推算不出出生年份。',
    en: 'Only an age is given and the sheet bears no date, so no year of birth follows.',
  },
  'birth/in-future': {
    zh: '出生日期晚于制表日期，按“不清楚”处理。',
    en: 'The birth lies after the date of the sheet and counts as not known.',
  },
  'birth/ambiguous': {
    zh: '出生年月被存成了数字，分不清是 1 月还是 10 月，只记出生年份。',
    en: 'The birth was stored as a number: January and October look the same, so only the year is kept.',
  },
  'sex/unknown': { zh: '性别“{words}”看不懂。', en: 'The sex "{words}" is not understood.' },
  'grid/unreadable': { zh: '网格“{words}”看不懂。', en: 'The grid "{words}" is not understood.' },
  'address/unreadable': {
    zh: '地址看不出楼栋、单元和门牌。',
    en: 'The address does not tell building, unit and door.',
  },
  'phone/unreadable': { zh: '电话号码不完整或看不懂。', en: 'The phone number is incomplete or cannot be read.' },
  'phone/several': { zh: '写了不止一个电话，只存了第一个。', en: 'More than one phone is given; the first was stored.' },
  'contact/unreadable': {
    zh: '紧急联系人看不出姓名和电话。',
    en: 'The emergency contact tells neither name nor phone.',
  },
  'flag/unknown': { zh: '“{words}”看不出是“有”还是“无”。', en: '"{words}" says neither yes nor no.' },
  'emergency/assumed': {
    zh: '“紧急”一栏写的是“{words}”，先按紧急处理，请核实。',
    en: 'The emergency column says "{words}"; it is treated as an emergency until somebody checks.',
  },
  'living/unread': {
    zh: '居住情况里的“{words}”没有对应的类别，没有存入。',
    en: '"{words}" in the living situation fits no kind and was not stored.',
  },
  'self-care/word-unknown': {
    zh: '自理能力“{words}”不在词表里。',
    en: 'The self-care level "{words}" is not in the vocabulary.',
  },
  'hardship/unknown': {
    zh: '困难类别“{words}”不在词表里，没有存入。',
    en: 'The hardship "{words}" is not in the vocabulary and was not stored.',
  },
  'role/unknown': { zh: '类别“{words}”不在词表里。', en: 'The role "{words}" is not in the vocabulary.' },
  'skill/unknown': {
    zh: '技能“{words}”不在词表里，没有存入。',
    en: 'The skill "{words}" is not in the vocabulary and was not stored.',
  },
  'availability/unread': {
    zh: '可服务时间“{words}”看不懂，暂不给此人排班。',
    en: 'The availability "{words}" is not understood; nothing is planned for this person yet.',
  },
  'cap/unreadable': { zh: '每周上限看不懂。', en: 'The weekly cap cannot be read.' },
  'duty/word-unknown': { zh: '职责“{words}”不在词表里。', en: 'The duty "{words}" is not in the vocabulary.' },
  'cadence/unknown': { zh: '频次“{words}”不在词表里。', en: 'The cadence "{words}" is not in the vocabulary.' },
  'outcome/unknown': {
    zh: '电访结果“{words}”不在词表里，不能当作已经接通。',
    en: 'The outcome "{words}" is not in the vocabulary and may not count as reached.',
  },
  'request/unknown': {
    zh: '服务需求“{words}”不在词表里，原话已保留，需要人工判断。',
    en: 'The request "{words}" is not in the vocabulary; the words are kept and a person must look.',
  },
  'order/quantity-unread': {
    zh: '“{words}”没写清数量，原话已保留，采购前请核实。',
    en: '"{words}" tells no clear quantity; the words are kept, ask before buying.',
  },
  'service/unknown': { zh: '服务项目“{words}”不在词表里。', en: 'The service "{words}" is not in the vocabulary.' },
  'service/ends-before-start': {
    zh: '结束时间不晚于开始时间。',
    en: 'The service does not end after it starts.',
  },
  'evidence/unknown': {
    zh: '确认方式“{words}”不在词表里，按“没有凭证”处理。',
    en: 'The evidence "{words}" is not in the vocabulary and counts as none.',
  },
  'time/unreadable': { zh: '时间“{words}”看不懂。', en: 'The time "{words}" cannot be read.' },
  'date/unreadable': { zh: '日期“{words}”看不懂。', en: 'The date "{words}" cannot be read.' },
  'date/no-year': {
    zh: '日期“{words}”没写年份，文件里也没有别的日期可以参照。',
    en: 'The date "{words}" has no year and the file bears no other date to tell it by.',
  },
} as const satisfies Texts;

/** The stable codes of `interopTexts`. */
export type InteropCode = keyof typeof interopTexts;
