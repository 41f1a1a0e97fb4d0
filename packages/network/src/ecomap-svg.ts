import { Cadence, type Lang, type LocalDate, type Text } from '@linli/model';
import { type Ecomap, otherThan } from './ecomap.ts';
import { layOut, type Place } from './ecomap-layout.ts';

const fontSize = 13;
const centerRadius = 44;
const personRadius = 8;

/**
 * The map as one SVG text that stands alone: no script, no style sheet, no id, so several fit into one page.
 * `words` says duties and roles by code; a code without words is printed as it is. All text is escaped. `on` is printed.
 */
export function ecomapSvg(
  map: Ecomap,
  options: { readonly on: LocalDate; readonly lang: Lang; readonly words?: Readonly<Record<string, Text>> },
): string {
  const { on, lang, words = {} } = options;
  const say = (code: string): string => words[code]?.[lang] ?? code;
  const { places, radii } = layOut(map);
  const labels = places.map((place) => labelOf(place, map, lang, say));
  const widest = Math.max(0, ...labels.flatMap(({ lines }) => lines.map(textWidth)));
  const title = fill(printed.title[lang], { name: map.center.name, on });
  const halfWidth = Math.ceil(Math.max(radii[3] + 2 * personRadius + widest + 16, textWidth(title) / 2 + 16));
  const top = -radii[3] - 56;
  const bottom = radii[3] + 30 + legendLines.length * 22;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escapeXml(title)}" lang="${lang === 'zh' ? 'zh-CN' : 'en'}"`,
    ` viewBox="${-halfWidth} ${top} ${2 * halfWidth} ${bottom - top}" font-family="sans-serif" font-size="${fontSize}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect x="${-halfWidth}" y="${top}" width="${2 * halfWidth}" height="${bottom - top}" fill="#ffffff"/>`,
    text(0, top + 26, title, 'middle', 'bold'),
    ...([3, 2, 1] as const).map((ring) => `<circle r="${radii[ring]}" fill="none" stroke="#d8d8d8"/>`),
    ...places.map((place) => lineOf(place, map)),
    `<circle r="${centerRadius}" fill="#f5e6c8" stroke="#333333"/>`,
    ...wrap(map.center.name).map((line, at, all) => text(0, 5 + (at - (all.length - 1) / 2) * 16, line, 'middle', 'bold')),
    ...places.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="${personRadius}" fill="#ffffff" stroke="#333333"/>`),
    ...labels.flatMap(({ x, y, lines, anchor }) =>
      lines.map((line, at) => text(x, y + (at === 0 ? -3 : 13), line, anchor, at === 0 ? 'bold' : 'normal')),
    ),
    ...legend(-halfWidth + 16, radii[3] + 36, lang),
    '</svg>',
  ].join('\n');
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  /** Name and roles, then duties and how often. */
  readonly lines: readonly [string, string];
}

function labelOf({ person, ties, x, y }: Place, { center }: Ecomap, lang: Lang, say: (code: string) => string): Label {
  const roles = [...new Set(ties.map(({ role }) => say(role)))].join(printed.comma[lang]);
  const duties = ties.map((tie) => {
    const words = `${say(tie.duty)} · ${cadenceWords[tie.cadence][lang]}`;
    return tie.helperId === center.id ? fill(printed.gives[lang], { duty: words }) : words;
  });
  const outwards = Math.sign(x);
  return {
    x: x + outwards * 2 * personRadius,
    y,
    anchor: outwards > 0 ? 'start' : 'end',
    lines: [`${person.name} (${roles})`, [...new Set(duties)].join(printed.comma[lang])],
  };
}

/** One line for everything two people share: as strong as the most frequent tie, an arrow at whoever receives. */
function lineOf({ x, y, ties, person }: Place, { center }: Ecomap): string {
  const length = Math.hypot(x, y);
  const at = (fromCenter: number): readonly [number, number] => [
    Math.round((x * fromCenter) / length),
    Math.round((y * fromCenter) / length),
  ];
  const [inner, outer] = [at(centerRadius + 3), at(length - personRadius - 3)];
  const strongest = Cadence.options.find((cadence) => ties.some((tie) => tie.cadence === cadence)) ?? 'on-demand';
  const receives = ties.some((tie) => otherThan(center.id, tie) === tie.helperId);
  const gives = ties.some(({ residentId }) => residentId === person.id);
  return [
    `<line x1="${outer[0]}" y1="${outer[1]}" x2="${inner[0]}" y2="${inner[1]}" ${strokeOf(strongest)}/>`,
    receives ? arrow(inner, at(centerRadius + 14), [y / length, -x / length]) : '',
    gives ? arrow(outer, at(length - personRadius - 14), [y / length, -x / length]) : '',
  ].join('');
}

function arrow(tip: readonly [number, number], base: readonly [number, number], [dx, dy]: readonly [number, number]): string {
  const corner = (side: number): string => `${Math.round(base[0] + side * dx)},${Math.round(base[1] + side * dy)}`;
  return `<polygon points="${tip[0]},${tip[1]} ${corner(5)} ${corner(-5)}" fill="#333333"/>`;
}

function strokeOf(cadence: Cadence): string {
  const width = { daily: 4, weekly: 2.5, fortnightly: 2.5, monthly: 1.2, 'on-demand': 1.2 }[cadence];
  return `stroke="#333333" stroke-width="${width}"${cadence === 'on-demand' ? ' stroke-dasharray="6 4"' : ''}`;
}

const legendLines = ['daily', 'weekly', 'monthly', 'on-demand', 'arrow', 'rings'] as const;

function legend(x: number, y: number, lang: Lang): string[] {
  return legendLines.map((kind, at) => {
    const row = y + at * 22;
    const line = kind === 'arrow' || kind === 'rings' ? 'stroke="#333333" stroke-width="1.2"' : strokeOf(kind);
    const sample =
      kind === 'rings'
        ? `<circle cx="${x + 20}" cy="${row - 5}" r="7" fill="none" stroke="#b0b0b0"/>`
        : `<line x1="${x}" y1="${row - 5}" x2="${x + 40}" y2="${row - 5}" ${line}/>`;
    const head = kind === 'arrow' ? arrow([x + 40, row - 5], [x + 29, row - 5], [0, 1]) : '';
    return `${sample}${head}${text(x + 50, row, legendWords[kind][lang], 'start', 'normal')}`;
  });
}

const text = (x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end', weight: 'normal' | 'bold'): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" font-weight="${weight}" fill="#222222">${escapeXml(words)}</text>`;

