import { Instant, PersonId } from '@linli/model';
import { fever2020 } from '../../src/screening/fever-2020.ts';
import { followUp, newFollowUp } from '../../src/screening/follow-up.ts';
import type { FollowUpTypes } from '../../src/screening/follow-up-types.ts';
import { newScreening, type ScreeningTypes, screening } from '../../src/screening/screening.ts';
import { at } from '../days.ts';
import type { AnyPlan, PathPlan } from '../paths.ts';

const an = PersonId.parse('an');
const by = PersonId.parse('worker');
const opened = at('2020-03-30 09:00');
const ticks = (due: number | null) =>
  due === null ? [] : [-1, 0].map((plus) => ({ type: 'tick', id: 'tick', at: Instant.parse(due + plus) }) as const);

const screenings: PathPlan<ScreeningTypes> = {
  process: screening,
  facts: [newScreening(fever2020, an, at('2020-03-30 18:00'))],
  events: ({ state, facts, seen, at: last }) => {
    const stem = { id: `event-${seen.length}`, at: last ?? opened, by };
    const read = { type: 'read', ...stem, measuredAt: stem.at, tenths: 365, symptoms: [] } as const;
    const old = Instant.parse(stem.at - 86_400_000);
    const later = Instant.parse(stem.at + 1);
    const correct = (readingId: string, tenths: number | null) =>
      ({ type: 'correct', ...stem, readingId, tenths, symptoms: [] }) as const;
    return [
      read,
      { ...read, tenths: 373 },
      ...[365, 373].map((tenths) => ({ ...read, at: later, measuredAt: later, tenths })),
      { ...read, tenths: null },
      { ...read, measuredAt: old },
      { ...read, measuredAt: old, tenths: 380 },
      { ...read, measuredAt: Instant.parse(stem.at + 1) },
      ...[365, 366, 373, null].map((tenths) => correct(facts.readings[0]?.id ?? 'none', tenths)),
      correct('none', 365),
      { type: 'end', ...stem, reason: 'moved away' },
      ...ticks(screening.due(state, facts)),
    ];
  },
};

const followUps: PathPlan<FollowUpTypes> = {
  process: followUp,
  facts: [{ ...fever2020, readingsToClear: 1, escalateTo: ['committee'] }].map((rule) =>
    newFollowUp(rule, { caseId: 'case-1', personId: an, readingId: 'reading-1', at: opened }),
  ),
  events: ({ state, facts, seen, at: last }) => {
    const stem = { id: `event-${seen.length}`, at: last ?? opened, by };
    const now = { ...stem, since: stem.at };
    const ahead = { ...stem, since: Instant.parse(stem.at + 1) };
    const measure = { type: 'measure', ...stem, symptoms: [] } as const;
    const first = facts.history[0]?.id ?? 'none';
    return [
      { type: 'take-up', ...stem },
      ...[null, 365, 373].map((tenths) => ({ ...measure, tenths })),
      ...[now, ahead].flatMap((when) => [
        { type: 'suspect', ...when } as const,
        { type: 'confirm', ...when } as const,
        { type: 'recover', ...when } as const,
        { type: 'clear', ...when, ground: 'measurements' } as const,
        { type: 'clear', ...when, ground: 'clinic' } as const,
        { type: 'redate', ...when, entryId: first } as const,
      ]),
      { type: 'redate', ...now, entryId: 'none' },
      { type: 'refer', ...stem, to: 'fever-clinic' },
      { type: 'retract', ...stem, reason: 'another person' },
      { type: 'end', ...stem, reason: 'moved away' },
      ...ticks(followUp.due(state, facts)),
    ];
  },
};

export const plans: readonly AnyPlan[] = [screenings, followUps];
