import { balance, type earnedIn } from '../../src/balance.ts';
import { readingOf } from '../../src/laws/reading.ts';
import { canonical } from '../../src/ledger/canonical.ts';
import { chainStart, type SealedRecord } from '../../src/ledger/chain.ts';
import { takeBackClearing } from '../../src/ledger/clearing.ts';
import { exitRecords } from '../../src/ledger/exit.ts';
import { expiryTransfers } from '../../src/ledger/expire-lots.ts';
import type { Check, Findings } from '../../src/ledger/findings.ts';
import { checks } from '../../src/ledger/judge.ts';
import { bookIn, type Entry, type Ledger, type Log, recordIn } from '../../src/ledger/ledger.ts';
import { emptyLots, foldEntry, oldestFirst } from '../../src/ledger/lots.ts';
import { type PostParts, standardParts } from '../../src/ledger/post-parts.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import type { Transfer } from '../../src/ledger/transfer.ts';
import { type Enter, enterBoth, enterOne } from '../../src/ledger/write.ts';
import { post } from '../../src/post.ts';
import { type Parts, soundParts } from './subject.ts';

/** A ledger with one bug: the package's own functions, one of them replaced; and the law that must notice. */
export interface Variant {
  readonly law: string;
  readonly bug: string;
  readonly parts: () => Parts;
}

const withPost = (parts: Partial<PostParts>): Parts => ({ ...soundParts, post: { ...standardParts, ...parts } });

/** All checks but one, or that one with some of its refusals forgotten. */
const without = (name: keyof typeof checks): Parts =>
  withPost({ checks: Object.entries(checks).flatMap(([key, check]) => (key === name ? [] : [check])) });

const forgetting = (
  name: keyof typeof checks,
  isForgotten: (code: string, record: LedgerRecord, data: Data) => boolean,
): Parts => {
  const lax: Check = (ledger, record, policy, findings) => {
    const own: Findings = { refusals: [], remarks: findings.remarks };
    (checks[name] as Check)(ledger, record, policy, own);
    findings.refusals.push(...own.refusals.filter(({ code, data = {} }) => !isForgotten(code, record, data)));
  };
  return withPost({ checks: Object.entries(checks).map(([key, check]) => (key === name ? lax : check)) });
};
type Data = Readonly<Record<string, string | number>>;

const entering = (enter: Enter): Parts => withPost({ enter });

const isReversal = (record: LedgerRecord): boolean => !('kind' in record) && record.reverses !== undefined;

const reading = (change: (ledger: Ledger) => Partial<ReturnType<typeof readingOf>>): Parts => ({
  ...soundParts,
  reading: (ledger) => ({ ...readingOf(ledger), ...change(ledger) }),
});

const hashWithout =
  (field: string) =>
  (previous: string, sequence: number, record: LedgerRecord): string => {
    const { [field]: _, ...covered } = record as unknown as Record<string, unknown>;
    // Any function of the text will do for a hash here.
    return canonical([previous.slice(0, 400), sequence, covered]);
  };

const sealedBy = (hash: ReturnType<typeof hashWithout>, { log, length }: Ledger): readonly SealedRecord[] => {
  let previous = chainStart.hash;
  return log.records.slice(0, length).map((record, index) => {
    previous = hash(previous, index + 1, record);
    return { sequence: index + 1, record, hash: previous };
  });
};

/** Sums entries only as far as they come in order: the first one that counts later ends the search. */
const impatientBalance: typeof balance = (ledger, account, asset, asOf = {}) => {
  if (asOf.asOfEffective === undefined) return balance(ledger, account, asset, asOf);
  let sum = 0;
  for (const { transfer, units } of bookIn(ledger, account, asset)?.entries ?? []) {
    if (transfer.effectiveAt > asOf.asOfEffective || transfer.at > (asOf.asOfRecorded ?? Infinity)) break;
    sum += units;
  }
  return sum;
};

const lotsBy = (order: typeof oldestFirst): Parts =>
  reading((ledger) => ({
    lots: (account, asset) => {
      const lots = emptyLots();
      for (const entry of bookIn(ledger, account, asset)?.entries ?? []) {
        foldEntry(lots, entry, (id) => ledger.log.sequences.get(id), order);
      }
      return [...lots.lots].sort(oldestFirst);
    },
  }));

const edited = (log: Log, sequence: number, transfer: Transfer): void => {
  enterBoth(log, sequence, transfer);
  if (transfer.reverses === undefined) return;
  const original = log.sequences.get(transfer.reverses)! - 1;
  log.records[original] = { ...log.records[original]!, why: [{ code: 'reversed' }] };
};

