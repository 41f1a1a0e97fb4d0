import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './workspace.ts';

/** A command as a page shows it, without its remark. `words` are its own words; `into` is the file behind `>`. */
export type SaidCommand = Readonly<{ page: string; line: number; text: string; words: readonly string[]; into?: string }>;

/** The commands of the `sh` fences of one page. */
export function commandsOf(page: string, text: string): readonly SaidCommand[] {
  const found: SaidCommand[] = [];
  let inside = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*```/.test(line)) inside = !inside && /^\s*```(sh|bash|shell|console)\b/.test(line);
    else if (inside && line.trim() !== '') found.push(said(page, index + 1, line));
  }
  return found;
}

function said(page: string, line: number, whole: string): SaidCommand {
  const text = whole.replace(/\s+#.*$/, '').trim();
  const [command = '', into] = text.split(/\s+>\s+/);
  return { page, line, text, words: command.split(/\s+/), ...(into === undefined ? {} : { into }) };
}

/** Pages a reader is likely to type from. Those of benchmarks say themselves how long they take. */
export function saidCommands(): readonly SaidCommand[] {
  const folders = [
    '.',
    'docs',
    ...['packages', 'examples'].flatMap((name) => readdirSync(join(root, name)).map((one) => `${name}/${one}`)),
  ];
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md')
      .flatMap((name) => {
        const path = join(root, folder, name);
        return commandsOf(relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'));
      }),
  );
}
