import { parseArgs } from 'node:util';
import { Lang, LocalDate } from '@linli/model';
import { type Failure, failure, isFailure } from './failure.ts';
import { exitCodes } from './terminal.ts';

/** What was asked on the command line, checked word by word; files are not opened yet. */
export interface Asked {
  readonly command: 'help' | 'version' | 'import' | 'day run' | 'rules' | 'windows';
  readonly file: string | undefined;
  /** What follows `rules` or `windows`: its own command, and what that is about. */
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
  readonly lang: Lang | undefined;
}

const options = {
  input: { type: 'string' },
  date: { type: 'string' },
  community: { type: 'string' },
  mapping: { type: 'string' },
  store: { type: 'string' },
  pack: { type: 'string' },
  against: { type: 'string' },
  services: { type: 'string' },
  service: { type: 'string' },
  chart: { type: 'string' },
  budget: { type: 'string' },
  zone: { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string' },
  days: { type: 'string' },
  before: { type: 'string' },
  refusals: { type: 'boolean' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'propose-mapping': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

const usage = (code: string, data?: Readonly<Record<string, string>>): Failure =>
  failure(exitCodes.usage, data === undefined ? { code } : { code, data });

export function readArguments(words: readonly string[]): Asked | Failure {
  const { tokens } = parseArgs({ args: [...words], options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name as keyof typeof options] : undefined;
    if (option === undefined) return usage('option/unknown', { option: token.rawName, hint: nearest(token.name) });
    if (option.type === 'string' && (token.value === undefined || token.value === ''))
      return usage('option/needs-value', { option: token.rawName });
    if (option.type === 'boolean' && token.value !== undefined) return usage('argument/unexpected', { value: token.value });
  }
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: false });
  const text = (name: keyof typeof options): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);

  const lang = Lang.optional().safeParse(text('lang'));
  if (!lang.success)
    return usage('option/invalid', { option: '--lang', value: text('lang') ?? '', allowed: Lang.options.join(', ') });
  const date = LocalDate.optional().safeParse(text('date'));
  if (!date.success) return usage('date/invalid', { value: text('date') ?? '' });
  const command: Commanded | Failure = commandOf(positionals, values['help'] === true, values['version'] === true);
  if (isFailure(command)) return command;
  return {
    words: [],
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

type Commanded = Pick<Asked, 'command' | 'file'> & Partial<Pick<Asked, 'words'>>;

/** How many words may follow each command of `rules` and of `windows`, its own name among them. */
const wordsAfter: Readonly<Record<'rules' | 'windows', Readonly<Record<string, number>>>> = {
  rules: { check: 2, simulate: 2, diff: 3, explain: 2, schema: 2, list: 1 },
  windows: { draw: 2, list: 1, check: Number.POSITIVE_INFINITY, schema: 2, rota: 2 },
};

function commandOf(positionals: readonly string[], help: boolean, version: boolean): Commanded | Failure {
  if (help) return { command: 'help', file: undefined };
  if (version) return { command: 'version', file: undefined };
  const [first, second, third] = positionals;
  switch (first) {
    case undefined:
      return usage('command/missing');
    case 'help':
      return { command: 'help', file: undefined };
    case 'import':
      return third === undefined ? { command: 'import', file: second } : usage('argument/unexpected', { value: third });
    case 'day':
      if (second !== 'run') return usage('command/unknown', { command: `day ${second ?? ''}`.trim() });
      return third === undefined ? { command: 'day run', file: undefined } : usage('argument/unexpected', { value: third });
    case 'rules':
    case 'windows': {
      const words = positionals.slice(1);
      const most = Object.hasOwn(wordsAfter[first], second ?? '') ? wordsAfter[first][second ?? '']! : undefined;
      if (most === undefined) return usage('command/unknown', { command: `${first} ${second ?? ''}`.trim() });
      const extra = words[most];
      return extra === undefined ? { command: first, file: undefined, words } : usage('argument/unexpected', { value: extra });
    }
    default:
      return usage('command/unknown', { command: first });
  }
}

/** " (did you mean --date?)" for the option that shares most with what was typed; empty where none is near. */
function nearest(typed: string): string {
  const ranked = Object.keys(options)
    .map((name) => ({ name, distance: editDistance(typed, name) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= 2 ? ` (--${best.name}?)` : '';
}

/** Levenshtein's distance, two rows at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
