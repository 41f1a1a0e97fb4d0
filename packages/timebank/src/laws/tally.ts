import type { Account } from '../ledger/account.ts';
import type { Entry } from '../ledger/ledger.ts';
import { countingOf } from '../ledger/purpose.ts';
import type { Hold, LedgerRecord } from '../ledger/record.ts';
import type { Transfer } from '../ledger/transfer.ts';
import { addToLots, noLots, type PlainLots } from './plain-lots.ts';

/** One record as it stands in a ledger, with its entries. */
export interface Posted {
  readonly sequence: number;
  readonly record: LedgerRecord;
  readonly entries: readonly Entry[];
}

/** What one account came to, added up by the laws themselves. */
export interface Slot {
  balanceUnits: number;
  heldUnits: number;
  earnedUnits: number;
  receivedUnits: number;
  readonly entries: Entry[];
  readonly lots: PlainLots;
  /** Credit of each local day, for a cap. */
  readonly dayUnits: Map<number, number>;
}

export interface Original {
  readonly transfer: Transfer;
  readonly sequence: number;
  reversedUnits: number;
}

/**
 * A second bookkeeping beside the ledger's, kept by the laws: it believes nothing but the entries and records it is shown.
 * `dayOf` numbers the days of a daily cap.
 */
export interface Tally {
  readonly slots: Map<string, Map<string, Map<string, Slot>>>;
  readonly assetSums: Map<string, number>;
  readonly originals: Map<string, Original>;
  readonly holds: Map<string, { readonly hold: Hold; ended: boolean }>;
  readonly records: LedgerRecord[];
  readonly sequences: Map<string, number>;
  readonly dayOf: (at: number) => number;
}

export const newTally = (dayOf: Tally['dayOf'] = (at) => Math.floor(at / 86_400_000)): Tally => ({
  slots: new Map(),
  assetSums: new Map(),
  originals: new Map(),
  holds: new Map(),
  records: [],
  sequences: new Map(),
  dayOf,
});

export function slotOf({ slots }: Tally, { kind, id }: Account, asset: string): Slot {
  const byId = mapAt(mapAt(slots, asset), kind);
  let slot = byId.get(id);
  if (slot === undefined) {
    slot = { balanceUnits: 0, heldUnits: 0, earnedUnits: 0, receivedUnits: 0, entries: [], lots: noLots(), dayUnits: new Map() };
    byId.set(id, slot);
  }
  return slot;
}

function mapAt<Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  let map = maps.get(key);
  if (map === undefined) {
    map = new Map();
    maps.set(key, map);
  }
  return map;
}

export const originalOf = ({ originals }: Tally, { reverses }: Transfer): Original | undefined =>
  reverses === undefined ? undefined : originals.get(reverses);

/** How far a transfer moves what an account earned for life and received; a reversal takes back what its original gave. */
export function countedUnits(tally: Tally, entry: Entry): { readonly earned: number; readonly received: number } {
  const original = originalOf(tally, entry.transfer);
  const { isEarned, isReceived } = countingOf(original?.transfer ?? entry.transfer);
  const counts = original === undefined ? entry.units > 0 : entry.units < 0;
  return { earned: counts && isEarned ? entry.units : 0, received: counts && isReceived ? entry.units : 0 };
}

/** Takes a record into the tally. */
export function addToTally(tally: Tally, { sequence, record, entries }: Posted): void {
  tally.records.push(record);
  if (!tally.sequences.has(record.id)) tally.sequences.set(record.id, sequence);
  for (const entry of entries) addEntry(tally, entry);
  if (!('kind' in record)) {
    const original = originalOf(tally, record);
    if (original !== undefined) original.reversedUnits += record.units;
    else tally.originals.set(record.id, { transfer: record, sequence, reversedUnits: 0 });
    if (record.holdId !== undefined) endHold(tally, record.holdId);
  } else if (record.kind === 'hold') {
    tally.holds.set(record.id, { hold: record, ended: false });
    slotOf(tally, record.from, record.asset).heldUnits += record.units;
  } else if (record.kind === 'hold-end') endHold(tally, record.holdId);
}

function addEntry(tally: Tally, entry: Entry): void {
  const slot = slotOf(tally, entry.account, entry.asset);
  const { earned, received } = countedUnits(tally, entry);
  const original = originalOf(tally, entry.transfer);
  slot.balanceUnits += entry.units;
  slot.earnedUnits += earned;
  slot.receivedUnits += received;
  slot.entries.push(entry);
  // An issuer stands below 0 for good: its lots say nothing.
  if (entry.account.kind !== 'issuer') addToLots(slot.lots, entry, original?.sequence);
  if (earned !== 0) {
    const day = tally.dayOf((original?.transfer ?? entry.transfer).effectiveAt);
    slot.dayUnits.set(day, (slot.dayUnits.get(day) ?? 0) + earned);
  }
  tally.assetSums.set(entry.asset, (tally.assetSums.get(entry.asset) ?? 0) + entry.units);
}

function endHold(tally: Tally, holdId: string): void {
  const state = tally.holds.get(holdId);
  if (state === undefined || state.ended) return;
  state.ended = true;
  slotOf(tally, state.hold.from, state.hold.asset).heldUnits -= state.hold.units;
}
