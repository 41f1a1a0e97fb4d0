import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { changesetFaults, releaseFaults } from '../checks/changeset.ts';
import { run } from '../workspace.ts';

const home = mkdtempSync(join(tmpdir(), 'linli-changeset-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const known = ['@linli/model', '@linli/solver'];
const good = "---\n'@linli/model': minor\n---\n\nPlan a day.\n";

describe('one changeset', () => {
  it('names public packages, a size, and says what changes for the user', () => {
    expect(changesetFaults(good, known)).toEqual([]);
  });

  it.each([
    ['Plan a day.', 'does not begin'],
    ['---\n---\n\nPlan a day.\n', 'names no package'],
    ["---\n'@linli/nobody': minor\n---\n\nPlan a day.\n", 'names @linli/nobody, which is no public package'],
    ["---\n'@linli/model': huge\n---\n\nPlan a day.\n", 'huge is none of'],
    ["---\n'@linli/model': minor\n---\n\n", 'has no sentence'],
  ])('is told when it is wrong: %j', (text, fault) => expect(changesetFaults(text, known).join()).toContain(fault));
});

describe('a tree', () => {
  let tree = '';
  let count = 0;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };
  const git = async (...args: string[]) => {
    const who = ['-c', 'user.name=A tester', '-c', 'user.email=tester@example.org', '-c', 'commit.gpgsign=false'];
    const { ok, output } = await run('git', [...who, ...args], { cwd: tree });
    if (!ok) throw new Error(output);
  };
  const commit = async () => {
    await git('add', '--all');
    await git('commit', '--quiet', '--message', 'A step');
  };
  const version = (number: string) =>
    write('packages/model/package.json', `{\n  "name": "@linli/model",\n  "version": "${number}"\n}\n`);

  beforeEach(async () => {
    tree = join(home, String(count++));
    version('0.0.0');
    write('packages/model/src/index.ts', 'export const one = 1;\n');
    await git('init', '--quiet', '--initial-branch=main');
    await commit();
  });

  it('that was never released needs one, and one is enough', async () => {
    expect((await releaseFaults(tree)).join('\n')).toMatch(/no changeset says so.*\n.*no release yet/);
    write('.changeset/first.md', good);
    expect(await releaseFaults(tree)).toEqual([]);
  });

  it('whose packages are as they were released needs none', async () => {
    version('0.1.0');
    await commit();
    write('packages/model/test/more.test.ts', '// only a test\n');
    write('docs/page.md', 'Words.\n');
    await commit();
    expect(await releaseFaults(tree)).toEqual([]);
  });

  it.each([
    ['committed', true],
    ['in the working tree', false],
  ])('whose packages changed since the release needs one: %s', async (_, committed) => {
    version('0.1.0');
    await commit();
    write('packages/model/src/index.ts', 'export const one = 2;\n');
    write('packages/model/src/new.ts', 'export const two = 2;\n');
    if (committed) await commit();
    expect((await releaseFaults(tree)).slice(1).filter(Boolean)).toEqual([
      'packages/model/src/index.ts',
      'packages/model/src/new.ts',
    ]);
  });

  it('cloned afresh with only its main branch is judged the same way', async () => {
    version('0.1.0');
    await commit();
    write('packages/model/src/index.ts', 'export const one = 2;\n');
    await commit();
    const clone = join(home, `clone-${count}`);
    await git('clone', '--quiet', '--no-local', tree, clone);
    expect(await releaseFaults(clone)).toContain('packages/model/src/index.ts');
  });

  it('without its history says so instead of guessing', async () => {
    await commitAgain();
    const clone = join(home, `shallow-${count}`);
    await git('clone', '--quiet', '--depth=1', `file://${tree}`, clone);
    expect(await releaseFaults(clone)).toEqual([expect.stringContaining('fetch the history')]);
  });

  async function commitAgain() {
    write('docs/page.md', 'Words.\n');
    await commit();
  }

  it('with a changeset that is wrong is told which', async () => {
    write('.changeset/odd.md', 'No block.\n');
    expect(await releaseFaults(tree)).toEqual([expect.stringMatching(/^\.changeset\/odd\.md does not begin/)]);
  });
});
