import { slotOf, type Tally } from '../../src/laws/tally.ts';
import type { Account } from '../../src/ledger/account.ts';
import type { Hold, LedgerRecord, StatusChange } from '../../src/ledger/record.ts';
import type { Transfer } from '../../src/ledger/transfer.ts';

/** What the plainest ledger would answer: the first refusal, or a yes with its remarks. */
export interface Expected {
  readonly ok: boolean;
  readonly codes: readonly string[];
}

const no = (code: string): Expected => ({ ok: false, codes: [code] });

/** The rules of `world.ts` once more, written out by hand: numbers and ifs, no code of the ledger. */
export class PlainModel {
  readonly #tally: Tally;
  readonly #mayBreakBounds: boolean;
  readonly #statuses = new Map<string, StatusChange['status']>();
  readonly #assets = new Set<string>();

  constructor(tally: Tally, mayBreakBounds: boolean) {
    this.#tally = tally;
    this.#mayBreakBounds = mayBreakBounds;
  }

  /** Takes note of a record that was posted. */
  note(record: LedgerRecord): void {
    if ('asset' in record) this.#assets.add(record.asset);
    if ('kind' in record && record.kind === 'status') this.#statuses.set(nameOf(record.account), record.status);
  }

  answer(record: LedgerRecord): Expected {
    if ('units' in record) {
      const isAmount = Number.isInteger(record.units) && record.units > 0;
      const isBetweenTwo = nameOf(record.from) !== nameOf(record.to);
      if (!isAmount || !isBetweenTwo) return no('transfer/invalid');
    }
    const { records, sequences } = this.#tally;
    const sequence = sequences.get(record.id);
    if (sequence !== undefined) {
      return isSame(records[sequence - 1]!, record) ? { ok: true, codes: ['transfer/already-posted'] } : no('transfer/id-reused');
    }
    if (records.length > 0 && record.at < records[records.length - 1]!.at) return no('transfer/recorded-too-early');
    if (!('kind' in record) || record.kind === 'hold') return this.#movement(record);
    if (record.kind === 'asset') return this.#isSettled(record.asset) ? no('asset/already-declared') : { ok: true, codes: [] };
    if (record.kind === 'status') return this.#status(record);
    const state = this.#tally.holds.get(record.holdId);
    if (state === undefined) return no('hold/unknown');
    if (state.ended) return no('hold/already-ended');
    const isDue = state.hold.until !== undefined && record.at >= state.hold.until;
    return record.how === 'expire' && !isDue ? no('hold/not-due') : { ok: true, codes: [] };
  }

