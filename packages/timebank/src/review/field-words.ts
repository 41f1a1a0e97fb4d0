import type { Lang, Text } from '@linli/model';
import type { Amount, Unit } from '../pack/amount.ts';
import { amountWords } from './step-words.ts';

/** The words for fields of a pack, as they stand in a difference. A field that is not here is said as it is written. */
const fields: Readonly<Record<string, Text>> = {
  effective: { zh: '有效期', en: 'in force' },
  name: { zh: '名称', en: 'name' },
  source: { zh: '来源', en: 'source' },
  confidence: { zh: '可信程度', en: 'confidence' },
  unit: { zh: '单位', en: 'unit' },
  asset: { zh: '计量', en: 'counted in' },
  scaleSeconds: { zh: '每单位秒数', en: 'seconds in one' },
  decimals: { zh: '小数位', en: 'decimals' },
  words: { zh: '叫法', en: 'words' },
  calendar: { zh: '日历', en: 'calendar' },
  credit: { zh: '积分', en: 'credit' },
  exchange: { zh: '兑换', en: 'exchange' },
  accounts: { zh: '账户', en: 'accounts' },
  offers: { zh: '兑换项目', en: 'offers' },
  price: { zh: '单价', en: 'price' },
  table: { zh: '分档', en: 'table' },
  gives: { zh: '换得', en: 'gives' },
  recipients: { zh: '给谁用', en: 'for whom' },
  age: { zh: '年龄', en: 'age' },
  hardship: { zh: '困难情况', en: 'in hardship' },
  who: { zh: '什么人', en: 'who' },
  needs: { zh: '前提', en: 'needs' },
  earned: { zh: '累计', en: 'earned' },
  balance: { zh: '余额', en: 'balance' },
  grain: { zh: '兑换单位', en: 'grain' },
  minimum: { zh: '起兑数额', en: 'smallest redemption' },
  limits: { zh: '限额', en: 'limits' },
  places: { zh: '使用地点', en: 'places' },
  may: { zh: '账户可做的事', en: 'what accounts may do' },
  gifts: { zh: '转赠', en: 'gifts' },
  donations: { zh: '捐赠', en: 'donations' },
  instead: { zh: '以捐款代替', en: 'donation instead' },
  forbidden: { zh: '不可兑换', en: 'never for credit' },
  floors: { zh: '透支下限', en: 'floors' },
  ceilings: { zh: '余额上限', en: 'ceilings' },
  creditLimit: { zh: '透支额度', en: 'credit limit' },
  expiry: { zh: '失效', en: 'expiry' },
  inactivity: { zh: '长期不用', en: 'inactivity' },
  freeze: { zh: '冻结', en: 'freeze' },
  death: { zh: '身故', en: 'death' },
  exit: { zh: '退出', en: 'leaving' },
  reversal: { zh: '冲正', en: 'reversal' },
  disputes: { zh: '争议', en: 'disputes' },
  honours: { zh: '星级', en: 'honours' },
  money: { zh: '折算现金', en: 'money' },
  grants: { zh: '赠与', en: 'grants' },
  clearing: { zh: '社区间清算', en: 'clearing' },
  from: { zh: '起', en: 'from' },
  until: { zh: '止（不含）', en: 'until' },
  kin: { zh: '关系', en: 'kin' },
  most: { zh: '最多', en: 'most' },
  marks: { zh: '须有', en: 'with' },
  anyMark: { zh: '须有其一', en: 'with any of' },
  noMarks: { zh: '不得有', en: 'without' },
  amount: { zh: '数额', en: 'amount' },
  kind: { zh: '类别', en: 'kind' },
  code: { zh: '代码', en: 'code' },
};

const wordOf = (key: string | number, lang: Lang): string =>
  typeof key === 'string' && Object.hasOwn(fields, key) ? fields[key]![lang] : String(key);

/** A path in words: `exchange.age.from` is "exchange, age, from". */
export const pathWords = (path: readonly (string | number)[], lang: Lang): string =>
  path.map((key) => wordOf(key, lang)).join(lang === 'zh' ? '·' : ', ');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isAmount = (value: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(value).length > 0 &&
  Object.entries(value).every(
    ([key, part]) => ['hours', 'minutes', 'seconds', 'units'].includes(key) && typeof part === 'number',
  );

/** Any value of a pack in words, without the signs of a file. */
export function valueWords(value: unknown, unit: Unit, lang: Lang): string {
  if (Array.isArray(value)) return value.map((one) => valueWords(one, unit, lang)).join(lang === 'zh' ? '；' : '; ');
  if (!isRecord(value)) return String(value);
  if (isAmount(value)) return amountWords(value as Amount, unit)[lang];
  if (typeof value['zh'] === 'string' && typeof value['en'] === 'string') return String(value[lang]);
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([key, part]) => `${wordOf(key, lang)} ${valueWords(part, unit, lang)}`)
    .join(lang === 'zh' ? '，' : ', ');
}
