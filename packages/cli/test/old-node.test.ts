import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { linliProcess } from './process.ts';
import { inFolder } from './terminal.ts';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const [, major, minor] = /^>=(\d+)\.(\d+)$/.exec(engines.node) ?? [];

const calledItself = (version: string): string =>
  `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;

it.each(['12.22.12', '20.20.2', `${major}.${Number(minor) - 1}.9`])(
  'Node.js %s is told what is needed, and nothing breaks',
  (version) =>
    inFolder(async (cwd) => {
      expect(await linliProcess(['--help'], { cwd, before: calledItself(version) })).toEqual({
        exitCode: 1,
        err:
          `linli 需要 Node.js ${major}.${minor} 或更新的版本，这里是 ${version}。请先更新 Node.js。\n` +
          `linli needs Node.js ${major}.${minor} or newer; this is ${version}. Please update Node.js first.\n`,
      });
    }),
);

it.each([`${major}.${minor}.0`, '26.0.0'])('Node.js %s goes through the door', (version) =>
  inFolder(async (cwd) => {
    expect(await linliProcess(['--version'], { cwd, before: calledItself(version) })).toEqual({ exitCode: 0, err: '' });
  }),
);
