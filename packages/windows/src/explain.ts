import { type Lang, type Reason, say } from '@linli/model';
import { windowsTexts } from './texts.ts';

/** A reason of any process in words. Names of states and events within it are put into words as well. */
export const explain = (reason: Reason, lang: Lang): string =>
  say(windowsTexts, reason, lang, (_, value) => {
    const words: Partial<Record<string, { readonly zh: string; readonly en: string }>> = windowsTexts;
    return words[value]?.[lang] ?? String(value);
  });
