// Random commands on pairs of ledgers, every one of them looked at by the laws and compared with the plain model.
//   npm run -s soak:ledger -- --commands 100000000 --seed 1 [--json]
// Ends with 1 at the first breach, told with the seed that shows it again. Progress goes to stderr.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runUniverses } from '../test/ledger-universe/universe.ts';

const perUniverse = 400;
const wholeEvery = 20;

const { values } = parseArgs({
  options: { commands: { type: 'string' }, seed: { type: 'string', default: '1' }, json: { type: 'boolean', default: false } },
});
const wanted = Number(values.commands ?? 1_000_000);
const seed = Number(values.seed);
if (!Number.isSafeInteger(wanted) || wanted <= 0 || !Number.isSafeInteger(seed) || seed < 0) {
  console.error('--commands N (1 or more), --seed N (0 or more)');
  process.exit(2);
}

const began = performance.now();
const cpuBegan = process.cpuUsage();
const seconds = (): number => (performance.now() - began) / 1000;
let told = 0;
let commands = 0;
const answers = new Map<string, number>();
const universes = Math.ceil(wanted / perUniverse);
const end = runUniverses({ seed, universes, commands: perUniverse, wholeEvery }, answers, (_, { commands: done }) => {
  commands += done;
  if (seconds() - told < 5) return;
  told = seconds();
  const left = Math.round(((wanted - commands) * told) / commands);
  console.error(`${commands} of ${wanted} commands, ${Math.round(commands / told)}/s, about ${left} s left`);
});
const cpu = process.cpuUsage(cpuBegan);
const result = {
  commands: end.commands,
  records: end.records,
  universes,
  seed,
  breaches: end.breaches,
  breachSeed: end.breaches.length > 0 ? end.seed : null,
  answers: Object.fromEntries([...answers].sort(([a], [b]) => (a < b ? -1 : 1))),
  seconds: Math.round(seconds() * 10) / 10,
  cpuSeconds: Math.round((cpu.user + cpu.system) / 100_000) / 10,
  perSecond: Math.round(end.commands / seconds()),
  megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  node: process.version,
  cores: availableParallelism(),
};
if (values.json) console.log(JSON.stringify(result));
else {
  console.log(`${result.commands} commands, ${result.records} records, ${end.breaches.length} breaches of the laws`);
  console.log(`${result.seconds} s, ${result.perSecond} commands/s, at most ${result.megabytes} MB`);
  for (const { id, what } of end.breaches) console.log(`${id} at seed ${end.seed}: ${what}`);
}
process.exitCode = end.breaches.length > 0 ? 1 : 0;
