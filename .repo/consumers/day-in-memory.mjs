// The whole day from what was installed, in memory: Duowen's rules and workbook, twice over one store.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { daySheet, readRules } from '@linli/community';
import { runDay } from '@linli/community/simulate';
import { LocalDate } from '@linli/model';
import { memoryDriver } from '@linli/storage';

const example = join(process.argv[2], 'examples', 'duowen');
const rules = await readRules(join(example, 'community'));
assert.ok(rules.ok, JSON.stringify(rules.reasons));
const driver = memoryDriver();
const play = async () => {
  const day = await runDay({
    rules: rules.value,
    workbook: readFileSync(join(example, 'data', 'duowen-2026-11-23.xlsx')),
    date: LocalDate.parse('2026-11-23'),
    driver,
    newCommitId: randomUUID,
  });
  assert.ok(day.ok, JSON.stringify(day.reasons));
  return day.value;
};
const first = await play();
assert.equal(first.counts.ordersInTime, 53);
assert.match(daySheet(first, rules.value, 'zh'), /多闻社区/);
assert.equal((await play()).store.unchanged, true);
