import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { filesUnder } from '../checks/fingerprint.ts';
import { foreignClasses } from '../own-classes.ts';
import { packages, root } from '../workspace.ts';

const folders = [
  ...packages().flatMap(({ folder }) => ['src', 'test', 'bench'].map((name) => join(folder, name))),
  join(root, 'examples'),
  ...['checks', 'consumers', 'test'].map((name) => join(root, '.repo', name)),
];

it('no package, example or test asks for the class of another package', () => {
  const files = folders
    .flatMap(filesUnder)
    .filter((file) => /\.(ts|mts|mjs|js)$/.test(file) && !/node_modules|\/dist\//.test(file));
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) =>
    foreignClasses(file, readFileSync(file, 'utf8')).map(({ line, what }) => `${relative(root, file)}:${line} ${what}`),
  );
  expect(found).toEqual([]);
});

it.each([
  ["import { Fault } from '@linli/model';", 'error instanceof Fault'],
  ["import { Fault as Broken } from '@linli/model/kernel';", 'error instanceof Broken'],
  ["import * as model from '@linli/model';", 'error instanceof model.Fault'],
  ["const { Fault } = await import('@linli/model');", 'error instanceof Fault'],
  ["const model = require('@linli/model');", 'error instanceof model.Fault'],
  ["import * as model from '@linli/model';\nconst Broken = model.Fault;", 'error instanceof Broken'],
  ["import { Fault } from '@linli/model';", 'error.constructor === Fault'],
  ["import { Fault } from '@linli/model';", 'Fault !== error.constructor'],
  ["import { Fault } from '@linli/model';", 'Fault.prototype.isPrototypeOf(error)'],
  ["import { Fault } from '@linli/model';", 'expect(run).toThrow(Fault)'],
  ["import { Fault } from '@linli/model';", 'expect.any(Fault)'],
])('after `%s` it finds `%s`', (header, question) => {
  const found = foreignClasses('planted.ts', `${header}\nconst found = () => ${question};`);
  expect(found.map(({ what }) => what)).toEqual([question]);
});

it.each([
  "import { isFault } from '@linli/model';\nconst found = isFault(error) && error instanceof TypeError;",
  "import { Fault } from './fault.ts';\nconst found = error instanceof Fault;",
  "import { Fault } from '@linli/model';\n// error instanceof Fault\nthrow new Fault('a', 'instanceof Fault');",
])('leaves `%s` alone', (text) => {
  expect(foreignClasses('fine.ts', text)).toEqual([]);
});
