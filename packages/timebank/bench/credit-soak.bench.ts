// Random (standard, service) pairs, each explained step by step and re-added by hand.
//   npm run -s soak:credit -- --pairs 1000000 --seed 1 [--json]
// Ends with 1 at the first explanation that does not add up, told with what shows it again. Progress goes to stderr.
import { parseArgs } from 'node:util';
import { runPairs } from '../test/credit-universe/run-pairs.ts';

const { values } = parseArgs({
  options: { pairs: { type: 'string' }, seed: { type: 'string', default: '1' }, json: { type: 'boolean', default: false } },
});
const wanted = Number(values.pairs ?? 1_000_000);
const seed = Number(values.seed);
if (!Number.isSafeInteger(wanted) || wanted <= 0 || !Number.isSafeInteger(seed) || seed < 0) {
  console.error('--pairs N (1 or more), --seed N (0 or more)');
  process.exit(2);
}

const began = process.cpuUsage();
const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000_000;
};
let told = 0;
const run = runPairs(wanted, seed, (pairs) => {
  if (cpuSeconds() - told < 5) return;
  told = cpuSeconds();
  console.error(`${pairs} of ${wanted} pairs, about ${Math.round(((wanted - pairs) * told) / pairs)} s left`);
});
const result = { ...run, seed, cpuSeconds: Math.round(cpuSeconds() * 10) / 10 };
console.log(
  values.json
    ? JSON.stringify(result)
    : `${run.pairs} pairs: ${run.credited} credited, ${run.refused} refused, ${run.fault ?? 'every explanation adds up'}; ${result.cpuSeconds} s CPU`,
);
process.exit(run.fault === null ? 0 : 1);
