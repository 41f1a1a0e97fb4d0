import { type Reason, say, type Texts } from '@linli/model';
import type { CommunityCode } from '../texts.ts';
import type { SourceText } from './source-text.ts';

/** A reason, and where it leads in what was read. */
export interface ReasonAt extends Reason {
  readonly path: readonly PropertyKey[];
}

/** The path of a fault inside a file, as people would point at it: `services.3.skills`. */
export const pathText = (path: readonly PropertyKey[]): string => path.map(String).join('.') || '-';

/** More than these nobody reads, and each has to be found in the text. */
const mostMistakes = 50;

/** The first mistakes in what was read, told one by one; the rest as their number. */
export function firstOf<Mistake>(
  file: string,
  mistakes: readonly Mistake[],
  told: (mistake: Mistake) => Reason<CommunityCode>,
): readonly [Reason<CommunityCode>, ...Reason<CommunityCode>[]] | readonly [] {
  const [first, ...others] = mistakes.slice(0, mostMistakes).map(told);
  if (first === undefined) return [];
  const count = mistakes.length - 1 - others.length;
  return count === 0 ? [first, ...others] : [first, ...others, { code: 'rules/more-mistakes', data: { file, count } }];
}

/** The mistakes that are about a field's name, and not about what it holds. */
const isAboutKey = (code: string): boolean => code.includes('/unknown-field');

/** A reason that leads into a file, with file, line and column, and its words in both languages. */
export function mistakeIn(texts: Texts, file: string, source: SourceText, { code, data, path }: ReasonAt): Reason<CommunityCode> {
  const place = isAboutKey(code) ? source.keyAt(path) : source.valueAt(path);
  const reason = data === undefined ? { code } : { code, data };
  const problemZh = say(texts, reason, 'zh');
  const problemEn = say(texts, reason, 'en');
  return { code: 'rules/mistake', data: { ...data, file, ...place, path: pathText(path), mistake: code, problemZh, problemEn } };
}
