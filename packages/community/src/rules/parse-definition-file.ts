import { type Decision, yes } from '@linli/model';
import { type AnyDefinition, parseDefinition, pathOf, windowsTexts } from '@linli/windows';
import type { CommunityCode } from '../texts.ts';
import { mistakeIn } from './mistake-in.ts';
import { readSource } from './source-text.ts';

/**
 * A definition of `@linli/windows` from its text, YAML or JSON, of whatever kind its `format` says.
 * No: what is not YAML, or `rules/mistake` for each mistake, with file, line, column, path and both languages' words.
 */
export function parseDefinitionFile(file: string, text: string): Decision<AnyDefinition, CommunityCode> {
  const source = readSource(file, text);
  if (!source.ok) return source;
  const parsed = parseDefinition(source.value.value);
  if (parsed.ok) return yes(parsed.value);
  const [first, ...rest] = parsed.reasons.map((reason) =>
    mistakeIn(windowsTexts, file, source.value, { ...reason, path: pathOf(reason) }),
  );
  return { ok: false, reasons: [first!, ...rest] };
}
