import { addDays, LocalDate, type Text } from '@linli/model';
import { StandingNeed } from '@linli/registry';
import type * as z from 'zod';
import type { Offers, Plugin } from './define-plugin.ts';

/** What was found of one law; `broken` tells how, null where it holds. */
export interface PluginLaw {
  readonly id: string;
  readonly says: Text;
  readonly broken: string | null;
}

const words: Readonly<Record<string, Text>> = {
  P1: { zh: '同样的设置，两次得到同样的内容', en: 'The same configuration gives the same offers twice.' },
  P2: { zh: '不改动交给它的设置', en: 'The configuration it is handed is left as it was.' },
  P3: { zh: '同一天，日历的回答不变', en: 'A calendar answers the same day the same way.' },
  P4: { zh: '每一条需求都填写正确，且不重名', en: 'Every need is well formed and has a code of its own.' },
  P5: { zh: '不新增也不改动全局变量', en: 'No global is added or replaced.' },
};

/** Tries a plugin with one configuration against the laws, in the order of their ids. Works under any test runner. */
export function provePlugin<Config extends z.ZodType>(plugin: Plugin<Config>, config: z.input<Config>): readonly PluginLaw[] {
  const globalsBefore = globalNames();
  const parsed = plugin.config.parse(config);
  const before = JSON.stringify(parsed);
  const offers = plugin.offer(parsed);
  const after = JSON.stringify(parsed);
  const again = plugin.offer(plugin.config.parse(config));
  const broken: Readonly<Record<string, string | null>> = {
    P1: picture(offers) === picture(again) ? null : 'two calls with one configuration differ',
    P2: before === after ? null : 'the configuration was changed',
    P3: unsteadyDay(offers),
    P4: badNeed(offers),
    P5: newGlobal(globalsBefore),
  };
  return Object.entries(words).map(([id, says]) => ({ id, says, broken: broken[id] ?? null }));
}

const globalNames = (): ReadonlySet<PropertyKey> => new Set(Reflect.ownKeys(globalThis));

const firstDay = LocalDate.parse('2026-01-01');
const days: readonly LocalDate[] = Array.from({ length: 366 }, (_, offset) => addDays(firstDay, offset));

/** The offers as text: data as it is, calendars by what they answer in a year. */
const picture = ({ calendars = [], standingNeeds = [] }: Offers): string =>
  JSON.stringify([calendars.map((calendar) => [calendar.id, days.map((day) => calendar.isServiceDay(day))]), standingNeeds]);

function unsteadyDay({ calendars = [] }: Offers): string | null {
  for (const calendar of calendars) {
    const forward = days.map((day) => calendar.isServiceDay(day));
    const backward = days
      .toReversed()
      .map((day) => calendar.isServiceDay(day))
      .toReversed();
    const at = forward.findIndex((answer, index) => answer !== backward[index]);
    if (at >= 0) return `${calendar.id} gives two answers for ${days[at]}`;
  }
  return null;
}

function badNeed({ standingNeeds = [] }: Offers): string | null {
  const seen = new Set<string>();
  for (const need of standingNeeds) {
    const parsed = StandingNeed.safeParse(need);
    if (!parsed.success) return `${need.code}: ${parsed.error.issues[0]?.message}`;
    if (seen.has(need.code)) return `${need.code} comes twice`;
    seen.add(need.code);
  }
  return null;
}

function newGlobal(before: ReadonlySet<PropertyKey>): string | null {
  const added = [...globalNames()].find((name) => !before.has(name));
  return added === undefined ? null : `the global ${String(added)} is new`;
}
