import { type Decision, type Reason, yes } from '@linli/model';
import type { StandingNeed } from '@linli/registry';
import type * as z from 'zod';
import type { Calendar, Plugin } from './define-plugin.ts';
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

/** Checks every configuration and collects the offers. No: each fault of each plugin, in their order. */
export function compose(chosen: readonly Chosen[]): Decision<Composition, SdkCode> {
  const faults: Reason<SdkCode>[] = [];
  const calendars: Calendar[] = [];
  const standingNeeds: StandingNeed[] = [];
  const names = new Set<string>();
  for (const { plugin, config } of chosen) {
    if (names.has(plugin.name)) faults.push({ code: 'plugin/twice', data: { plugin: plugin.name } });
    names.add(plugin.name);
    const parsed = plugin.config.safeParse(config);
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) {
        faults.push({
          code: 'plugin/config-invalid',
          data: { plugin: plugin.name, path: path.map(String).join('.') || '-', problem: message },
        });
      }
      continue;
    }
    const offers = plugin.offer(parsed.data);
    calendars.push(...(offers.calendars ?? []));
    for (const need of offers.standingNeeds ?? []) {
      if (standingNeeds.some(({ code }) => code === need.code)) {
        faults.push({ code: 'plugin/need-twice', data: { plugin: plugin.name, need: need.code } });
      }
      standingNeeds.push(need);
    }
  }
  const [first, ...rest] = faults;
  return first === undefined ? yes({ calendars, standingNeeds }) : { ok: false, reasons: [first, ...rest] };
}
