import type { Lang, Texts } from '@linli/model';
import { type Arrow, arrowsOf, gatheredWords, signWords, staysIn } from './arrows.ts';
import { eventWords, stateWords, titleOf } from './edge-words.ts';
import { type Drawable, edgesOf, finalsOf } from './edges.ts';
import { linesOf, listLines, widthOf } from './text-lines.ts';

const words = {
  ends: { zh: '双框：到此结束', en: 'double frame: it ends here' },
  due: { zh: '虚线：到时自己走', en: 'dashed: taken when the time comes' },
  stays: { zh: '框里的小字：发生以后仍在这里', en: 'small words in a frame: it may stay here after that' },
} as const satisfies Texts;

const size = { title: 18, state: 14, small: 11, edge: 12 } as const;
const widest = { state: 150, small: 190, edge: 190 } as const;
/** Dark on light: at least 7 to 1 (WCAG 2.2, 1.4.6). */
const colour = { ink: '#1d1d1f', line: '#48484a', due: '#6b2c00', open: '#eaf3f8', begin: '#d3e8f2', final: '#f0f0f2' } as const;

/**
 * A process as a Graphviz graph. Graphviz is told how wide every text is, since it takes Chinese signs for much narrower
 * than they are drawn. The same process gives the same text.
 * @source Graphviz's language and HTML-like labels, https://graphviz.org/doc/info/lang.html
 */
export function dotOf(drawable: Drawable, lang: Lang): string {
  const arrows = arrowsOf(drawable);
  const gates = new Map(arrows.filter(({ from }) => from.length > 1).map(({ from }) => [nameOf(from), from]));
  return `${[
    `digraph ${quoted(drawable.name)} {`,
    `  graph [bgcolor="#ffffff", pad=0.2, nodesep=0.3, ranksep=0.45, labelloc=t, ${font(size.edge)}, label=${head(drawable, lang)}];`,
    `  node [shape=box, style="rounded,filled", margin=0, ${font(size.state)}, color="${colour.line}"];`,
    `  edge [color="${colour.line}", arrowsize=0.7, ${font(size.edge)}];`,
    `  ".begin" [shape=circle, label="", width=0.18, fixedsize=true, fillcolor="${colour.ink}"];`,
    ...Object.keys(drawable.states).map((state) => node(drawable, state, lang)),
    ...[...gates].map(([name, from]) => plainBox(name, gatheredWords(drawable, from, lang), 'style="rounded,dotted"')),
    `  ".begin" -> ${quoted(drawable.initial)};`,
    ...arrows.map((arrow) => drawn(drawable, arrow, lang)),
    '}',
  ].join('\n')}\n`;
}

const nameOf = (from: readonly string[]): string => (from.length === 1 ? from[0]! : `.from ${from.join(' ')}`);

function node(drawable: Drawable, state: string, lang: Lang): string {
  const name = stateWords(drawable, state, lang);
  if (finalsOf(drawable).includes(state)) return plainBox(state, name, `fillcolor="${colour.final}", peripheries=2`);
  const fill = `fillcolor="${state === drawable.initial ? colour.begin : colour.open}"`;
  const events = staysIn(drawable, state).map((event) => eventWords(drawable, event, lang));
  if (events.length === 0) return plainBox(state, name, fill);
  const small = listLines(events, lang === 'zh' ? '、' : ', ', size.small, widest.small);
  const rows = [...cells(linesOf(name, size.state, widest.small), size.state), ...cells(small, size.small)];
  return `  ${quoted(state)} [label=${table(rows, 6)}, ${fill}];`;
}

/** A box that holds nothing but its name, in the middle. */
function plainBox(name: string, label: string, more: string): string {
  const lines = linesOf(label, size.state, widest.state);
  const width = Math.max(...lines.map((line) => widthOf(line, size.state))) + 22;
  const room = `fixedsize=true, width=${inches(width)}, height=${inches(lines.length * 18 + 14)}`;
  return `  ${quoted(name)} [label=${quoted(lines.join('\n'))}, ${room}, ${more}];`;
}

function drawn(drawable: Drawable, { from, to, signs }: Arrow, lang: Lang): string {
  const mark = signs.length > 1 ? '· ' : '';
  const lines = signs.flatMap((sign) => signLines(mark, signWords(drawable, sign, lang)));
  const due = signs.every(({ events }) => events.every((event) => event === 'due'))
    ? `, style=dashed, color="${colour.due}"`
    : '';
  return `  ${quoted(nameOf(from))} -> ${quoted(to)} [label=${table(cells(lines, size.edge), 2)}${due}];`;
}

/** On one line where there is room, else broken before the bracket first. */
const signLines = (mark: string, [event, guards]: readonly [string, string]): readonly string[] =>
  widthOf(`${mark}${event} ${guards}`, size.edge) <= widest.edge
    ? [`${mark}${event} ${guards}`.trim()]
    : [mark + event, guards].flatMap((part) => linesOf(part, size.edge, widest.edge));

function head(drawable: Drawable, lang: Lang): string {
  const edges = edgesOf(drawable);
  const legend = [
    words.ends[lang],
    ...(edges.some(({ event }) => event === 'due') ? [words.due[lang]] : []),
    ...(edges.some(({ from, to }) => from === to) ? [words.stays[lang]] : []),
  ];
  return table([...cells([titleOf(drawable, lang)], size.title), ...cells(legend, size.edge)], 6);
}

const table = (rows: readonly string[], padding: number): string =>
  `<<table border="0" cellborder="0" cellspacing="0" cellpadding="1">${edge(padding)}${rows.join('')}${edge(padding)}</table>>`;

const edge = (height: number): string => `<tr><td height="${height}"></td></tr>`;

/** From the left, since only then it does not matter that Graphviz takes a text for narrower than its cell. */
const cells = (lines: readonly string[], points: number): readonly string[] =>
  lines.map((line) => {
    const room = `width="${widthOf(line, points) + 4}" height="${points + 4}"`;
    const text = `<font point-size="${points}">${escaped(line)}</font>`;
    return `<tr><td width="6"></td><td align="left" ${room}>${text}</td><td width="4"></td></tr>`;
  });

const font = (points: number): string => `fontname="Helvetica", fontsize=${points}, fontcolor="${colour.ink}"`;

const inches = (points: number): string => (points / 72).toFixed(3);

/** `\n` between lines is Graphviz's own; any other control sign is none. */
const quoted = (text: string): string =>
  `"${text
    .replace(/["\\]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}+/gu, ' ')}"`;

const escaped = (text: string): string =>
  text.replace(/\p{Cc}+/gu, ' ').replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
