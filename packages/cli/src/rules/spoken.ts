import { communityTexts } from '@linli/community';
import { type Lang, type Reason, say, type Text, type Texts } from '@linli/model';
import { amountLabel, timebankTexts, type Unit } from '@linli/timebank';
import { reviewTexts } from '@linli/timebank/review';

const texts: Texts = { ...timebankTexts, ...communityTexts, ...reviewTexts };

/** A reason as the reports of `rules` carry it. */
export interface SaidReason extends Text {
  readonly code: string;
  readonly data?: Reason['data'];
}

const inWords = (reason: Reason, lang: Lang, unit: Unit): string => say(texts, reason, lang, amountLabel(lang, unit));

/** A reason in both languages, amounts in the words of the unit. */
export const spoken = ({ code, data }: Reason, unit: Unit): SaidReason => ({
  code,
  ...(data === undefined ? {} : { data }),
  zh: inWords({ code, ...(data && { data }) }, 'zh', unit),
  en: inWords({ code, ...(data && { data }) }, 'en', unit),
});

/** Seconds of credit: hours and minutes, or points where the standard counts in them. */
export function creditWords(seconds: number, unit: Unit, lang: Lang): string {
  if (unit.asset === 'second') return amountLabel(lang)('ofSeconds', seconds);
  const decimals = unit.decimals ?? 0;
  return `${(seconds / unit.scaleSeconds).toFixed(decimals)} ${unit.words[lang]}`;
}

export const timeWords = (seconds: number, lang: Lang): string => amountLabel(lang)('ofSeconds', seconds);
