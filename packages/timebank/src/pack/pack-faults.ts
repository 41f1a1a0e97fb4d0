import type { Reason } from '@linli/model';
import type * as z from 'zod';
import type { PackCode } from '../texts/pack.ts';
import { type nearestWord, suggestions } from './nearest-word.ts';
import { keysAt, namesAt } from './schema-at.ts';

/** One mistake in a file. `path` leads to it as keys and places, so that whoever read the text can point at the line. */
export interface PackFault extends Reason<PackCode> {
  readonly path: readonly (string | number)[];
}

type Issue = z.core.$ZodIssue;
type Path = PackFault['path'];

const kinds: Readonly<Record<string, PackCode>> = {
  number: 'pack/not-a-number',
  int: 'pack/not-a-whole-number',
  string: 'pack/not-a-text',
  array: 'pack/not-a-list',
  object: 'pack/not-a-record',
  record: 'pack/not-a-record',
  boolean: 'pack/not-yes-or-no',
};

/** Every mistake the schema found, in the order of the file. A misspelt field is not reported a second time as missing. */
export function faultsOf(schema: z.ZodType, error: z.ZodError, input: unknown): readonly [PackFault, ...PackFault[]] {
  const nearest = suggestions();
  const faults = error.issues.flatMap((issue) => faultsOfIssue(schema, issue, input, nearest));
  const meant = new Set(
    faults.flatMap(({ path, data }) => {
      const around = path.slice(0, -1);
      return data?.['meant'] === undefined ? [] : [textOf(around), textOf([...around, String(data['meant'])])];
    }),
  );
  const told = faults.filter(
    ({ code, path }) => !(code === 'pack/missing' || code === 'pack/amount-empty') || !meant.has(textOf(path)),
  );
  const [first = faults[0]!, ...others] = told;
  return [first, ...others];
}

/** The path as people would point at it: `steps.3.most`. */
const textOf = (path: Path): string => path.join('.');

function faultsOfIssue(schema: z.ZodType, issue: Issue, input: unknown, nearest: typeof nearestWord): readonly PackFault[] {
  const path = issue.path as Path;
  const fault = (code: PackCode, data: Reason['data'] = {}, at: Path = path): PackFault => ({
    code,
    data: { path: textOf(at) || '-', ...data },
    path: at,
  });
  const value = shown(valueAt(input, path));
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, path, input);
      const written = Object.keys((valueAt(input, path) as object | undefined) ?? {});
      const free = known.filter((key) => !written.includes(key));
      return issue.keys.map((field) => {
        const meant = nearest(field, free);
        return fault(...orMeant('pack/unknown-field', { field }, meant, known), [...path, field]);
      });
    }
    case 'invalid_type':
      if (valueAt(input, path) === undefined) return [fault('pack/missing', { field: String(path.at(-1) ?? '') })];
      return [fault(kinds[issue.expected] ?? 'pack/wrong', { value })];
    case 'invalid_value': {
      if (valueAt(input, path) === undefined) return [fault('pack/missing', { field: String(path.at(-1) ?? '') })];
      const known = issue.values.map(String);
      return [fault(...orMeant('pack/unknown-word', { word: value }, nearest(value, known), known))];
    }
    case 'invalid_union': {
      const name = path.at(-1) === issue.discriminator ? String(issue.discriminator) : undefined;
      if (name === undefined) return [fault('pack/wrong', { value })];
      if (valueAt(input, path) === undefined) return [fault('pack/missing', { field: name })];
      const known = namesAt(schema, path.slice(0, -1), name);
      return [
        fault(
          ...orMeant(name === 'do' ? 'pack/unknown-step' : 'pack/unknown-word', { word: value }, nearest(value, known), known),
        ),
      ];
    }
    case 'too_small':
      if (issue.origin === 'array') return [fault('pack/empty-list')];
      if (issue.origin === 'string') return [fault('pack/empty-text')];
      return [fault(issue.inclusive === false ? 'pack/not-above' : 'pack/too-small', { value, least: Number(issue.minimum) })];
    case 'too_big':
      return [fault('pack/too-large', { value, most: Number(issue.maximum) })];
    case 'not_multiple_of':
      return [fault('pack/too-fine', { value, step: issue.divisor })];
    case 'invalid_format':
      return [fault(formatCode(path, issue), { value })];
    case 'custom': {
      const { code, ...data } = (issue.params ?? {}) as { readonly code?: PackCode } & Record<string, string | number>;
      return [fault(code ?? 'pack/wrong', { value, ...data })];
    }
    default:
      return [fault('pack/wrong', { value })];
  }
}

/** The code with a guess where there is one, and what would have been right. */
function orMeant(
  code: 'pack/unknown-field' | 'pack/unknown-word' | 'pack/unknown-step',
  data: Readonly<Record<string, string>>,
  meant: string | undefined,
  known: readonly string[],
): [PackCode, NonNullable<Reason['data']>] {
  const all = { ...data, known: known.join(', ') };
  return meant === undefined ? [code, all] : [`${code}-meant`, { ...all, meant }];
}

function formatCode(path: Path, { format }: { readonly format: string }): PackCode {
  if (format === 'date') return 'pack/not-a-date';
  return path.includes('hours') ? 'pack/not-a-wall-time' : 'pack/not-a-month-day';
}

function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const key of path) value = (value as Record<string | number, unknown> | null | undefined)?.[key];
  return value;
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '').slice(0, 60));
