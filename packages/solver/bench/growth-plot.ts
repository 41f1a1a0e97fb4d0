/** One size of the growth shape, as its result line tells it. */
export interface GrowthPoint {
  readonly visits: number;
  readonly secondsToOnePercent: number | null;
}

const WIDE = 560;
const HIGH = 340;
const LEFT = 70;
const RIGHT = 20;
const TOP = 44;
const BOTTOM = 56;
const VISITS = [100, 200, 400, 800, 1600] as const;
const SECONDS = [0.0625, 0.25, 1, 4, 16, 64] as const;

const share = (value: number, from: number, to: number): number => Math.log(value / from) / Math.log(to / from);
const across = (visits: number): number => Math.round(LEFT + share(visits, 80, 2000) * (WIDE - LEFT - RIGHT));
const up = (seconds: number): number => Math.round(HIGH - BOTTOM - share(seconds, 0.05, 80) * (HIGH - BOTTOM - TOP));

/** How the time to 1 % grows with the visits, both axes by their logarithm. Where it was never reached there is no point. */
export function growthPlot(points: readonly GrowthPoint[]): string {
  const reached = points
    .filter((point): point is { visits: number; secondsToOnePercent: number } => point.secondsToOnePercent !== null)
    .toSorted((a, b) => a.visits - b.visits);
  const at = ({ visits, secondsToOnePercent }: (typeof reached)[number]): string =>
    `${across(visits)},${up(secondsToOnePercent)}`;
  const text = (x: number, y: number, anchor: string, words: string, size = 12): string =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="${size}">${words}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${HIGH}" font-family="sans-serif" fill="#333">`,
    '<title>到达 1 % 所需时间 · Time to 1 %</title>',
    `<rect width="${WIDE}" height="${HIGH}" fill="#fff"/>`,
    text(LEFT, 22, 'start', '达到与长时间求解相差 1 % 以内所需秒数 · Seconds to within 1 % of a long run', 13),
    ...SECONDS.map((seconds) =>
      [
        `<line x1="${LEFT}" y1="${up(seconds)}" x2="${WIDE - RIGHT}" y2="${up(seconds)}" stroke="#ddd"/>`,
        text(LEFT - 8, up(seconds) + 4, 'end', `${seconds}`),
      ].join(''),
    ),
    ...VISITS.map((visits) =>
      [
        `<line x1="${across(visits)}" y1="${TOP}" x2="${across(visits)}" y2="${HIGH - BOTTOM}" stroke="#eee"/>`,
        text(across(visits), HIGH - BOTTOM + 18, 'middle', `${visits}`),
      ].join(''),
    ),
    text((LEFT + WIDE - RIGHT) / 2, HIGH - 12, 'middle', '服务次数（对数刻度） · visits (log scale)'),
    reached.length > 1 ? `<polyline points="${reached.map(at).join(' ')}" fill="none" stroke="#0a6" stroke-width="2"/>` : '',
    ...reached.map((point) => {
      const [x, y] = at(point).split(',');
      return `<circle cx="${x}" cy="${y}" r="4" fill="#0a6"/>${text(Number(x) + 8, Number(y) - 8, 'start', `${point.secondsToOnePercent} s`, 11)}`;
    }),
    '</svg>',
    '',
  ]
    .filter((line) => line !== '')
    .join('\n')
    .concat('\n');
}
