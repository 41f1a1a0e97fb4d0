import { parseArgs } from 'node:util';
import { Lang, LocalDate } from '@linli/model';
import { nearestWord } from '@linli/timebank';
import { type Command, commandIn, commands, options as described, namesUnder } from './commands.ts';
import { type Failure, failure, isFailure } from './failure.ts';
import { exitCodes, type Terminal } from './terminal.ts';

/** What was asked on the command line, checked word by word; files are not opened yet. */
export interface Asked {
  readonly command: 'help' | 'version' | 'import' | 'day run' | 'rules' | 'windows';
  readonly file: string | undefined;
  /** What follows `rules` or `windows`: its own command, and what that is about. After `help`, the name of a command. */
  readonly words: readonly string[];
  readonly date: LocalDate | undefined;
  readonly community: string | undefined;
  readonly mapping: string | undefined;
  readonly store: string | undefined;
  readonly pack: string | undefined;
  readonly against: string | undefined;
  readonly services: string | undefined;
  readonly service: string | undefined;
  readonly chart: string | undefined;
  readonly budget: string | undefined;
  readonly zone: string | undefined;
  readonly format: string | undefined;
  readonly output: string | undefined;
  readonly days: string | undefined;
  readonly before: string | undefined;
  readonly refusals: boolean;
  readonly json: boolean;
  readonly dryRun: boolean;
  readonly proposeMapping: boolean;
  /** The language that was chosen: `--lang`, else the environment's `LINLI_LANG`. */
  readonly lang: Lang | undefined;
}

const options: Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>> = {
  ...Object.fromEntries(
    Object.entries(described).map(([name, { value }]) => [name, { type: value === null ? 'boolean' : 'string' }]),
  ),
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
};

const usage = (code: string, data?: Readonly<Record<string, string>>): Failure =>
  failure(exitCodes.usage, data === undefined ? { code } : { code, data });

/** The language a command line or its environment chose; undefined where they chose none, or one that is not spoken. */
export function langChosen(words: readonly string[], env: Terminal['env']): Lang | undefined {
  const { values } = parseArgs({ args: [...words], options, allowPositionals: true, strict: false });
  return Lang.options.find((one) => one === (values['lang'] ?? env['LINLI_LANG']));
}

export function readArguments(words: readonly string[], env: Terminal['env']): Asked | Failure {
  const { tokens, values, positionals } = parseArgs({
    args: [...words],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) return unknownOption(token.rawName, token.name);
    if (option.type === 'string' && (token.value === undefined || token.value === ''))
      return usage('option/needs-value', { option: token.rawName });
    if (option.type === 'boolean' && token.value !== undefined) return usage('argument/unexpected', { value: token.value });
  }
  const text = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);

  const named = text('lang') === undefined ? ['LINLI_LANG', env['LINLI_LANG'] || undefined] : ['--lang', text('lang')];
  const lang = Lang.optional().safeParse(named[1]);
  if (!lang.success)
    return usage('option/invalid', { option: named[0] ?? '', value: named[1] ?? '', allowed: Lang.options.join(', ') });
  const date = LocalDate.optional().safeParse(text('date'));
  if (!date.success) return usage('date/invalid', { value: text('date') ?? '' });
  const command: Commanded | Failure = commandOf(positionals, values['help'] === true, values['version'] === true);
  if (isFailure(command)) return command;
  const said = command.command === 'help' || command.command === 'version' ? undefined : commandIn(positionals);
  const foreign = tokens.find((token) => token.kind === 'option' && said !== undefined && !isOptionOf(said, token.name));
  // An option that does nothing here may be one that somebody relies on: `--dry-run` above all.
  if (foreign?.kind === 'option') return usage('option/not-here', { option: foreign.rawName, command: said?.name ?? '' });
  return {
    ...command,
    file: text('input') ?? command.file,
    date: date.data,
    community: text('community'),
    mapping: text('mapping'),
    store: text('store'),
    pack: text('pack'),
    against: text('against'),
    services: text('services'),
    service: text('service'),
    chart: text('chart'),
    budget: text('budget'),
    zone: text('zone'),
    format: text('format'),
    output: text('output'),
    days: text('days'),
    before: text('before'),
    refusals: values['refusals'] === true,
    json: values['json'] === true,
    dryRun: values['dry-run'] === true,
    proposeMapping: values['propose-mapping'] === true,
    lang: lang.data,
  };
}

const everywhere: readonly string[] = ['json', 'lang', 'help'];
const isOptionOf = (command: Command, name: string): boolean =>
  everywhere.includes(name) || command.options.some((option) => option === name);

type Commanded = Pick<Asked, 'command' | 'file' | 'words'>;

function commandOf(positionals: readonly string[], help: boolean, version: boolean): Commanded | Failure {
  if (version) return { command: 'version', file: undefined, words: [] };
  const asksHelp = positionals[0] === 'help';
  const words = asksHelp ? positionals.slice(1) : positionals;
  const [first] = words;
  if (first === undefined) return help || asksHelp ? { command: 'help', file: undefined, words: [] } : usage('command/missing');
  const command = commandIn(words);
  if (help || asksHelp) {
    // Of `rules` and `windows` all commands at once.
    const name = command?.name ?? (words.length === 1 && namesUnder(first).length > 0 ? first : undefined);
    return name === undefined ? unknownCommand(words) : { command: 'help', file: undefined, words: [name] };
  }
  if (command === undefined) return unknownCommand(words);
  const { name, most } = command;
  const after = words.slice(name.split(' ').length);
  const extra = after[most];
  if (extra !== undefined) return usage('argument/unexpected', { value: extra });
  if (name === 'import' || name === 'day run') return { command: name, file: after[0], words: [] };
  return { command: first as 'rules' | 'windows', file: undefined, words: words.slice(1) };
}

function unknownCommand([first = '', second]: readonly string[]): Failure {
  const under = namesUnder(first);
  if (under.length > 0 && second === undefined) return usage('command/incomplete', { command: first, names: under.join(', ') });
  const typed = under.length === 0 ? first : `${first} ${second}`;
  const known =
    under.length === 0 ? ['help', ...commands.map(({ name }) => name.split(' ')[0] as string)] : commands.map(({ name }) => name);
  const meant = nearestWord(typed, known);
  return meant === undefined
    ? usage('command/unknown', { command: typed })
    : usage('command/unknown-meant', { command: typed, meant });
}

function unknownOption(option: string, name: string): Failure {
  const meant = nearestWord(name, Object.keys(options));
  return meant === undefined
    ? usage('option/unknown', { option })
    : usage('option/unknown-meant', { option, meant: `--${meant}` });
}
