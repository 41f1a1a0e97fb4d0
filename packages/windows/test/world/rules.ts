import type { Random } from '@linli/model';
import { cnCalendar, everyDayCalendar } from '../../src/calendar/calendars.ts';
import type { ServiceCalendar } from '../../src/calendar/service-calendar.ts';
import { CommunityModes, CycleDefinition, duowen2020 } from '../../src/index.ts';

type Rules = readonly [collect: string, assign: string, execute: string, deliver: string];

/** Duowen's day with other answers to late demands and another cut-off; without execution where it has no rule. */
const day = (id: string, cutOff: string, [collect, assign, execute, deliver]: Rules): CycleDefinition => {
  const onDemand: Readonly<Record<string, string>> = { collect, assign, execute, deliver };
  const phases = duowen2020.phases.flatMap((phase) => {
    const rule = onDemand[phase.id];
    const { from, until } = phase;
    const times = { from: from === '16:00' ? cutOff : from, until: phase.id === 'collect' ? cutOff : until };
    return rule === '' ? [] : [{ ...phase, ...times, onDemand: rule }];
  });
  return CycleDefinition.parse({ ...duowen2020, id, phases });
};

const text = (en: string) => ({ zh: en, en });
const mode = (id: string, cycle: CycleDefinition) => ({ id, name: text(id), cycle, selfPickUp: true, doorEntry: true });

/** Three ways to run a day that a community goes to and fro between. */
export const modes: CommunityModes = CommunityModes.parse({
  format: 'linli-modes/1',
  id: 'world',
  edition: 1,
  name: text('made up for the simulated world'),
  first: 'duowen',
  modes: [
    mode('duowen', duowen2020),
    mode('strict', day('strict', '15:00', ['with-approval', 'with-approval', 'accept', 'reject'])),
    mode('short', day('short', '17:00', ['accept', 'accept', '', 'next-cycle'])),
  ],
});

/** Working days of China, every day by name, or no calendar at all. */
export const someCalendar = (random: Random): ServiceCalendar | null =>
  [cnCalendar, everyDayCalendar, null][random.nextInt(3)] as ServiceCalendar | null;
