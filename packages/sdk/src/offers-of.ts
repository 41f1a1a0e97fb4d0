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

/** Kept as it is, for its methods may need it whole. */
const AnyCalendar = z.custom<Calendar>((value) => {
  const { id, isServiceDay } = (value ?? {}) as Partial<Calendar>;
  return typeof id === 'string' && id !== '' && typeof isServiceDay === 'function';
}, 'not a calendar: an id and a function isServiceDay');

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

const placed = (code: SdkCode, plugin: string, { issues }: z.ZodError): Faults =>
  issues.map(({ path, message }) => ({
    code,
    data: { plugin, path: path.map(String).join('.') || '-', problem: message },
  })) as unknown as Faults;

/** What is wrong with the plugin itself, null where nothing is; another generation of the contract is named as that. */
export function shapeFaults(plugin: unknown): Faults | null {
  const shape = Shape.safeParse(plugin);
  if (shape.success) return null;
  const { name, sdk } = (plugin ?? {}) as { readonly name?: unknown; readonly sdk?: unknown };
  const called = typeof name === 'string' && name !== '' ? name : '?';
  if (typeof sdk === 'number' && sdk !== 1) return [{ code: 'plugin/other-generation', data: { plugin: called, sdk } }];
  return placed('plugin/malformed', called, shape.error);
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
    return no('plugin/broke', { plugin: name, problem: cause instanceof Error ? cause.message : String(cause) });
  }
}
