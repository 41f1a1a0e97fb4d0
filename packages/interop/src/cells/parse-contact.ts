import type { Contact } from '@linli/model';
import { parseName } from './parse-name.ts';
import { parsePhones } from './parse-phone.ts';

const relations = new Set(
  '女儿 儿子 丈夫 妻子 老伴 配偶 孙子 孙女 外孙 外孙女 侄子 侄女 外甥 外甥女 哥哥 姐姐 弟弟 妹妹 女婿 儿媳 媳妇 邻居 朋友 保姆 亲戚 子女'.split(
    ' ',
  ),
);
const relationPattern = /\(([^()]*)\)/u;
const phonePattern = /\+?[\d][\d\s-]{5,18}\d/u;

/** `史佳梓（女儿）19900000365`, `女儿 史佳梓 027-80000033`; undefined where neither a name nor a phone is told. */
export function parseContact(text: string): Contact | undefined {
  const folded = text
    .normalize('NFKC')
    .replace(/[:;,、/]/gu, ' ')
    .trim();
  const number = phonePattern.exec(folded)?.[0];
  const bracket = relationPattern.exec(folded)?.[1]?.trim();
  const rest = folded
    .replace(number ?? '', ' ')
    .replace(relationPattern, ' ')
    .trim()
    .split(/\s+/u)
    .filter(Boolean);
  const relation = bracket || rest.find((word) => relations.has(word)) || null;
  const name = parseName(rest.filter((word) => bracket || word !== relation).join(' '));
  const phone = number === undefined ? null : (parsePhones(number)?.[0] ?? null);
  if (/\d/.test(name) || (name === '' && phone === null)) return undefined;
  return { name, relation, phone };
}
