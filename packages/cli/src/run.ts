import { type Instant, Lang } from '@linli/model';
import { type Asked, langChosen, readArguments } from './arguments.ts';
import { dayRun } from './commands/day-run.ts';
import { helpText } from './commands/help.ts';
import { importFile } from './commands/import-file.ts';
import { rules } from './commands/rules.ts';
import { windows } from './commands/windows.ts';
import { broken, complain, type Failure, isFailure } from './failure.ts';
import { exitCodes, harmless, type Terminal } from './terminal.ts';

export interface Program {
  readonly version: string;
  readonly now: Instant;
}

/** Runs one command line and answers its exit code. Never throws: what breaks is said and has a code. */
export async function run(words: readonly string[], bare: Terminal, program: Program): Promise<number> {
  const terminal = harmless(bare);
  const asked = readArguments(words, terminal.env);
  if (isFailure(asked)) {
    complain(asked, terminal, { json: words.includes('--json'), lang: langChosen(words, terminal.env) });
    return asked.exitCode;
  }
  const failed = await perform(asked, terminal, program).catch(broken);
  if (failed === undefined) return exitCodes.done;
  complain(failed, terminal, asked);
  return failed.exitCode;
}

async function perform(asked: Asked, terminal: Terminal, { version, now }: Program): Promise<Failure | undefined> {
  const known = asked.lang ?? languageOf(terminal.env);
  // Where the environment speaks neither language: Chinese, the language of the practice.
  const spoken = known ?? 'zh';
  switch (asked.command) {
    case 'help':
      terminal.out(helpText(asked.words[0] ?? '', known));
      return undefined;
    case 'version':
      terminal.out(`${version}\n`);
      return undefined;
    case 'import':
      return importFile(asked, terminal, spoken, now);
    case 'day run':
      return dayRun(asked, terminal, spoken);
    case 'rules':
      return rules(asked, terminal, spoken);
    case 'windows':
      return windows(asked, terminal, spoken, now);
    default:
      return asked.command satisfies never;
  }
}

/** The language of the environment, by the first of its three words that is there; undefined where it is neither of ours. */
function languageOf(env: Terminal['env']): Lang | undefined {
  const said = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return Lang.options.find((lang) => said.toLowerCase().startsWith(lang));
}
