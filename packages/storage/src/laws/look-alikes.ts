import { batch, ensure, type Law, revisionAt, rows } from './law.ts';

/** Texts that differ, and that some machine somewhere takes for the same: one reason a row. */
const lookAlikes: readonly (readonly [why: string, ...texts: string[]])[] = [
  ['case', 'abc', 'ABC', 'Abc'],
  ['case beyond ASCII', 'é', 'É'],
  ['case of a letter that becomes two', 'straße', 'STRASSE', 'straẞe'],
  ['case in Turkish', 'ı', 'i', 'İ', 'I'],
  ['final sigma', 'σ', 'ς', 'Σ'],
  ['accents', 'resume', 'résumé'],
  ['composed and decomposed', '\u00e9', 'e\u0301'],
  ['composed and decomposed Hangul', '\u1112\u1161\u11ab', '\ud55c'],
  ['one sign under two codes', '\u212b', '\u00c5', '\u2126', '\u03a9'],
  ['compatibility ideograph', '\uf900', '\u8c48'],
  ['traditional and simplified', '鄰里', '邻里'],
  ['variant of an ideograph', '葛', '葛\u{e0100}'],
  ['ligature', 'fi', '\ufb01'],
  ['width', '1', '１', 'ｱ', 'ア'],
  ['blank at the end', 'x', 'x ', 'x  ', 'x\t', 'x\n', 'x\u00a0', 'x\u3000'],
  ['blank at the beginning', 'y', ' y', '\ty', '\ufeffy'],
  ['line ends', 'l\n', 'l\r\n', 'l\r'],
  ['signs without width', 'z', 'z\u200b', 'z\u200d', 'z\u00ad', 'z\ufe0f'],
  ['full stop at the end, as in names of files', 'f', 'f.', 'f..'],
  ['paths', 'p/q', 'p//q', 'p/./q', 'p\\q', 'p/q/', 'p/r/../q'],
  ['percent and plus', 'a b', 'a%20b', 'a+b'],
  ['wildcards', 'w%', 'w_', 'w*', 'w?', 'wx'],
  ['quotes', "q'", "q''", 'q"', 'q`'],
  ['numbers', '7', '07', '7.0', '+7', '7e0', '-7'],
  ['words of programs', 'null', 'NULL', 'undefined', 'true', 'NaN'],
  ['members of every object', '__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  ['a broken character', '\ufffd', '\ufffd\ufffd', '?'],
  [
    'no difference before the last sign',
    ...[32, 63, 64, 127, 128, 191, 255, 256, 511].flatMap((at) => [`${'n'.repeat(at)}1`, `${'n'.repeat(at)}2`]),
  ],
];

const texts: readonly string[] = [...new Set(lookAlikes.flatMap(([, ...row]) => row))];

const whyOf = (text: string): string => lookAlikes.find(([, ...row]) => row.includes(text))?.[0] ?? '';
const shownAs = (text: string): string =>
  `${JSON.stringify(text.length > 20 ? `${text.slice(0, 8)}…${text.slice(-4)}` : text)} (${whyOf(text)})`;

/** An object that also holds `__proto__` as a member like any other. */
const record = <Value>(entries: readonly (readonly [string, Value])[]): Readonly<Record<string, Value>> =>
  Object.fromEntries(entries);

export const keysStayApart: Law = {
  id: 'Q7',
  says: {
    zh: '编号只差大小写、写法、空格或末尾，也是不同的记录：写、读、查、删都分得清。',
    en: 'Keys that differ only in case, encoding, blanks or their last sign stay apart: written, read, expected, listed and removed.',
  },
  async hold(open) {
    const driver = await open();
    await driver.commit(
      batch('seed', { expect: record(texts.map((key) => [key, 0])), put: record(texts.map((key, at) => [key, at])) }),
    );
    const held = await driver.read(texts);
    for (const [at, key] of texts.entries()) {
      ensure(held[at]?.value === at, `the key ${shownAs(key)} was mixed up with another`);
      ensure(held[at]?.key === key, `the key ${shownAs(key)} came back as ${JSON.stringify(held[at]?.key)}`);
    }
    const listed = (await rows(driver, { from: '', until: '\u{10ffff}' })).length;
    ensure(listed === texts.length, `${texts.length} keys were put, ${listed} are listed`);
    // Every second one goes: whoever folds takes another with it, or finds it there still.
    const gone = texts.filter((_, at) => at % 2 === 1);
    await driver.commit(batch('every second', { remove: gone }));
    const left = await driver.read(texts);
    for (const [at, key] of texts.entries()) {
      const isThere = left[at] !== undefined;
      ensure(
        isThere === (at % 2 === 0),
        `after others were removed, the key ${shownAs(key)} is ${isThere ? 'still there' : 'gone'}`,
      );
    }
    // Absent is absent, whatever is there beside it.
    await driver.commit(
      batch('back', { expect: record(gone.map((key) => [key, 0])), put: record(gone.map((key) => [key, 'back'])) }),
    );
    const last = gone.at(-1) ?? '';
    ensure((await revisionAt(driver, last)) > 0, `the key ${shownAs(last)} did not come back`);
  },
};

export const idsStayApart: Law = {
  id: 'I3',
  says: {
    zh: '操作编号只差大小写、写法、空格或末尾，也是不同的操作：一个不会被当成另一个。',
    en: 'Ids of commits that differ only in case, encoding, blanks or their last sign are different commits.',
  },
  async hold(open) {
    const driver = await open();
    const answers: number[] = [];
    const of = (at: number) => batch(texts[at] as string, { put: { [`k/${at}`]: at } });
    for (const [at, id] of texts.entries()) {
      try {
        answers.push((await driver.commit(of(at))).revision);
      } catch (error) {
        throw new Error(`a commit under the new id ${shownAs(id)} was refused: ${(error as { code?: unknown }).code}`);
      }
      const isNew = answers[at] !== answers[at - 1] && (await revisionAt(driver, `k/${at}`)) === answers[at];
      ensure(isNew, `a commit under the new id ${shownAs(id)} got the answer of another and was not written`);
    }
    for (const [at, id] of texts.entries()) {
      const again = await driver.commit(of(at));
      ensure(again.revision === answers[at], `the id ${shownAs(id)} was not known again`);
    }
  },
};
