import type { PersonId } from '@linli/model';
import type { DayReport } from '../report/day-report.ts';
import type { Page } from './page.ts';

const modes: Readonly<Record<string, readonly [string, string]>> = {
  door: ['送到户', 'to the door'],
  pickup: ['自取点发放', 'at the pick-up point'],
  visit: ['上门', 'visit'],
  call: ['打电话', 'phone'],
};

/** Who does what, person by person: those with the earliest start first, then by id. */
export function dutySection(page: Page): readonly string[] {
  const { day, say } = page;
  const duties = dutiesByHelper(page);
  const lines = [...duties.values()]
    .sort((a, b) => a.first - b.first || (a.helperId < b.helperId ? -1 : 1))
    .flatMap(({ helperId, items }) => [
      '',
      `  ${page.helper(helperId)}  ${say(`${items.length} 项`, `${items.length} to do`)}`,
      ...items.toSorted((a, b) => a.from - b.from).map(({ words }) => `    ${words}`),
    ]);
  const people = duties.size;
  return [
    say(`二、分工到人（${people} 人）`, `2. Who does what (${people} people)`),
    ...lines,
    ...(day.assignments.length === 0 ? [say('  （无）', '  (none)')] : []),
  ];
}

interface Duties {
  readonly helperId: PersonId;
  readonly first: number;
  readonly items: readonly { readonly from: number; readonly words: string }[];
}

function dutiesByHelper(page: Page): ReadonlyMap<PersonId, Duties> {
  const duties = new Map<PersonId, Duties>();
  const add = (helperId: PersonId, from: number, words: string): void => {
    const known = duties.get(helperId) ?? { helperId, first: from, items: [] };
    duties.set(helperId, { helperId, first: Math.min(known.first, from), items: [...known.items, { from, words }] });
  };
  const demands = new Map(page.day.demands.map(({ demand }) => [demand.id, demand]));
  for (const assignment of page.day.assignments)
    add(assignment.helperId, assignment.from, dutyWords(page, assignment, demands.get(assignment.demandId)?.words));
  for (const { helperId, from, until, grid, demandIds } of page.day.purchases.buyers) {
    if (helperId === null || from === null || until === null) continue;
    const what = page.say(
      `集中采购：第${grid ?? '?'}网格 ${demandIds.length} 单`,
      `buy for grid ${grid ?? '?'}: ${demandIds.length} orders`,
    );
    add(helperId, from, `${page.span(from, until)}  ${what}`);
  }
  return duties;
}

function dutyWords(page: Page, duty: DayReport['assignments'][number], words = ''): string {
  const { from, until, mode, residentId, category, reasons } = duty;
  const [zh, en] = modes[mode] ?? [mode, mode];
  const urgent = reasons.some(({ code }) => code === 'emergency/out-of-turn') ? page.say('【紧急】', '[EMERGENCY] ') : '';
  const whom = mode === 'call' ? page.phone(residentId) : page.door(residentId);
  const what =
    mode === 'door' || mode === 'pickup' ? words : mode === 'call' ? '' : page.text(page.speaker.name('service', category));
  return `${page.span(from, until)}  ${urgent}${page.say(zh, en)}  ${whom}${what === '' ? '' : `  ${what}`}`;
}
