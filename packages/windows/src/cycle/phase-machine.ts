import { addDays, type LocalDate } from '@linli/model';
import { defineProcess } from '../process/define-process.ts';
import type { Ways } from '../process/process-types.ts';
import { CycleEvent } from './cycle-event.ts';
import { CycleFacts } from './cycle-facts.ts';
import { cycleTexts } from './cycle-texts.ts';
import { totalsOf } from './cycle-totals.ts';
import type { CycleTypes } from './cycle-types.ts';
import { type CycleLine, isNamedToNobody, isSettled } from './demand-line.ts';

type DueWay = Ways<CycleTypes, 'due'>[number];

const passed = ({ passed }: CycleFacts) => ({ passed: passed + 1 });
const dated = ({ date }: CycleFacts) => ({ date });
const ids = ({ lines }: CycleFacts, isMeant: (line: CycleLine) => boolean) =>
  lines.filter(isMeant).map(({ demandId }) => demandId);
const stamp = { data: dated, set: passed };

const closed = (facts: CycleFacts) => ({ type: 'cycle-closed', totals: totalsOf(facts.lines) }) as const;
const unfinished = (facts: CycleFacts) =>
  ({ type: 'flag-unfinished', demandIds: ids(facts, ({ state }) => state !== 'prepared' && !isSettled(state)) }) as const;
const opensDelivery: DueWay = { to: 'deliver', because: 'cycle/delivering', ...stamp };

/**
 * The stretches of one cycle and what is due at their ends, nothing of its lines: those are `demandLine`, once for each
 * demand. An early closing moves a deadline and takes no way of its own.
 */
export const phaseMachine = defineProcess<CycleTypes>({
  name: 'cycle',
  version: 2,
  migrations: [
    // The first version kept its facts beside its state, and had no name and no date to send late demands to.
    ({ definition, date, deadlines, passed, lines, state, seen, at }) => ({
      format: 'linli-cycle-state/2',
      id: `cycle:${String(date)}`,
      state,
      facts: { definition, date, nextDate: addDays(String(date) as LocalDate, 1), deadlines, passed, lines },
      seen,
      at,
    }),
  ],
  Facts: CycleFacts,
  Event: CycleEvent,
  initial: 'waiting',
  states: {
    waiting: { due: [{ to: 'collect', because: 'cycle/collecting', ...stamp }] },
    collect: {
      due: [
        {
          to: 'after-collect',
          because: 'cycle/collected',
          ...stamp,
          effects: (facts) => [{ type: 'close-collection', demandIds: ids(facts, ({ state }) => !isSettled(state)) }],
        },
      ],
    },
    'after-collect': { due: [{ to: 'assign', because: 'cycle/assigning', ...stamp }] },
    assign: {
      due: [
        {
          to: 'after-assign',
          because: 'cycle/assigned',
          ...stamp,
          effects: (facts) => [{ type: 'list-unassigned', demandIds: ids(facts, ({ state }) => isNamedToNobody(state)) }],
        },
      ],
    },
    'after-assign': {
      due: [{ guard: 'is-execute', to: 'execute', because: 'cycle/executing', ...stamp }, opensDelivery],
    },
    execute: {
      due: [
        {
          guard: 'is-last',
          to: 'closed',
          because: 'cycle/ended',
          ...stamp,
          effects: (facts) => [unfinished(facts), closed(facts)],
        },
        { to: 'after-execute', because: 'cycle/executed', ...stamp, effects: (facts) => [unfinished(facts)] },
      ],
    },
    'after-execute': { due: [opensDelivery] },
    deliver: {
      due: [
        {
          to: 'closed',
          because: 'cycle/ended',
          ...stamp,
          effects: (facts) => [
            { type: 'flag-undelivered', demandIds: ids(facts, ({ state }) => !isSettled(state)) },
            closed(facts),
          ],
        },
      ],
    },
    closed: {},
  },
  guards: {
    'is-execute': ({ deadlines, passed }) => deadlines[passed]?.phase === 'execute',
    'is-last': ({ deadlines, passed }) => passed + 1 === deadlines.length,
  },
  due: (_, { deadlines, passed }) => deadlines[passed]?.at ?? null,
  texts: cycleTexts,
});
