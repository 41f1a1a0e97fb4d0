import type { Text } from '@linli/model';
import type { SheetKind } from '../recognise/kinds.ts';
import { fieldNames, kindNames } from './field-names.ts';
import type { Mapping } from './mapping.ts';

/** The mapping as YAML, with a comment in both languages on each line of substance. Every word is quoted, so any word is safe. */
export function printMapping({ format, sheets = {}, headers = {}, grids = {}, words = {} }: Mapping): string {
  const wordSections = Object.entries(words).map(([kind, codes]) =>
    section(`  ${kind}`, Object.entries(codes ?? {}), () => ({ zh: '词表补充', en: 'added to the vocabulary' }), '    '),
  );
  const filledWords = wordSections.filter((text) => text !== '');
  return [
    `format: ${format}\n`,
    section('sheets', Object.entries(sheets), (kind) => kindNames[kind as SheetKind]),
    section('headers', Object.entries(headers), (_, field) => fieldNames[field] ?? { zh: field, en: field }),
    section('grids', Object.entries(grids), (_, grid) => ({ zh: `第 ${grid} 网格，请核对`, en: `grid ${grid}, please check` })),
    filledWords.length === 0 ? '' : `words:\n${filledWords.join('')}`,
  ].join('');
}

function section(
  title: string,
  entries: readonly (readonly [string, string | number | undefined])[],
  comment: (key: string, value: string) => Text,
  indent = '  ',
): string {
  const lines = entries.flatMap(([key, value]) => {
    if (value === undefined) return [];
    const { zh, en } = comment(key, String(value));
    return `${indent}${quote(key)}: ${typeof value === 'number' ? value : quote(value)} # ${zh} / ${en}\n`;
  });
  return lines.length === 0 ? '' : `${title}:\n${lines.join('')}`;
}

/** JSON's strings are YAML's double-quoted ones, once what YAML counts as a line end is escaped too. */
const quote = (text: string): string =>
  JSON.stringify(text).replace(/[\u0085\u2028\u2029]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
