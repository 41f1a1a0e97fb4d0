import { describe, expect, it } from 'vitest';
import { hostFaults, platformFaults } from '../checks/lock-file.ts';

const lock = (...names: readonly (readonly [string, string])[]) =>
  ['packages:', ...names.map(([name, os]) => `  '${name}@1.0.0':\n    resolution: {integrity: sha512-x}\n    os: [${os}]`)].join(
    '\n',
  );

describe('a family of platform packages', () => {
  it('is whole with linux, darwin and win32, whatever the form of its names', () => {
    const scoped = lock(['@esbuild/linux-x64', 'linux'], ['@esbuild/darwin-arm64', 'darwin'], ['@esbuild/win32-x64', 'win32']);
    const prefixed = lock(['turbo-linux-64', 'linux'], ['turbo-darwin-64', 'darwin'], ['turbo-windows-64', 'win32']);
    expect([...platformFaults(scoped), ...platformFaults(prefixed)]).toEqual([]);
  });

  it('is told when a platform is lost', () => {
    const lost = lock(
      ['@scope/cli-linux-x64-gnu', 'linux'],
      ['@scope/cli-linux-arm64-musl', 'linux'],
      ['@scope/cli-win32-x64', 'win32'],
    );
    expect(platformFaults(lost)).toEqual(['@scope/cli: has a linux build and none for darwin']);
    expect(platformFaults(lock(['tool-linux-64', 'linux']))).toEqual(['tool: has a linux build and none for darwin and win32']);
  });

  it('may lack Linux: fsevents is for macOS alone', () => {
    expect(platformFaults(lock(['fsevents', 'darwin']))).toEqual([]);
  });
});

it.each([
  '    resolution: {integrity: sha512-x, tarball: https://example.org/x.tgz}',
  '      "resolved": "https://example.org/x.tgz",',
  '    resolution: {type: git, repo: git+ssh://example.org/x}',
])('a lock file that names a host is told: %s', (line) => {
  expect(hostFaults(`lockfileVersion: '9.0'\n${line}`)).toEqual([expect.stringContaining('line 2 names where')]);
});

it('an integrity and a funding page are no host of packages', () => {
  expect(hostFaults("      '@linli/registry':\n        version: link:../registry")).toEqual([]);
  expect(hostFaults('    resolution: {integrity: sha512-abc/def+==}\n        "url": "https://example.org/pnpm"')).toEqual([]);
});
