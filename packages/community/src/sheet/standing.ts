import type { SaidRemark } from '../report/day-report.ts';
import type { Page } from './page.ts';

const mostLines = 12;

/** Last month's services under the credit standard: totals, why some wait, and who gave most. */
export function creditSection(page: Page): readonly string[] {
  const { day, say, text } = page;
  const { credits, creditPeriod } = day;
  const sum = (field: 'services' | 'credited' | 'pending' | 'refused' | 'creditedUnits' | 'poolUnits'): number =>
    credits.reduce((total, credit) => total + credit[field], 0);
  const hours = (units: number): string => `${(units / creditPeriod.scaleSeconds).toFixed(1)} ${text(creditPeriod.unit)}`;
  const top = credits
    .toSorted((a, b) => b.creditedUnits - a.creditedUnits || (a.helperId < b.helperId ? -1 : 1))
    .slice(0, mostLines);
  return [
    say(
      `六、时间银行（${creditPeriod.from} 至 ${creditPeriod.until} 前，标准 ${creditPeriod.standard} 第 ${creditPeriod.edition} 版）`,
      `6. Time bank (from ${creditPeriod.from} until ${creditPeriod.until}, standard ${creditPeriod.standard} edition ${creditPeriod.edition})`,
    ),
    say(
      `  服务 ${sum('services')} 次：记入 ${sum('credited')}，待补凭证 ${sum('pending')}，不计 ${sum('refused')}；共 ${hours(sum('creditedUnits'))}，转入公益池 ${hours(sum('poolUnits'))}`,
      `  ${sum('services')} services: ${sum('credited')} credited, ${sum('pending')} waiting for proof, ${sum('refused')} refused; ${hours(sum('creditedUnits'))} in all, ${hours(sum('poolUnits'))} to the pool`,
    ),
    ...top.map(
      (credit) =>
        `    ${page.person(credit.helperId)}  ${hours(credit.creditedUnits)}${say(`（${credit.credited}/${credit.services} 次）`, ` (${credit.credited} of ${credit.services} services)`)}`,
    ),
    ...(credits.length > top.length
      ? [
          say(
            `    ……另有 ${credits.length - top.length} 人，全部见 --json`,
            `    ... and ${credits.length - top.length} more: see --json`,
          ),
        ]
      : []),
  ];
}

/** Where the support network is thin, by kind, the gravest first. */
export function gapSection(page: Page): readonly string[] {
  const { day, say, lang } = page;
  const kinds = new Map<string, typeof day.gaps>();
  for (const gap of day.gaps) {
    const kind = gap.duty === null ? gap.code : `${gap.code} ${gap.duty}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), gap]);
  }
  const lines = [...kinds.values()].flatMap((gaps) => {
    const [first] = gaps;
    if (first === undefined) return [];
    const title = page.text(page.speaker.reason({ code: first.code }));
    const duty = first.duty === null ? '' : `${page.colon}${page.text(page.speaker.name('duty', first.duty))}`;
    const shown = gaps
      .slice(0, mostLines)
      .map((gap) =>
        gap.residentId === null ? `${page.person(gap.helperId)} [${gap.reasons[0]?.[lang] ?? ''}]` : page.door(gap.residentId),
      );
    const rest =
      gaps.length > shown.length
        ? [say(`……另有 ${gaps.length - shown.length} 处`, `... and ${gaps.length - shown.length} more`)]
        : [];
    return [`  ${title}${duty} ${gaps.length}`, `    ${[...shown, ...rest].join(say('；', '; '))}`];
  });
  return [say(`七、支持网络薄弱处 ${day.gaps.length}`, `7. Thin spots in the support network: ${day.gaps.length}`), ...lines];
}

/** Doubtful cells and remarks on the day, grouped: the same words once, with all their rows. */
export function warningSection({ day, lang, say, colon }: Page): readonly string[] {
  const groups = new Map<string, SaidRemark[]>();
  for (const warning of day.warnings) {
    const key = JSON.stringify([warning.sheet, warning.column, warning.zh]);
    groups.set(key, [...(groups.get(key) ?? []), warning]);
  }
  if (groups.size + day.notes.length === 0) return [];
  return [
    say(`八、提醒 ${day.warnings.length + day.notes.length}`, `8. Remarks: ${day.warnings.length + day.notes.length}`),
    ...day.notes.map((note) => `  ${note[lang]}`),
    ...[...groups.values()].map((group) => {
      const [first] = group;
      const rows = group.map(({ row }) => row);
      const shown = rows.slice(0, mostLines).join(say('、', ', ')) + (rows.length > mostLines ? '…' : '');
      return `  ${first?.sheet ?? ''} ${say(`第 ${shown} 行`, `row ${shown}`)}${first?.column == null ? '' : ` “${first.column}”`}${colon}${first?.[lang] ?? ''}${rows.length > 1 ? say(`（共 ${rows.length} 处）`, ` (${rows.length} in all)`) : ''}`;
    }),
  ];
}
