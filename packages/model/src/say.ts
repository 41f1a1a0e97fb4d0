import type { Reason } from './decision.ts';
import type { Lang, Text } from './text.ts';

/** The words for every code of a package: leave one out and it does not compile. */
export type Texts<Code extends string = string> = Readonly<Record<Code, Text>>;

/**
 * One reason in words. `{name}` in the text is filled from the reason's data; `label` may put a word for a code there.
 * A code without a text is said as the code itself, so that nothing is ever hidden.
 */
export function say(
  texts: Texts,
  reason: Reason,
  lang: Lang,
  label: (name: string, value: string | number) => string = (_, value) => String(value),
): string {
  const template = texts[reason.code]?.[lang] ?? reason.code;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = reason.data?.[name];
    return value === undefined ? whole : label(name, value);
  });
}
