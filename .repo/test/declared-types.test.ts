import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { foreignTypes, namelessTypes } from '../declared-types.ts';

const home = mkdtempSync(join(tmpdir(), 'linli-declared-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
mkdirSync(join(home, 'dist'));
const declare = (name: string, text: string): void => writeFileSync(join(home, 'dist', `${name}.d.ts`), text);
const manifest = {
  name: '@linli/sample',
  version: '0.0.0',
  exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' }, './package.json': './package.json' },
};

it('a type that a function answers and no entry exports is found, in whichever file it stands', () => {
  declare(
    'chunk',
    'interface Told { words: string }\ninterface Said extends Told {}\ntype Both = Told | Said;\nexport type { Said as S, Told as T, Both };\n',
  );
  declare(
    'index',
    "import { S, T } from './chunk.js';\nexport { S as Said } from './chunk.js';\nexport declare function tell(): T & S;\n",
  );
  expect(namelessTypes(home, manifest)).toEqual(['Told']);
});

it('and one under another name is not', () => {
  declare(
    'index',
    "import { T } from './chunk.js';\nexport { S as Said, T as Saying } from './chunk.js';\nexport declare function tell(): T;\n",
  );
  expect(namelessTypes(home, manifest)).toEqual([]);
});

it('a type of xstate is found', () => {
  expect(foreignTypes(home)).toEqual([]);
  declare('index', "import { AnyStateMachine } from 'xstate';\nexport declare const machine: AnyStateMachine;\n");
  expect(foreignTypes(home)).toEqual(["import { AnyStateMachine } from 'xstate';"]);
});
