import type { LocalDate } from '@linli/model';
import type { StandingNeed } from '@linli/registry';
import type * as z from 'zod';

/** Says which days are worked. Asked with a local day; must answer the same for the same day, at once, with true or false. */
export interface Calendar {
  readonly id: string;
  isServiceDay(date: LocalDate): boolean;
}

/** The only places a plugin may touch. All of it is data or pure functions that answer at once. */
export interface Offers {
  /** A day is worked when every calendar says so. */
  readonly calendars?: readonly Calendar[];
  /** Needs on top of the community's own; their codes must be new. */
  readonly standingNeeds?: readonly StandingNeed[];
}

export interface Plugin<Config extends z.ZodType = z.ZodType> {
  /** Kebab-case, unique among the plugins of a community. */
  readonly name: string;
  /** The generation of this contract. */
  readonly sdk: 1;
  readonly config: Config;
  /** Pure: the same config gives the same offers. */
  offer(config: z.output<Config>): Offers;
}

/** A plugin as a typed literal; nothing happens until a community composes it. */
export const definePlugin = <Config extends z.ZodType>(plugin: Plugin<Config>): Plugin<Config> => plugin;
