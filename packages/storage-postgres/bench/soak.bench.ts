// Client processes that move units between accounts on a real PostgreSQL, while sessions are ended, lines cut and silent,
// clients frozen, and the server stopped hard ten times. Every id that was acknowledged must be there once, the sum must hold.
//   npm run -s soak:postgres -- --seconds 240 --seed 1 [--clients 16]
// Ends with 1 at a breach. Progress goes to stderr.
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { unrest } from '../test/unrest.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '240' },
    seed: { type: 'string', default: '1' },
    clients: { type: 'string', default: '16' },
  },
});
const [seconds, seed, clients] = [values.seconds, values.seed, values.clients].map(Number) as [number, number, number];
if (![seconds, clients].every((count) => Number.isSafeInteger(count) && count >= 1) || !Number.isSafeInteger(seed) || seed < 0) {
  console.error('--seconds N (1 or more), --seed N (0 or more), --clients N (1 or more)');
  process.exit(2);
}

// The limits are the driver's own; the longest wait that the README states for them.
const statedMilliseconds = 50_000;
let began: number | undefined;
const elapsed = (): number => {
  began ??= performance.now();
  return (performance.now() - began) / 1000;
};
let told = 0;
const { moved, longestMilliseconds, count, breaches } = await unrest({
  clients,
  seed,
  hardStops: 10,
  limits: {},
  progress: () => elapsed() / seconds,
  soon: () => setTimeout(300),
  tell(words) {
    if (elapsed() < told + 10) return;
    told = elapsed();
    console.error(words);
  },
});
for (const breach of breaches) console.log(breach);
const isSlow = longestMilliseconds > statedMilliseconds;
if (isSlow) console.log(`a call was waited for longer than the stated ${statedMilliseconds} ms`);
console.log(
  `${Math.round(elapsed())} s, seed ${seed}, ${clients} clients: ${moved} moved; ${count.sessionsEnded} sessions ended, ` +
    `${count.linesCut} lines cut, ${count.linesSilent} silent, ${count.frozen} clients frozen, ${count.hardStops} hard stops; ` +
    `longest wait ${longestMilliseconds} of ${statedMilliseconds} ms; ${breaches.length} dead, lost or doubled`,
);
process.exitCode = breaches.length === 0 && !isSlow ? 0 : 1;
