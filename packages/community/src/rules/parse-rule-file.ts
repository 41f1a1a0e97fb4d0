import { type Decision, type Reason, yes } from '@linli/model';
import { LineCounter, type ParsedNode, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { CommunityCode } from '../texts.ts';

/** The path of a fault inside a file, as people would point at it: `services.3.skills`. */
const pathText = (path: readonly PropertyKey[]): string => path.map(String).join('.') || '-';

/**
 * One rule file (YAML or JSON) as a checked record.
 * No: `rules/not-readable` for what is not YAML, `rules/alias`, `rules/invalid` for each value that breaks the schema, with file, line and path.
 */
export function parseRuleFile<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): Decision<z.output<Schema>, CommunityCode> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [syntax] = document.errors;
  if (syntax !== undefined) {
    const { line, col } = lines.linePos(syntax.pos[0]);
    return { ok: false, reasons: [{ code: 'rules/not-readable', data: { file, line, column: col } }] };
  }
  const alias = aliasIn(document);
  if (alias !== undefined) {
    const { line, col } = lines.linePos(alias);
    return { ok: false, reasons: [{ code: 'rules/alias', data: { file, line, column: col } }] };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return yes(parsed.data);

  const reasons = parsed.error.issues.map((issue): Reason<CommunityCode> => {
    const { line, col } = lines.linePos(offsetOf(document.contents, issue.path, document));
    return { code: 'rules/invalid', data: { file, line, column: col, path: pathText(issue.path), problem: issue.message } };
  });
  return { ok: false, reasons: reasons as [Reason<CommunityCode>, ...Reason<CommunityCode>[]] };
}

/** Where the first alias stands: a bomb of aliases makes a small file huge, and a rule file needs none. */
function aliasIn(document: ReturnType<typeof parseDocument>): number | undefined {
  let found: number | undefined;
  visit(document, {
    Alias: (_, node) => {
      found = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** Where the value at `path` starts, or the nearest value around it where the path names something missing. */
function offsetOf(root: ParsedNode | null, path: readonly PropertyKey[], document: ReturnType<typeof parseDocument>): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) return Number(node.range[0]);
  }
  return root?.range[0] ?? 0;
}
