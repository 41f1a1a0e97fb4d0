import { defineConfig } from 'tsup';

/** How every package is built: ESM and its declarations, one output per entry of `exports`. */
export const library = (entries: readonly string[] = ['index']) =>
  defineConfig({
    entry: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
    format: ['esm'],
    // The declaration step builds its own program; the source condition would make it bundle the neighbours' sources.
    dts: { compilerOptions: { customConditions: [], ignoreDeprecations: '6.0' } },
    clean: true,
    sourcemap: true,
    // `node:sqlite` exists under no other name.
    removeNodeProtocol: false,
    target: 'node22',
  });
