// How fast the ledger is, and whether it stays so as it grows.
//   npm run -s bench:timebank [-- --json] [--history 1000000]
// One line a figure. Times are processor time of this process: what else the machine does counts little.
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Instant } from '@linli/model';
import { balance } from '../src/balance.ts';
import type { Account } from '../src/ledger/account.ts';
import { type AccountPolicy, plainPolicy } from '../src/ledger/account-policy.ts';
import { brokenAt, headOf, sealedRecords } from '../src/ledger/chain.ts';
import { fulfilmentOf } from '../src/ledger/fulfil.ts';
import { emptyLedger, type Ledger } from '../src/ledger/ledger.ts';
import type { Hold, LedgerRecord } from '../src/ledger/record.ts';
import type { Transfer } from '../src/ledger/transfer.ts';
import { ledgerOf, post } from '../src/post.ts';
import { statement, statementPage } from '../src/statement.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, history: { type: 'string', default: '1000000' } },
});
const most = Number(values.history);
if (!Number.isSafeInteger(most) || most < 1000) {
  console.error('--history N (1000 or more)');
  process.exit(2);
}

const people = 5000;
const windowSize = 4000;
const windows = 5;
const issuer: Account = { kind: 'issuer', id: 'duowen' };
const shop: Account = { kind: 'provider', id: 'shop' };
const why = [{ code: 'credit/measured', data: { afterSeconds: 3600 } }];
const policy: AccountPolicy = {
  ...plainPolicy,
  limits: [
    {
      ...{ kind: 'person', asset: 'second', hardFloorUnits: -3600, softFloorUnits: null },
      ...{ hardCeilingUnits: 1e12, softCeilingUnits: null, growsToUnits: -7200 },
    },
  ],
};

/** Of ten records: five credits (each third counts earlier than it is written down), three payments, a hold, its end or a reversal. */
function record(index: number): LedgerRecord {
  const at = Instant.parse(index * 1000);
  const person: Account = { kind: 'person', id: `p-${(Math.floor(index / 10) * 7919) % people}` };
  const other: Account = { kind: 'person', id: `p-${(index * 104_729 + 1) % people}` };
  const base = { id: `t-${index}`, asset: 'second', at, effectiveAt: at, why, packId: 'bench', edition: 1 };
  const credit = (id: number): Transfer => ({ ...base, id: `t-${id}`, from: issuer, to: person, units: 3600 });
  switch (index % 10) {
    case 5:
    case 6:
      return { ...base, from: person, to: shop, units: 1800, purpose: 'redemption' };
    case 7:
      return { ...base, from: person, to: other.id === person.id ? shop : other, units: 1200, purpose: 'payment' };
    case 8:
      return { kind: 'hold', ...base, from: person, to: shop, units: 900 };
    case 9: {
      const how = { id: base.id, at, effectiveAt: at, why };
      const hold = record(index - 1) as Hold;
      if (index % 20 === 19) return fulfilmentOf(hold, { ...how, units: 600 });
      const { id: original, from, to } = credit(index - 9);
      return { ...base, from: to, to: from, units: 60, reverses: original };
    }
    default:
      return { ...credit(index), effectiveAt: Instant.parse(Math.max(0, index - (index % 3 === 0 ? 5000 : 0)) * 1000) };
  }
}

function posted(ledger: Ledger, next: LedgerRecord): Ledger {
  const decision = post(ledger, next, policy);
  if (!decision.ok) throw new Error(`${next.id}: ${decision.reasons[0].code}`);
  return decision.value;
}

/** Seconds of processor time. */
function timed<Value>(work: () => Value): { readonly value: Value; readonly seconds: number } {
  const began = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(began);
  return { value, seconds: (user + system) / 1e6 };
}
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
const repeated = (times: number, work: (round: number) => unknown): number =>
  timed(() => {
    for (let round = 0; round < times; round += 1) work(round);
  }).seconds / times;

