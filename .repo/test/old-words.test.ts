import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { root } from '../workspace.ts';

/** A source in the words of one year of the language; the same as it stands where it has no younger ones. */
const asOf = (target: ts.ScriptTarget, text: string): string =>
  ts.transpileModule(text, { compilerOptions: { target, module: ts.ModuleKind.ES2020 } }).outputText;

const isReadableByNode12 = (text: string): boolean => asOf(ts.ScriptTarget.ES2019, text) === asOf(ts.ScriptTarget.ESNext, text);

// What says that a Node.js is too old has to be readable by it.
it.each(['packages/cli/src/main.ts', '.repo/bootstrap.mjs', '.repo/pinned-node.mjs'])('%s is in words of 2019', (file) => {
  expect(isReadableByNode12(readFileSync(join(root, file), 'utf8'))).toBe(true);
});

it.each(['a ?? b', 'a?.b', 'a ||= b'])('`%s` is younger', (text) => expect(isReadableByNode12(text)).toBe(false));
