// The whole day from what was installed: Duowen's rules and workbook, kept in SQLite, twice; then the command itself.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { daySheet, readRules } from '@linli/community';
import { runDay } from '@linli/community/simulate';
import { LocalDate } from '@linli/model';
import { proveDriver } from '@linli/storage/conformance';
import { sqliteDriver } from '@linli/storage-sqlite';

const example = join(process.argv[2], 'examples', 'duowen');
const workbookPath = join(example, 'data', 'duowen-2026-11-23.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'linli-consumer-day-'));
const path = join(folder, 'day.sqlite');
try {
  const rules = await readRules(join(example, 'community'));
  assert.ok(rules.ok, JSON.stringify(rules.reasons));
  const play = async () => {
    const driver = await sqliteDriver({ path });
    const day = await runDay({
      rules: rules.value,
      workbook: readFileSync(workbookPath),
      date: LocalDate.parse('2026-11-23'),
      driver,
      newCommitId: randomUUID,
    });
    await driver.close();
    assert.ok(day.ok, JSON.stringify(day.reasons));
    return day.value;
  };
  const first = await play();
  assert.equal(first.counts.ordersInTime, 53);
  assert.equal(first.refusedRows.length, 2);
  assert.match(daySheet(first, rules.value, 'zh'), /多闻社区/);
  assert.equal((await play()).store.unchanged, true);

  const words = [
    'day',
    'run',
    '--input',
    workbookPath,
    '--date',
    '2026-11-23',
    '--community',
    join(example, 'community'),
    '--json',
  ];
  const main = join(import.meta.dirname, 'node_modules', '@linli', 'cli', 'dist', 'main.js');
  const said = JSON.parse(execFileSync(process.execPath, [main, ...words], { encoding: 'utf8', maxBuffer: 64_000_000 }));
  assert.deepEqual(said.counts, first.counts);

  const lawPath = join(folder, 'laws.sqlite');
  const report = await proveDriver({
    open: () => sqliteDriver({ path: lawPath }),
    reset: async () => {
      for (const tail of ['', '-wal', '-shm']) rmSync(lawPath + tail, { force: true });
    },
  });
  // Here nothing is killed, so what a kill would show stays open; the package's own tests show it.
  const broken = report.laws.filter(({ verdict }) => verdict === 'broken');
  assert.deepEqual([broken, report.unproved], [[], ['durable', 'multi-process']]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
