import type { DemandId, Instant, Seconds } from '@linli/model';
import type { Snapshot } from '../../src/process/snapshot.ts';
import { visit } from '../../src/visit/visit.ts';
import type { VisitEvent } from '../../src/visit/visit-event.ts';
import { planVisit, type VisitFacts } from '../../src/visit/visit-facts.ts';
import { duowenVisitRule } from '../../src/visit/visit-rule.ts';
import type { VisitTypes } from '../../src/visit/visit-types.ts';
import type { PathPlan } from '../paths.ts';
import { at, person } from './played.ts';

/** 14:00 to 14:30; by Duowen's rule confirmed by 13:00, late at 14:10, too long at 14:45, unreported at 15:45. */
export const haircut = (change: Partial<VisitFacts> = {}): VisitFacts => ({
  ...planVisit({
    residentId: person('jia'),
    demandIds: ['haircut' as DemandId],
    category: 'do.haircut',
    from: at('14:00'),
    serviceSeconds: 1800 as Seconds,
    helperId: person('li'),
    emergency: false,
    doorEntry: true,
    rule: duowenVisitRule,
  }),
  ...change,
});

/** Everything that may happen to it at `now`, by the one who is named and by somebody else. */
export const visitEvents = (now: Instant, id: string): readonly VisitEvent[] => {
  const stem = (type: string, name: string) => ({ id: `${id} ${type} ${name}`, at: now });
  const ago = (minutes: number): Instant => (now - minutes * 60_000) as Instant;
  const byLi = { by: person('li') };
  return [
    ...['li', 'wang'].flatMap((name): readonly VisitEvent[] => {
      const by = person(name);
      return [
        { type: 'confirmed', ...stem('confirmed', name), by },
        { type: 'declined', ...stem('declined', name), by, reason: 'ill' },
        { type: 'began', ...stem('began', name), by, means: 'phone' },
        { type: 'done', ...stem('done', name), by, means: 'phone' },
        { type: 'assigned', ...stem('assigned', name), by: person('chen'), helperId: by },
      ];
    }),
    { type: 'reported', ...stem('reported', 'past'), ...byLi, helperId: person('li'), from: ago(40), until: ago(10) },
    { type: 'reported', ...stem('reported', 'ahead'), ...byLi, helperId: person('li'), from: now, until: ago(-30) },
    { type: 'nobody-home', ...stem('nobody-home', 'li'), ...byLi },
    { type: 'missed', ...stem('missed', 'li'), ...byLi, reason: 'bus broke down' },
    { type: 'cancelled', ...stem('cancelled', 'li'), ...byLi, reason: 'resident/away' },
    { type: 'carried', ...stem('carried', 'on'), ...byLi, next: { visitId: 'visit-2', from: at('17:00') } },
    { type: 'carried', ...stem('carried', 'back'), ...byLi, next: { visitId: 'visit-2', from: at('14:00') } },
    { type: 'entry-changed', ...stem('entry-changed', 'no'), doorEntry: false },
    { type: 'entry-changed', ...stem('entry-changed', 'yes'), doorEntry: true },
  ];
};

const events = (snapshot: Snapshot<VisitTypes>) => {
  const due = visit.due(snapshot.state, snapshot.facts);
  const now = snapshot.at ?? at('12:00');
  const id = `${snapshot.seen.length}`;
  const ticks = due === null ? [] : [{ type: 'tick' as const, id: `${id} due`, at: due }];
  return [...visitEvents(now, id), ...visitEvents((now + 60_000) as Instant, `${id} soon`), ...ticks];
};

export const plans: readonly PathPlan<VisitTypes>[] = [
  { process: visit, facts: [haircut(), haircut({ helperId: null }), haircut({ doorEntry: false })], events },
];
