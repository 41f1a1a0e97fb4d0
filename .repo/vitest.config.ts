import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Tests run from the sources: the private condition leads every @linli import to src/, nothing needs a build.
// They also reach Node.js itself, so `import` must not be one of them: `require` inside a library would be led to ESM files.
const conditions = ['@linli/source', 'node'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'examples/*/test/**/*.test.ts', '.repo/test/**/*.test.ts'],
    // Two files at once: more would not fit the two cores of the smallest machine that must run all of it.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
