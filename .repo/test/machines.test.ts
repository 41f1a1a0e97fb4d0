import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Drawable } from '@linli/windows';
import { expect, it } from 'vitest';
import { machineFiles, machines, pictureFolder } from '../machines.ts';
import { root } from '../workspace.ts';

const committed = (path: string): string | null => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null);

/** Paths of files that are not what would be generated. */
const stale = async (shown: readonly Drawable[]): Promise<readonly string[]> =>
  [...(await machineFiles(shown))].filter(([path, text]) => committed(path) !== text).map(([path]) => path);

it('the pages and pictures of the machines are not stale: npm run -s docs:machines', async () => {
  expect(await stale(machines)).toEqual([]);
  const pictures = [...(await machineFiles(machines)).keys()].filter((path) => path.endsWith('.svg'));
  expect(readdirSync(join(root, pictureFolder)).sort()).toEqual(pictures.map((path) => basename(path)).sort());
});

const [first, ...rest] = machines as [Drawable, ...Drawable[]];
const [from, ways] = Object.entries(first.states).find(([, events]) => Object.keys(events).length > 0)!;
const [event] = Object.keys(ways) as [string];
const pages = [join('docs', 'machines.md'), join('docs', 'machines.zh.md')];
const pictures = [`${first.name}.svg`, `${first.name}.zh.svg`].map((name) => join(pictureFolder, name));

it.each<readonly [string, Drawable, readonly string[]]>([
  [
    'a way that leads elsewhere',
    { ...first, states: { ...first.states, [from]: { ...ways, [event]: [{ to: from, because: ways[event]![0]!.because }] } } },
    [...pictures, ...pages],
  ],
  [
    'another word for why',
    { ...first, texts: { ...first.texts, [ways[event]![0]!.because]: { zh: '别的话', en: 'Other words.' } } },
    pages,
  ],
  ['a state more', { ...first, states: { ...first.states, limbo: {} } }, [...pictures, ...pages]],
])('planted: %s is told', async (_, planted, expected) => {
  expect([...(await stale([planted, ...rest]))].sort()).toEqual([...expected].sort());
});

it('planted: a machine without a paragraph is not drawn in silence', async () => {
  await expect(machineFiles([{ ...first, name: 'nameless' }])).rejects.toThrow('nameless has no paragraph');
});
