// Every zone this machine knows, at every clock change from 1970 to 2040, against Temporal.
//   npm run -s soak:zones [-- --zones Europe] [--json]
// Ends with 1 where the two disagree. Progress goes to stderr.
import { parseArgs } from 'node:util';
import { instantAt, localDateOf, timesShown, wallTimeOf } from '@linli/model';
import { cycleDateOf, duowen2020, phaseSpans } from '../src/index.ts';
import { changesOf, disagreements, type Subject, zones } from '../test/clock-changes.ts';

const { values } = parseArgs({
  options: { zones: { type: 'string', default: '' }, json: { type: 'boolean', default: false } },
});
const chosen = zones.filter((zone) => zone.startsWith(values.zones));
if (chosen.length === 0) {
  console.error(`no zone of this machine begins with ${values.zones}`);
  process.exit(2);
}

const subject: Subject = { instantAt, timesShown, localDateOf, wallTimeOf, phaseSpans, cycleDateOf };
const cpuBegan = process.cpuUsage();
let told = performance.now();
let changes = 0;
const found: string[] = [];
for (const [index, zone] of chosen.entries()) {
  for (const change of changesOf(zone)) {
    changes += 1;
    found.push(...disagreements(subject, duowen2020, zone, change));
  }
  if (performance.now() - told < 5000) continue;
  told = performance.now();
  console.error(`${index + 1} of ${chosen.length} zones, ${changes} changes, ${found.length} disagreements`);
}
const { user, system } = process.cpuUsage(cpuBegan);
const result = {
  zones: chosen.length,
  changes,
  disagreements: found.length,
  cpuSeconds: Math.round((user + system) / 100_000) / 10,
  node: process.version,
  zoneData: process.versions['tz'] ?? 'unknown',
};
if (values.json) console.log(JSON.stringify(result));
else {
  console.log(
    `${changes} clock changes in ${result.zones} zones (data ${result.zoneData}), ${found.length} disagreements with Temporal`,
  );
  console.log(`${result.cpuSeconds} s of processor time`);
  for (const one of found.slice(0, 50)) console.log(one);
}
process.exitCode = found.length > 0 ? 1 : 0;
