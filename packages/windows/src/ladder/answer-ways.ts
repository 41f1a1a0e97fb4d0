import { withRest } from './answers.ts';
import { after } from './climb.ts';
import type { LadderCode } from './ladder-types.ts';
import { leaving } from './onward.ts';
import { recorded } from './recorded.ts';
import { type Here, type Of, ownWord, type Way } from './way.ts';

const notAsked = <Event extends Of<'asked' | 'acknowledged' | 'declined' | 'no-reply'>>(): Way<Event> => ({
  guard: 'is-not-asked',
  refused: true,
  because: 'ladder/not-asked',
  data: (_, { rung }) => ({ rung }),
});
const rungWritten = <Event extends Of<'asked' | 'acknowledged' | 'declined' | 'no-reply'>>(
  here: Here,
  because: LadderCode,
): Way<Event> => ({ to: here, because, set: recorded, data: (_, { rung }) => ({ rung }) });

const resting: Way<Of<'acknowledged'>> = {
  guard: 'may-rest',
  to: 'attended',
  because: 'ladder/attended',
  data: (_, { rung }) => ({ rung }),
  set: (facts, event) => {
    const told = recorded(facts, event);
    const { rung, at } = event;
    const until = after(at, told.definition.reportSeconds);
    return { ...told, ...withRest(told, rung, at), attendedBy: rung, until, isResumed: false };
  },
};

/** What people answer while rungs are being asked; enough refusals send the ladder on before its time. */
export const answersWhileAsking = {
  asked: [notAsked<Of<'asked'>>(), ...leaving<Of<'asked'>>(), rungWritten<Of<'asked'>>('asking', 'ladder/people-named')],
  acknowledged: [
    ownWord<Of<'acknowledged'>>(),
    notAsked<Of<'acknowledged'>>(),
    resting,
    rungWritten<Of<'acknowledged'>>('asking', 'ladder/acknowledged'),
  ],
  declined: [notAsked<Of<'declined'>>(), ...leaving<Of<'declined'>>(), rungWritten<Of<'declined'>>('asking', 'ladder/declined')],
  'no-reply': [
    notAsked<Of<'no-reply'>>(),
    ...leaving<Of<'no-reply'>>(),
    rungWritten<Of<'no-reply'>>('asking', 'ladder/no-reply'),
  ],
} as const;

/** More people on the way change nothing; whoever was on the way and turns back sends the ladder on at once. */
export const answersWhileAttended = {
  ...answersWrittenIn('attended', 'ladder/acknowledged'),
  declined: [
    notAsked<Of<'declined'>>(),
    ...leaving<Of<'declined'>>(),
    rungWritten<Of<'declined'>>('attended', 'ladder/declined'),
  ],
  'no-reply': [
    notAsked<Of<'no-reply'>>(),
    ...leaving<Of<'no-reply'>>(),
    rungWritten<Of<'no-reply'>>('attended', 'ladder/no-reply'),
  ],
} as const;

/** Answers that come when nobody waits for them. */
export function answersWrittenIn(here: Here, because: LadderCode) {
  return {
    asked: [notAsked<Of<'asked'>>(), rungWritten<Of<'asked'>>(here, 'ladder/people-named')],
    acknowledged: [ownWord<Of<'acknowledged'>>(), notAsked<Of<'acknowledged'>>(), rungWritten<Of<'acknowledged'>>(here, because)],
    declined: [notAsked<Of<'declined'>>(), rungWritten<Of<'declined'>>(here, 'ladder/declined')],
    'no-reply': [notAsked<Of<'no-reply'>>(), rungWritten<Of<'no-reply'>>(here, 'ladder/no-reply')],
  } as const;
}

export const answersAtNight = {
  ...answersWrittenIn('waiting-for-morning', 'ladder/acknowledged'),
  acknowledged: [
    ownWord<Of<'acknowledged'>>(),
    notAsked<Of<'acknowledged'>>(),
    resting,
    rungWritten<Of<'acknowledged'>>('waiting-for-morning', 'ladder/acknowledged'),
  ],
} as const;
