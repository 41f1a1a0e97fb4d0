import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands, options } from '../src/commands.ts';
import { shown } from '../src/terminal.ts';
import { duowenRules, duowenWorkbook, inFolder, linli } from './terminal.ts';

/** Clears the screen, sets a title, colours, goes back, turns the direction of writing: all a name can carry. */
const hostile = 'a\u001b[2J\u001b]0;t\u0007\u009b31m\u202eb\u2066\u200f\r\u0008\u007f';
// A file system of Windows takes no control characters.
const hostileName = process.platform === 'win32' ? 'a\u202eb\u2066\u200f' : hostile;

const obeyed = /[^\P{C}\n\t\u200c\u200d]|[\p{Zl}\p{Zp}]/u;

/** What a command said must be harmless, and show what it was given wherever it repeats it. */
const expectHarmless = (what: string, { out, err }: { readonly out: string; readonly err: string }): void => {
  expect([what, obeyed.exec(out)?.[0], obeyed.exec(err)?.[0]]).toEqual([what, undefined, undefined]);
};

/** A zip of stored files, enough for a workbook. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, body] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, path, body]);
    const [before, after] = [Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), Buffer.alloc(14)];
    after.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([before, common, after, path]));
    parts.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** A workbook whose sheets have hostile names: one that no reader knows, and one of residents with a row that is held back. */
function workbook(): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const bare = hostile.replaceAll(/\p{Cc}/gu, '');
  const sheets = [`${bare}1`, `${bare}独居长者花名册`];
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (...texts: readonly string[]): string => `<row>${texts.map(cell).join('')}</row>`;
  const rows = [row('甲', '乙') + row('一', '二'), row('姓名', '性别', `${bare}电话`, '住址') + row('', '女', bare, '1-1-101')];
  const sheet = (index: number): string => `<worksheet xmlns="${main}"><sheetData>${rows[index]}</sheetData></worksheet>`;
  const type = (kind: string): string => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
  return zip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type('sheet.main')}"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type('worksheet')}"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet(0),
    'xl/worksheets/sheet2.xml': sheet(1),
  });
}

const quoted = JSON.stringify(hostile).replaceAll('\u007f', '\\u007f').replaceAll('\u009b', '\\u009b');

/** Files of every kind a command reads, hostile in key and value, under a hostile name. */
const contents: Readonly<Record<string, string | Buffer>> = {
  workbook: workbook(),
  pack: `format: linli-time-bank/2\n${quoted}: 1\n`,
  value: `format: linli-time-bank/2\nid: ${quoted}\nunit: ${quoted}\n`,
  alias: `format: &${'x'} linli-time-bank/2\nid: *${'y'}\n`,
  mapping: `format: linli-mapping/1\nsheets:\n  ${quoted}: residents\n${quoted}: {}\n`,
  definition: `format: linli-rota/1\n${quoted}: ${quoted}\n`,
  format: `format: ${quoted}\n`,
  services: JSON.stringify({ [hostile]: 1, services: [{ helperId: hostile, category: hostile, from: hostile, [hostile]: 1 }] }),
  good: JSON.stringify([{ id: hostile, helperId: hostile, category: hostile, from: '2026-10-05T09:00', hours: 2, [hostile]: 1 }]),
  noise: hostile,
};

