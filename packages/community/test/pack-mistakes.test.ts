import { say } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { communityTexts, parsePackFile } from '../src/index.ts';

const good = `format: linli-time-bank/2
id: cn-example
edition: 1
effective: { from: 2026-01-01, until: 2030-01-01 }
name: { zh: 示例, en: example }
source: { title: made up for this test, confidence: assumed }
unit: { asset: second, scaleSeconds: 3600, words: { zh: 时间币, en: coins } }
credit:
  steps:
    - do: require-helper
      age: { from: 18, until: 80 }
    - { do: require-category, categories: [care.meal, care.bath] }
    - { do: minimum, least: { minutes: 30 } }
    - do: rate
      byCategory: { care.bath: 1.5 }
      otherwise: 1
    - { do: multiply, times: 2, during: { hours: [{ from: "22:00", until: "06:00" }] } }
    - do: cap
      per: day
      most: { hours: 8 }
      overflow: drop
exchange:
  offers:
    - code: hour
      kind: service
      words: { zh: 一小时服务, en: an hour of service }
      price: { hours: 1 }
  recipients:
    - kin: [self]
accounts:
  expiry: { kind: by-age, months: 60, to: pool }
`;

/** What is written instead of what; `^` stands before the place that has to be pointed at. What the words have to name. */
type Mistake = readonly [what: string, instead: string, written: string, zh: RegExp, en: RegExp];

const mistakes: readonly Mistake[] = [
  ['a misspelt field', 'overflow: drop', '^overflw: drop', /“overflw”.*是不是“overflow”/, /overflw.*did you mean overflow/],
  ['a field nobody knows', 'accounts:', '^regulations: 3\naccounts:', /“regulations”/, /regulations/],
  ['a text for a number', 'times: 2', 'times: ^two', /数字.*“two”/, /number.*two/],
  ['a missing field', '- do: cap\n      per: day\n', '- ^do: cap\n', /缺少“per”/, /per is missing/],
  ['a misspelt step', 'do: minimum', 'do: ^minimun', /“minimun”.*是不是“minimum”/, /minimun.*did you mean minimum/],
  ['a step nobody knows', 'do: minimum', 'do: ^halve', /没有叫“halve”的步骤/, /no step called halve/],
  ['a tab in the indent', '      per: day', '^\t\tper: day', /制表符（Tab）/, /a tab stands in the indent/],
  ['a field written twice', 'edition: 1', 'edition: 1\n^edition: 2', /“edition”写了两次/, /edition is written twice/],
  ['a cap below nothing', 'hours: 8', 'hours: ^-8', /-8 太小/, /-8 is too small/],
  ['no such day', 'from: 2026-01-01', 'from: ^2026-02-30', /“2026-02-30”不是日期/, /2026-02-30 is no date/],
  [
    'in force backwards',
    '{ from: 2026-01-01, until: 2030-01-01 }',
    '^{ from: 2026-01-01, until: 2025-01-01 }',
    /2026-01-01.*2025-01-01/,
    /2026-01-01 until 2025-01-01/,
  ],
  ['edition 0', 'edition: 1', 'edition: ^0', /0 太小/, /0 is too small/],
  ['half an edition', 'edition: 1', 'edition: ^1.5', /整数.*“1.5”/, /whole number.*1\.5/],
  [
    'a unit without words',
    '{ asset: second, scaleSeconds: 3600, words: { zh: 时间币, en: coins } }',
    '^{ asset: second, scaleSeconds: 3600 }',
    /缺少“words”/,
    /words is missing/,
  ],
  ['a unit nobody counts in', 'asset: second', 'asset: ^hour', /“hour”.*second/, /hour cannot stand here.*second/],
  [
    'a step that lifts a cap',
    'overflow: drop',
    'overflow: drop\n    - ^{ do: multiply, times: 2 }',
    /第 7 步（multiply）.*第 6 步封顶/,
    /step 7 \(multiply\).*cap of step 6/,
  ],
  [
    'a format of the future',
    'format: linli-time-bank/2',
    'format: ^linli-time-bank/9',
    /“linli-time-bank\/9”/,
    /linli-time-bank\/9/,
  ],
  ['no English name', '{ zh: 示例, en: example }', '^{ zh: 示例 }', /缺少“en”/, /en is missing/],
  ['a confidence nobody has', 'confidence: assumed', 'confidence: ^sure', /“sure”.*assumed/, /sure cannot stand here.*assumed/],
  ['an empty list', '[care.meal, care.bath]', '^[]', /列表是空的/, /list is empty/],
  ['a category that is no text', '[care.meal, care.bath]', '[care.meal, ^5]', /文字.*“5”/, /text.*5/],
  ['a bare number for an amount', '{ minutes: 30 }', '^30', /“字段: 值”.*“30”/, /fields with values.*30/],
  [
    'a misspelt part of an amount',
    '{ minutes: 30 }',
    '{ ^minuts: 30 }',
    /“minuts”.*是不是“minutes”/,
    /minuts.*did you mean minutes/,
  ],
  ['half a second', '{ minutes: 30 }', '^{ seconds: 0.5 }', /不是整数/, /no whole number of seconds/],
  ['an age backwards', '{ from: 18, until: 80 }', '^{ from: 80, until: 18 }', /从 80 岁起、到 18 岁前/, /from 80 until 18/],
  ['an hour the day does not have', 'from: "22:00"', 'from: ^"25:00"', /“25:00”不是钟点/, /25:00 is no time of day/],
  ['a misspelt period', 'per: day', 'per: ^dya', /“dya”.*是不是“day”/, /dya.*did you mean day/],
  ['an overflow nobody knows', 'overflow: drop', 'overflow: ^bank', /“bank”.*pool/, /bank cannot stand here.*pool/],
  ['a factor too fine', 'otherwise: 1', 'otherwise: ^1.0005', /1\.0005 太细/, /1\.0005 is too fine/],
  ['an offer without a price', '- code: hour', '- ^code: hour', /price（单价）/, /a price or a table/],
  [
    'one code for two offers',
    '  recipients:',
    '    - { code: ^hour, words: { zh: 又一小时, en: another }, price: { hours: 2 } }\n  recipients:',
    /“hour”与第 1 项重复/,
    /hour has the code of offer 1/,
  ],
  ['one word that should be a list', 'kin: [self]', 'kin: ^self', /列表.*“self”/, /list.*self/],
  ['an expiry nobody knows', 'kind: by-age', 'kind: ^by-aeg', /“by-aeg”.*是不是“by-age”/, /by-aeg.*did you mean by-age/],
  ['months in words', 'months: 60', 'months: ^five', /“five”/, /five/],
  ['an alias', 'kin: [self]', 'kin: ^*me', /不能用 \* 引用/, /no aliases/],
  ['a bracket that is not closed', 'kin: [self]', 'kin: ^[self', /没有成对/, /not closed/],
  ['a quote that is not closed', 'en: coins }', 'en: ^"coins }', /没有成对/, /not closed/],
];

