import { type Decision, type Reason, yes } from '@linli/model';
import * as z from 'zod';

/** A flaw that a schema finds by a rule of its own: its code and where it is. `data` fills the words. */
export interface Flaw<Code extends string> {
  readonly code: Code;
  readonly path: readonly (string | number)[];
  readonly data?: NonNullable<Reason['data']>;
}

/** For `.check(…)` of a schema whose parts fit but do not fit together. */
export const checkFlaws =
  <Value>(flawsOf: (value: Value) => readonly Flaw<string>[]) =>
  ({ value, issues }: { readonly value: Value; readonly issues: object[] }): void => {
    for (const { code, path, data } of flawsOf(value))
      issues.push({ code: 'custom', message: code, params: { code, data }, path: [...path], input: value });
  };

const inChinese = { error: z.locales.zhCN().localeError };

/**
 * A definition from outside. Every flaw is named with its path; nothing is repaired in silence. What a schema says of a
 * value that does not fit stands in `message`, English, and `messageZh`, Chinese.
 */
export function parseLocated<Value, Malformed extends string, Code extends string>(
  schema: z.ZodType<Value>,
  malformed: Malformed,
  input: unknown,
): Decision<Value, Malformed | Code> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return yes(parsed.data);
  // The same flaws in the same order, in the other language.
  const chinese = schema.safeParse(input, inChinese).error?.issues ?? [];
  const [first, ...rest] = parsed.error.issues.map((issue, index): Reason<Malformed | Code> => {
    const path = issue.path.join('.');
    if (issue.code !== 'custom' || issue.params?.['code'] === undefined)
      return { code: malformed, data: { path, message: issue.message, messageZh: chinese[index]?.message ?? issue.message } };
    return { code: issue.params['code'] as Code, data: { path, ...(issue.params['data'] as Reason['data']) } };
  });
  return { ok: false, reasons: [first ?? { code: malformed }, ...rest] };
}
