import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf, duowenWorkbook, inFolder, linli } from './terminal.ts';

const day = (input: string, date = '2026-11-23'): readonly string[] => [
  'day',
  'run',
  '--input',
  input,
  '--date',
  date,
  '--store',
  'sqlite:day.sqlite',
];

interface Mistake {
  readonly what: string;
  readonly words: (folder: string) => Promise<readonly string[]>;
  readonly exitCode: number;
  readonly zh: RegExp;
  readonly en: RegExp;
}

const written = async (folder: string, name: string, bytes: Uint8Array): Promise<string> => {
  await writeFile(join(folder, name), bytes);
  return name;
};

const mistakes: readonly Mistake[] = [
  {
    what: 'an option of another command, above all one that would have kept it from writing',
    words: async (folder) => [...day(await written(folder, 'list.xlsx', await bytesOf(duowenWorkbook))), '--dry-run'],
    exitCode: 2,
    zh: /day run 不用选项 --dry-run/,
    en: /day run has no option --dry-run/,
  },
  {
    what: 'a file that is not there',
    words: async () => day('nowhere.xlsx'),
    exitCode: 3,
    zh: /找不到文件 nowhere\.xlsx/,
    en: /there is no file nowhere\.xlsx/,
  },
  {
    what: 'a truncated workbook',
    words: async (folder) => day(await written(folder, 'cut.xlsx', (await bytesOf(duowenWorkbook)).subarray(0, 60_000))),
    exitCode: 3,
    zh: /文件不完整/,
    en: /end of the file is missing/,
  },
  {
    what: 'an empty file',
    words: async (folder) => day(await written(folder, 'empty.xlsx', new Uint8Array())),
    exitCode: 3,
    zh: /文件是空的/,
    en: /The file is empty/,
  },
  {
    what: 'a picture with the name of a workbook',
    words: async (folder) => day(await written(folder, 'picture.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))),
    exitCode: 3,
    zh: /不是 Excel 工作簿/,
    en: /not a workbook/,
  },
  {
    what: 'a date that is none',
    words: async () => day(duowenWorkbook, '2026-13-45'),
    exitCode: 2,
    zh: /“2026-13-45”不是日期/,
    en: /"2026-13-45" is not a date/,
  },
  {
    what: 'the date of another day',
    words: async () => day(duowenWorkbook, '2026-11-22'),
    exitCode: 3,
    zh: /是 2026-11-23 的，不是 2026-11-22 的；没有写入任何内容/,
    en: /of 2026-11-23, not of 2026-11-22; nothing was written/,
  },
  {
    what: 'no date',
    words: async () => ['day', 'run', '--input', duowenWorkbook],
    exitCode: 2,
    zh: /缺少 --date/,
    en: /--date is missing/,
  },
  {
    what: 'no input',
    words: async () => ['day', 'run', '--date', '2026-11-23'],
    exitCode: 2,
    zh: /缺少 --input/,
    en: /--input is missing/,
  },
  {
    what: 'an unknown option',
    words: async () => [...day(duowenWorkbook), '--dat', 'x'],
    exitCode: 2,
    zh: /不认识的选项 --dat，是不是 --date？/,
    en: /unknown option --dat; did you mean --date\?/,
  },
  {
    what: 'an option without its value',
    words: async () => ['day', 'run', '--input'],
    exitCode: 2,
    zh: /选项 --input 后面要写内容/,
    en: /--input needs a value/,
  },
  {
    what: 'an unknown language',
    words: async () => [...day(duowenWorkbook), '--lang', 'fr'],
    exitCode: 2,
    zh: /可以是：zh, en/,
    en: /it can be: zh, en/,
  },
  {
    what: 'an unknown command',
    words: async () => ['dya'],
    exitCode: 2,
    zh: /没有“dya”这个命令，是不是“day”？/,
    en: /there is no command "dya"; did you mean "day"\?/,
  },
  {
    what: 'an unknown command of a group',
    words: async () => ['rules', 'chekc', 'x.yaml'],
    exitCode: 2,
    zh: /没有“rules chekc”这个命令，是不是“rules check”？/,
    en: /there is no command "rules chekc"; did you mean "rules check"\?/,
  },
  {
    what: 'a group without its command',
    words: async () => ['windows'],
    exitCode: 2,
    zh: /“windows”后面要写做什么：list, draw, check, schema, rota/,
    en: /say which of them after "windows": list, draw, check, schema, rota/,
  },
  {
    what: 'a command nothing is near to',
    words: async () => ['bookkeeping'],
    exitCode: 2,
    zh: /没有“bookkeeping”这个命令；linli --help/,
    en: /there is no command "bookkeeping"; linli --help/,
  },
  { what: 'no command', words: async () => [], exitCode: 2, zh: /请写一个命令/, en: /name a command/ },
  {
    what: 'one word too many',
    words: async () => ['import', 'a.xlsx', 'b.xlsx'],
    exitCode: 2,
    zh: /多出来的内容：“b\.xlsx”/,
    en: /nothing was expected after this: "b\.xlsx"/,
  },
  {
    what: 'an unknown store',
    words: async () => ['day', 'run', '--input', duowenWorkbook, '--date', '2026-11-23', '--store', 'excel'],
    exitCode: 2,
    zh: /不认识的数据存储“excel”/,
    en: /unknown store "excel"/,
  },
  {
    what: 'an import to nowhere',
    words: async () => ['import', duowenWorkbook],
    exitCode: 2,
    zh: /--store sqlite:路径/,
    en: /--store sqlite:PATH/,
  },
  {
    what: 'a mapping that is not there',
    words: async () => [...day(duowenWorkbook), '--mapping', 'no.yaml'],
    exitCode: 3,
    zh: /找不到文件 no\.yaml/,
    en: /there is no file no\.yaml/,
  },
  {
    what: 'a mapping that is not one',
    words: async (folder) => [
      ...day(duowenWorkbook),
      '--mapping',
      await written(folder, 'm.yaml', Buffer.from('format: linli-mapping/1\nheaderz: {}\n')),
    ],
    exitCode: 4,
    zh: /m\.yaml 第 \d+ 行/,
    en: /m\.yaml, line \d+/,
  },
];

describe('mistakes', () => {
  for (const { what, words, exitCode, zh, en } of mistakes) {
    it(`${what}: said in both languages, exit code ${exitCode}, and no store is left behind`, () =>
      inFolder(async (cwd) => {
        const asked = await words(cwd);
        const before = await readdir(cwd);
        const both = await linli(asked, { cwd });
        expect(both.exitCode).toBe(exitCode);
        expect(both.out).toBe('');
        expect(both.err).toMatch(zh);
        expect(both.err).toMatch(en);
        expect(await readdir(cwd)).toEqual(before);
      }));
  }

  it('only the chosen language is spoken', () =>
    inFolder(async (cwd) => {
      const { err: zh } = await linli([...day('nowhere.xlsx'), '--lang', 'zh'], { cwd });
      const { err: en } = await linli([...day('nowhere.xlsx'), '--lang', 'en'], { cwd });
      expect(zh).toBe('找不到文件 nowhere.xlsx\n');
      expect(en).toBe('there is no file nowhere.xlsx\n');
    }));

  it('a failure with --json is JSON with the same exit code', () =>
    inFolder(async (cwd) => {
      const { exitCode, out } = await linli([...day('nowhere.xlsx'), '--json'], { cwd });
      expect(exitCode).toBe(3);
      expect(JSON.parse(out)).toMatchObject({
        ok: false,
        exitCode: 3,
        reasons: [{ code: 'file/not-found', zh: '找不到文件 nowhere.xlsx', en: 'there is no file nowhere.xlsx' }],
      });
    }));

  it('a store that is no database is refused and left as it was', () =>
    inFolder(async (cwd) => {
      await writeFile(
        join(cwd, 'day.sqlite'),
        'these are notes and not a database, kept long enough to be read as a header by mistake',
      );
      const before = await bytesOf(join(cwd, 'day.sqlite'));
      const { exitCode, err } = await linli(day(duowenWorkbook), { cwd });
      expect(exitCode).toBe(5);
      expect(err).toContain('the store sqlite:day.sqlite was not opened:');
      expect(await bytesOf(join(cwd, 'day.sqlite'))).toEqual(before);
      expect(await readdir(cwd)).toEqual(['day.sqlite']);
    }));
});
