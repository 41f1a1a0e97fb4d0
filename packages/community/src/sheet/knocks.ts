import type { PersonId } from '@linli/model';
import type { KnockDue } from '../day/knocks-due.ts';
import type { Page } from './page.ts';

/** Doors to knock at, person by person; first the doors nobody is named for. */
export function knockSection(page: Page): readonly string[] {
  const { day, say } = page;
  const byHelper = new Map<PersonId | null, KnockDue[]>();
  for (const knock of day.knocksDue) byHelper.set(knock.helperId, [...(byHelper.get(knock.helperId) ?? []), knock]);
  const nobody = byHelper.get(null) ?? [];
  byHelper.delete(null);
  const silent = day.knocksDue.filter(({ lastContact }) => lastContact === null).length;
  return [
    say(
      `五、应敲门 ${day.knocksDue.length}（其中 ${silent} 次没有任何敲门记录）`,
      `5. Knocks due: ${day.knocksDue.length} (${silent} without any knock on record)`,
    ),
    ...(nobody.length === 0
      ? []
      : [
          say(`  没有结对人，请安排（${nobody.length}）：`, `  Nobody is paired, please arrange (${nobody.length}): `) +
            nobody.map((knock) => doorWords(page, knock)).join(say('；', '; ')),
        ]),
    ...[...byHelper].map(
      ([helperId, knocks]) =>
        `  ${page.person(helperId)} ${knocks.length}${page.colon}${knocks.map((knock) => doorWords(page, knock)).join(say('；', '; '))}`,
    ),
  ];
}

function doorWords({ door, say, speaker, text }: Page, { residentId, duty, lastContact }: KnockDue): string {
  const since =
    lastContact === null ? say('无记录', 'none on record') : say(`上次 ${lastContact.slice(5)}`, `last ${lastContact.slice(5)}`);
  return `${door(residentId)} [${text(speaker.name('duty', duty))}${say('，', ', ')}${since}]`;
}
