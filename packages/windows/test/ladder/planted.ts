import { climbNext } from '../../src/ladder/climb.ts';
import { ladder } from '../../src/ladder/ladder.ts';
import type { LadderFacts } from '../../src/ladder/ladder-facts.ts';
import { lastStepOf } from '../../src/ladder/ladder-steps.ts';
import type { LadderTypes } from '../../src/ladder/ladder-types.ts';
import { recorded } from '../../src/ladder/recorded.ts';
import { defineProcess, type Process } from '../../src/process/define-process.ts';
import { drive } from '../../src/process/drive.ts';
import type { Due, ProcessSpec } from '../../src/process/process-types.ts';
import { minutes } from './ladders.ts';
import { type Drive, driveOf, type Kind, type Law } from './stories.ts';

const { states, guards } = ladder;
type States = typeof states;

const withSpec = (change: Partial<ProcessSpec<LadderTypes>>): Process<LadderTypes> =>
  defineProcess<LadderTypes>({ ...ladder, ...change });
const withGuards = (change: Partial<typeof guards>): Drive => driveOf(withSpec({ guards: { ...guards, ...change } }));
const withState = <State extends keyof States>(state: State, change: Partial<States[State]>): Drive =>
  driveOf(withSpec({ states: { ...states, [state]: { ...states[state], ...change } } }));

/** Written down, and the deadline moves away. */
const moreTime = {
  set: (facts: LadderFacts, event: LadderTypes['event']) => ({
    ...recorded(facts, event),
    until: minutes(event.at, 600),
  }),
};

/** One way in which a ladder may not work, the law that has to see it, and what the stories are of where it is rare. */
interface Planted {
  readonly bug: string;
  readonly law: Law;
  readonly step: Drive;
  readonly kinds?: readonly Kind[];
}
const plant = (bug: string, law: Law, step: Drive, ...kinds: readonly Kind[]): Planted =>
  kinds.length === 0 ? { bug, law, step } : { bug, law, step, kinds };

export const planted: readonly Planted[] = [
  plant(
    'silence at the top is safe',
    'certain',
    withState('asking', {
      due: [
        { guard: 'is-at-the-top', to: 'safe', because: 'ladder/safe', set: () => ({ until: null }) },
        ...(states.asking.due ?? []),
      ],
    }),
  ),
  plant(
    'what somebody else says is enough',
    'certain',
    withGuards({ 'ends-safe': (_, event) => event.type === 'outcome' && event.outcome === 'ok' }),
  ),
  plant(
    'a voice is enough after a red flag',
    'certain',
    withGuards({ 'ends-safe': (_, event) => event.type === 'outcome' && event.outcome === 'ok' && event.known === 'spoken' }),
    'red-flag',
    'outcome',
    'outcome',
  ),
  plant('the resident is a witness of his own', 'certain', withGuards({ 'is-the-resident': () => false }), 'outcome'),
  plant('every flag climbs', 'once', withGuards({ 'flag-climbs': () => true })),
  plant('a flag leads down', 'upwards', withGuards({ 'flag-climbs': () => true })),
  plant('one is as good as the quorum', 'quorum', withGuards({ 'may-rest': () => true })),
  plant(
    'whoever turns back is still counted',
    'quorum',
    withState('attended', { declined: [{ to: 'attended', because: 'ladder/declined', set: recorded }] }),
    'acknowledged',
    'declined',
  ),
  plant(
    'a decline gives more time',
    'unhurried',
    withState('asking', { declined: [{ to: 'asking', because: 'ladder/declined', ...moreTime }] }),
  ),
  plant(
    'hearsay gives more time',
    'unhurried',
    withState('asking', { outcome: [{ to: 'asking', because: 'ladder/not-certain', ...moreTime }] }),
  ),
  plant(
    'a knock in vain is only written down',
    'door',
    withState('attended', { 'knock-unanswered': [{ to: 'attended', because: 'ladder/knocked-again', set: recorded }] }),
    'acknowledged',
    'knock-unanswered',
  ),
  plant(
    'a flag at night is only noted',
    'night',
    withState('waiting-for-morning', {
      'red-flag': [{ to: 'waiting-for-morning', because: 'ladder/flag-noted', set: recorded }],
    }),
  ),
  plant(
    'a flag is only noted',
    'flags',
    withState('asking', { 'red-flag': [{ to: 'asking', because: 'ladder/flag-noted', set: recorded }] }),
  ),
  plant(
    'those below a flag are enough',
    'flags',
    withGuards({ 'flag-is-above-attendance': () => false }),
    'acknowledged',
    'acknowledged',
    'red-flag',
  ),
  plant(
    'it gives up one rung too soon',
    'services',
    withGuards({ 'is-at-the-top': ({ definition, step }) => step >= lastStepOf(definition) - 1 }),
  ),
  plant('the list forgets a rung', 'told', (snapshot, event) => {
    const answer = drive(ladder, snapshot, event);
    const effects = answer.effects.map((effect) =>
      effect.type === 'exhausted' ? { ...effect, asked: effect.asked.slice(1) } : effect,
    );
    return { ...answer, effects };
  }),
  plant(
    'a fact that JSON does not know',
    'json',
    withState('asking', {
      due: [
        {
          to: 'nobody-confirmed',
          because: 'ladder/nobody-confirmed',
          set: () => ({ until: null, attendedBy: undefined as never }),
        },
      ],
    }),
  ),
  plant('ids are forgotten', 'again', (snapshot, event) => drive(ladder, { ...snapshot, seen: [] }, event)),
  plant(
    'a wait is given again at every silence',
    'bounded',
    withGuards({
      'was-asleep': ({ definition }, event) =>
        definition.afterSilence !== 'absolute' && event.type === 'due' && event.now - event.at > 120_000,
    }),
  ),
];

/** Bugs that take a comparison or a clock to see. */
export const endlessPromises = withState('attended', {
  acknowledged: [{ to: 'attended', because: 'ladder/acknowledged', ...moreTime }],
});
export const patientWithDeclines = withState('asking', {
  declined: [{ to: 'asking', because: 'ladder/declined', ...moreTime }],
});
const [asleep, atTheTop, inQuietHours, onward] = states.asking.due ?? [];
export const countedFromTheWakeUp = withState('asking', {
  due: [
    asleep!,
    atTheTop!,
    inQuietHours!,
    { ...onward!, set: (facts: LadderFacts, { now }: Due) => climbNext(facts, now) } as never,
  ],
});
export const slowToClimb = withState('asking', {
  due: [
    asleep!,
    atTheTop!,
    inQuietHours!,
    { ...onward!, set: (facts: LadderFacts, { at }: Due) => ({ ...climbNext(facts, at), until: minutes(at, 600) }) } as never,
  ],
});
