import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inParallel, root, run, work } from './workspace.ts';

/** A `ts` fence of a page: what it says and what it claims to print. `line` is the line of its first code line. */
export type Fence = Readonly<{ page: string; line: number; code: string; prints: readonly string[] }>;

const opening = /^(\s*)(`{3,}|~{3,})\s*(.*)$/;
/** Every way to write TypeScript or JavaScript in a page. Only `ts` is allowed, since only it is run. */
const script = /^(ts|tsx|mts|cts|typescript|js|jsx|mjs|cjs|javascript)\b/i;

/**
 * The lines a fence must print, in order: what follows `// =>` on a line of code or on a line of its own,
 * and the comment lines right under it, for output of several lines.
 */
export function printedLines(code: string): readonly string[] {
  const lines: string[] = [];
  let continues = false;
  for (const line of code.split('\n')) {
    const claim: RegExpExecArray | null = /\/\/ => ?(.*)$/.exec(line);
    const more: RegExpExecArray | null = continues ? /^\s*\/\/ ?(.*)$/.exec(line) : null;
    const text: string | undefined = claim?.[1] ?? more?.[1];
    if (text !== undefined) lines.push(text.trimEnd());
    continues = text !== undefined;
  }
  return lines;
}

/** The fences of one page. A fence that asks not to be run, or hides behind another name, is a fault. */
export function fencesOf(page: string, text: string): Readonly<{ fences: readonly Fence[]; faults: readonly string[] }> {
  const fences: Fence[] = [];
  const faults: string[] = [];
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const [, indent = '', mark, info = ''] = opening.exec(lines[index] ?? '') ?? [];
    if (mark === undefined) continue;
    const start = index + 1;
    const isEnd = (line: string) => line.trim().startsWith(mark) && line.trim().replaceAll(mark[0] as string, '') === '';
    do index++;
    while (index < lines.length && !isEnd(lines[index] ?? ''));
    if (index >= lines.length) faults.push(`${page}:${start} the fence does not end`);
    if (!script.test(info)) continue;
    if (info.trim() !== 'ts') {
      faults.push(`${page}:${start} \`${info.trim()}\`: code in a page is a plain \`ts\` fence, and every one is run`);
      continue;
    }
    const code = lines.slice(start, index).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    fences.push({ page, line: start + 1, code: code.join('\n'), prints: printedLines(code.join('\n')) });
  }
  return { fences, faults };
}

const markdown = (folder: string, deep = false): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return deep && entry.name !== 'node_modules' ? markdown(path, true) : [];
    return entry.name.endsWith('.md') ? [path] : [];
  });

const readmes = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => markdown(join(folder, name)).filter((path) => path.endsWith('README.md')));

/** Every page whose fences are run. */
const pages = (): readonly string[] => [
  ...markdown(root).filter((path) => /(README|README\.zh-CN|CONTRIBUTING)\.md$/.test(path)),
  ...markdown(join(root, 'docs'), true),
  ...readmes(join(root, 'packages')),
  ...readmes(join(root, 'examples')),
];

/** All fences of all pages, with the faults of their marks. */
export function allFences(): Readonly<{ fences: readonly Fence[]; faults: readonly string[] }> {
  const found = pages().map((path) => fencesOf(relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')));
  return { fences: found.flatMap(({ fences }) => fences), faults: found.flatMap(({ faults }) => faults) };
}

type Environment = Readonly<Record<string, string>>;

const compilerOptions = { moduleDetection: 'force' };

/** One compiler run over all fences; errors are told by page and line. */
async function typeFaults(folder: string, fences: readonly Fence[]): Promise<readonly string[]> {
  const tsconfig = { extends: join(root, 'tsconfig.base.json'), compilerOptions, include: ['*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  const { ok, output } = await run('tsc', ['-p', folder, '--pretty', 'false']);
  if (ok) return [];
  const told = output.replace(/^\S*fence-(\d+)\.ts\((\d+),\d+\): error/gm, (_, index, line) => {
    const fence = fences[Number(index)];
    return `${fence?.page}:${(fence?.line ?? 0) + Number(line) - 1} error`;
  });
  return [told.trim()];
}

/** Runs one fence as a reader would run it in the checkout, from the repository root, and compares what it printed. */
async function printFaults(path: string, { page, line, prints }: Fence, env: Environment): Promise<readonly string[]> {
  const flags = ['--conditions=@linli/source', '--disable-warning=ExperimentalWarning'];
  const { ok, stdout, output } = await run(process.execPath, [...flags, path], { env });
  if (!ok) return [`${page}:${line} the fence stopped\n${output}`];
  const printed = stdout === '' ? [] : stdout.replace(/\n$/, '').split('\n');
  if (printed.map((text) => text.trimEnd()).join('\n') === prints.join('\n') && printed.length === prints.length) return [];
  return [
    `${page}:${line} the fence prints\n  ${printed.join('\n  ')}\nbut its \`// =>\` comments say\n  ${prints.join('\n  ')}`,
  ];
}

/**
 * Type-checks and runs fences, two at a time; what comes back is everything that does not hold.
 * The files lie in the tooling's folder, where `@linli/*` means the packages of this workspace by their published names.
 */
export async function fenceFaults(fences: readonly Fence[], name = 'fences', env: Environment = {}): Promise<readonly string[]> {
  const folder = join(work, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = fences.map((fence, index) => {
    const path = join(folder, `fence-${index}.ts`);
    writeFileSync(path, `${fence.code}\n`);
    return { path, fence };
  });
  if (files.length === 0) return [];
  const types = await typeFaults(folder, fences);
  const prints = await inParallel(2, files, ({ path, fence }) => printFaults(path, fence, env));
  return [...types, ...prints.flat()];
}
