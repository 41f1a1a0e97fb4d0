import type { Decision } from '@linli/model';
import { isSameJson } from '../ledger/canonical.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import type { LedgerReading } from './reading.ts';
import type { Tally } from './tally.ts';

/** One question put to a ledger: what was there, what was asked, what was answered, what is there now. */
interface Asked {
  readonly before: Tally;
  /** One record, or a chain of them. */
  readonly records: readonly LedgerRecord[];
  readonly answer: Decision<unknown>;
  readonly after: LedgerReading;
}

export interface AnswerLaw {
  readonly id: string;
  readonly says: string;
  breach(asked: Asked): string | undefined;
}

/** What holds of every answer, whatever is asked. */
export const answerLaws: readonly AnswerLaw[] = [
  {
    id: 'L-04',
    says: 'What was posted stays as it is: an answer adds the records at the end or changes nothing.',
    breach({ before, records, answer, after }) {
      const added = after.length - before.records.length;
      const isAsTold = added === 0 || (answer.ok && added === records.length);
      if (!isAsTold) return `asked for ${records.length}, ${answer.ok ? 'yes' : 'no'}: ${added} more`;
      for (let index = 0; index < added; index += 1) {
        const now = after.record(before.records.length + index + 1);
        if (now?.id !== records[index]!.id) return `${records[index]!.id} is not the one that was added`;
      }
      for (const sequence of samples(before, records)) {
        if (after.record(sequence) !== before.records[sequence - 1]) return `record ${sequence} is another one than before`;
      }
      return undefined;
    },
  },
  {
    id: 'L-05',
    says: 'A record that was posted before, asked again, adds nothing and is a yes; its id for another body is a no.',
    breach({ before, records, answer, after }) {
      const [first] = records;
      const sequence = first === undefined ? undefined : before.sequences.get(first.id);
      if (first === undefined) return undefined;
      if (sequence === undefined) {
        const isNew = answer.ok && after.length === before.records.length;
        return isNew ? `${first.id} was not there, and yes added nothing` : undefined;
      }
      if (after.length !== before.records.length) return `${first.id} was added again`;
      if (records.length > 1) return undefined;
      const isSame = isSameJson(before.records[sequence - 1], first);
      return isSame === answer.ok ? undefined : `${first.id}: ${isSame ? 'the same was refused' : 'another body was taken'}`;
    },
  },
];

/** Those a record names, and one more: over many answers all of them come up. */
function samples({ records: old, sequences }: Tally, asked: readonly LedgerRecord[]): readonly number[] {
  if (old.length === 0) return [];
  const named = asked.flatMap((record) =>
    'reverses' in record && record.reverses !== undefined ? [sequences.get(record.reverses) ?? 1] : [],
  );
  return [...named, 1 + ((old[old.length - 1]!.at * 31) % old.length)];
}
