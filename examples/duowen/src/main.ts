// One day of Duowen community: rules from the folder, people and calls from the workbook, everything kept in one file.
// `npm start`, `npm start -- --once`, `npm start -- --once --lang en`
import { randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { daySheet, readRules } from '@linli/community';
import { runDay } from '@linli/community/simulate';
import { Lang, LocalDate } from '@linli/model';
import { sqliteDriver } from '@linli/storage-sqlite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// `--once` prints the day and ends. So does `npm start` while there is no coordinator's board to serve.
function askedFor(): Lang {
  try {
    const { values } = parseArgs({ options: { once: { type: 'boolean' }, lang: { type: 'string', default: 'zh' } } });
    return Lang.parse(values.lang);
  } catch {
    console.error('用法：npm start -- [--once] [--lang zh|en]\nUsage: npm start -- [--once] [--lang zh|en]');
    process.exit(2);
  }
}
const lang = askedFor();

const rules = await readRules(here('../community'));
if (!rules.ok) throw new Error(JSON.stringify(rules.reasons, null, 2));

const folder = here('../../../.linli');
await mkdir(folder, { recursive: true });
const driver = await sqliteDriver({ path: `${folder}/duowen.sqlite` });
try {
  const day = await runDay({
    rules: rules.value,
    workbook: await readFile(here('../data/duowen-2026-11-23.xlsx')),
    date: LocalDate.parse('2026-11-23'),
    driver,
    newCommitId: randomUUID,
  });
  if (!day.ok) throw new Error(JSON.stringify(day.reasons, null, 2));
  console.log(daySheet(day.value, rules.value, lang));
} finally {
  await driver.close();
}
