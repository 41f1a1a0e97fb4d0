import { type Instant, instantAt, LocalDate, PersonId, WallTime, type Zone } from '@linli/model';
import { caseFile, openCaseFile } from '../../src/case-file/case-file.ts';
import type { CaseFileEvent, CaseFileTypes } from '../../src/case-file/case-file-facts.ts';
import { duowenCaseFile } from '../../src/case-file/duowen-case-file.ts';
import type { Tick } from '../../src/process/drive.ts';
import type { Snapshot } from '../../src/process/snapshot.ts';
import type { AnyPlan } from '../paths.ts';
import { tick } from './story.ts';

export const person = (id: string) => PersonId.parse(id);
export const at = (text: string, zone: Zone = duowenCaseFile.zone): Instant => {
  const [date, time = '09:00'] = text.split(' ');
  return instantAt(LocalDate.parse(date), WallTime.parse(time), zone);
};
export const start = at('2020-03-30 10:00');

export type CaseFile = Snapshot<CaseFileTypes>;
export const grannyChen = openCaseFile(duowenCaseFile, 'file-1', person('chen'));

type Distribute<Event> = Event extends unknown ? Omit<Event, 'id' | 'at' | 'by'> : never;
/** An event of a case file with its stamp: done by the grid worker, its id new to the snapshot. */
export const by = ({ seen }: CaseFile, at: Instant, event: Distribute<CaseFileEvent>): CaseFileEvent =>
  ({ ...event, id: `${event.type}-${seen.length}`, at, by: person('grid-worker') }) as CaseFileEvent;

const steps = ['accepted', 'assessed', 'planned', 'intervened'] as const;
/** Everything that can be said to a case file at one moment. */
const samples = (file: CaseFile, at: Instant): readonly (CaseFileEvent | Tick)[] => [
  tick(at),
  ...[
    { type: 'referred' } as const,
    { type: 'opened', workerId: person('li') } as const,
    ...steps.map((type) => ({ type, noteId: `n/${type}` })),
    { type: 'evaluated', noteId: 'n/evaluated', result: 'partly' } as const,
    { type: 'closed', noteId: 'n/closed' } as const,
    { type: 'reviewed', noteId: 'n/reviewed' } as const,
    ...(['assessment', 'plan', 'intervention', 'evaluation'] as const).map(
      (to) => ({ type: 'went-back', to, why: 'fell-ill' }) as const,
    ),
    { type: 'reopened', why: 'moved-house' } as const,
    ...['li', 'wang'].map((id) => ({ type: 'handed-over', toWorkerId: person(id), why: 'on-leave' }) as const),
    { type: 'service-refused', why: 'own-wish' } as const,
    { type: 'transferred', toOrganisation: 'district-hospital', why: 'needs-nursing' } as const,
    { type: 'died' } as const,
  ].map((event) => by(file, at, event)),
];

const next: Partial<Record<CaseFile['state'], CaseFileEvent['type']>> = {
  'not-begun': 'referred',
  referred: 'opened',
  intake: 'accepted',
  assessment: 'assessed',
  plan: 'planned',
  intervention: 'intervened',
  evaluation: 'evaluated',
  closing: 'closed',
  closed: 'reopened',
};
/** As likely as all else together: what leads on, so that stories get far. */
export const likely = (file: CaseFile, at: Instant): readonly (CaseFileEvent | Tick)[] => {
  const all = samples(file, at);
  return all.flatMap((event) => (event.type === next[file.state] ? all.map(() => event) : [event]));
};

/** What only returns to the same step is looked at once and not walked on from. */
const isAside = ({ facts }: CaseFile): boolean =>
  facts.why === 'on-leave' || facts.why === 'fell-ill' || facts.missedReviews > 2 || facts.notes.at(-1)?.noteId === 'n/reviewed';

export const plans: readonly AnyPlan[] = [
  {
    process: caseFile,
    facts: [grannyChen.facts],
    events: (file: CaseFile) => {
      if (isAside(file)) return [];
      const due = caseFile.due(file.state, file.facts);
      const ticks = due === null ? [] : [tick(due - 1), tick(due)];
      return file.facts.missedReviews > 0 ? ticks : [...samples(file, file.at ?? start), ...ticks];
    },
  },
];
