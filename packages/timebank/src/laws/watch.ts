import type { Decision } from '@linli/model';
import { type AccountPolicy, plainPolicy } from '../ledger/account-policy.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import { answerLaws } from './answer-laws.ts';
import type { Breach, Law } from './law.ts';
import { logLaws } from './log-laws.ts';
import type { LedgerReading } from './reading.ts';
import { readingLaws } from './reading-laws.ts';
import { addToTally, newTally, type Posted, type Tally } from './tally.ts';
import { wholeLaws } from './whole-laws.ts';

/** What the laws go by beside the ledger itself. */
export interface WatchRules {
  readonly policy?: AccountPolicy;
  /** L-12: what one person may earn on one day; `dayOf` numbers the days, by UTC where nothing is given. */
  readonly dayCapUnits?: number;
  readonly dayOf?: (at: number) => number;
}

/** Looks at a ledger as it grows. Each call takes time by what was asked, not by how long the ledger is. */
export interface LedgerWatch {
  /** To be told of every question, with what was answered and the ledger after it. The breaches found, mostly none. */
  readonly answered: (records: readonly LedgerRecord[], answer: Decision<unknown>, after: LedgerReading) => readonly Breach[];
  /** To be told that the ledger grew, by whatever means: L-01, 02, 03, 06, 07, 08, 09, 10, 12, 13 of each record more. */
  readonly caughtUp: (after: LedgerReading) => readonly Breach[];
  readonly tally: Tally;
}

/** A watch over a ledger that begins empty. */
export function watchLedger({ policy = plainPolicy, dayCapUnits = Infinity, dayOf }: WatchRules = {}): LedgerWatch {
  const tally = newTally(dayOf);

  function answered(records: readonly LedgerRecord[], answer: Decision<unknown>, after: LedgerReading): readonly Breach[] {
    const found: Breach[] = [];
    for (const law of answerLaws) {
      const what = law.breach({ before: tally, records, answer, after });
      if (what !== undefined) found.push({ id: law.id, what });
    }
    found.push(...caughtUp(after));
    return found;
  }

  function caughtUp(after: LedgerReading): readonly Breach[] {
    const found: Breach[] = [];
    let all: Posted | undefined;
    while (tally.records.length < after.length) {
      const sequence = tally.records.length + 1;
      const one = { sequence, record: after.record(sequence)!, entries: after.entriesOf(sequence) };
      for (const law of logLaws) {
        const what = law.breach(tally, one, policy, dayCapUnits);
        if (what !== undefined) found.push({ id: law.id, what });
      }
      addToTally(tally, one);
      all = all === undefined ? one : { ...one, entries: [...all.entries, ...one.entries] };
    }
    if (all === undefined) return found;
    // Of a chain only the end can be asked for: its members were never a ledger of their own.
    for (const law of readingLaws) {
      const what = law.breach(tally, all, after);
      if (what !== undefined) found.push({ id: law.id, what });
    }
    return found;
  }

  return { answered, caughtUp, tally };
}

/** The laws about a ledger as it stands, from its first record on; each names itself. Time grows with the ledger. */
export const ledgerLaws = (rules: WatchRules = {}): readonly Law<LedgerReading>[] => [
  ...logLaws.map(({ id, says, breach }): Law<LedgerReading> => {
    const { policy = plainPolicy, dayCapUnits = Infinity } = rules;
    return { id, says, breach: (reading) => walk(reading, rules, (before, one) => breach(before, one, policy, dayCapUnits)) };
  }),
  {
    id: 'L-13',
    says: readingLaws.find(({ id }) => id === 'L-13')!.says,
    breach: (reading) => {
      const { breach } = readingLaws.find(({ id }) => id === 'L-13')!;
      const tally = newTally(rules.dayOf);
      let last: Posted | undefined;
      const entries = [];
      for (let sequence = 1; sequence <= reading.length; sequence += 1) {
        last = { sequence, record: reading.record(sequence)!, entries: reading.entriesOf(sequence) };
        addToTally(tally, last);
        entries.push(...last.entries);
      }
      return last === undefined ? undefined : breach(tally, { ...last, entries }, reading);
    },
  },
  ...wholeLaws(rules.policy),
];

function walk(
  reading: LedgerReading,
  rules: WatchRules,
  look: (before: Tally, posted: Posted) => string | undefined,
): string | undefined {
  const tally = newTally(rules.dayOf);
  for (let sequence = 1; sequence <= reading.length; sequence += 1) {
    const posted = { sequence, record: reading.record(sequence)!, entries: reading.entriesOf(sequence) };
    const what = look(tally, posted);
    if (what !== undefined) return what;
    addToTally(tally, posted);
  }
  return undefined;
}
