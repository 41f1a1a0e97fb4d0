import type { Lang, Texts } from '@linli/model';
import { type Arrow, arrowsOf, gatheredWords, signWords, staysIn } from './arrows.ts';
import { eventWords, stateWords } from './edge-words.ts';
import type { Drawable } from './edges.ts';

const words = {
  ends: { zh: '到此结束', en: 'it ends here' },
  stays: { zh: '发生以后仍在这里', en: 'it may stay here after' },
} as const satisfies Texts;

/** The picture in words, a line for each frame in it: for those who cannot see it. */
export function narrate(drawable: Drawable, lang: Lang): string {
  const [comma, stop, colon, end] = lang === 'zh' ? ['、', '；', '：', '。'] : [', ', '; ', ': ', '.'];
  const arrows = Map.groupBy(arrowsOf(drawable), ({ from }) => from.join(' '));
  const ways = (out: readonly Arrow[]): readonly string[] =>
    out.map(({ to, signs }) => {
      const said = signs.map((sign) => signWords(drawable, sign, lang).join(' ').trim()).join(comma);
      return `${said} → ${stateWords(drawable, to, lang)}`;
    });
  const states = Object.keys(drawable.states).map((state) => {
    const stays = staysIn(drawable, state).map((event) => eventWords(drawable, event, lang));
    const all = [
      ...ways(arrows.get(state) ?? []),
      ...(stays.length === 0 ? [] : [`${words.stays[lang]}${colon}${stays.join(comma)}`]),
    ];
    const hasEnd = Object.keys(drawable.states[state] ?? {}).length === 0;
    return { name: stateWords(drawable, state, lang), all: hasEnd ? [words.ends[lang]] : all };
  });
  const gates = [...arrows.values()].flatMap((out) => {
    const [{ from }] = out as [Arrow];
    return from.length === 1 ? [] : [{ name: gatheredWords(drawable, from, lang), all: ways(out) }];
  });
  return [...states, ...gates]
    .filter(({ all }) => all.length > 0)
    .map(({ name, all }) => `${name}${colon}${all.join(stop)}${end}`)
    .join('\n');
}
