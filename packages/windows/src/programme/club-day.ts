import { assert, Instant, LocalDate, PersonId, Span } from '@linli/model';
import * as z from 'zod';
import { defineProcess } from '../process/define-process.ts';
import { doneBy } from '../process/happened.ts';
import type { Ways } from '../process/process-types.ts';
import { type ClubDayCode, clubDayTexts } from './club-day-texts.ts';
import { type ContactEffect, contactOf } from './contact.ts';
import { openingHours } from './opening-hours.ts';
import { Programme } from './programme.ts';

/** `until` null: still inside, or nobody saw the person leave. */
const ClubVisit = z.strictObject({ personId: PersonId, from: Instant, until: Instant.nullable(), by: PersonId }).readonly();

export const ClubDayState = z.enum(['shut', 'open', 'over']);
export type ClubDayState = z.infer<typeof ClubDayState>;

export const ClubDayFacts = z
  .strictObject({
    programme: Programme,
    date: LocalDate,
    /** The opening hours of the day in order; never empty. */
    hours: z.array(Span).min(1).readonly(),
    /** How many of the hours have come to their end. */
    passed: z.int().nonnegative(),
    insideIds: z.array(PersonId).readonly(),
    visits: z.array(ClubVisit).readonly(),
    /** Why it shut before its time; null where it did not. */
    why: z.string().min(1).nullable(),
  })
  .readonly();
export interface ClubDayFacts extends z.infer<typeof ClubDayFacts> {}

export const ClubDayEvent = z.discriminatedUnion('type', [
  doneBy('arrive').extend({ personId: PersonId }).readonly(),
  doneBy('leave').extend({ personId: PersonId }).readonly(),
  doneBy('close-early')
    .extend({ reason: z.string().min(1) })
    .readonly(),
]);
export type ClubDayEvent = z.infer<typeof ClubDayEvent>;

type ClubDayEffect =
  | ContactEffect
  /** Nobody saw them leave: somebody should look, for they may still be there. */
  | { readonly type: 'look-for'; readonly personIds: readonly PersonId[] }
  | { readonly type: 'tell-shut-early'; readonly reason: string; readonly insideIds: readonly PersonId[] };

export interface ClubDayTypes {
  readonly name: 'club-day';
  readonly state: ClubDayState;
  readonly facts: ClubDayFacts;
  readonly event: ClubDayEvent;
  readonly effect: ClubDayEffect;
  readonly code: ClubDayCode;
  readonly guard: 'is-inside' | 'is-outside' | 'is-full' | 'is-last-hour';
}

const who = (_: ClubDayFacts, { personId }: { readonly personId: PersonId }) => ({ personId });

const shutsEarly: Ways<ClubDayTypes, 'close-early'> = [
  {
    to: 'over',
    because: 'club-day/shut-early',
    set: (_, { reason }) => ({ why: reason }),
    effects: ({ insideIds }, { reason }) => [{ type: 'tell-shut-early', reason, insideIds }],
  },
];

/** Whoever was inside and was not seen leaving: their visits keep an open end. */
const stillInside = ({ visits, passed, hours }: ClubDayFacts): readonly ClubDayEffect[] => {
  const { from } = hours[passed - 1]!;
  const personIds = visits.filter((visit) => visit.until === null && visit.from >= from).map(({ personId }) => personId);
  return personIds.length === 0 ? [] : [{ type: 'look-for', personIds }];
};
const shuts = {
  set: ({ passed }: ClubDayFacts): Partial<ClubDayFacts> => ({ passed: passed + 1, insideIds: [] }),
  effects: stillInside,
};

/** One day of a place that people drop in at: its opening hours, who came, and who was inside when it shut. */
export const clubDay = defineProcess<ClubDayTypes>({
  name: 'club-day',
  version: 1,
  migrations: [],
  Facts: ClubDayFacts,
  Event: ClubDayEvent,
  initial: 'shut',
  states: {
    shut: {
      arrive: [{ refused: true, because: 'club-day/is-shut', data: who }],
      'close-early': shutsEarly,
      due: [{ to: 'open', because: 'club-day/opened' }],
    },
    open: {
      arrive: [
        { guard: 'is-inside', refused: true, because: 'club-day/inside-already', data: who },
        { guard: 'is-full', refused: true, because: 'club-day/full', data: who },
        {
          to: 'open',
          because: 'club-day/arrived',
          data: who,
          set: ({ insideIds, visits }, { personId, at, by }) => ({
            insideIds: [...insideIds, personId],
            visits: [...visits, { personId, from: at, until: null, by }],
          }),
          effects: ({ programme }, { personId, at, by }) => contactOf(programme, { personId, metAt: at, by }),
        },
      ],
      leave: [
        { guard: 'is-outside', refused: true, because: 'club-day/not-inside', data: who },
        {
          to: 'open',
          because: 'club-day/left',
          data: who,
          set: ({ insideIds, visits }, { personId, at }) => ({
            insideIds: insideIds.filter((inside) => inside !== personId),
            visits: visits.map((visit, index) =>
              index === visits.findLastIndex((each) => each.personId === personId) ? { ...visit, until: at } : visit,
            ),
          }),
        },
      ],
      'close-early': shutsEarly,
      due: [
        { guard: 'is-last-hour', to: 'over', because: 'club-day/over', ...shuts },
        { to: 'shut', because: 'club-day/shut', ...shuts },
      ],
    },
    over: {},
  },
  guards: {
    'is-inside': ({ insideIds }, event) => event.type === 'arrive' && insideIds.includes(event.personId),
    'is-outside': ({ insideIds }, event) => event.type === 'leave' && !insideIds.includes(event.personId),
    'is-full': ({ programme: { shape }, insideIds }) => shape.kind === 'place' && insideIds.length >= shape.capacity,
    'is-last-hour': ({ hours, passed }) => passed + 1 === hours.length,
  },
  due: (state, { hours, passed }) => {
    if (state === 'over') return null;
    const { from, until } = hours[passed]!;
    return state === 'shut' ? from : until;
  },
  texts: clubDayTexts,
});

/**
 * A day on which the place opens; null where it is shut all day.
 * @throws Fault `programme/not-a-place` for any other kind of programme.
 */
export function newClubDay(programme: Programme, date: LocalDate): ClubDayFacts | null {
  assert(programme.shape.kind === 'place', 'programme/not-a-place', `${programme.id} has no opening hours`);
  const hours = openingHours(programme, date);
  return hours.length === 0 ? null : { programme, date, hours, passed: 0, insideIds: [], visits: [], why: null };
}
