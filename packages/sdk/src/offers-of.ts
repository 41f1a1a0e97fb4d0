import { type Decision, LocalDate, no, type Reason, yes } from '@linli/model';
import { StandingNeed } from '@linli/registry';
import * as z from 'zod';
import type { Calendar, Offers, Plugin } from './define-plugin.ts';
import type { SdkCode } from './texts.ts';

/** What plugins written in plain JavaScript, or for another generation, may get wrong. */
const Shape = z.object({
  name: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  sdk: z.literal(1),
  config: z.custom<z.ZodType>((value) => typeof (value as z.ZodType | undefined)?.safeParse === 'function', 'not a zod schema'),
  offer: z.custom<Plugin['offer']>((value) => typeof value === 'function', 'not a function'),
});

/**
 * Read once, and asked from then on as it was read: what its maker changes or takes away later does not matter. Its methods
 * may need the whole of it, and get it.
 */
const AnyCalendar = z.unknown().transform((value, context): Calendar => {
  const { id, isServiceDay } = (value ?? {}) as Partial<Calendar>;
  if (typeof id === 'string' && id !== '' && typeof isServiceDay === 'function')
    return { id, isServiceDay: (date) => Reflect.apply(isServiceDay, value, [date]) };
  context.addIssue('not a calendar: an id and a function isServiceDay');
  return z.NEVER;
});

/** A promise has no keys either, and would pass as an offer of nothing. */
const isPlain = (value: unknown): boolean => {
  const prototype: unknown = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined;
  return prototype === Object.prototype || prototype === null;
};

const Given = z.custom<Record<string, unknown>>(isPlain, 'not a plain object').pipe(
  z.strictObject({
    calendars: z.array(AnyCalendar).default([]),
    standingNeeds: z.array(StandingNeed).default([]),
  }),
);

type Faults = readonly [Reason<SdkCode>, ...Reason<SdkCode>[]];

const placed = (code: SdkCode, plugin: string, { issues }: z.ZodError): Faults => {
  const [first, ...rest] = issues.map(
    ({ path, message }): Reason<SdkCode> => ({
      code,
      data: { plugin, path: path.map(String).join('.') || '-', problem: String(message) },
    }),
  );
  // A schema that is not zod's own may refuse without a word.
  return [first ?? { code, data: { plugin, path: '-', problem: 'not valid' } }, ...rest];
};

/** What was thrown, in words; it may be anything, and telling it may throw again. */
export function wordsOf(cause: unknown): string {
  try {
    return String(cause instanceof Error ? cause.message : cause);
  } catch {
    return 'it threw what cannot be told';
  }
}

/**
 * The plugin with each of its members read once, or what is wrong with it; another generation of the contract is named as
 * that. Throws nothing, whatever it is handed.
 */
export function readPlugin(plugin: unknown): Decision<Plugin, SdkCode> {
  let called = '?';
  try {
    const { name, sdk, config, offer } = (plugin ?? {}) as Readonly<Record<keyof Plugin, unknown>>;
    if (typeof name === 'string' && name !== '') called = name;
    const shape = Shape.safeParse(plugin === null || typeof plugin !== 'object' ? plugin : { name, sdk, config, offer });
    if (shape.success) return yes({ ...shape.data, offer: (chosen) => Reflect.apply(shape.data.offer, plugin, [chosen]) });
    if (typeof sdk === 'number' && sdk !== 1) return no('plugin/other-generation', { plugin: called, sdk });
    return { ok: false, reasons: placed('plugin/malformed', called, shape.error) };
  } catch (cause) {
    return no('plugin/malformed', { plugin: called, path: '-', problem: wordsOf(cause) });
  }
}

/** Any day: a calendar that answers with a promise does so on every one. */
const SOME_DAY = LocalDate.parse('2026-01-01');

/** What a well-shaped plugin offers with a configuration, checked; a plugin that breaks is a No that names it. */
export function offersOf({ name, config, offer }: Plugin, chosen: unknown): Decision<Required<Offers>, SdkCode> {
  try {
    const parsed = config.safeParse(chosen);
    if (!parsed.success) return { ok: false, reasons: placed('plugin/config-invalid', name, parsed.error) };
    const given = Given.safeParse(offer(parsed.data));
    if (!given.success) return { ok: false, reasons: placed('plugin/offer-malformed', name, given.error) };
    const { calendars } = given.data;
    const at = calendars.findIndex((calendar) => typeof (calendar.isServiceDay(SOME_DAY) as unknown) !== 'boolean');
    if (at === -1) return yes(given.data);
    const path = `calendars.${at}.isServiceDay`;
    return no('plugin/offer-malformed', { plugin: name, path, problem: 'answers neither true nor false' });
  } catch (cause) {
    return no('plugin/broke', { plugin: name, problem: wordsOf(cause) });
  }
}