describe('no terminal obeys what it is told', () => {
  it.each(commands.map((command) => [command.name, command] as const))('%s: a hostile word in every place', (name, command) =>
    inFolder(async (cwd) => {
      const words = name.split(' ');
      const values = command.options.filter((option) => options[option].value !== null);
      // A line that reaches the command, and the same line with one hostile word in each place after the other.
      const given: Readonly<Record<string, string>> = {
        input: duowenWorkbook,
        date: '2026-11-23',
        pack: 'cn-nanjing-2019',
        against: 'jp-nalc',
        services: 'services.json',
      };
      await writeFile(join(cwd, 'services.json'), contents['good'] as string);
      const known = values.flatMap((option) => (given[option] === undefined ? [] : [`--${option}`, given[option]]));
      const first = command.most === 0 || name === 'import' ? [] : [given['pack'] as string];
      const lines: (readonly string[])[] = [
        [...words, hostile],
        [...words, ...first, hostile, hostile, hostile],
        [...words, ...known, `--${hostile}`],
        [...words, ...known, `--json=${hostile}`],
        ...[...values, 'lang'].map((option) => [...words, ...first, ...known, `--${option}`, hostile]),
        ...[...values, 'lang'].map((option) => [...words, ...known, `--${option}=${hostile}/${hostile}`, '--json']),
      ];
      for (const line of lines) expectHarmless(line.join(' '), await linli(line, { cwd, env: { LINLI_LANG: '' } }));
      expectHarmless('environment', await linli(words, { cwd, env: { LINLI_LANG: hostile, LINLI_COMMUNITY: hostile } }));
    }),
  );

  it.each(Object.keys(contents))('a file with a hostile name that holds: %s', (kind) =>
    inFolder(async (cwd) => {
      await writeFile(join(cwd, hostileName), contents[kind] as string);
      const file = hostileName;
      const said: string[] = [];
      for (const line of [
        ['import', file, '--dry-run'],
        ['import', file, '--propose-mapping'],
        ['import', duowenWorkbook, '--dry-run', '--mapping', file],
        ['day', 'run', '--input', file, '--date', '2026-11-23'],
        ['rules', 'check', file],
        ['rules', 'diff', file, 'jp-nalc'],
        ['rules', 'explain', '--pack', 'cn-nanjing-2019', '--services', file],
        ['rules', 'simulate', '--pack', 'cn-nanjing-2019', '--services', file],
        ['windows', 'check', file],
        ['windows', 'rota', file, '--date', '2026-11-23', '--before', file],
      ]) {
        for (const json of [[], ['--json']]) {
          const heard = await linli([...line, ...json], { cwd });
          expectHarmless(line.join(' '), heard);
          if (json.length > 0 && heard.out !== '' && !line.includes('--propose-mapping')) JSON.parse(heard.out);
          said.push(heard.out + heard.err);
        }
      }
      // It was there to be said, and is to be seen.
      expect(said.join('')).toContain('\\u202e');
    }),
  );

  it('a community whose rule files are hostile', () =>
    inFolder(async (cwd) => {
      await mkdir(join(cwd, hostileName));
      await writeFile(join(cwd, hostileName, 'catalogue.yaml'), `format: linli-catalogue/1\n${quoted}: 1\n`);
      await writeFile(join(cwd, hostileName, 'community.yaml'), `${quoted}: 1\n`);
      for (const line of [
        ['day', 'run', '--input', duowenWorkbook, '--date', '2026-11-23', '--community', hostileName],
        ['rules', 'check', hostileName],
      ])
        expectHarmless(line.join(' '), await linli(line, { cwd }));
    }));

  it('and a name with a line end does not make a line of its own', () =>
    inFolder(async (cwd) => {
      const { err } = await linli(['import', 'a.xlsx\nall is well', '--dry-run', '--community', duowenRules, '--lang', 'en'], {
        cwd,
      });
      expect(err).toBe('there is no file a.xlsx\\nall is well\n');
    }));
});

describe('shown', () => {
  const anything = fc.string({ unit: 'binary' });

  it('law: nothing is left that a terminal obeys, and all else stays as it was', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(shown(text)).not.toMatch(/[^\P{Cc}\n\t]|\p{Bidi_Control}/u);
        expect(shown(shown(text))).toBe(shown(text));
        if (!/\p{Cc}|\p{Bidi_Control}|\p{Zl}|\p{Zp}/u.test(text)) expect(shown(text)).toBe(text);
      }),
      { seed: 20261201, numRuns: 2_000 },
    );
  });

  it('law: JSON says the same as before', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(JSON.parse(shown(JSON.stringify(value, null, 2)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 20261201, numRuns: 500 },
    );
  });
});
