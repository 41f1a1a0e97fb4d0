import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { findBrowser, whileOpen } from '../browser.ts';
import { bundlers, esbuild, pageBytes, vite } from '../page-sizes.ts';
import { root } from '../workspace.ts';

/** One row of the table: what a page imports, what that weighs with each bundler, and what it may weigh, in kB. */
type Row = Readonly<{ what: string; imports: string; told: Readonly<Record<string, number>>; most: number }>;

/** The rows of `docs/page-sizes.md`: what, imports, esbuild, Vite, at most. */
const rowsOf = (text: string): readonly Row[] =>
  [...text.matchAll(/^\| ([^|]+) \| `([^|`]+)` \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$/gm)].map(
    ([, what, imports, one, other, most]) => ({
      what: what!,
      imports: imports!,
      told: { esbuild: Number(one), vite: Number(other) },
      most: Number(most),
    }),
  );

/** A page that needs all it imports. */
const pageOf = (imports: string): string => {
  const names = [...imports.matchAll(/\* as (\w+)|\{([^}]+)\}/g)].flatMap(([, all, some]) =>
    (all ?? some!).split(',').map((name) => name.trim()),
  );
  return `${imports}; globalThis.page = [${names.join(', ')}];`;
};

/** A row is wrong where something weighs more than it may, or a tenth more or less than the table tells. */
async function sizeFaults(folder: string): Promise<readonly string[]> {
  const rows = rowsOf(readFileSync(join(root, 'docs', 'page-sizes.md'), 'utf8'));
  const faults = rows.length < 5 ? [`docs/page-sizes.md has ${rows.length} rows`] : [];
  for (const { what, imports, told, most } of rows)
    for (const bundler of bundlers) {
      const kilobytes = (await pageBytes(bundler, pageOf(imports), { folder })) / 1000;
      const said = told[bundler]!;
      if (kilobytes > most) faults.push(`${what}: ${kilobytes.toFixed(1)} kB with ${bundler}, at most ${most}`);
      if (Math.abs(kilobytes - said) > Math.max(0.1, said / 10))
        faults.push(`${what}: ${kilobytes.toFixed(1)} kB with ${bundler}; docs/page-sizes.md tells ${said}`);
    }
  return faults;
}

const kinds: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Files of a folder, and what the page tells. */
function serve(folder: string, hear: (answer: string) => void): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST') {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      request.on('end', () => {
        response.end();
        hear(body);
      });
      return;
    }
    const path = join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
    try {
      const text = readFileSync(path);
      response.setHeader('content-type', kinds[extname(path)] ?? 'text/plain');
      response.end(text);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Writes a page's files into a folder of its own; `open` is where the browser finds it, and what ends it. */
type Way = Readonly<{
  name: string;
  open: (folder: string, told: string) => Promise<Readonly<{ url?: string; close?: () => Promise<void> }>>;
}>;

const html = (script: string): string => `<!doctype html><meta charset="utf-8"><script type="module" src="${script}"></script>`;
const main = (told: string, options: string): string => `import { tell } from './page.js'; tell('${told}', ${options});`;

/** The ways of the README of `@linli/solver` to have workers in a page. */
const ways: readonly Way[] = [
  {
    name: 'esbuild, the worker script as an entry of its own',
    open: async (folder, told) => {
      writeFileSync(join(folder, 'main.js'), main(told, `{ workerUrl: '/linli-thread.js' }`));
      await esbuild.build({
        entryPoints: { main: join(folder, 'main.js'), 'linli-thread': '@linli/solver/thread' },
        absWorkingDir: folder,
        bundle: true,
        minify: true,
        format: 'esm',
        outdir: join(folder, 'out'),
        logLevel: 'silent',
      });
      writeFileSync(join(folder, 'out', 'index.html'), html('/main.js'));
      return {};
    },
  },
  {
    name: 'Vite, built',
    open: async (folder, told) => {
      writeFileSync(join(folder, 'main.js'), main(told, '{}'));
      writeFileSync(join(folder, 'index.html'), html('/main.js'));
      await vite.build({ configFile: false, root: folder, logLevel: 'silent', build: { outDir: 'out' } });
      return {};
    },
  },
  {
    name: 'Vite, served in development',
    open: async (folder, told) => {
      writeFileSync(join(folder, 'main.js'), main(told, '{}'));
      writeFileSync(join(folder, 'index.html'), html('/main.js'));
      const server = await vite.createServer({
        configFile: false,
        root: folder,
        logLevel: 'silent',
        server: { host: '127.0.0.1', port: 0, hmr: false },
      });
      await server.listen();
      return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
    },
  },
];

/** Builds one page in the stranger's folder and opens it in a browser. The page says whether its workers did as `solve` does. */
async function wayFaults({ name, open }: Way, stranger: string, number: number): Promise<readonly string[]> {
  const folder = join(stranger, `page-${number}`);
  mkdirSync(join(folder, 'out'), { recursive: true });
  writeFileSync(join(folder, 'page.js'), readFileSync(join(stranger, 'page.js')));
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const server = await serve(join(folder, 'out'), resolve);
  // Not a measurement: a page that never tells anything must not hold up the run.
  const patience = setTimeout(() => reject(new Error('the page told nothing for two minutes')), 120_000);
  let close: (() => Promise<void>) | undefined;
  try {
    const opened = await open(folder, `${addressOf(server)}/told`);
    close = opened.close;
    const answer = await whileOpen(await findBrowser(), opened.url ?? addressOf(server), promise);
    return answer === '{"same":true,"sound":true}' ? [] : [`workers in a page, ${name}: ${answer}`];
  } catch (error) {
    return [`workers in a page, ${name}: ${error instanceof Error ? error.message : error}`];
  } finally {
    promise.catch(() => {});
    clearTimeout(patience);
    await close?.();
    server.closeAllConnections();
    server.close();
  }
}

/** What a page has of the packages installed in `folder`: how much it loads, and workers that work. */
export async function pageFaults(folder: string): Promise<readonly string[]> {
  const faults = [...(await sizeFaults(folder))];
  for (const [number, way] of ways.entries()) faults.push(...(await wayFaults(way, folder, number)));
  return faults;
}
