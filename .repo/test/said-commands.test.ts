import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linli } from '../../packages/cli/test/terminal.ts';
import { commandsOf, type SaidCommand, saidCommands } from '../said-commands.ts';
import { root } from '../workspace.ts';

const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts as Readonly<Record<string, string>>;
const services = [
  {
    id: 's-1',
    helperId: 'p-lin',
    category: 'care.meal',
    from: '2026-10-05T09:00',
    hours: 2,
    beneficiary: 'p-zhao',
    evidence: ['sign-in-out'],
  },
];

/** What a reader has in the place of each name that a page uses. */
const files: Readonly<Record<string, string>> = {
  'FILE.xlsx': 'examples/duowen/data/duowen-2026-11-23.xlsx',
  'list.xlsx': 'examples/duowen/data/duowen-2026-11-23.xlsx',
  '表格.xlsx': 'examples/duowen/data/duowen-2026-11-23.xlsx',
  'FILE.yaml': 'examples/rule-packs/jp-yokohama.yaml',
  'our-bank.yaml': 'examples/rule-packs/jp-yokohama.yaml',
  'my-bank.yaml': 'examples/rule-packs/jp-yokohama.yaml',
  '规则.yaml': 'examples/rule-packs/jp-yokohama.yaml',
  'my-community': 'examples/duowen/community',
  examples: 'examples',
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'linli-reader-'));
  const filter = (path: string): boolean => !path.includes('node_modules');
  for (const [name, from] of Object.entries(files)) cpSync(join(root, from), join(folder, name), { recursive: true, filter });
  for (const name of ['FILE.json', 'services.json', '服务.json']) writeFileSync(join(folder, name), JSON.stringify(services));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The words behind `npm run -s SCRIPT --`, or behind an installed `linli`. */
const behind = (script: string, { words }: SaidCommand): readonly string[] | undefined => {
  const ways = [['npm', 'run', '-s', script, '--'], [script]];
  const way = ways.find((one) => one.every((word, index) => words[index] === word));
  return way === undefined ? undefined : words.slice(way.length);
};

describe('every command of every page', () => {
  const said = saidCommands();

  it('is one the repository has', () => {
    const strange = said.filter(({ words: [first, second, third, script] }) => {
      if (first === 'linli') return false;
      if (first !== 'npm') return true;
      return second === 'run'
        ? third !== '-s' || !Object.hasOwn(scripts, script ?? '')
        : !['start', 'test'].includes(second ?? '');
    });
    expect(strange.map(({ page, line, text }) => `${page}:${line} ${text}`)).toEqual([]);
    expect(said.length).toBeGreaterThan(30);
  });

  it('of linli is understood and does what it says, in the order of the page', { timeout: 300_000 }, async () => {
    const stopped: string[] = [];
    const tried = new Set<string>();
    for (const one of said) {
      const words = behind('linli', one);
      // Pages in two languages, or about the same thing, may say the same.
      if (words === undefined || tried.has(one.text)) continue;
      tried.add(one.text);
      const { exitCode, out, err } = await linli(words, { cwd: folder });
      if (exitCode !== 0 || out === '') stopped.push(`${one.page}:${one.line} ${one.text}\n${exitCode} ${err}`);
      if (one.into !== undefined) writeFileSync(join(folder, one.into), out);
    }
    expect(stopped).toEqual([]);
  });

  it('of an example runs through the door of the repository, again and again', { timeout: 300_000 }, () => {
    const runs = said.flatMap((one) => {
      const words = behind('example', one);
      return words === undefined ? [] : [words];
    });
    expect(runs.length).toBeGreaterThan(0);
    for (const words of runs) {
      const run = () =>
        spawnSync(process.execPath, [join(root, '.repo', 'bootstrap.mjs'), 'example', ...words], {
          env: { ...process.env, INIT_CWD: folder },
          encoding: 'utf8',
        });
      expect([words[0], run().status, run().status]).toEqual([words[0], 0, 0]);
    }
  });
});

it('commands are those of sh fences, without their remarks', () => {
  const page = ['```sh', 'npm start     # a day', '', 'npm run -s linli -- rules schema > x.json', '```', '```ts', 'npm', '```'];
  expect(commandsOf('p.md', page.join('\n'))).toEqual([
    { page: 'p.md', line: 2, text: 'npm start', words: ['npm', 'start'] },
    {
      page: 'p.md',
      line: 4,
      text: 'npm run -s linli -- rules schema > x.json',
      words: ['npm', 'run', '-s', 'linli', '--', 'rules', 'schema'],
      into: 'x.json',
    },
  ]);
});

describe('the two READMEs', () => {
  const pages = ['README.md', 'README.zh-CN.md'].map((name) => readFileSync(join(root, name), 'utf8'));
  /** What does not depend on the language: headings by level, rows by their code, code, links, commands without names. */
  const shapeOf = (page: string) => ({
    headings: page.match(/^#+ /gm),
    code: page.match(/```ts\n[\s\S]*?```/g),
    rows: page.match(/^\| [^|]+/gm)?.map((cell) => cell.match(/`[^`]+`/g)),
    points: page.match(/^- /gm)?.length,
    links: [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to?.replace('.zh-CN', '').replace('.zh.md', '.md')).sort(),
    commands: commandsOf('', page).map(({ words }) => words.filter((word) => !/[.]|^(zh|en)$/.test(word)).join(' ')),
    published: /npm install|E404/.test(page),
  });

  it('say the same', () => {
    const [english, chinese] = pages.map((page) => shapeOf(page));
    expect(chinese).toEqual(english);
    expect(english?.published).toBe(false);
  });
});
