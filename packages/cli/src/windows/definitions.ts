import { parseDefinitionFile } from '@linli/community';
import type { Lang, Reason } from '@linli/model';
import { nearestWord } from '@linli/timebank';
import { type DefinitionFormat, definitionFormats, definitionJsonSchema } from '@linli/windows';
import type { Asked } from '../arguments.ts';
import { type Failure, failure } from '../failure.ts';
import { loadRuleText } from '../load.ts';
import { exitCodes, type Terminal } from '../terminal.ts';

/** Definitions before they go live: every file is read and every mistake said, also where the first file has some. */
export async function checkDefinitions(asked: Asked, terminal: Terminal, lang: Lang): Promise<Failure | undefined> {
  const [, ...files] = asked.words;
  if (files.length === 0) return failure(exitCodes.usage, { code: 'option/missing', data: { option: 'FILE' } });
  const mistakes: Reason[] = [];
  const definitions: object[] = [];
  const lines: string[] = [];
  for (const file of files) {
    const text = await loadRuleText(file, terminal);
    if (typeof text !== 'string') return text;
    const parsed = parseDefinitionFile(file, text);
    if (!parsed.ok) {
      mistakes.push(...parsed.reasons);
      continue;
    }
    const { format } = parsed.value;
    // Menus have neither id nor name: they belong to a recurrence.
    const { id = null, edition = null, name = null } = { ...parsed.value } as { id?: string; edition?: number; name?: Named };
    definitions.push({ file, format, id, edition, name });
    lines.push(`${file}  ${format}  ${id ?? ''}${edition === null ? '' : ` ${edition}`}  ${name?.[lang] ?? ''}`.trimEnd());
  }
  const [first, ...rest] = mistakes;
  if (first !== undefined) return failure(exitCodes.rules, first, ...rest);
  if (asked.json) terminal.out(`${JSON.stringify({ format: 'linli-windows-check/1', definitions }, null, 2)}\n`);
  else terminal.out(lines.map((line) => `${line}\n`).join(''));
  return undefined;
}

type Named = Readonly<Record<Lang, string>>;

/** A schema is JSON in any case: an editor reads it. */
export function definitionSchema({ words: [, asked] }: Asked, terminal: Terminal): Failure | undefined {
  const words = definitionFormats.map(shortOf);
  if (asked === undefined)
    return failure(exitCodes.usage, { code: 'word/missing', data: { word: 'KIND', allowed: words.join(', ') } });
  const format = definitionFormats.find((one) => one === asked || one === `linli-${asked}/1`);
  if (format === undefined) {
    const allowed = [nearestWord(asked, words) ?? words].flat().join(', ');
    return failure(exitCodes.usage, { code: 'option/invalid', data: { option: 'windows schema', value: asked, allowed } });
  }
  terminal.out(`${JSON.stringify(definitionJsonSchema(format), null, 2)}\n`);
  return undefined;
}

const shortOf = (format: DefinitionFormat): string => format.replace(/^linli-/, '').replace(/\/1$/, '');
