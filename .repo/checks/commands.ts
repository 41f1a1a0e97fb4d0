import { run } from '../workspace.ts';
import type { Check } from './check.ts';

/** A check that is one command: it holds when the command exits with 0. */
const command = (name: string, program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Check => ({
  name,
  run: async () => {
    const { ok, output } = await run(program, args, { env });
    return ok ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
  },
});

export const lint = command('lint and format', 'biome', ['ci', '--colors=off', '--error-on-warnings', '.']);

export const types = command('types, tests included', 'tsc', ['-p', '.repo/tsconfig.json']);

export const direction = command('direction of dependencies', 'depcruise', [
  '--config',
  '.dependency-cruiser.cjs',
  'packages',
  'examples',
  '.repo',
]);

export const unused = command('unused files, exports, dependencies', 'knip', [
  '--config',
  '.knip.jsonc',
  '--no-progress',
  '--treat-config-hints-as-errors',
]);

/** Local cache only, nothing sent anywhere; PATH goes through so that the tasks find pnpm and Node.js. */
export const build = command(
  'build',
  'turbo',
  [
    'run',
    'build',
    '--continue=dependencies-successful',
    '--ui=stream',
    '--env-mode=loose',
    '--cache=local:rw',
    '--output-logs=errors-only',
    '--no-color',
  ],
  { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
);
