import { describe, expect, it } from 'vitest';
import { startOwnPostgres } from '../../packages/storage-postgres/test/real-postgres.ts';
import { allFences, fenceFaults, fencesOf, printedLines } from '../fences.ts';

const fence = (info: string, ...code: string[]) => ['A page.', `\`\`\`${info}`, ...code, '```'].join('\n');

describe('every fence of every page', () => {
  const { fences, faults } = allFences();

  it('is a plain ts fence', () => {
    expect(faults).toEqual([]);
    expect(fences.length).toBeGreaterThan(0);
  });

  it('type-checks, runs, and prints what it says', { timeout: 300_000 }, async () => {
    // A page about PostgreSQL meets a real one, and never somebody's own.
    const postgres = await startOwnPostgres();
    try {
      expect((await fenceFaults(fences, 'fences', { LINLI_POSTGRES_URL: postgres.connectionString })).join('\n\n')).toBe('');
    } finally {
      await postgres.stop();
    }
  });
});

describe('a fence that is wrong is found', () => {
  const planted: Readonly<Record<string, readonly string[]>> = {
    right: [
      "import { addDays, LocalDate } from '@linli/model';",
      "console.log(addDays(LocalDate.parse('2026-11-30'), 1)); // => 2026-12-01",
    ],
    other: ["console.log('two'); // => one"],
    more: ["console.log('said'); // => said", "console.log('not said');"],
    less: ["const nothing = ''; // => said", 'void nothing;'],
    type: ["console.log('fine'); // => fine", 'const count: number = String(1);', 'void count;'],
    name: ["import { noSuchName } from '@linli/model';", 'void noSuchName;'],
    throws: ["throw new Error('stopped here');"],
  };

  it('when it prints something else, more or less than it says, has a wrong type or name, or throws', async () => {
    const fences = Object.entries(planted).flatMap(([name, code]) => fencesOf(name, fence('ts', ...code)).fences);
    const [types = '', ...prints] = await fenceFaults(fences, 'fences-planted');

    expect(types.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
      expect.stringMatching(/^type:4 error TS2322/),
      expect.stringMatching(/^name:3 error TS2305: .*noSuchName/),
    ]);
    expect(prints).toEqual([
      'other:3 the fence prints\n  two\nbut its `// =>` comments say\n  one',
      expect.stringMatching(/^more:3 the fence prints\n {2}said\n {2}not said\n/),
      expect.stringMatching(/^less:3 the fence prints/),
      expect.stringMatching(/^name:3 the fence stopped\n[\s\S]*noSuchName/),
      expect.stringMatching(/^throws:3 the fence stopped\n[\s\S]*stopped here/),
    ]);
  });

  it.each(['ts no-run', 'ts twoslash', 'typescript', 'js', 'tsx'])('when it is marked `%s`', (info) => {
    const { fences, faults } = fencesOf('planted.md', fence(info, 'never();'));
    expect(fences).toEqual([]);
    expect(faults.length).toBe(1);
  });

  it('when it does not end', () => {
    expect(fencesOf('planted.md', '```ts\nconst open = 1;').faults).toEqual(['planted.md:1 the fence does not end']);
  });
});

describe('what a fence says it prints', () => {
  it('is what follows the arrow, and the comment lines under it', () => {
    const code = [
      "console.log('a'); // => a",
      '// b',
      '//',
      '//   c',
      'const x = 1; // a remark',
      '// another remark',
      '// => d',
    ];
    expect(printedLines(code.join('\n'))).toEqual(['a', 'b', '', '  c', 'd']);
  });

  it('is read from an indented fence, and from no other kind of fence', () => {
    const page = [
      '- a list',
      '  ```ts',
      '  if (1 > 0) {',
      "    console.log('x'); // => x",
      '  }',
      '  ```',
      '```sh',
      'npm test',
      '```',
    ].join('\n');
    expect(fencesOf('planted.md', page).fences).toEqual([
      { page: 'planted.md', line: 3, code: "if (1 > 0) {\n  console.log('x'); // => x\n}", prints: ['x'] },
    ]);
  });
});