const bothWithout =
  (change: (entry: Entry) => Entry): Enter =>
  (log, sequence, transfer) => {
    enterBoth(log, sequence, transfer);
    const last = change(log.entries.pop()!);
    log.entries.push(last);
    const book = bookIn({ length: sequence, log }, last.account, last.asset)!;
    book.entries[book.entries.length - 1] = last;
  };

/** Depends on how often it was used, not on the log alone. */
const forgetful = (): Enter => {
  let count = 0;
  return bothWithout((entry) => {
    count += 1;
    return count % 7 === 0 ? { ...entry, activeAt: null } : entry;
  });
};

const arrivals: typeof earnedIn = (ledger, account, asset, { from, until }) =>
  (bookIn(ledger, account, asset)?.entries ?? [])
    .filter(({ transfer }) => transfer.at >= from && transfer.at < until && transfer.purpose === 'credit')
    .reduce((sum, { units }) => sum + units, 0);

const oneSided: NonNullable<Parts['clearing']> = (post) => {
  let calls = 0;
  return (ledger, record, policy) => {
    calls += 1;
    return calls % 2 === 0 ? { ok: true, value: ledger, reasons: [] } : post(ledger, record, policy);
  };
};

/** By the rate of today, in whole units as far as it goes. */
const rateOfToday: Parts['takeBackClearing'] = (from, to, agreement, back, parts) => {
  const answer = takeBackClearing(from, to, agreement, back, parts);
  const [paid] = answer.ok ? [recordIn(answer.value.from, `${back.reference}-paid`)] : [];
  if (!answer.ok || paid === undefined || 'kind' in paid || agreement === undefined) return answer;
  const { num, den } = agreement.between[0] === from.id ? agreement : { num: agreement.den, den: agreement.num };
  const received = recordIn(answer.value.to, `${back.reference}-received`) as Transfer;
  const units = Math.floor((back.units * num) / den);
  const other = post(to.ledger, { ...received, units }, to.policy);
  return other.ok ? { ...answer, value: { from: answer.value.from, to: other.value } } : other;
};

/** What was taken comes back as new credit without a day to end on. */
const undated = (): Parts =>
  reading((ledger) => ({
    lots: (account, asset) => {
      const lots = emptyLots();
      for (const entry of bookIn(ledger, account, asset)?.entries ?? []) foldEntry(lots, entry, () => undefined);
      return lots.lots;
    },
  }));

const undatedExit: Parts['exitRecords'] = (ledger, rules, exit) => {
  const records = exitRecords(ledger, rules, exit);
  if (!records.ok) return records;
  const plain = records.value.map((record): LedgerRecord => {
    if ('kind' in record) return record;
    const { expiresAt: _, ...rest } = record;
    return rest;
  });
  return { ...records, value: plain };
};

/** One id for an account and an instant, however often it comes to it. */
const oneIdEach: Parts['expiryTransfers'] = (ledger, accounts, asset, how) =>
  expiryTransfers(ledger, accounts, asset, how).map((transfer) => ({
    ...transfer,
    id: `expiry-${transfer.from.kind}-${transfer.from.id}-${asset}-${how.at}`,
  }));

const isBelowFloor = (code: string): boolean => code === 'account/below-floor';

