import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { commands, options } from '../src/commands.ts';
import { inFolder, linli } from './terminal.ts';

const said = (words: readonly string[], env: Record<string, string> = {}) => inFolder((cwd) => linli(words, { cwd, env }));

describe('help', () => {
  it('lists every command and every option, asked for in any way', async () => {
    const { exitCode, out } = await said(['--help', '--lang', 'en']);
    expect(exitCode).toBe(0);
    for (const { name } of commands) expect(out).toContain(`\n  linli ${name}`);
    for (const option of Object.keys(options)) expect(out).toContain(`\n  --${option} `);
    for (const words of [
      ['-h', '--lang', 'en'],
      ['help', '--lang', 'en'],
    ])
      expect((await said(words)).out).toBe(out);
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    'of %s: reads, writes, options, codes, example',
    async (name, command) => {
      const { exitCode, out } = await said(['help', ...name.split(' '), '--lang', 'en']);
      expect(exitCode).toBe(0);
      expect((await said([...name.split(' '), '--help', '--lang', 'en'])).out).toBe(out);
      for (const part of [`linli ${name}`, 'Reads  ', 'Writes  ', 'Options\n', 'Exit codes  0 done', 'Example\n  linli ']) {
        expect(out).toContain(part);
      }
      for (const option of command.options) expect(out).toContain(`\n  --${option} `);
      for (const other of Object.keys(options)) {
        if (command.options.some((one) => one === other) || ['lang', 'help'].includes(other)) continue;
        expect(out).not.toContain(`\n  --${other} `);
      }
      expect((await said(['help', ...name.split(' '), '--lang', 'zh'])).out).toMatch(
        /\n读 {2}.+\n写 {2}.+\n\n选项\n[\s\S]*\n退出码 {2}0 完成/,
      );
    },
  );

  it('the example of a command is one it understands', async () => {
    for (const { name, example } of commands) {
      for (const lang of ['zh', 'en'] as const) {
        const words = (example[lang].split(' > ')[0] as string).split(' ');
        const { exitCode, err } = await said([...words, '--lang', 'en']);
        expect([name, exitCode === 2, /unknown|no command|is missing|expected/.test(err)]).toEqual([name, false, false]);
      }
    }
  });

  it('of a group is the help of its commands; of nothing that is there, a complaint', async () => {
    const { out } = await said(['help', 'rules', '--lang', 'en']);
    expect(out).toContain('linli rules explain');
    expect(out).not.toContain('linli windows');
    expect((await said(['help', 'ruels'])).exitCode).toBe(2);
    expect((await said(['ruels', '--help', '--lang', 'en'])).err).toContain('did you mean "rules"?');
  });

  it('the reference page has every command and every option', async () => {
    const page = await readFile(new URL('../../../docs/cli.md', import.meta.url), 'utf8');
    for (const { name } of commands) expect(page).toContain(name);
    for (const option of Object.keys(options)) expect(page).toContain(`--${option}`);
  });
});

describe('the language', () => {
  const chinese = /用法/;
  const english = /Usage/;

  it.each([
    [[], { LC_ALL: 'zh_CN.UTF-8' }, true, false],
    [[], { LANG: 'en_GB.UTF-8' }, false, true],
    [[], { LC_ALL: 'zh_CN', LANG: 'en_GB' }, true, false],
    [[], { LC_MESSAGES: 'en_GB', LANG: 'zh_CN' }, false, true],
    [[], { LINLI_LANG: 'en', LC_ALL: 'zh_CN' }, false, true],
    [['--lang', 'zh'], { LINLI_LANG: 'en' }, true, false],
    [[], { LANG: 'C.UTF-8' }, true, true],
    [[], {}, true, true],
  ])('of help with %j and %j', async (words, env, zh, en) => {
    const { out } = await said(['--help', ...words], env as Record<string, string>);
    expect([chinese.test(out), english.test(out)]).toEqual([zh, en]);
  });

  it('that was chosen is the one complaints are in, those on the command line too', async () => {
    const inEnglish = '"x" is not a date; write it like 2026-11-23\n';
    expect((await said(['day', 'run', '--date', 'x', '--lang', 'en'])).err).toBe(inEnglish);
    expect((await said(['day', 'run', '--date', 'x'], { LINLI_LANG: 'en' })).err).toBe(inEnglish);
    expect((await said(['day', 'run', '--date', 'x'], { LANG: 'en_GB' })).err).toMatch(/不是日期[\s\S]*is not a date/);
  });

  it('that is not spoken is told', async () => {
    expect((await said(['rules', 'list'], { LINLI_LANG: 'fr' })).err).toContain(
      '"fr" is nothing LINLI_LANG can be; it can be: zh, en',
    );
    expect((await said(['rules', 'list'], { LINLI_LANG: '' })).exitCode).toBe(0);
  });
});
