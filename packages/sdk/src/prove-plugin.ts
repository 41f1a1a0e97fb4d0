import { addDays, LocalDate, say, type Text } from '@linli/model';
import { StandingNeed } from '@linli/registry';
import type * as z from 'zod';
import { clockOrChanceIn } from './clock-or-chance.ts';
import { choose, compose } from './compose.ts';
import type { Offers, Plugin } from './define-plugin.ts';
import { wordsOf } from './offers-of.ts';
import { changeOf, pictureRealm } from './realm.ts';
import { sdkTexts } from './texts.ts';

/** What was found of one law; `broken` tells how, null where it holds. */
export interface PluginLaw {
  readonly id: string;
  readonly says: Text;
  readonly broken: string | null;
}

interface Law<Config extends z.ZodType> {
  readonly id: string;
  readonly says: Text;
  readonly breach: (plugin: Plugin<Config>, config: z.input<Config>) => string | null;
}

const laws: readonly Law<z.ZodType>[] = [
  {
    id: 'P1',
    says: { zh: '同样的设置，两次得到同样的内容', en: 'The same configuration gives the same offers twice.' },
    breach: (plugin, config) => {
      const [first, second] = [picture(offered(plugin, config)), picture(offered(plugin, config))];
      return first === second ? null : 'two calls with one configuration differ';
    },
  },
  {
    id: 'P2',
    says: { zh: '不改动交给它的设置', en: 'The configuration it is handed is left as it was.' },
    breach: (plugin, config) => {
      const parsed = plugin.config.parse(config);
      const before = JSON.stringify(parsed);
      plugin.offer(parsed);
      return JSON.stringify(parsed) === before ? null : 'the configuration was changed';
    },
  },
  {
    id: 'P3',
    says: { zh: '同一天，日历的回答不变', en: 'A calendar answers the same day the same way.' },
    breach: (plugin, config) => unsteadyDay(offered(plugin, config)),
  },
  {
    id: 'P4',
    says: { zh: '每一条需求都填写正确，且不重名', en: 'Every need is well formed and has a code of its own.' },
    breach: (plugin, config) => badNeed(offered(plugin, config)),
  },
  {
    id: 'P6',
    says: {
      zh: '社区装得上：名称、约定的代数、设置和内容都合规',
      en: 'A community takes it: name, generation, configuration, offers.',
    },
    breach: (plugin, config) => {
      const composed = compose([choose(plugin, config)]);
      return composed.ok ? null : composed.reasons.map((reason) => say(sdkTexts, reason, 'en')).join('; ');
    },
  },
  {
    id: 'P7',
    says: { zh: '不看时钟，不掷骰子', en: 'It asks neither clock nor chance.' },
    breach: (plugin, config) => {
      const asked = clockOrChanceIn(() => picture(offered(plugin, config)));
      return asked === null ? null : `it asks ${asked}`;
    },
  },
];

/**
 * Tries a plugin with one configuration against the laws, and gives them in the order of their ids. A plugin that throws breaks the laws it
 * throws in. Works under any test runner.
 */
export function provePlugin<Config extends z.ZodType>(plugin: Plugin<Config>, config: z.input<Config>): readonly PluginLaw[] {
  const before = pictureRealm();
  const found = laws.map(({ id, says, breach }): PluginLaw => {
    try {
      return { id, says, broken: breach(plugin as unknown as Plugin, config) };
    } catch (cause) {
      return { id, says, broken: wordsOf(cause) };
    }
  });
  // Last, and against the very beginning: whichever law a plugin did it in.
  const changed = changeOf(before, pictureRealm());
  const untouched: PluginLaw = {
    id: 'P5',
    says: {
      zh: '不新增、改动或删除全局变量和语言自带的对象',
      en: 'No global and nothing of the language is added, replaced or removed.',
    },
    broken: changed === null ? null : `${changed} is not what it was`,
  };
  return [...found, untouched].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const offered = (plugin: Plugin, config: unknown): Offers => plugin.offer(plugin.config.parse(config));

const firstDay = LocalDate.parse('2026-01-01');
const days: readonly LocalDate[] = Array.from({ length: 366 }, (_, offset) => addDays(firstDay, offset));

/** The offers as text: data as it is, calendars by what they answer in a year. */
const picture = ({ calendars = [], standingNeeds = [] }: Offers): string =>
  JSON.stringify([calendars.map((calendar) => [calendar.id, days.map((day) => calendar.isServiceDay(day))]), standingNeeds]);

/** Each day twice running, then all backwards: what counts its calls, by whatever number, differs in one of the two. */
const asking: readonly LocalDate[] = [...days.flatMap((day) => [day, day]), ...days.toReversed()];

function unsteadyDay({ calendars = [] }: Offers): string | null {
  for (const calendar of calendars) {
    const answers = new Map<LocalDate, boolean>();
    for (const day of asking) {
      const answer = calendar.isServiceDay(day);
      if ((answers.get(day) ?? answer) !== answer) return `${calendar.id} gives two answers for ${day}`;
      answers.set(day, answer);
    }
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