export const variants: readonly Variant[] = [
  {
    law: 'L-01',
    bug: 'enters one unit more than it takes',
    parts: () => entering(bothWithout((e) => ({ ...e, units: e.units + 1, balanceUnits: e.balanceUnits + 1 }))),
  },
  {
    law: 'L-01',
    bug: 'forgets the other side',
    parts: () => entering((log, sequence, t) => enterOne(log, sequence, t, t.from, -t.units, 0, 0, true)),
  },
  {
    law: 'L-02',
    bug: 'pays interest out of nothing',
    parts: () =>
      entering((log, sequence, t) => {
        enterBoth(log, sequence, t);
        if (sequence % 5 === 0) enterOne(log, sequence, t, t.to, 1, 0, 0, false);
      }),
  },
  { law: 'L-03', bug: 'takes nothing and halves for amounts', parts: () => withPost({ parse: (record) => record }) },
  { law: 'L-04', bug: 'edits the original when it is reversed', parts: () => entering(edited) },
  {
    law: 'L-04',
    bug: 'keeps what went well of a chain that was refused',
    parts: () => ({ ...soundParts, keepsHalfChains: true }),
  },
  { law: 'L-05', bug: 'posts a double click twice', parts: () => withPost({ find: () => undefined }) },
  { law: 'L-05', bug: 'keeps the first of two bodies and says yes', parts: () => withPost({ isSameBody: () => true }) },
  {
    law: 'L-06',
    bug: 'forgets the floor when it sets aside',
    parts: () => forgetting('bounds', (code, record) => isBelowFloor(code) && 'kind' in record),
  },
  {
    law: 'L-06',
    bug: 'does not count what is set aside',
    parts: () =>
      forgetting(
        'bounds',
        (code, record, { balanceUnits = 0, heldUnits = 0, units = 0, floorUnits = 0 }) =>
          isBelowFloor(code) &&
          !isReversal(record) &&
          Number(balanceUnits) + Number(heldUnits) - Number(units) >= Number(floorUnits),
      ),
  },
  {
    law: 'L-06',
    bug: 'looks at the floor before taking',
    parts: () =>
      forgetting(
        'bounds',
        (code, record, { balanceUnits = 0, floorUnits = 0 }) =>
          isBelowFloor(code) && !isReversal(record) && Number(balanceUnits) >= Number(floorUnits),
      ),
  },
  { law: 'L-07', bug: 'ends a hold twice', parts: () => forgetting('hold', (code) => code === 'hold/already-ended') },
  { law: 'L-07', bug: 'takes more than was set aside', parts: () => forgetting('hold', (code) => code === 'hold/too-much') },
  { law: 'L-07', bug: 'fulfils a hold after its time', parts: () => forgetting('hold', (code) => code === 'hold/overdue') },
  { law: 'L-08', bug: 'reverses twice', parts: () => forgetting('reversal', (code) => code === 'transfer/reversed-too-much') },
  {
    law: 'L-08',
    bug: 'compares each reversal alone',
    parts: () =>
      forgetting(
        'reversal',
        (code, record, { originalUnits = 0 }) =>
          code === 'transfer/reversed-too-much' && 'units' in record && record.units <= Number(originalUnits),
      ),
  },
  {
    law: 'L-08',
    bug: 'gives a reversal to somebody else',
    parts: () => forgetting('reversal', (code) => code === 'transfer/not-a-mirror'),
  },
  {
    law: 'L-09',
    bug: 'lets a reversal break a floor whatever the policy says',
    parts: () => forgetting('bounds', (code, record) => isBelowFloor(code) && isReversal(record)),
  },
  { law: 'L-10', bug: 'lets a late record slip in before', parts: () => without('order') },
  {
    law: 'L-10',
    bug: 'shows the balance from before',
    parts: () => entering(bothWithout((e) => ({ ...e, balanceUnits: e.balanceUnits - e.units }))),
  },
  {
    law: 'L-10',
    bug: 'ignores late entries in a balance by effective time',
    parts: () => reading((ledger) => ({ balance: (account, asset, asOf) => impatientBalance(ledger, account, asset, asOf) })),
  },
  ...['why', 'effectiveAt', 'units', 'reverses'].map((field) => ({
    law: 'L-11',
    bug: `leaves ${field} out of the hash`,
    parts: () => reading((ledger) => ({ hashAfter: hashWithout(field), sealed: () => sealedBy(hashWithout(field), ledger) })),
  })),
  { law: 'L-12', bug: 'caps by the order of arrival', parts: () => ({ ...soundParts, earnedIn: arrivals }) },
  { law: 'L-13', bug: 'spends and expires the newest first', parts: () => lotsBy((a, b) => oldestFirst(b, a)) },
  { law: 'L-13', bug: 'lets units expire before their time', parts: () => without('expiry') },
  { law: 'L-14', bug: 'clears on one side only', parts: () => ({ ...soundParts, clearing: oneSided }) },
  {
    law: 'L-14',
    bug: 'takes clearing back at the rate of today',
    parts: () => ({ ...soundParts, takeBackClearing: rateOfToday }),
  },
  { law: 'L-13', bug: 'gives back what was taken without its dates', parts: undated },
  {
    law: 'L-13',
    bug: 'lets heirs have for good what would have ended',
    parts: () => ({ ...soundParts, exitRecords: undatedExit }),
  },
  { law: 'L-13', bug: 'uses an id of expiry again', parts: () => ({ ...soundParts, expiryTransfers: oneIdEach }) },
  { law: 'L-15', bug: 'remembers what is not in the log', parts: () => entering(forgetful()) },
];
