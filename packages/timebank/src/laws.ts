import { type Decision, localDateOf, type PersonId, type Reason, type ServiceRecord, type Zone } from '@linli/model';
import type { Credited } from './credit.ts';
import type { Candidate } from './credit-all.ts';
import { emptyHistory, monthOf } from './credit-history.ts';
import { canonical } from './ledger/canonical.ts';
import { type Entry, type LedgerView, readLedger } from './ledger/ledger.ts';
import { isSameAccount, type Transfer } from './ledger/transfer.ts';
import type { CreditStandard } from './pack/credit-standard.ts';
import { ledgerOf } from './post.ts';
import type { CreditCode } from './texts.ts';

/** A sentence that always holds. `breach` says where it does not, and undefined where it does. */
export interface Law<Subject> {
  readonly id: string;
  readonly says: string;
  breach(subject: Subject): string | undefined;
}

/** One `post`: what was there, what was asked, what was answered, what is there now. */
export interface Posting {
  readonly before: LedgerView;
  readonly transfer: Transfer;
  readonly answer: Decision<unknown>;
  readonly after: LedgerView;
}

/** One `creditAll`, with what it was given; a decision stands at the place of its service. */
export interface CreditRun {
  readonly services: readonly ServiceRecord[];
  readonly pack: CreditStandard;
  readonly people: ReadonlyMap<PersonId, Candidate>;
  readonly zone: Zone;
  readonly decisions: readonly Decision<Credited, CreditCode>[];
}

const keyOf = ({ account, asset }: Entry): string => canonical([asset, account.kind, account.id]);

function* runningSums(entries: readonly Entry[]): Generator<{ readonly entry: Entry; readonly sum: number }> {
  const sums = new Map<string, number>();
  for (const entry of entries) {
    const sum = (sums.get(keyOf(entry)) ?? 0) + entry.units;
    sums.set(keyOf(entry), sum);
    yield { entry, sum };
  }
}

const sumBy = (entries: readonly Entry[], key: (entry: Entry) => string): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const entry of entries) sums.set(key(entry), (sums.get(key(entry)) ?? 0) + entry.units);
  return sums;
};

const firstNonZero = (sums: ReadonlyMap<string, number>): string | undefined =>
  [...sums].filter(([, sum]) => sum !== 0).map(([key, sum]) => `${key} sums to ${sum}`)[0];

const isSameEntry = (a: Entry, b: Entry | undefined): boolean =>
  a === b ||
  (b !== undefined &&
    a.sequence === b.sequence &&
    a.units === b.units &&
    a.balanceUnits === b.balanceUnits &&
    a.asset === b.asset &&
    isSameAccount(a.account, b.account) &&
    a.transfer.id === b.transfer.id);

const isSameTransfer = (a: Transfer, b: Transfer | undefined): boolean => a === b || canonical(a) === canonical(b);

const isSameView = (a: LedgerView, b: LedgerView): boolean =>
  a.transfers.length === b.transfers.length && a.entries.length === b.entries.length && isPrefix(a, b);

const isPrefix = (a: LedgerView, b: LedgerView): boolean =>
  a.transfers.every((transfer, index) => isSameTransfer(transfer, b.transfers[index])) &&
  a.entries.every((entry, index) => isSameEntry(entry, b.entries[index]));

/** What holds of a ledger at any moment. */
export const ledgerLaws: readonly Law<LedgerView>[] = [
  {
    id: 'L-01',
    says: 'The entries of a transfer sum to 0 in its asset.',
    breach: ({ entries }) => firstNonZero(sumBy(entries, ({ transfer, asset }) => `${transfer.id} in ${asset}`)),
  },
  {
    id: 'L-02',
    says: 'All accounts together hold 0 of every asset, and each entry belongs to a transfer.',
    breach({ transfers, entries }) {
      const posted = new Map(transfers.map((transfer) => [transfer.id, transfer]));
      const stray = entries.find(({ transfer }) => !isSameTransfer(transfer, posted.get(transfer.id)));
      return stray === undefined
        ? firstNonZero(sumBy(entries, ({ asset }) => asset))
        : `an entry of ${keyOf(stray)} has no transfer`;
    },
  },
  {
    id: 'L-03',
    says: 'Amounts are whole and above 0.',
    breach({ transfers }) {
      const bad = transfers.find(({ units }) => !Number.isSafeInteger(units) || units <= 0);
      return bad && `${bad.id} moves ${bad.units}`;
    },
  },
  {
    id: 'L-06',
    says: 'No account but an issuer ever stands below 0.',
    breach({ entries }) {
      for (const { entry, sum } of runningSums(entries)) {
        if (sum < 0 && entry.account.kind !== 'issuer') return `${keyOf(entry)} stands at ${sum} after ${entry.sequence}`;
      }
      return undefined;
    },
  },
  {
    id: 'L-08',
    says: 'A reversal names an earlier transfer and mirrors it; reversals together take back no more than there was.',
    breach({ transfers }) {
      const open = new Map<string, { readonly transfer: Transfer; units: number }>();
      for (const transfer of transfers) {
        if (transfer.reverses === undefined) {
          open.set(transfer.id, { transfer, units: transfer.units });
          continue;
        }
        const original = open.get(transfer.reverses);
        if (original === undefined) return `${transfer.id} reverses nothing`;
        const { from, to, asset } = original.transfer;
        const mirrors = asset === transfer.asset && isSameAccount(from, transfer.to) && isSameAccount(to, transfer.from);
        if (!mirrors) return `${transfer.id} does not mirror ${transfer.reverses}`;
        original.units -= transfer.units;
        if (original.units < 0) return `${transfer.reverses} is reversed by ${-original.units} too much`;
      }
      return undefined;
    },
  },
  {
    id: 'L-10',
    says: 'Every balance is the sum of the entries up to it, and what was recorded later stands later.',
    breach({ transfers, entries }) {
      for (const { entry, sum } of runningSums(entries)) {
        if (sum !== entry.balanceUnits) return `${keyOf(entry)} shows ${entry.balanceUnits}, its entries sum to ${sum}`;
      }
      const early = transfers.find(({ at }, index) => at < (transfers[index - 1]?.at ?? at));
      return early && `${early.id} was slipped in before`;
    },
  },
  {
    id: 'L-15',
    says: 'Replaying the transfers gives the same ledger.',
    breach(view) {
      try {
        return isSameView(view, readLedger(ledgerOf(view.transfers))) ? undefined : 'the replay differs';
      } catch (error) {
        return `the replay fails: ${error}`;
      }
    },
  },
];

