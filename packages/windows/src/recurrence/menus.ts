import { type Decision, Text, yes } from '@linli/model';
import * as z from 'zod';
import { parseLocated } from '../parse-located.ts';
import type { Occurrence } from './expand-recurrence.ts';

/** What is served one day after another, as codes of dishes. */
export const MenuPlan = z
  .strictObject({
    format: z.literal('linli-menus/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    /** One list of dishes a day, in order. */
    menus: z
      .array(z.array(z.string().min(1)).min(1).readonly())
      .min(1)
      .readonly(),
    /** Where there are fewer menus than days: refuse, or begin again from the first. */
    whenTooFew: z.enum(['refuse', 'rotate']),
  })
  .readonly();
export interface MenuPlan extends z.infer<typeof MenuPlan> {}

/** A menu plan from outside. Every flaw is named with its path. */
export const parseMenuPlan = (input: unknown): Decision<MenuPlan, 'menu/malformed'> =>
  parseLocated(MenuPlan, 'menu/malformed', input);

export interface Served {
  readonly occurrence: Occurrence;
  readonly dishes: readonly string[];
}

export type MenuCode = 'menu/day-without' | 'menu/left-over';

/** The menu of each service, in order of time. Refused, naming each day, where the plan has too few and may not rotate. */
export function menusFor(
  { menus, whenTooFew }: MenuPlan,
  occurrences: readonly Occurrence[],
): Decision<readonly Served[], MenuCode> {
  const [first, ...rest] = occurrences
    .slice(menus.length)
    .map(({ date }) => ({ code: 'menu/day-without', data: { date } }) as const);
  if (first !== undefined && whenTooFew === 'refuse') return { ok: false, reasons: [first, ...rest] };
  const served = occurrences.map((occurrence, index) => ({ occurrence, dishes: menus[index % menus.length]! }));
  const leftOver = menus.length - occurrences.length;
  return yes(served, leftOver > 0 ? [{ code: 'menu/left-over', data: { menus: leftOver } }] : []);
}
