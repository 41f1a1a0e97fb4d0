import type { Lang, Texts } from '@linli/model';
import { type Drawable, type Edge, edgesOf, wordsFor } from './edges.ts';

const words = {
  due: { zh: '到时', en: 'when the time comes' },
  otherwise: { zh: '否则', en: 'otherwise' },
} as const satisfies Texts;

/** What a picture is called. */
export const titleOf = ({ name, texts }: Drawable, lang: Lang): string => texts[`${name}/title`]?.[lang] ?? name;

export const stateWords = (drawable: Drawable, state: string, lang: Lang): string => wordsFor(drawable, 'state', state)[lang];

/** The event; a deadline is said as the time that comes. */
export const eventWords = (drawable: Drawable, event: string, lang: Lang): string =>
  event === 'due' ? words.due[lang] : wordsFor(drawable, 'event', event)[lang];

/** What has to hold for a way to be taken; empty where nothing has to. */
export const guardWords = (
  drawable: Drawable,
  { guard, isOtherwise }: Pick<Edge, 'guard' | 'isOtherwise'>,
  lang: Lang,
): string => (guard === null ? (isOtherwise ? words.otherwise[lang] : '') : wordsFor(drawable, 'guard', guard)[lang]);

/** Why a way is taken or refused. What is filled in from the facts stands as `…`. */
const becauseWords = ({ texts }: Drawable, { because }: Edge, lang: Lang): string =>
  (texts[because]?.[lang] ?? because).replace(/\{\w+\}/g, '…');

/** One row of the table in words. */
export interface SaidEdge {
  readonly from: string;
  readonly event: string;
  /** Empty where nothing has to hold. */
  readonly guard: string;
  /** Null where the event is refused. */
  readonly to: string | null;
  readonly because: string;
}

/** Every row of the table in words, in its order. */
export const saidEdges = (drawable: Drawable, lang: Lang): readonly SaidEdge[] =>
  edgesOf(drawable).map((edge) => ({
    from: stateWords(drawable, edge.from, lang),
    event: eventWords(drawable, edge.event, lang),
    guard: guardWords(drawable, edge, lang),
    to: edge.to === null ? null : stateWords(drawable, edge.to, lang),
    because: becauseWords(drawable, edge, lang),
  }));