  #isSettled(asset: string): boolean {
    return this.#assets.has(asset);
  }

  #status({ account, status }: StatusChange): Expected {
    if ((this.#statuses.get(nameOf(account)) ?? 'open') === status) return no('account/already-so');
    if (status !== 'closed') return { ok: true, codes: [] };
    const isEmpty = [...this.#assets].every((asset) => {
      const { balanceUnits, heldUnits } = slotOf(this.#tally, account, asset);
      return balanceUnits === 0 && heldUnits === 0;
    });
    return isEmpty ? { ok: true, codes: [] } : no('account/not-empty');
  }

  #movement(record: Transfer | Hold): Expected {
    const isKnown = ['second', 'point', ...this.#assets].includes(record.asset);
    if (!isKnown) return no('asset/undeclared');
    return this.#statusRefusal(record) ?? this.#linkRefusal(record) ?? this.#bounds(record);
  }

  #statusRefusal(record: Transfer | Hold): Expected | undefined {
    const { from, to, purpose } = record;
    const isReversal = 'reverses' in record && record.reverses !== undefined;
    const isFulfilment = 'holdId' in record && record.holdId !== undefined;
    for (const one of [from, to]) {
      const status = this.#statuses.get(nameOf(one));
      if (status === 'closed') return no('account/closed');
      const stopped = ['redemption', 'gift', 'donation', 'payment'].includes(purpose ?? 'payment') && one === from;
      if (status === 'frozen' && stopped && !isReversal && !isFulfilment) return no('account/frozen');
    }
    const isClaim = from.kind === 'partner' || to.kind === 'partner';
    if (isClaim && purpose !== 'clearing') return no('clearing/not-a-claim');
    if (isReversal || from.kind !== 'group') return undefined;
    const isDonation = purpose === 'donation' && (to.kind === 'pool' || to.kind === 'fund');
    return isDonation || purpose === 'expiry' ? undefined : no('account/donate-only');
  }

  #linkRefusal(record: Transfer | Hold): Expected | undefined {
    if ('kind' in record) return undefined;
    if (record.holdId !== undefined) {
      const state = this.#tally.holds.get(record.holdId);
      if (state === undefined) return no('hold/unknown');
      const { hold, ended } = state;
      if (ended) return no('hold/already-ended');
      if (hold.until !== undefined && record.at >= hold.until) return no('hold/overdue');
      const isSame = nameOf(hold.from) === nameOf(record.from) && nameOf(hold.to) === nameOf(record.to);
      if (!isSame || hold.asset !== record.asset) return no('hold/other-accounts');
      if (record.units > hold.units) return no('hold/too-much');
    }
    if (record.reverses !== undefined) {
      const named = this.#tally.records[(this.#tally.sequences.get(record.reverses) ?? 0) - 1];
      if (named === undefined || 'kind' in named) return no('transfer/original-unknown');
      if (named.reverses !== undefined) return no('transfer/original-is-reversal');
      const mirrors = nameOf(named.from) === nameOf(record.to) && nameOf(named.to) === nameOf(record.from);
      if (!mirrors || named.asset !== record.asset) return no('transfer/not-a-mirror');
      const before = this.#tally.originals.get(record.reverses)!.reversedUnits;
      if (before + record.units > named.units) return no('transfer/reversed-too-much');
    } else if (record.purpose === 'expiry') {
      let due = 0;
      for (const { expiresAt, units } of slotOf(this.#tally, record.from, record.asset).lots.lots) {
        if (expiresAt !== null && expiresAt <= record.at) due += units;
      }
      if (record.units > due) return no('expiry/not-due');
    }
    return undefined;
  }

  #bounds(record: Transfer | Hold): Expected {
    const { from, to, asset, units } = record;
    const giver = slotOf(this.#tally, from, asset);
    const codes: string[] = [];
    const beyond = (code: string): Expected | undefined => {
      const isReversal = 'reverses' in record && record.reverses !== undefined;
      if (!isReversal || !this.#mayBreakBounds) return no(code);
      codes.push('reversal/beyond-bound');
      return undefined;
    };
    if (!('holdId' in record) || record.holdId === undefined) {
      const after = giver.balanceUnits - giver.heldUnits - units;
      const { hard, soft } = floorsOf(from, asset, giver.receivedUnits - this.#receivedBack(record));
      if (after < hard) {
        const refused = beyond('account/below-floor');
        if (refused !== undefined) return refused;
      } else if (after <= soft) codes.push('account/at-soft-floor');
    }
    if (to.kind === 'person' && asset === 'second') {
      const after = slotOf(this.#tally, to, asset).balanceUnits + units;
      if (after > 150) {
        const refused = beyond('account/above-ceiling');
        if (refused !== undefined) return refused;
      } else if (after >= 140) codes.push('account/at-soft-ceiling');
    }
    return { ok: true, codes };
  }

  #receivedBack(record: Transfer | Hold): number {
    if (!('reverses' in record) || record.reverses === undefined) return 0;
    const { transfer } = this.#tally.originals.get(record.reverses)!;
    const purpose = transfer.purpose ?? (transfer.from.kind === 'issuer' ? 'credit' : 'payment');
    return ['credit', 'payment', 'redemption', 'clearing'].includes(purpose) ? record.units : 0;
  }
}

/** Commands change nothing else of a record that is sent again. */
function isSame(posted: LedgerRecord, asked: LedgerRecord): boolean {
  const isSameAmount = !('units' in posted && 'units' in asked) || posted.units === asked.units;
  return isSameAmount && posted.why[0]!.code === asked.why[0]!.code;
}

const nameOf = ({ kind, id }: Account): string => `${kind}/${id}`;

function floorsOf({ kind }: Account, asset: string, received: number): { readonly hard: number; readonly soft: number } {
  if (kind === 'issuer') return { hard: -Infinity, soft: -Infinity };
  // From 20 below 0, one lower for each unit received, and never lower than 45 below 0.
  if (kind === 'person' && asset === 'point') return { hard: Math.max(-45, -20 - Math.max(0, received)), soft: -Infinity };
  if (kind === 'organisation' && asset === 'second') return { hard: -Infinity, soft: -10 };
  if (kind === 'organisation' && asset === 'point') return { hard: -30, soft: -20 };
  if (kind === 'partner') return { hard: -40, soft: -Infinity };
  return { hard: 0, soft: -Infinity };
}