/** The text with the mistake, and the line and column of its `^`. */
function planted(instead: string, written: string): { readonly text: string; readonly line: number; readonly column: number } {
  const [start, ...rest] = good.split(instead);
  expect(rest.length, `“${instead}” stands in the good file`).toBeGreaterThan(0);
  const before = `${start}${written.split('^')[0]}`;
  const last =
    instead === '- code: hour' ? good.replace('      price: { hours: 1 }\n', '').split(instead)[1]! : rest.join(instead);
  const lines = before.split('\n');
  return { text: `${start}${written.replace('^', '')}${last}`, line: lines.length, column: lines.at(-1)!.length + 1 };
}

describe('D-79: thirty and more mistakes in a pack, each told with its line, its column and both languages', () => {
  it('the file without a mistake is read', () => {
    const parsed = parsePackFile('pack.yaml', good);
    expect(parsed.reasons).toEqual([]);
    expect(parsed.ok && parsed.value.value.id).toBe('cn-example');
    expect(mistakes.length).toBeGreaterThanOrEqual(30);
  });

  it.each(mistakes)('%s', (_, instead, written, zh, en) => {
    const { text, line, column } = planted(instead, written);
    const parsed = parsePackFile('pack.yaml', text);
    expect(parsed.ok).toBe(false);
    const [first] = parsed.reasons;
    expect([first?.data?.['line'], first?.data?.['column']], say(communityTexts, first!, 'en')).toEqual([line, column]);
    const [inChinese, inEnglish] = [say(communityTexts, first!, 'zh'), say(communityTexts, first!, 'en')];
    expect(inChinese).toContain(`pack.yaml 第 ${line} 行第 ${column} 列`);
    expect(inChinese).toMatch(zh);
    expect(inEnglish).toContain(`pack.yaml, line ${line}, column ${column}`);
    expect(inEnglish).toMatch(en);
    expect(`${inChinese} ${inEnglish}`).not.toMatch(/\{\w+\}|undefined/);
  });

  it('several mistakes are told together, in the order of the file', () => {
    const text = good.replace('edition: 1', 'edition: 0').replace('per: day', 'per: dya').replace('months: 60', 'months: five');
    const parsed = parsePackFile('pack.yaml', text);
    expect(parsed.reasons.map(({ data }) => data?.['line'])).toEqual([3, 19, 31]);
  });

  it('JSON is read as well, indented with tabs or not', () => {
    const parsed = parsePackFile('pack.yaml', good);
    expect(parsed.ok).toBe(true);
    const plain = {
      format: 'linli-credit-standard/2',
      id: 'json',
      edition: 1,
      effective: { from: '2026-01-01' },
      name: { zh: '名', en: 'name' },
      source: { title: 'made up', confidence: 'assumed' },
      unit: { asset: 'second', scaleSeconds: 3600, words: { zh: '小时', en: 'hours' } },
      steps: [{ do: 'cap', per: 'day', most: { hours: 2 }, overflow: 'drop' }],
    };
    for (const indent of [0, 2, '\t']) {
      const read = parsePackFile('pack.json', JSON.stringify(plain, null, indent));
      expect(read.reasons).toEqual([]);
      // A standard by itself: what a finding calls `credit.steps.0` stands at the top of this file.
      if (read.ok && indent === 2) expect(read.value.placeOf(['credit', 'steps', 0])).toEqual({ line: 25, column: 5 });
    }
    const wrong = parsePackFile('pack.json', JSON.stringify({ ...plain, edition: 0 }, null, '\t'));
    expect(wrong.reasons[0]?.data).toMatchObject({ line: 4, column: 13, path: 'edition' });
  });
});
