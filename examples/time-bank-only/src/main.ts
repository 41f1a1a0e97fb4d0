// A community that has only a time bank: three services, one standard, one ledger in one SQLite file.
// `npm run -s example -- time-bank-only [FILE.sqlite]`
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Birth, Instant, PersonId, ServiceRecord, say, Zone } from '@linli/model';
import { createStore, type StorageDriver } from '@linli/storage';
import { sqliteDriver } from '@linli/storage-sqlite';
import { amountLabel, balance, creditAll, ledgerOf, post, redeem, statement, Transfer, timebankTexts } from '@linli/timebank';
import { presets } from '@linli/timebank/presets';

const zone = Zone.parse('Asia/Shanghai');
const { credit: standard, exchange } = presets['cn-guangzhou-2019'];
const bornIn = (year: number) => Birth.parse({ from: `${year}-01-01`, until: `${year + 1}-01-01`, precision: 'year' });
const members = new Map(
  [
    { id: 'p-lin', birth: bornIn(1958) },
    { id: 'p-wu', birth: bornIn(1990) },
  ].map(({ id, birth }) => [PersonId.parse(id), { role: 'volunteer', sex: null, birth }]),
);

/** The month on file: each service with its decision, the transfers it made, and what everybody has now. */
export async function runMonth(driver: StorageDriver, recordedAt: Instant, print: (line: string) => void): Promise<void> {
  const raw = JSON.parse(await readFile(new URL('../data/services.json', import.meta.url), 'utf8')) as {
    from: string;
    until: string;
  }[];
  const services = raw.map((one) => ServiceRecord.parse({ ...one, from: Date.parse(one.from), until: Date.parse(one.until) }));
  const session = createStore(driver, { transfers: Transfer }).session();
  let ledger = ledgerOf(await session.list('transfers'));

  const made: Record<string, Transfer> = {};
  for (const [index, decision] of creditAll(services, standard, members, zone).entries()) {
    const service = services[index]!;
    const why = decision.reasons.map((reason) => say(timebankTexts, reason, 'en', amountLabel('en', standard.unit))).join('; ');
    print(`${service.id} ${service.helperId}: ${decision.ok ? `${decision.value.units} point(s)` : 'nothing'} (${why})`);
    if (!decision.ok || decision.value.units === 0) continue;
    const { asset, units, packId, edition } = decision.value;
    const transfer = Transfer.parse({
      id: `credit-${service.id}`,
      from: { kind: 'issuer', id: 'guihuayuan' },
      to: { kind: 'person', id: service.helperId },
      ...{ asset, units, packId, edition, at: recordedAt, effectiveAt: service.until, why: decision.reasons },
    });
    const posted = post(ledger, transfer);
    if (!posted.ok) throw new Error(posted.reasons[0].code);
    ledger = posted.value;
    made[transfer.id] = transfer;
  }
  const { added } = await session.commit({
    id: `month-${recordedAt}`,
    at: recordedAt,
    actor: 'example',
    why: 'October',
    put: { transfers: made },
  });
  print(added === 0 ? 'the ledger had it all: nothing was written' : `${added} transfers written`);

  for (const [id, { birth }] of members) {
    const account = { kind: 'person', id } as const;
    const units = balance(ledger, account, 'point');
    const request = { offer: exchange.offers[0]!.code, quantity: 1, recipient: 'self', date: '2026-11-23' };
    const answer = redeem(request as Parameters<typeof redeem>[0], exchange, {
      birth,
      balanceUnits: units,
      earnedUnits: units,
    });
    const words = answer.reasons.map((reason) => say(timebankTexts, reason, 'en', amountLabel('en', exchange.unit))).join('; ');
    print(
      `${id}: ${units} points in ${statement(ledger, account).length} entries; to spend one: ${answer.ok ? 'yes' : 'no'} (${words})`,
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const driver = await sqliteDriver({ path: process.argv[2] ?? 'time-bank.sqlite' });
  await runMonth(driver, Instant.parse(Date.parse('2026-11-01T09:00+08:00')), console.log);
  await driver.close();
}
