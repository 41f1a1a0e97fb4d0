import { Lang } from '@linli/model';
import { type Command, commands, type OptionName, options } from '../commands.ts';

const words = {
  title: { zh: 'linli —— 邻里互助的一天', en: 'linli: one day of a community that looks after its own' },
  usage: { zh: '用法', en: 'Usage' },
  one: { zh: 'linli help 命令    一个命令怎么用', en: 'linli help COMMAND    how one command is used' },
  options: { zh: '选项', en: 'Options' },
  reads: { zh: '读', en: 'Reads' },
  writes: { zh: '写', en: 'Writes' },
  exits: { zh: '退出码', en: 'Exit codes' },
  example: { zh: '例子', en: 'Example' },
  pack: {
    zh: '规则包可以是预置的编号（如 cn-nanjing-2019）、YAML 或 JSON 文件、社区文件夹。',
    en: "PACK is a preset (cn-nanjing-2019), a YAML or JSON file, or a community's folder.",
  },
} as const;

/** What every exit code means, by its number. */
const exits = [
  { zh: '完成', en: 'done' },
  { zh: '程序出错', en: 'broken' },
  { zh: '命令写错', en: 'usage' },
  { zh: '文件或日期不对', en: 'the file or the date is not right' },
  { zh: '规则不对', en: 'the rules are not right' },
  { zh: '数据存储打不开', en: 'the store cannot be opened' },
] as const;

const everywhere: readonly OptionName[] = ['lang', 'help'];

/** Columns of a terminal: a Chinese character takes two. */
const columns = (text: string): number => [...text].reduce((wide, sign) => wide + (sign > '\u2e80' ? 2 : 1), 0);

const indented = (text: string, by: string): string => text.replaceAll(/^/gm, by);

function optionLines(names: readonly OptionName[], lang: Lang): string {
  const left = (name: OptionName): string => `--${name} ${options[name].value?.[lang] ?? ''}`.trimEnd();
  const wide = Math.max(...names.map((name) => columns(left(name))));
  return names
    .map((name) => `  ${left(name)}${' '.repeat(wide - columns(left(name)) + 2)}${options[name].about[lang]}`)
    .join('\n');
}

const exitLine = (codes: readonly number[], lang: Lang): string =>
  `${words.exits[lang]}  ${codes.map((code) => `${code} ${exits[code]?.[lang]}`).join('  ')}`;

const usageOf = (command: Command, lang: Lang): string => `linli ${command.name} ${command.words[lang]}`.trimEnd();

function overview(shown: readonly Command[], lang: Lang): string {
  const used = new Set<string>([...shown.flatMap((one) => one.options), ...everywhere]);
  const names = (Object.keys(options) as OptionName[]).filter((name) => used.has(name));
  return [
    words.title[lang],
    `${words.usage[lang]}\n${shown.map((one) => `  ${usageOf(one, lang)}\n${indented(one.about[lang], '      ')}`).join('\n')}`,
    `  ${words.one[lang]}\n  ${words.pack[lang]}`,
    `${words.options[lang]}\n${optionLines(names, lang)}\n  --version`,
    `${exitLine([...exits.keys()], lang)}\n`,
  ].join('\n\n');
}

function page(command: Command, lang: Lang): string {
  const names = [...command.options, ...everywhere];
  return [
    usageOf(command, lang),
    indented(command.about[lang], '  '),
    `${words.reads[lang]}  ${command.reads[lang]}\n${words.writes[lang]}  ${command.writes[lang]}`,
    `${words.options[lang]}\n${optionLines(names, lang)}`,
    exitLine([0, 1, 2, ...command.exits], lang),
    `${words.example[lang]}\n  linli ${command.example[lang]}\n`,
  ].join('\n\n');
}

/** Help on the commands whose name begins with `name`: all of them without one. In both languages where none is known. */
export function helpText(name: string, lang: Lang | undefined): string {
  const shown = commands.filter((one) => `${one.name} `.startsWith(`${name} `.trimStart()));
  const [only, ...others] = shown;
  return (lang === undefined ? Lang.options : [lang])
    .map((spoken) => (only !== undefined && others.length === 0 ? page(only, spoken) : overview(shown, spoken)))
    .join('\n');
}
