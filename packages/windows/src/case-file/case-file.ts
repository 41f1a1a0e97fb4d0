import type { PersonId } from '@linli/model';
import { defineProcess } from '../process/define-process.ts';
import { openProcess } from '../process/drive.ts';
import type { Snapshot } from '../process/snapshot.ts';
import type { CaseFileDefinition } from './case-file-definition.ts';
import { CaseFileEvent, CaseFileFacts, type CaseFileTypes } from './case-file-facts.ts';
import { caseFileProcessTexts } from './case-file-texts.ts';
import {
  about,
  daysFrom,
  died,
  ended,
  goOn,
  inStep,
  isDone,
  leave,
  nothingBehind,
  overdue,
  refused,
  reviewOf,
  stepBack,
  tooEarly,
  whereBack,
} from './case-file-ways.ts';

/**
 * The case work for one elder. No step is skipped; each end has a reason. A step back, and a reopening within the time
 * the definition gives, lead into a step that is then done again.
 */
export const caseFile = defineProcess<CaseFileTypes>({
  name: 'case-file',
  version: 1,
  migrations: [],
  Facts: CaseFileFacts,
  Event: CaseFileEvent,
  initial: 'not-begun',
  states: {
    'not-begun': {
      referred: [
        {
          to: 'referred',
          because: 'case-file/referred',
          data: about,
          set: (facts, { at }) => reviewOf(facts, 'referral', at),
        },
      ],
    },
    referred: {
      opened: [
        {
          to: 'intake',
          because: 'case-file/opened',
          data: about,
          set: (facts, { at, workerId }) => ({ ...reviewOf(facts, 'intake', at), workerId }),
          effects: ({ residentId }, { workerId }) => [{ type: 'file-opened', residentId, workerId }],
        },
      ],
      accepted: refused('case-file/needs-opening'),
      ...tooEarly,
      due: overdue('referred', 'referral'),
      ...leave,
    },
    intake: {
      ...tooEarly,
      accepted: goOn('intake', 'assessment', 'case-file/accepted'),
      'went-back': nothingBehind,
      ...inStep('intake'),
    },
    assessment: {
      ...tooEarly,
      accepted: isDone,
      assessed: goOn('assessment', 'plan', 'case-file/assessed'),
      'went-back': nothingBehind,
      ...inStep('assessment'),
    },
    plan: {
      ...tooEarly,
      accepted: isDone,
      assessed: isDone,
      planned: goOn('plan', 'intervention', 'case-file/planned'),
      'went-back': [whereBack('assessment'), ...nothingBehind],
      ...inStep('plan'),
    },
    intervention: {
      ...tooEarly,
      accepted: isDone,
      assessed: isDone,
      planned: isDone,
      intervened: goOn('intervention', 'evaluation', 'case-file/intervened'),
      'went-back': [whereBack('assessment'), whereBack('plan'), ...nothingBehind],
      ...inStep('intervention'),
    },
    evaluation: {
      ...tooEarly,
      accepted: isDone,
      assessed: isDone,
      planned: isDone,
      intervened: isDone,
      evaluated: [
        {
          to: 'closing',
          because: 'case-file/evaluated',
          data: about,
          set: (facts, { at, noteId, result }) => ({
            ...reviewOf(facts, 'closing', at),
            notes: [...facts.notes, { step: 'evaluation', noteId }],
            result,
          }),
        },
      ],
      'went-back': [whereBack('assessment'), whereBack('plan'), whereBack('intervention'), ...nothingBehind],
      ...inStep('evaluation'),
    },
    closing: {
      accepted: isDone,
      assessed: isDone,
      planned: isDone,
      intervened: isDone,
      evaluated: isDone,
      closed: [
        {
          to: 'closed',
          because: 'case-file/closed',
          data: about,
          set: ({ definition, notes }, { at, noteId }) => ({
            notes: [...notes, { step: 'closing', noteId }],
            reviewAt: null,
            missedReviews: 0,
            reopenUntil: daysFrom(definition, at, definition.reopenDays),
          }),
          ...ended('closed'),
        },
      ],
      'went-back': [whereBack('assessment'), whereBack('plan'), whereBack('intervention'), stepBack('evaluation')],
      ...inStep('closing'),
    },
    closed: {
      reopened: [
        {
          to: 'assessment',
          because: 'case-file/reopened',
          data: (facts) => ({ ...about(facts), why: facts.why ?? '' }),
          set: (facts, { at, why }) => ({ ...reviewOf(facts, 'assessment', at), result: null, why, reopenUntil: null }),
        },
      ],
      due: [
        {
          to: 'archived',
          because: 'case-file/archived',
          data: about,
          set: () => ({ reopenUntil: null }),
          effects: ({ residentId }) => [{ type: 'file-archived', residentId }],
        },
      ],
      died,
    },
    refused: {},
    transferred: {},
    deceased: {},
    archived: {},
  },
  guards: {
    'back-to-assessment': (_, event) => event.type === 'went-back' && event.to === 'assessment',
    'back-to-plan': (_, event) => event.type === 'went-back' && event.to === 'plan',
    'back-to-intervention': (_, event) => event.type === 'went-back' && event.to === 'intervention',
    'back-to-evaluation': (_, event) => event.type === 'went-back' && event.to === 'evaluation',
    'is-same-worker': ({ workerId }, event) => event.type === 'handed-over' && event.toWorkerId === workerId,
    'is-missed-often': ({ missedReviews, definition }) => missedReviews + 1 >= definition.supervision.fromMissed,
  },
  due: (state, { reviewAt, reopenUntil }) => (state === 'closed' ? reopenUntil : reviewAt),
  texts: caseFileProcessTexts,
});

/** A file nobody has asked for yet. Its first event is `referred`; `id` is the file's own. */
export const openCaseFile = (definition: CaseFileDefinition, id: string, residentId: PersonId): Snapshot<CaseFileTypes> =>
  openProcess(caseFile, id, {
    definition,
    residentId,
    workerId: null,
    notes: [],
    reviewAt: null,
    missedReviews: 0,
    result: null,
    why: null,
    toOrganisation: null,
    reopenUntil: null,
  });