/** What holds of every `post`, whatever is asked. */
export const postingLaws: readonly Law<Posting>[] = [
  {
    id: 'L-04',
    says: 'What was posted stays as it is: a post adds the one transfer at the end or changes nothing.',
    breach({ before, transfer, answer, after }) {
      if (!isPrefix(before, after)) return `posting ${transfer.id} changed the past`;
      const added = after.transfers.slice(before.transfers.length);
      if (added.length === 0) return undefined;
      return answer.ok && added.length === 1 && isSameTransfer(transfer, added[0])
        ? undefined
        : `posting ${transfer.id} added something else`;
    },
  },
  {
    id: 'L-05',
    says: 'The same id with the same body adds nothing and is a yes; with another body it is a no.',
    breach({ before, transfer, answer, after }) {
      const posted = before.transfers.find(({ id }) => id === transfer.id);
      if (posted === undefined) return undefined;
      if (answer.ok !== isSameTransfer(posted, transfer)) return `${transfer.id} again was answered by ${answer.ok}`;
      return isSameView(before, after) ? undefined : `${transfer.id} again was posted`;
    },
  },
];

/** What holds of every `creditAll`. */
export const creditLaws: readonly Law<CreditRun>[] = [
  {
    id: 'L-12',
    says: 'Nobody is credited above a cap of an activity, a day, a month or a life; one that history already broke gives 0.',
    breach(run) {
      for (const { cap, key, before, sum } of capSums(run)) {
        if (sum < 0 || sum > Math.max(0, cap - before)) return `${key}: ${sum} on top of ${before} where the cap is ${cap}`;
      }
      return undefined;
    },
  },
  {
    id: 'reasons-add-up',
    says: 'The reasons of a credit lead without a gap from the seconds served to the seconds credited and pooled.',
    breach({ services, decisions }) {
      for (const [index, decision] of decisions.entries()) {
        if (!decision.ok) continue;
        const { id, from, until } = services[index]!;
        const ends = addUp(decision.reasons, Math.floor((until - from) / 1000));
        if (ends === undefined) return `${id}: the reasons have a gap`;
        const { seconds, poolSeconds } = decision.value;
        if (ends.seconds !== seconds || ends.poolSeconds !== poolSeconds) return `${id}: the reasons end at ${ends.seconds}`;
      }
      return undefined;
    },
  },
];

interface CapSum {
  readonly cap: number;
  readonly key: string;
  readonly before: number;
  sum: number;
}

function capSums({ services, pack, people, zone, decisions }: CreditRun): Iterable<CapSum> {
  const sums = new Map<string, CapSum>();
  for (const [place, step] of pack.steps.entries()) {
    if (!('overflow' in step)) continue;
    for (const [index, decision] of decisions.entries()) {
      if (!decision.ok) continue;
      const { id, helperId, from } = services[index]!;
      const date = localDateOf(from, zone);
      const history = people.get(helperId)?.history ?? emptyHistory;
      const [over, before] = {
        'cap-activity': [id, 0] as const,
        'cap-day': [date, history.daySeconds[date] ?? 0] as const,
        'cap-month': [monthOf(date), history.monthSeconds[monthOf(date)] ?? 0] as const,
        'cap-life': ['life', history.lifeSeconds] as const,
      }[step.do];
      const key = `steps.${place} ${helperId} ${over}`;
      const capSum = sums.get(key) ?? { cap: step.seconds, key, before, sum: 0 };
      capSum.sum += decision.value.seconds;
      sums.set(key, capSum);
    }
  }
  return sums.values();
}

/** Where the reasons end, read as anybody would read them; undefined where one does not begin at the end of the last. */
function addUp(reasons: readonly Reason[], servedSeconds: number): { seconds: number; poolSeconds: number } | undefined {
  const [measured, ...changes] = reasons;
  if (measured?.data?.['afterSeconds'] !== servedSeconds) return undefined;
  let seconds = servedSeconds;
  let poolSeconds = 0;
  for (const { data } of changes) {
    if (data?.['beforeSeconds'] !== seconds) return undefined;
    seconds = Number(data['afterSeconds']);
    poolSeconds += Number(data['poolSeconds']);
  }
  return { seconds, poolSeconds };
}
