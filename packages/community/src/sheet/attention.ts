import type { DayReport } from '../report/day-report.ts';
import type { Page } from './page.ts';

/** What a coordinator must see before anything else: emergencies, rows held back, demands without a person, doors to follow up. */
export function attentionSection(page: Page): readonly string[] {
  const { day, say } = page;
  return [
    say('一、请先处理', '1. Look at these first'),
    ...emergencies(page),
    ...heldRows(page),
    ...unassigned(page),
    ...listed(
      say(
        `  拒绝电访，请社工跟进：${day.followUps.length} 位`,
        `  Declined the call, a social worker follows up: ${day.followUps.length}`,
      ),
      day.followUps.map(({ residentId }) => page.person(residentId)),
    ),
    ...listed(
      say(
        `  截止后登记，转入下一周期：${day.deferred.length} 项`,
        `  Taken after the cut-off, now in the next cycle: ${day.deferred.length}`,
      ),
      day.deferred.map((one) => `${page.door(one.residentId)}${page.colon}${wordsOf(day, one.demandId)} → ${one.toDate}`),
    ),
  ];
}

const wordsOf = (day: DayReport, demandId: string): string =>
  day.demands.find(({ demand }) => demand.id === demandId)?.demand.words ?? '';

function listed(heading: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [heading, ...items.map((item) => `    - ${item}`)];
}

function emergencies(page: Page): readonly string[] {
  const { day, say } = page;
  return day.emergencies.map(({ demandId, residentId, helperId, raisedAt }) => {
    const what = `${page.time(raisedAt)} ${page.door(residentId)}${page.colon}${wordsOf(day, demandId)}`;
    if (helperId === null) return say(`  紧急！没有人在岗：${what}`, `  EMERGENCY with nobody on duty: ${what}`);
    const sent = day.assignments.find((assignment) => assignment.demandId === demandId);
    const span = sent === undefined ? '' : page.span(sent.from, sent.until);
    return say(
      `  紧急（不等截止）：${what} → ${page.person(helperId)} ${span}`,
      `  Emergency, out of turn: ${what} -> ${page.person(helperId)} ${span}`,
    );
  });
}

function heldRows({ day, lang, say }: Page): readonly string[] {
  return listed(
    say(
      `  表格中有 ${day.refusedRows.length} 行没有登记，请人工核对`,
      `  ${day.refusedRows.length} rows of the file were held back for a person to check`,
    ),
    day.refusedRows.map((row) => {
      const column = row.column === null ? '' : say(`“${row.column}”`, ` "${row.column}"`);
      return say(`${row.sheet} 第${row.row}行${column}：${row[lang]}`, `${row.sheet} row ${row.row}${column}: ${row[lang]}`);
    }),
  );
}

function unassigned(page: Page): readonly string[] {
  const { day, say, lang } = page;
  return listed(
    say(`  没有人能接的需求：${day.unassigned.length} 项`, `  Demands nobody could take: ${day.unassigned.length}`),
    day.unassigned.map(({ demandId, residentId, reasons }) => {
      const why = reasons.map((reason) => reason[lang]).join(say('；', '; '));
      const words = wordsOf(day, demandId);
      return `${page.door(residentId)}${words === '' ? '' : `${page.colon}${words}`} — ${why}`;
    }),
  );
}
