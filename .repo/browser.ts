import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { leaveStamp, stillValid } from './checks/fingerprint.ts';
import { root, run } from './workspace.ts';

const home = join(root, '.repo', 'toolchain-browser');
const browserLock = join(home, 'package-lock.json');

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const programFiles = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: programFiles.flatMap((folder) => [
    join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ]),
};

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onThisMachine = (): string | undefined =>
  [
    ...(process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
    ...(places[process.platform] ?? []),
  ].find(isProgram);

/** Unpacks the browser and the libraries it links, as the package does where it was made for: in a process of its own. */
const unpack = `
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
const { default: chromium } = await import('@sparticuz/chromium');
console.log(JSON.stringify({ path: await chromium.executablePath(), libraries: process.env.LD_LIBRARY_PATH ?? '' }));`;

async function fromTheRegistry(): Promise<Browser> {
  const stamp = join(home, 'node_modules', '.linli-stamp');
  const lock = readFileSync(browserLock, 'utf8');
  if (!stillValid(stamp, lock)) {
    const { ok, output } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: home });
    if (!ok) throw new Error(`no browser\n${output}`);
    leaveStamp(stamp, lock);
  }
  // Not the folder for temporary files that all accounts share: what lies there already might be anybody's.
  const unpacked = join(home, 'node_modules', '.unpacked');
  mkdirSync(unpacked, { recursive: true });
  const { ok, stdout, output } = await run(process.execPath, ['--input-type=module', '--eval', unpack], {
    cwd: home,
    env: { TMPDIR: unpacked },
  });
  if (!ok) throw new Error(`no browser\n${output}`);
  const { path, libraries } = JSON.parse(stdout);
  return { path, env: { LD_LIBRARY_PATH: libraries } };
}

export type Browser = Readonly<{ path: string; env: Readonly<Record<string, string>> }>;

/**
 * A real Chromium: the one that LINLI_CHROMIUM names, else one of this machine, else the one that npm carries for Linux on x64.
 * Throws, with what to do, where there is none: a page that was not tried is not known to work.
 */
export async function findBrowser(): Promise<Browser> {
  const named = process.env['LINLI_CHROMIUM'];
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`LINLI_CHROMIUM 指的文件不存在：${named}\nLINLI_CHROMIUM names no file: ${named}`);
    return { path: named, env: {} };
  }
  const found = onThisMachine();
  if (found !== undefined) return { path: found, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return fromTheRegistry();
  throw new Error(
    '没有找到浏览器：请安装 Chrome、Chromium 或 Edge，或用 LINLI_CHROMIUM 指明它的路径。\n' +
      'No browser was found: install Chrome, Chromium or Edge, or name one by its path in LINLI_CHROMIUM.',
  );
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens `url` and keeps it open until `done` is settled; the browser and its profile are gone afterwards. */
export async function whileOpen<Answer>({ path, env }: Browser, url: string, done: Promise<Answer>): Promise<Answer> {
  const profile = mkdtempSync(join(tmpdir(), 'linli-browser-'));
  const child = spawn(path, [...flags, `--user-data-dir=${profile}`, url], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  const ended = new Promise<never>((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the browser ${path} ended by itself (${code})\n${said}`)));
  });
  try {
    return await Promise.race([done, ended]);
  } finally {
    ended.catch(() => {});
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.kill()) await gone;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
