import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Drawable, processes } from '@linli/windows';
import { describe, expect, it } from 'vitest';
import { pictureOf } from '../src/windows/picture.ts';
import { inFolder, linli } from './terminal.ts';

describe('linli windows draw', () => {
  it('Mermaid on standard output, in the language asked for', () =>
    inFolder(async (cwd) => {
      const zh = await linli(['windows', 'draw', 'line', '--lang', 'zh'], { cwd });
      expect([zh.exitCode, zh.err]).toEqual([0, '']);
      expect(zh.out).toMatch(/^stateDiagram-v2\n/);
      expect(zh.out).toContain('  s_held --> s_collected : 同意\n');
      expect(zh.out).not.toContain('note right of');
      const en = await linli(['windows', 'draw', 'line', '--refusals'], { cwd, env: { LANG: 'en_GB.UTF-8' } });
      expect(en.out).toContain('    ✗ prepared — Nobody answers for this demand yet#59; name one person first.\n');
      expect(await readdir(cwd)).toEqual([]);
    }));

  it('a picture on standard output, or in a file that says what it wants to be', () =>
    inFolder(async (cwd) => {
      const shown = await linli(['windows', 'draw', 'line', '--format', 'svg', '--lang', 'en'], { cwd });
      expect(shown.out).toMatch(/^<svg xmlns/);
      const words = ['windows', 'draw', 'line', '--lang', 'en'];
      expect((await linli([...words, '--output', 'mine.svg'], { cwd })).out).toBe('mine.svg\n');
      expect(await readFile(join(cwd, 'mine.svg'), 'utf8')).toBe(shown.out);
      await linli([...words, '--output', 'mine.txt', '--format', 'svg'], { cwd });
      expect(await readFile(join(cwd, 'mine.txt'), 'utf8')).toBe(shown.out);
      await linli([...words, '--output', 'mine'], { cwd });
      expect(await readFile(join(cwd, 'mine'), 'utf8')).toMatch(/^stateDiagram-v2\n/);
    }));

  it('into a folder: both, or the one asked for', () =>
    inFolder(async (cwd) => {
      await mkdir(join(cwd, 'all'));
      await mkdir(join(cwd, 'one'));
      const both = await linli(['windows', 'draw', 'line', '--output', 'all'], { cwd });
      expect([both.out, await readdir(join(cwd, 'all'))]).toEqual(['all/line.mmd\nall/line.svg\n', ['line.mmd', 'line.svg']]);
      await linli(['windows', 'draw', 'line', '--output', 'one/', '--format', 'svg'], { cwd });
      expect(await readdir(join(cwd, 'one'))).toEqual(['line.svg']);
    }));

  it('--json: the whole table, with codes and words', () =>
    inFolder(async (cwd) => {
      const { out } = await linli(['windows', 'draw', 'line', '--json', '--lang', 'en'], { cwd });
      const drawn = JSON.parse(out);
      expect(drawn).toMatchObject({
        format: 'linli-windows-draw/1',
        name: 'line',
        title: { zh: '一条需求', en: 'One demand in one cycle' },
        initial: 'held',
        lang: 'en',
        written: [],
      });
      expect(drawn.states).toContain('unassigned');
      expect(drawn.mermaid).toMatch(/^stateDiagram-v2\n/);
      expect(drawn.ways[0]).toEqual({
        from: 'held',
        event: 'approve',
        guard: null,
        isOtherwise: false,
        to: 'collected',
        because: 'line/approved',
        words: {
          from: 'waiting for approval',
          event: 'approve',
          guard: '',
          to: 'collected',
          because: 'Approved: taken into this cycle.',
        },
      });
    }));

  it.each([
    [['windows'], 2, '“windows”后面要写做什么：list, draw'],
    [['windows', 'paint'], 2, '没有“windows paint”这个命令'],
    [['windows', 'draw'], 2, '缺少 NAME'],
    [['windows', 'draw', 'lime'], 2, '没有叫“lime”的流程，是不是“line”？'],
    [['windows', 'draw', 'zzzzzz'], 2, '没有叫“zzzzzz”的流程，可以是：cycle'],
    [['windows', 'draw', 'line', '--format', 'png'], 2, '选项 --format 不能是“png”，可以是：mermaid, svg'],
    [['windows', 'draw', 'line', 'cycle'], 2, '多出来的内容：“cycle”'],
    [['windows', 'draw', 'line', '--output', 'no/line.svg'], 3, '没有文件夹 no，文件 no/line.svg 没有写'],
    [['windows', 'draw', 'line', '--output', 'no/'], 3, '没有文件夹 no，文件 no/line.mmd 没有写'],
    [['windows', 'draw', 'line', '--output', 'full.svg/line.svg'], 3, '文件 full.svg/line.svg 写不进去（ENOTDIR）'],
  ] as const)('%j: exit code %d, said in both languages, nothing written', (words, expected, zh) =>
    inFolder(async (cwd) => {
      await linli(['windows', 'draw', 'line', '--output', 'full.svg'], { cwd });
      const { exitCode, out, err } = await linli(words, { cwd });
      expect([exitCode, out]).toEqual([expected, '']);
      expect(err).toContain(zh);
      expect(err.trim().split('\n')).toHaveLength(2);
      expect(await readdir(cwd)).toEqual(['full.svg']);
    }),
  );
});

