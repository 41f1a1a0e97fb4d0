import { addDays, type Instant, instantAt, localDateOf } from '@linli/model';
import type { Due, Transition, Ways } from '../process/process-types.ts';
import type { CaseFileDefinition, CaseStep } from './case-file-definition.ts';
import type {
  CaseFileCode,
  CaseFileEffect,
  CaseFileEvent,
  CaseFileFacts,
  CaseFileState,
  CaseFileTypes,
} from './case-file-facts.ts';

// The ways that several steps of a case file share.

type Facts = CaseFileFacts;
type EventOf<Type> = Extract<CaseFileEvent, { readonly type: Type }>;
type Reviewed = 'referral' | CaseStep;

export const about = ({ residentId }: Facts) => ({ residentId });
export const refused = (because: CaseFileCode) => [{ refused: true, because, data: about }] as const;

export const daysFrom = ({ zone, reviewTime }: CaseFileDefinition, at: Instant, days: number): Instant =>
  instantAt(addDays(localDateOf(at, zone), days), reviewTime, zone);
export const reviewOf = ({ definition }: Facts, step: Reviewed, at: Instant): Partial<Facts> => ({
  reviewAt: daysFrom(definition, at, definition.reviewDays[step]),
  missedReviews: 0,
});

/** One step done: its note is kept by id, and the next step's review is dated. */
export const goOn = (
  step: CaseStep,
  to: CaseStep,
  because: CaseFileCode,
): readonly Transition<CaseFileTypes, EventOf<'accepted' | 'assessed' | 'planned' | 'intervened'>>[] => [
  {
    to,
    because,
    data: about,
    set: (facts, { at, noteId }) => ({ ...reviewOf(facts, to, at), notes: [...facts.notes, { step, noteId }] }),
  },
];

export const stepBack = (to: EventOf<'went-back'>['to']): Transition<CaseFileTypes, EventOf<'went-back'>> => ({
  to,
  because: 'case-file/went-back',
  data: (facts) => ({ ...about(facts), why: facts.why ?? '' }),
  set: (facts, { at, why }) => ({ ...reviewOf(facts, to, at), result: null, why }),
});
export const whereBack = (to: EventOf<'went-back'>['to']): Transition<CaseFileTypes, EventOf<'went-back'>> => ({
  guard: `back-to-${to}`,
  ...stepBack(to),
});
export const nothingBehind = refused('case-file/not-a-step-back');

export const overdue = (state: CaseFileState, step: Reviewed): Ways<CaseFileTypes, 'due'> => {
  const told =
    (type: 'review-overdue' | 'supervisor-told') =>
    ({ residentId, workerId, missedReviews, definition }: Facts): readonly CaseFileEffect[] => {
      const role = type === 'supervisor-told' ? definition.supervision.role : null;
      return [{ type, residentId, workerId, step, missedReviews, role }];
    };
  const data = (facts: Facts) => ({ ...about(facts), missedReviews: facts.missedReviews });
  // From the deadline and not from whenever somebody looked, so that a silence is counted as long as it was.
  const set = ({ definition, missedReviews }: Facts, { at }: Due): Partial<Facts> => ({
    reviewAt: daysFrom(definition, at, definition.repeatDays),
    missedReviews: missedReviews + 1,
  });
  const supervised = { to: state, because: 'case-file/supervisor-told', data, set, effects: told('supervisor-told') } as const;
  return [
    { guard: 'is-missed-often', ...supervised },
    { to: state, because: 'case-file/review-overdue', data, set, effects: told('review-overdue') },
  ];
};

/** An end of the work; the host looks at what else stood behind it. */
export const ended = (how: Extract<CaseFileEffect, { type: 'file-ended' }>['how']) => ({
  effects: ({ residentId, toOrganisation }: Facts): readonly CaseFileEffect[] => [
    { type: 'file-ended', residentId, how, toOrganisation },
  ],
});
export const died: Ways<CaseFileTypes, 'died'> = [
  {
    to: 'deceased',
    because: 'case-file/deceased',
    data: about,
    set: () => ({ reviewAt: null, reopenUntil: null }),
    ...ended('deceased'),
  },
];
const serviceRefused: Ways<CaseFileTypes, 'service-refused'> = [
  {
    to: 'refused',
    because: 'case-file/refused',
    data: about,
    set: (_, { why }) => ({ reviewAt: null, why }),
    ...ended('refused'),
  },
];
const transferred: Ways<CaseFileTypes, 'transferred'> = [
  {
    to: 'transferred',
    because: 'case-file/transferred',
    data: (facts) => ({ ...about(facts), toOrganisation: facts.toOrganisation ?? '' }),
    set: (_, { why, toOrganisation }) => ({ reviewAt: null, why, toOrganisation }),
    ...ended('transferred'),
  },
];
export const leave = { 'service-refused': serviceRefused, transferred, died };

/** What may happen in any step, and leaves it where it is. */
export const inStep = (step: CaseStep) => {
  const reviewed: Ways<CaseFileTypes, 'reviewed'> = [
    {
      to: step,
      because: 'case-file/reviewed',
      data: about,
      set: (facts, { at, noteId }) => ({ ...reviewOf(facts, step, at), notes: [...facts.notes, { step, noteId }] }),
    },
  ];
  const handedOver: Ways<CaseFileTypes, 'handed-over'> = [
    { guard: 'is-same-worker', refused: true, because: 'case-file/same-worker', data: about },
    {
      to: step,
      because: 'case-file/handed-over',
      data: about,
      set: (_, { toWorkerId, why }) => ({ workerId: toWorkerId, why }),
      effects: ({ residentId, notes }, { toWorkerId }) => [
        { type: 'notes-handed-over', residentId, toWorkerId, noteIds: notes.map(({ noteId }) => noteId) },
      ],
    },
  ];
  return { ...leave, reviewed, 'handed-over': handedOver, due: overdue(step, step) };
};

export const tooEarly = {
  assessed: refused('case-file/needs-intake'),
  planned: refused('case-file/needs-assessment'),
  intervened: refused('case-file/needs-plan'),
  evaluated: refused('case-file/needs-intervention'),
  closed: refused('case-file/needs-evaluation'),
};
export const isDone = refused('case-file/step-done');
