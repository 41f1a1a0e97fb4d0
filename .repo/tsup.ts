import { readdirSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * A module of ours stays a file of its own: `sideEffects: false` speaks of files, so a page that wants one function of a
 * package is spared every file that function does not need. In one bundle a bundler must keep each schema, since to make one
 * is a call.
 */
const oneFileAModule: EsbuildPlugin = {
  name: 'one file a module',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path: path.replace(/ts$/, 'js'), external: true },
    );
  },
};

/** `a/b` for `src/a/b.ts`, all of them. */
const modules = (): readonly string[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.replaceAll('\\', '/').replace(/\.ts$/, ''));

const files = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `src/${name}.ts`]));

/** How every package is built: ESM, one file a module, and declarations for each entry of `exports`. */
export const library = (entries: readonly string[] = ['index']) =>
  defineConfig({
    entry: files(modules()),
    format: ['esm'],
    // The declaration step builds its own program; the source condition would make it bundle the neighbours' sources.
    dts: { entry: files(entries), compilerOptions: { customConditions: [], ignoreDeprecations: '6.0' } },
    esbuildPlugins: [oneFileAModule],
    splitting: false,
    clean: true,
    sourcemap: true,
    // `node:sqlite` exists under no other name.
    removeNodeProtocol: false,
    target: 'node22',
  });
