import { type Decision, yes } from '@linli/model';
import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { CommunityCode } from '../texts.ts';
import { openedAt } from './opened-at.ts';

type Path = readonly PropertyKey[];

/** A place in a text, both from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** A file of YAML or JSON that was read, and where everything in it stands. */
export interface SourceText {
  readonly value: unknown;
  /** Where the value at `path` begins, or the nearest value around it where the path names something missing. */
  valueAt(path: Path): TextPlace;
  /** Where the key that ends `path` is written; where there is none, as `valueAt`. */
  keyAt(path: Path): TextPlace;
  /** The value at `path` as it is written, and the key that ends it; undefined where nothing stands there. */
  valueText(path: Path): string | undefined;
  keyText(path: Path): string | undefined;
}

/** What the parser calls a mistake, and what we call it. */
const syntaxCodes: Readonly<Record<string, CommunityCode>> = {
  TAB_AS_INDENT: 'rules/tab-indent',
  BAD_INDENT: 'rules/bad-indent',
  MISSING_CHAR: 'rules/not-closed',
};

/**
 * A text as plain values. No: what is not YAML, with line and column: tabs, a key written twice, a crooked indent, a quote or
 * bracket that is not closed, an alias.
 */
export function readSource(file: string, text: string): Decision<SourceText, CommunityCode> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const placeOf = (offset: number): TextPlace => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [syntax] = document.errors;
  if (syntax !== undefined) {
    const [from, until] = syntax.pos;
    const opened = syntax.code === 'MISSING_CHAR' || /flow/i.test(syntax.message) ? openedAt(text, from) : undefined;
    if (opened !== undefined) return { ok: false, reasons: [{ code: 'rules/not-closed', data: { file, ...placeOf(opened) } }] };
    const key = /^[^\s:,}\]]*/.exec(text.slice(from, Math.max(until, from + 60)))?.[0] ?? '';
    const code = syntaxCodes[syntax.code] ?? 'rules/not-readable';
    return { ok: false, reasons: [{ code, data: { file, ...placeOf(from), key } }] };
  }
  const twice = keyTwiceIn(document);
  if (twice !== undefined) {
    const data = { file, ...placeOf(twice.at), key: twice.key };
    return { ok: false, reasons: [{ code: 'rules/key-twice', data }] };
  }
  const alias = aliasIn(document);
  if (alias !== undefined) return { ok: false, reasons: [{ code: 'rules/alias', data: { file, ...placeOf(alias) } }] };

  const valueAt = (path: Path): TextPlace => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
        return placeOf(Number(node.range[0]));
      }
    }
    return placeOf(document.contents?.range[0] ?? 0);
  };
  const keys = new Map<object, ReadonlyMap<string, readonly number[]>>();
  const keyOf = (path: Path): readonly number[] | undefined => {
    const around = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    if (!isMap(around)) return undefined;
    let known = keys.get(around);
    if (known === undefined) {
      known = new Map(around.items.flatMap(({ key }) => (isScalar(key) && key.range ? [[String(key.value), key.range]] : [])));
      keys.set(around, known);
    }
    return known.get(String(path.at(-1)));
  };
  const keyAt = (path: Path): TextPlace => {
    const range = keyOf(path);
    return range === undefined ? valueAt(path) : placeOf(range[0]!);
  };
  const written = (range: readonly number[] | null | undefined): string | undefined =>
    range === null || range === undefined ? undefined : text.slice(range[0], range[1]);
  const valueText = (path: Path): string | undefined => {
    const node = document.getIn(path, true);
    return isScalar(node) ? written(node.range) : undefined;
  };
  const keyText = (path: Path): string | undefined => written(keyOf(path));
  return yes({ value: document.toJS() as unknown, valueAt, keyAt, valueText, keyText });
}

/** The first key that is written twice in its map; keys become names, so `7` and `"7"` are one. */
function keyTwiceIn(document: ReturnType<typeof parseDocument>): { readonly at: number; readonly key: string } | undefined {
  let found: { readonly at: number; readonly key: string } | undefined;
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) found = { at: key.range?.[0] ?? 0, key: name };
        if (found !== undefined) return visit.BREAK;
        seen.add(name);
      }
      return undefined;
    },
  });
  return found;
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
