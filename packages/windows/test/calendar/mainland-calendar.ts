// Working days of mainland China from the npm package `chinese-days`. To write the preset again after an update of it:
// `node --conditions=@linli/source packages/windows/test/calendar/mainland-calendar.ts`
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import arranged from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import source from 'chinese-days/package.json' with { type: 'json' };

const from = '2020-01-01';
const until = '2027-01-01';

/** The preset as plain data; a test compares it with the file. */
export function mainlandCalendar() {
  const days = [
    ...daysOf(arranged.holidays, (zh, en) => ({ kind: 'closed', name: { zh, en } })),
    ...daysOf(arranged.workdays, (zh, en) => ({
      kind: 'open',
      name: { zh: `${zh}调休上班`, en: `Working day in lieu of ${en}` },
    })),
  ].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return {
    format: 'linli-calendar/1',
    id: 'cn',
    edition: 1,
    name: { zh: '中国大陆工作日（2020–2026）', en: 'Working days of mainland China, 2020 to 2026' },
    source: { title: `npm chinese-days ${source.version} (${source.license})`, confidence: 'reported' },
    weekdays: [1, 2, 3, 4, 5],
    from,
    until,
    days,
  };
}

/** An entry reads `New Year's Day,元旦,1`; the number is of days in lieu. */
const daysOf = (dates: Readonly<Record<string, string>>, kindOf: (zh: string, en: string) => object) =>
  Object.entries(dates)
    .filter(([date]) => from <= date && date < until)
    .map(([date, text]) => {
      const [en = '', zh = ''] = text.split(',');
      return { date, ...kindOf(zh, en) };
    });

/** One line a day, so that a change of the source is read as such. */
function linesOf({ days, ...head }: ReturnType<typeof mainlandCalendar>): string {
  const top = JSON.stringify(head, null, 1).replace(/\n}$/, '');
  return `${top},\n"days": [\n${days.map((day) => JSON.stringify(day)).join(',\n')}\n]}\n`;
}

// The formatter sets the spaces: `biome check --write packages/windows/src/calendar`.
if (import.meta.main)
  await writeFile(fileURLToPath(new URL('../../src/calendar/presets/cn.json', import.meta.url)), linesOf(mainlandCalendar()));
