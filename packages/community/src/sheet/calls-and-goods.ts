import type { DayReport } from '../report/day-report.ts';
import type { Page } from './page.ts';

/** Who has to be phoned tonight, and by whom. */
export function callSection(page: Page): readonly string[] {
  const { day, say } = page;
  const callers = new Map(day.assignments.map(({ demandId, helperId, from }) => [demandId, { helperId, from }]));
  const line = ({ residentId, demandId }: DayReport['secondCalls'][number]): string => {
    const caller = callers.get(demandId as DayReport['assignments'][number]['demandId']);
    const who =
      caller === undefined ? say('没有人能打', 'nobody can call') : `${page.time(caller.from)} ${page.person(caller.helperId)}`;
    return `    ${page.phone(residentId)}  → ${who}`;
  };
  if (day.secondCalls.length + day.firstCalls.length === 0) return [];
  return [
    say('三、今晚电话', '3. Calls tonight'),
    say(`  没打通，再打一次（${day.secondCalls.length}）`, `  Not reached, call again (${day.secondCalls.length})`),
    ...day.secondCalls.map(line),
    say(`  今天还没打（${day.firstCalls.length}）`, `  Not called yet today (${day.firstCalls.length})`),
    ...day.firstCalls.map(line),
  ];
}

/** What to buy, all orders together. */
export function purchaseSection({ day, say, lang }: Page): readonly string[] {
  const { lines, buyers } = day.purchases;
  if (lines.length === 0) return [];
  const nobody = buyers.filter(({ helperId }) => helperId === null);
  return [
    say('四、集中采购', '4. To buy'),
    `  ${lines.map(({ item, quantity, unit }) => `${item} ${quantity}${unit ?? say('（数量见原话）', ' (see the words)')}`).join(say('，', ', '))}`,
    ...nobody.map(
      ({ grid, reasons }) =>
        say(`  第${grid ?? '?'}网格没有人采购：`, `  nobody buys for grid ${grid ?? '?'}: `) +
        reasons.map((reason) => reason[lang]).join('；'),
    ),
  ];
}
