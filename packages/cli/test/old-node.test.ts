import { readFileSync } from 'node:fs';
import ts from 'typescript';
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

/** The words of a source as a Node.js of the language's year 2019 would have to be given them. */
const asOf = (target: ts.ScriptTarget, text: string): string =>
  ts.transpileModule(text, { compilerOptions: { target, module: ts.ModuleKind.ES2020 } }).outputText;

it.each([
  ['the door of the command', '../src/main.ts'],
  ['the bootstrap', '../../../.repo/bootstrap.mjs'],
  ['what the bootstrap fetches', '../../../.repo/pinned-node.mjs'],
])('%s is written in words that an old Node.js can read', (_, file) => {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  expect(asOf(ts.ScriptTarget.ES2019, text)).toBe(asOf(ts.ScriptTarget.ESNext, text));
  expect(asOf(ts.ScriptTarget.ES2019, 'let a = b ?? c;')).not.toBe(asOf(ts.ScriptTarget.ESNext, 'let a = b ?? c;'));
});
