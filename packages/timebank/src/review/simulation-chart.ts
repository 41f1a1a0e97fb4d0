import type { Lang } from '@linli/model';
import { amountLabel } from '../amount-label.ts';
import type { Simulation } from './simulate.ts';

const words = {
  title: { zh: '试算：各类服务者记入的时间', en: 'Simulation: credit by kind of helper' },
  plain: { zh: '实际服务时间', en: 'hours served' },
  unknown: { zh: '身份未登记', en: 'role not known' },
  people: { zh: '人', en: 'people' },
  gain: { zh: '增加', en: 'gain' },
  lose: { zh: '减少', en: 'lose' },
  same: { zh: '不变', en: 'unchanged' },
} as const;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`).replace(/[\p{Cc}]/gu, ' ');

const width = 820;
const left = 210;
const right = 190;
const rowHeight = 58;
const top = 92;

/**
 * A bar chart of credited time by role, two bars each: before (the other standard, or plain hours) and under the pack. A
 * whole SVG document with a title and a description for those who cannot see it; `nameOf` gives the words for a role.
 */
export function simulationChart(result: Simulation, lang: Lang, nameOf: (role: string) => string = (role) => role): string {
  const say = (word: keyof typeof words): string => words[word][lang];
  const amount = amountLabel(lang);
  const shown = (seconds: number): string => amount('ofSeconds', Math.round(seconds / 60) * 60);
  const before = result.against ?? say('plain');
  const after = `${result.packId}/${result.edition}`;
  const most = Math.max(1, ...result.roles.flatMap(({ seconds, otherSeconds }) => [seconds, otherSeconds]));
  const length = (seconds: number): number => Math.round((seconds / most) * (width - left - right));
  const name = (role: string): string => (role === '' ? say('unknown') : nameOf(role));
  const rows = result.roles.map(({ role, people, seconds, otherSeconds }, index) => {
    const y = top + index * rowHeight;
    return [
      `  <text x="${left - 12}" y="${y + 18}" text-anchor="end">${escaped(name(role))}</text>`,
      `  <text x="${left - 12}" y="${y + 35}" text-anchor="end" class="small">${people} ${say('people')}</text>`,
      `  <rect x="${left}" y="${y + 4}" width="${length(otherSeconds)}" height="18" class="before"/>`,
      `  <text x="${left + length(otherSeconds) + 6}" y="${y + 17}" class="small">${escaped(shown(otherSeconds))}</text>`,
      `  <rect x="${left}" y="${y + 24}" width="${length(seconds)}" height="18" class="after"/>`,
      `  <text x="${left + length(seconds) + 6}" y="${y + 37}" class="small">${escaped(shown(seconds))}</text>`,
    ].join('\n');
  });
  const { gainers, losers, unchanged } = result;
  const sums = `${say('gain')} ${gainers} · ${say('lose')} ${losers} · ${say('same')} ${unchanged}`;
  const described = result.roles
    .map(({ role, people, seconds, otherSeconds }) => `${name(role)} (${people}): ${shown(otherSeconds)} → ${shown(seconds)}`)
    .join('; ');
  const height = top + result.roles.length * rowHeight + 24;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="chart-title chart-desc" lang="${lang}">
  <title id="chart-title">${escaped(`${say('title')} · ${before} → ${after}`)}</title>
  <desc id="chart-desc">${escaped(`${described}. ${sums}`)}</desc>
  <style>text{font:14px "Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;fill:#1d1d1f}.head{font-size:18px;font-weight:bold}.small{font-size:12px;fill:#48484a}.before{fill:#9aa5b1}.after{fill:#0b6e99}</style>
  <rect width="${width}" height="${height}" fill="#ffffff"/>
  <text x="24" y="34" class="head">${escaped(say('title'))}</text>
  <rect x="24" y="52" width="14" height="14" class="before"/>
  <text x="44" y="64" class="small">${escaped(before)}</text>
  <rect x="${44 + 20 + 9 * before.length + 30}" y="52" width="14" height="14" class="after"/>
  <text x="${44 + 20 + 9 * before.length + 50}" y="64" class="small">${escaped(after)}</text>
  <text x="${width - 24}" y="64" text-anchor="end" class="small">${escaped(sums)}</text>
${rows.join('\n')}
</svg>
`;
}
