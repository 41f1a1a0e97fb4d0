import { type Decision, type Reason, yes } from '@linli/model';
import type * as z from 'zod';
import type { CommunityCode } from '../texts.ts';
import { firstOf, pathText } from './mistake-in.ts';
import { readSource } from './source-text.ts';

/**
 * One rule file (YAML or JSON) as a checked record.
 * No: what `readSource` refuses, and `rules/invalid` for each value that breaks the schema, with file, line, column and path.
 */
export function parseRuleFile<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): Decision<z.output<Schema>, CommunityCode> {
  const source = readSource(file, text);
  if (!source.ok) return source;
  const parsed = schema.safeParse(source.value.value);
  if (parsed.success) return yes(parsed.data);

  const reasons = firstOf(file, parsed.error.issues, (issue) => ({
    code: 'rules/invalid',
    data: {
      ...{ file, ...source.value.valueAt(issue.path), path: pathText(issue.path) },
      problem: issue.message.slice(0, 400),
    },
  }));
  return { ok: false, reasons: reasons as [Reason<CommunityCode>, ...Reason<CommunityCode>[]] };
}
