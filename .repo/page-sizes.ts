import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

/** What this file uses of the two bundlers; both come along with tools of the workspace (tsup, vitest). */
interface Esbuild {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly contents: Uint8Array }[] }>;
}
interface Vite {
  build(options: object): Promise<{ readonly output: readonly { readonly type: string; readonly code?: string }[] }>;
  createServer(options: object): Promise<{
    readonly resolvedUrls: { readonly local: readonly string[] } | null;
    listen(): Promise<unknown>;
    close(): Promise<void>;
  }>;
}
const from = createRequire(import.meta.url);
export const esbuild = createRequire(from.resolve('tsup'))('esbuild') as Esbuild;
export const vite = createRequire(from.resolve('vitest/config'))('vite') as Vite;

export const bundlers = ['esbuild', 'vite'] as const;
export type Bundler = (typeof bundlers)[number];

/** Where a page's imports are looked up, and under which conditions beside those of every browser. */
export type Place = Readonly<{ folder: string; conditions?: readonly string[] }>;

/** One script of a page with all it imports, minified. `page` is its source, ES modules. */
async function bundled(bundler: Bundler, page: string, { folder, conditions = [] }: Place): Promise<Uint8Array> {
  if (bundler === 'esbuild') {
    const { outputFiles } = await esbuild.build({
      stdin: { contents: page, resolveDir: folder },
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      conditions,
      write: false,
      logLevel: 'silent',
    });
    return outputFiles[0]!.contents;
  }
  const entry = `${folder}/a-page.js`;
  const { output } = await vite.build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    resolve: { conditions: [...conditions, 'module', 'browser', 'production'] },
    plugins: [
      { name: 'page', resolveId: (id: string) => (id === entry ? id : null), load: (id: string) => (id === entry ? page : null) },
    ],
    build: { write: false, modulePreload: false, rollupOptions: { input: entry } },
  });
  return Buffer.from(output.map(({ code = '' }) => code).join('\n'));
}

/** Bytes on the wire: minified, then gzipped. */
export const pageBytes = async (bundler: Bundler, page: string, place: Place): Promise<number> =>
  gzipSync(await bundled(bundler, page, place), { level: 9 }).length;