/** A generous estimate, since nothing here can measure a font: wide characters one em, all others 0.65 em. */
export const textWidth = (words: string): number =>
  [...words].reduce((width, letter) => width + fontSize * ((letter.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.65), 0);

/** The centre's circle holds three lines of up to its width; a longer name ends in an ellipsis (the title has it whole). */
function wrap(name: string): readonly string[] {
  const lines = [''];
  for (const letter of name) {
    const line = `${lines.at(-1)}${letter}`;
    if (textWidth(line) <= 72) lines[lines.length - 1] = line;
    else if (lines.length < 3) lines.push(letter.trimStart());
    else return [...lines.slice(0, 2), `${lines[2]?.slice(0, -1)}…`];
  }
  return lines;
}

/** For text and attributes alike; what XML cannot hold at all becomes the replacement character. */
function escapeXml(words: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return words
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

const printed = {
  title: { zh: '{name}的支持网络图（{on}）', en: 'Support around {name}, {on}' },
  gives: { zh: '受助：{duty}', en: 'is given: {duty}' },
  comma: { zh: '、', en: ', ' },
} as const satisfies Record<string, Text>;

const cadenceWords: Readonly<Record<Cadence, Text>> = {
  daily: { zh: '每日', en: 'daily' },
  weekly: { zh: '每周', en: 'weekly' },
  fortnightly: { zh: '每两周', en: 'fortnightly' },
  monthly: { zh: '每月', en: 'monthly' },
  'on-demand': { zh: '按需', en: 'on demand' },
};

const legendWords: Readonly<Record<(typeof legendLines)[number], Text>> = {
  daily: { zh: '每日', en: 'daily' },
  weekly: { zh: '每周或每两周', en: 'weekly or fortnightly' },
  monthly: { zh: '每月', en: 'monthly' },
  'on-demand': { zh: '按需', en: 'on demand' },
  arrow: { zh: '箭头由帮助的人指向受助的人', en: 'the arrow points from the one who gives to the one who receives' },
  rings: { zh: '圈越靠里，来得越勤', en: 'the nearer the ring, the more often they come' },
};
