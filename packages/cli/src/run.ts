import { type Instant, isFault, type Lang } from '@linli/model';
import { readArguments } from './arguments.ts';
import { dayRun } from './commands/day-run.ts';
import { helpText } from './commands/help.ts';
import { importFile } from './commands/import-file.ts';
import { rules } from './commands/rules.ts';
import { windows } from './commands/windows.ts';
import { complain, type Failure, failure, isFailure } from './failure.ts';
import { exitCodes, type Terminal } from './terminal.ts';

export interface Program {
  readonly version: string;
  readonly now: Instant;
}

/** Runs one command line and answers its exit code. Never throws: what breaks is said and has a code. */
export async function run(words: readonly string[], terminal: Terminal, program: Program): Promise<number> {
  const asked = readArguments(words);
  if (isFailure(asked)) {
    complain(asked, terminal, { json: words.includes('--json'), lang: undefined });
    return asked.exitCode;
  }
  const { lang, json } = asked;
  const spoken = lang ?? languageOf(terminal.env);
  try {
    const failed = await perform();
    if (failed === undefined) return exitCodes.done;
    complain(failed, terminal, { json, lang });
    return failed.exitCode;
  } catch (cause) {
    const code = isFault(cause) ? cause.code : 'unknown';
    const problem = cause instanceof Error ? cause.message : String(cause);
    const broken = failure(code.startsWith('storage/') ? exitCodes.store : exitCodes.broken, {
      code: 'fault/unexpected',
      data: { code, problem },
    });
    complain(broken, terminal, { json, lang });
    return broken.exitCode;
  }

  async function perform(): Promise<Failure | undefined> {
    if (isFailure(asked)) return asked;
    switch (asked.command) {
      case 'help':
        terminal.out(helpText(lang));
        return undefined;
      case 'version':
        terminal.out(`${program.version}\n`);
        return undefined;
      case 'import':
        return importFile(asked, terminal, spoken, program.now);
      case 'day run':
        return dayRun(asked, terminal, spoken);
      case 'rules':
        return rules(asked, terminal, spoken);
      case 'windows':
        return windows(asked, terminal, spoken, program.now);
      default:
        return asked.command satisfies never;
    }
  }
}

/** English where the environment speaks it; Chinese otherwise, the language of the practice. */
const languageOf = (env: Terminal['env']): Lang => (/^en/i.test(env['LC_ALL'] || env['LANG'] || '') ? 'en' : 'zh');
