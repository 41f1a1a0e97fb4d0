import { type Account, accountKey } from './account.ts';
import { type AssetCode, builtInScales } from './asset.ts';
import { type Entry, emptyLog, isLongest, type Ledger, type Log, openBook } from './ledger.ts';
import { countingOf } from './purpose.ts';
import type { HoldEnd, LedgerRecord } from './record.ts';
import type { Transfer } from './transfer.ts';

/** How a transfer becomes its two entries. Another one is passed by tests that plant a bug. */
export type Enter = (log: Log, sequence: number, transfer: Transfer) => void;

/** The ledger with one record more; the caller has judged it. Only the longest version is written in place. */
export function append(ledger: Ledger, record: LedgerRecord, enter: Enter = enterBoth): Ledger {
  const isTip = ledger.length > 0 && isLongest(ledger);
  const log = isTip ? ledger.log : emptyLog();
  if (!isTip) for (const earlier of ledger.log.records.slice(0, ledger.length)) write(log, earlier, enter);
  write(log, record, enter);
  return { length: ledger.length + 1, log };
}

function write(log: Log, record: LedgerRecord, enter: Enter): void {
  const sequence = log.records.push(record);
  log.sequences.set(record.id, sequence);
  if (!('kind' in record)) {
    writeTransfer(log, sequence, record, enter);
    return;
  }
  switch (record.kind) {
    case 'hold': {
      settleScale(log, sequence, record.asset);
      const state = { sequence, hold: record, ended: undefined };
      log.holds.set(record.id, state);
      log.openHolds.add(state);
      changeHeld(log, sequence, record.from, record.asset, record.units);
      break;
    }
    case 'hold-end':
      endHold(log, sequence, record.holdId, record);
      break;
    case 'status':
      listAt(log.statuses, accountKey(record.account)).push({ sequence, change: record });
      break;
    case 'asset':
      log.scales.set(record.asset, { sequence, scale: record.scale });
      break;
    default:
      record satisfies never;
  }
}

function writeTransfer(log: Log, sequence: number, transfer: Transfer, enter: Enter): void {
  settleScale(log, sequence, transfer.asset);
  enter(log, sequence, transfer);
  if (transfer.holdId !== undefined) endHold(log, sequence, transfer.holdId, transfer);
  if (transfer.reverses !== undefined) {
    const list = listAt(log.reversed, transfer.reverses);
    list.push({ sequence, units: (list.at(-1)?.units ?? 0) + transfer.units });
  }
}

function settleScale(log: Log, sequence: number, asset: AssetCode): void {
  if (!log.scales.has(asset)) log.scales.set(asset, { sequence, scale: builtInScales.get(asset) ?? 1 });
}

function endHold(log: Log, sequence: number, holdId: string, by: Transfer | HoldEnd): void {
  const state = log.holds.get(holdId)!;
  state.ended = { sequence, by };
  log.openHolds.delete(state);
  const { from, asset, units } = state.hold;
  changeHeld(log, sequence, from, asset, -units);
}

function changeHeld(log: Log, sequence: number, account: Account, asset: AssetCode, units: number): void {
  const { held } = openBook(log, account, asset);
  held.push({ sequence, units: (held.at(-1)?.units ?? 0) + units });
}

/** Where it leaves, then where it enters. What a reversal takes back is no longer earned or received, and is no activity. */
export function enterBoth(log: Log, sequence: number, transfer: Transfer): void {
  const { from, to, units, reverses } = transfer;
  const original = reverses === undefined ? undefined : (log.records[log.sequences.get(reverses)! - 1] as Transfer);
  const { isEarned, isReceived, giverActs, receiverActs } = countingOf(original ?? transfer);
  const taken = original === undefined ? 0 : -units;
  const given = original === undefined ? units : 0;
  enterOne(log, sequence, transfer, from, -units, isEarned ? taken : 0, isReceived ? taken : 0, giverActs && given > 0);
  enterOne(log, sequence, transfer, to, units, isEarned ? given : 0, isReceived ? given : 0, receiverActs && given > 0);
}

export function enterOne(
  log: Log,
  sequence: number,
  transfer: Transfer,
  account: Account,
  units: number,
  earned: number,
  received: number,
  acts: boolean,
): void {
  const { asset, effectiveAt } = transfer;
  const { entries } = openBook(log, account, asset);
  const last = entries.length === 0 ? undefined : entries[entries.length - 1]!;
  const active = last === undefined ? null : last.activeAt;
  const entry: Entry = {
    sequence,
    account,
    asset,
    units,
    balanceUnits: (last === undefined ? 0 : last.balanceUnits) + units,
    earnedUnits: (last === undefined ? 0 : last.earnedUnits) + earned,
    receivedUnits: (last === undefined ? 0 : last.receivedUnits) + received,
    activeAt: acts && (active === null || effectiveAt > active) ? effectiveAt : active,
    transfer,
  };
  entries.push(entry);
  log.entries.push(entry);
}

function listAt<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  let list = lists.get(key);
  if (list === undefined) {
    list = [];
    lists.set(key, list);
  }
  return list;
}
