import { extname, join } from 'node:path';
import type { Instant, Lang } from '@linli/model';
import { nearestWord } from '@linli/timebank';
import { type Drawable, edgesOf, mermaidOf, processes, saidEdges, titleOf } from '@linli/windows';
import type { Asked } from '../arguments.ts';
import { type Failure, failure, isFailure } from '../failure.ts';
import { exitCodes, type Terminal } from '../terminal.ts';
import { checkDefinitions, definitionSchema } from '../windows/definitions.ts';
import { pictureOf } from '../windows/picture.ts';
import { showRota } from '../windows/rota.ts';
import { isFolder, writeText } from '../write-file.ts';

/** The machines of `@linli/windows`, what they look like, and the definitions they run by. Nothing is written but what was asked for. */
export async function windows(asked: Asked, terminal: Terminal, lang: Lang, now: Instant): Promise<Failure | undefined> {
  switch (asked.words[0]) {
    case 'draw':
      return draw(asked, terminal, lang);
    case 'list':
      return list(asked, terminal, lang);
    case 'check':
      return checkDefinitions(asked, terminal, lang);
    case 'schema':
      return definitionSchema(asked, terminal);
    case 'rota':
      return showRota(asked, terminal, lang, now);
    default:
      return failure(exitCodes.usage, { code: 'command/unknown', data: { command: `windows ${asked.words[0] ?? ''}`.trim() } });
  }
}

const machines: ReadonlyMap<string, Drawable> = new Map(Object.entries<Drawable>(processes));

type DrawFormat = 'mermaid' | 'svg';
const endings: Readonly<Record<DrawFormat, readonly string[]>> = { mermaid: ['.mmd', '.mermaid', '.txt'], svg: ['.svg'] };
const formats = Object.keys(endings) as readonly DrawFormat[];
const isFormat = (word: string): word is DrawFormat => Object.hasOwn(endings, word);

function machineNamed(name: string | undefined): Drawable | Failure {
  const names = [...machines.keys()];
  if (name === undefined)
    return failure(exitCodes.usage, { code: 'word/missing', data: { word: 'NAME', allowed: names.join(', ') } });
  const machine = machines.get(name);
  if (machine !== undefined) return machine;
  const meant = nearestWord(name, names);
  if (meant !== undefined) return failure(exitCodes.usage, { code: 'machine/not-found-meant', data: { machine: name, meant } });
  return failure(exitCodes.usage, { code: 'machine/not-found', data: { machine: name, names: names.join(', ') } });
}

/** `--format`, else what the name of the file says; undefined where neither does. */
function formatAsked({ format, output }: Asked): DrawFormat | undefined | Failure {
  if (format !== undefined) {
    if (isFormat(format)) return format;
    const data = { option: '--format', value: format, allowed: formats.join(', ') };
    return failure(exitCodes.usage, { code: 'option/invalid', data });
  }
  return formats.find((one) => endings[one].includes(extname(output ?? '').toLowerCase()));
}

async function draw(asked: Asked, terminal: Terminal, lang: Lang): Promise<Failure | undefined> {
  const [, name] = asked.words;
  const machine = machineNamed(name);
  if (isFailure(machine)) return machine;
  const format = formatAsked(asked);
  if (isFailure(format)) return format;
  const { output } = asked;
  const intoFolder = output !== undefined && (/[/\\]$/.test(output) || (await isFolder(output, terminal)));
  const drawn: readonly DrawFormat[] = format !== undefined ? [format] : intoFolder ? formats : ['mermaid'];

  const written: { readonly file: string; readonly format: DrawFormat }[] = [];
  const texts: Partial<Record<DrawFormat, string>> = {};
  for (const one of drawn) {
    texts[one] = one === 'svg' ? await pictureOf(machine, lang) : mermaidOf(machine, lang, { refusals: asked.refusals });
    if (output === undefined) continue;
    const file = intoFolder ? join(output, `${machine.name}${endings[one][0]}`) : output;
    const failed = await writeText(file, texts[one], terminal);
    if (failed !== undefined) return failed;
    written.push({ file, format: one });
  }
  if (asked.json) print(terminal, { format: 'linli-windows-draw/1', ...tableOf(machine, lang), lang, ...texts, written });
  else if (output === undefined) terminal.out(drawn.map((one) => texts[one]).join('\n'));
  else terminal.out(written.map(({ file }) => `${file}\n`).join(''));
  return undefined;
}

/** The machine as data: its name, its states and each row of its table. */
function tableOf(machine: Drawable, lang: Lang) {
  const words = saidEdges(machine, lang);
  return {
    ...head(machine),
    initial: machine.initial,
    states: Object.keys(machine.states),
    ways: edgesOf(machine).map((edge, index) => ({ ...edge, words: words[index] })),
  };
}

const head = (machine: Drawable) => ({ name: machine.name, title: { zh: titleOf(machine, 'zh'), en: titleOf(machine, 'en') } });

function list({ json }: Asked, terminal: Terminal, lang: Lang): undefined {
  const rows = [...machines.values()].map((machine) => {
    const edges = edgesOf(machine);
    const guards = new Set(edges.flatMap(({ guard }) => guard ?? []));
    const ways = edges.filter(({ to }) => to !== null).length;
    return {
      ...head(machine),
      states: Object.keys(machine.states).length,
      ways,
      refusals: edges.length - ways,
      guards: guards.size,
    };
  });
  if (json) {
    print(terminal, { format: 'linli-windows-list/1', machines: rows });
    return;
  }
  const wide = Math.max(...rows.map(({ name }) => name.length));
  const counts = ({ states, ways, refusals, guards }: (typeof rows)[number]): string =>
    lang === 'zh'
      ? `状态 ${states}，走法 ${ways}，拒绝 ${refusals}，条件 ${guards}`
      : `${states} states, ${ways} ways, ${refusals} refusals, ${guards} guards`;
  terminal.out(rows.map((row) => `${row.name.padEnd(wide)}  ${row.title[lang]}  (${counts(row)})\n`).join(''));
}

const print = (terminal: Terminal, value: unknown): void => terminal.out(`${JSON.stringify(value, null, 2)}\n`);
