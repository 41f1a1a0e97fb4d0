import { type AccountPolicy, plainPolicy } from '../ledger/account-policy.ts';
import { canonical } from '../ledger/canonical.ts';
import { brokenAt, chainStart } from '../ledger/chain.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import { ledgerOf } from '../post.ts';
import type { Law } from './law.ts';
import { type LedgerReading, readingOf } from './reading.ts';

/** Laws about a whole ledger. Time grows with it. */
export const wholeLaws = (policy: AccountPolicy = plainPolicy): readonly Law<LedgerReading>[] => [
  {
    id: 'L-11',
    says: 'The hash chain verifies, and no field of a record can change without its being noticed.',
    breach(reading) {
      const sealed = reading.sealed();
      if (sealed.length !== reading.length) return `${sealed.length} of ${reading.length} records are sealed`;
      const broken = brokenAt(sealed, chainStart, undefined, reading.hashAfter);
      if (broken !== null) return `the chain is broken at ${broken}`;
      const one = sealed.at(-1);
      if (one === undefined) return undefined;
      const previous = sealed.at(-2)?.hash ?? chainStart.hash;
      for (const [path, forged] of forgeries(one.record)) {
        if (reading.hashAfter(previous, one.sequence, forged) === one.hash) return `the hash does not cover ${path}`;
      }
      return reading.hashAfter(previous, one.sequence + 1, one.record) === one.hash
        ? 'the hash does not cover the place'
        : undefined;
    },
  },
  {
    id: 'L-15',
    says: 'Replaying the records gives the same ledger.',
    breach(reading) {
      const records: LedgerRecord[] = [];
      for (let sequence = 1; sequence <= reading.length; sequence += 1) records.push(reading.record(sequence)!);
      try {
        const replayed = readingOf(ledgerOf(records, policy));
        for (let sequence = 1; sequence <= reading.length; sequence += 1) {
          if (!isSame(reading, replayed, sequence)) return `the replay differs at ${sequence}`;
        }
        return undefined;
      } catch (error) {
        return `the replay fails: ${error}`;
      }
    },
  },
];

function isSame(reading: LedgerReading, replayed: LedgerReading, sequence: number): boolean {
  const entries = reading.entriesOf(sequence);
  const others = replayed.entriesOf(sequence);
  return (
    entries.length === others.length &&
    entries.every((entry, index) => {
      const other = others[index]!;
      const isSameSum = entry.units === other.units && entry.balanceUnits === other.balanceUnits;
      const isSamePast = entry.earnedUnits === other.earnedUnits && entry.activeAt === other.activeAt;
      return entry.sequence === other.sequence && isSameSum && isSamePast && entry.account.id === other.account.id;
    })
  );
}

/** The record with one leaf changed, once for each leaf, and once with each optional word added. */
export function* forgeries(record: LedgerRecord): Generator<readonly [string, LedgerRecord]> {
  const plain = JSON.parse(canonical(record)) as Record<string, unknown>;
  for (const path of leaves(plain, [])) {
    const copy = JSON.parse(canonical(record)) as Record<string, unknown>;
    const parent = path.slice(0, -1).reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
    const key = path.at(-1)!;
    parent[key] = typeof parent[key] === 'number' ? parent[key] + 1 : `${parent[key]}!`;
    yield [path.join('.'), copy as unknown as LedgerRecord];
  }
  for (const added of ['reverses', 'holdId', 'purpose', 'reference']) {
    if (!(added in plain)) yield [added, { ...plain, [added]: 'forged' } as unknown as LedgerRecord];
  }
}

function* leaves(value: Record<string, unknown>, path: readonly string[]): Generator<readonly string[]> {
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'object' && part !== null) yield* leaves(part as Record<string, unknown>, [...path, key]);
    else yield [...path, key];
  }
}
