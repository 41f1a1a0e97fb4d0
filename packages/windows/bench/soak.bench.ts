// Simulated years of random days under the laws: demands, emergencies, ladders, early closings, holidays, changes of mode,
// outages up to 90 days, clocks that jump, letters that come twice, late or in another order, a host that is killed.
//   npm run -s soak:windows -- --years 10000 --seed 1 [--json]
// Ends with 1 at the first breach, told with the seed that shows it again. Progress goes to stderr.
import { parseArgs } from 'node:util';
import { ours } from '../test/world/subject.ts';
import { liveThrough, type YearReport } from '../test/world/year.ts';

const { values } = parseArgs({
  options: {
    years: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const years = Number(values.years);
const first = Number(values.seed);
if (!Number.isSafeInteger(years) || years <= 0 || !Number.isSafeInteger(first) || first < 0) {
  console.error('--years N (1 or more), --seed N (0 or more)');
  process.exit(2);
}

const cpuBegan = process.cpuUsage();
const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage(cpuBegan);
  return (user + system) / 1e6;
};
let told = performance.now();
const sum: Record<string, number> = {};
let done = 0;
let breach: YearReport | undefined;
for (; done < years && breach === undefined; done += 1) {
  const report = liveThrough(first + done, 365, ours, { kill: 64, sleep: 64 });
  for (const [what, count] of Object.entries(report.count)) sum[what] = (sum[what] ?? 0) + count;
  if (report.broken.length > 0) breach = report;
  if (performance.now() - told < 5000) continue;
  told = performance.now();
  const left = Math.round((cpuSeconds() / (done + 1)) * (years - done - 1));
  console.error(`${done + 1} of ${years} years, ${sum['events']} events, about ${left} s of processor time left`);
}
const result = {
  years: done,
  seed: first,
  ...sum,
  breaches: breach?.broken.length ?? 0,
  breachSeed: breach?.seed ?? null,
  cpuSeconds: Math.round(cpuSeconds() * 10) / 10,
  megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  node: process.version,
};
if (values.json) console.log(JSON.stringify({ ...result, broken: [...new Set(breach?.broken)] }));
else {
  console.log(
    `${done} years, ${sum['days']} cycles, ${sum['demands']} demands, ${sum['ladders']} ladders, ${sum['events']} events`,
  );
  console.log(`${sum['silences']} outages, ${sum['kills']} kills, ${result.breaches} breaches of the laws`);
  console.log(`${result.cpuSeconds} s of processor time, at most ${result.megabytes} MB`);
  for (const law of new Set(breach?.broken)) console.log(`${law}: npm run -s soak:windows -- --years 1 --seed ${breach?.seed}`);
}
process.exitCode = breach === undefined ? 0 : 1;