describe('linli windows list', () => {
  it('names, titles, states, ways, refusals, guards', () =>
    inFolder(async (cwd) => {
      const { out } = await linli(['windows', 'list', '--lang', 'en'], { cwd });
      expect(out).toMatch(/^line +One demand in one cycle {2}\(8 states, 24 ways, 18 refusals, 2 guards\)$/m);
      const { format, machines } = JSON.parse((await linli(['windows', 'list', '--json'], { cwd })).out);
      expect(format).toBe('linli-windows-list/1');
      expect(machines.map(({ name }: { name: string }) => name)).toEqual(Object.keys(processes));
    }));
});

describe('the picture of a machine', () => {
  const machines = Object.values<Drawable>(processes);
  const hostile: Drawable = {
    name: 'x',
    initial: 'a',
    states: { a: { e: [{ to: 'b', because: 'x' }], s: [{ to: 'a', because: 'x' }] }, b: {} },
    texts: {
      'x/title': { zh: '</title><script>alert(1)</script>', en: '' },
      'x-state/a': { zh: '"a" & <b> \\N \\G', en: '' },
      'x-event/e': { zh: '</td></table>> -->\n]]>', en: '' },
      'x-event/s': { zh: '&amp; <br/>', en: '' },
    },
  };

  it.each([...machines, hostile])('$name: well-formed, self-contained, said in words', async (machine) => {
    for (const lang of ['zh', 'en'] as const) {
      const svg = await pictureOf(machine, lang);
      expect(faultsOf(svg)).toEqual([]);
      expect(svg).toContain('role="img" aria-labelledby=');
      expect(svg).not.toMatch(/<script|<image|href|url\(|font-family="/);
      expect(await pictureOf(machine, lang)).toBe(svg);
    }
  });

  it('planted: an unclosed tag, a bare sign and a word without its room are found', async () => {
    const svg = await pictureOf(processes.line, 'zh');
    expect(faultsOf(svg.replace('</g>', ''))).not.toEqual([]);
    expect(faultsOf(svg.replace('同意', '同 & 意'))).not.toEqual([]);
    expect(narrow(svg)).toEqual([]);
    expect(narrow(svg.replaceAll('font-size="14.00"', 'font-size="40.00"'))).not.toEqual([]);
  });

  it.each(machines)('$name: every Chinese word fits into its box', async (machine) => {
    expect(narrow(await pictureOf(machine, 'zh'))).toEqual([]);
  });
});

/** Tags that do not close each other, and signs that stand for themselves and may not. */
function faultsOf(svg: string): readonly string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const [whole, close, name, rest] of svg.matchAll(/<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"<]*")*\s*\/?)>/g)) {
    if (close === '/') {
      if (open.pop() !== name) faults.push(`${whole} closes nothing`);
    } else if (!rest?.endsWith('/')) open.push(name!);
  }
  const words = svg.replace(/<\/?[a-z]+(?:\s+[\w:-]+="[^"<]*")*\s*\/?>/g, '');
  for (const [sign] of words.matchAll(/[<>]|&(?!#?\w+;)/g)) faults.push(`${sign} is not escaped`);
  return [...faults, ...open.map((name) => `<${name}> is not closed`)];
}

/** Words of Chinese signs that are wider than the box that they stand in: 1 em a sign, whatever the font. */
function narrow(svg: string): readonly string[] {
  return [...svg.matchAll(/<g class="node">\n([\s\S]*?)<\/g>/g)].flatMap(([, node = '']) => {
    const [, path = ''] = / d="([^"]+)"/.exec(node) ?? [];
    const xs = [...path.matchAll(/(-?[\d.]+),-?[\d.]+/g)].map(([, x]) => Number(x));
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    return [...node.matchAll(/text-anchor="(\w+)" x="(-?[\d.]+)".*font-size="([\d.]+)".*>(.*)<\/text>/g)].flatMap(
      ([, anchor, x, size, text = '']) => {
        const width = (text.match(/[一-龥，、。]/g) ?? []).length * Number(size);
        const from = anchor === 'middle' ? Number(x) - width / 2 : Number(x);
        return from < left || from + width > right ? [text] : [];
      },
    );
  });
}
