import { assert, type Decision, Fault, type LocalDate, type Reason, yes } from '@linli/model';
import type { StandingNeed } from '@linli/registry';
import type * as z from 'zod';
import type { Calendar, Plugin } from './define-plugin.ts';
import { offersOf, readPlugin, wordsOf } from './offers-of.ts';
import type { SdkCode } from './texts.ts';

/** A plugin with the configuration a community chose for it, not yet checked. */
export interface Chosen {
  readonly plugin: Plugin;
  readonly config: unknown;
}

/** What all chosen plugins add together, in their order. */
export interface Composition {
  readonly calendars: readonly Calendar[];
  readonly standingNeeds: readonly StandingNeed[];
}

/** A chosen plugin; keeps the configuration's type in step with the plugin's schema. */
export const choose = <Config extends z.ZodType>(plugin: Plugin<Config>, config: z.input<Config>): Chosen => ({
  plugin: plugin as unknown as Plugin,
  config,
});

/**
 * Checks every plugin, its configuration and what it offers, and collects the offers. `ownNeeds` are the community's: a
 * plugin's codes must be new beside them. No: each fault of each plugin, in their order. What a calendar answers is held to
 * the contract whenever it is asked; the function it is asked by is the one it had here.
 * @throws Fault from a calendar of the composition, when it is asked: `plugin/bad-answer` for an answer that is neither true
 * nor false, `plugin/broke` where it throws.
 */
export function compose(chosen: readonly Chosen[], ownNeeds: readonly StandingNeed[] = []): Decision<Composition, SdkCode> {
  const faults: Reason<SdkCode>[] = [];
  const calendars: Calendar[] = [];
  const standingNeeds: StandingNeed[] = [];
  const names = new Set<string>();
  const codes = new Set(ownNeeds.map(({ code }) => code));
  for (const { plugin, config } of chosen) {
    const read = readPlugin(plugin);
    if (!read.ok) {
      faults.push(...read.reasons);
      continue;
    }
    const { name } = read.value;
    if (names.has(name)) faults.push({ code: 'plugin/twice', data: { plugin: name } });
    names.add(name);
    const offers = offersOf(read.value, config);
    if (!offers.ok) {
      faults.push(...offers.reasons);
      continue;
    }
    for (const calendar of offers.value.calendars) calendars.push(held(name, calendar));
    for (const need of offers.value.standingNeeds) {
      if (codes.has(need.code)) faults.push({ code: 'plugin/need-twice', data: { plugin: name, need: need.code } });
      codes.add(need.code);
      standingNeeds.push(need);
    }
  }
  const [first, ...rest] = faults;
  return first === undefined ? yes({ calendars, standingNeeds }) : { ok: false, reasons: [first, ...rest] };
}

/** A closed day must not be worked because a promise, or `undefined`, is not `false`. */
const held = (plugin: string, calendar: Calendar): Calendar => ({
  id: calendar.id,
  isServiceDay(date: LocalDate): boolean {
    const who = `the calendar "${calendar.id}" of the plugin "${plugin}"`;
    const answer = answerOf(calendar, date, who);
    assert(typeof answer === 'boolean', 'plugin/bad-answer', `${who} answers ${date} with neither true nor false`);
    return answer;
  },
});

function answerOf(calendar: Calendar, date: LocalDate, who: string): unknown {
  try {
    return calendar.isServiceDay(date);
  } catch (cause) {
    throw new Fault('plugin/broke', `${who} broke when asked for ${date}: ${wordsOf(cause)}`, { cause, retryable: false });
  }
}