function tell(figure: string, value: number, unit: string, digits = 0): void {
  const rounded = Number(value.toFixed(digits));
  console.log(values.json ? JSON.stringify({ figure, value: rounded, unit }) : `${figure}: ${rounded} ${unit}`);
}

const range = (from: number, count: number): readonly LedgerRecord[] =>
  Array.from({ length: count }, (_, index) => record(from + index));
const grown = (ledger: Ledger, length: number): Ledger => {
  let longer = ledger;
  while (longer.length < length) longer = posted(longer, record(longer.length));
  return longer;
};

grown(emptyLedger, 150_000); // to let the machine compile what it will run

let ledger = emptyLedger;
const speeds = new Map<number, number>();
for (const history of [1000, 10_000, 100_000, 1_000_000].filter((size) => size <= most)) {
  ledger = grown(ledger, history);
  globalThis.gc?.(); // what came before is not charged to what follows
  const rounds = Array.from({ length: windows }, () => {
    const next = range(ledger.length, windowSize);
    return timed(() => {
      for (const one of next) ledger = posted(ledger, one);
    }).seconds;
  });
  speeds.set(history, windowSize / median(rounds));
  tell(`post with all checks after ${history} records`, speeds.get(history)!, 'records/s');
}
const sizes = [...speeds.keys()];
tell(`speed after ${sizes.at(-1)} against after ${sizes[0]}`, speeds.get(sizes.at(-1)!)! / speeds.get(sizes[0]!)!, '', 2);

// One account with 100 000 entries, of which every third counts earlier than it was written down.
const long: Ledger = Array.from({ length: 100_000 }, (_, index) => index).reduce<Ledger>((sofar, index) => {
  const at = Instant.parse(index * 1000);
  const effectiveAt = Instant.parse(Math.max(0, index - (index % 3 === 0 ? 500 : 0)) * 1000);
  const fields = { asset: 'second', at, effectiveAt, why, packId: 'bench', edition: 1 };
  return posted(sofar, { ...fields, id: `l-${index}`, from: issuer, to: shop, units: 60 });
}, emptyLedger);
const some = (round: number): Instant => Instant.parse(((round * 7919) % 100_000) * 1000);
const effective = timed(() => balance(long, shop, 'second', { asOfEffective: some(1) })).seconds;
tell('statement of 100000 entries, whole', repeated(20, () => statement(long, shop)) * 1000, 'ms', 2);
const page = (round: number) => statementPage(long, shop, { asset: 'second', after: (round * 7919) % 100_000, limit: 100 });
tell('statement of 100000 entries, a page of 100', repeated(10_000, page) * 1e6, 'µs', 2);
tell('balance now', repeated(100_000, () => balance(long, shop, 'second')) * 1e6, 'µs', 2);
tell(
  'balance as of a recorded instant',
  repeated(50_000, (round) => balance(long, shop, 'second', { asOfRecorded: some(round) })) * 1e6,
  'µs',
  2,
);
tell('balance as of an effective instant, the first time', effective * 1000, 'ms', 1);
tell(
  'balance as of an effective instant',
  repeated(50_000, (round) => balance(long, shop, 'second', { asOfEffective: some(round) })) * 1e6,
  'µs',
  2,
);
const both = (round: number) => balance(long, shop, 'second', { asOfRecorded: some(round + 1), asOfEffective: some(round) });
tell('balance as of both', repeated(50_000, both) * 1e6, 'µs', 2);

const short = grown(emptyLedger, 50_000);
const hashed = timed(() => headOf(short)).seconds;
tell('hash chain, a record', (hashed / short.length) * 1e6, 'µs', 2);
const sealed = sealedRecords(short);
tell('verify the chain', short.length / timed(() => brokenAt(sealed)).seconds, 'records/s');
const records = sealed.map(({ record: one }) => one);
tell('replay from stored records', short.length / timed(() => ledgerOf(records, policy)).seconds, 'records/s');
tell('memory at the most', process.resourceUsage().maxRSS / 1024, 'MB');
console.error(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node.js ${process.version}`);
