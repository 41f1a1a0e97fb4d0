// Random small problems solved, each held against the best there is by enumeration.
//   npm run -s oracle:solver -- --problems 14000 --seed 1 [--steps 3000] [--feature X] [--from A --count C] [--shrink] [--json]
// Ends with 1 where a plan breaks a hard rule, or the checker counts it otherwise. Progress goes to stderr.
import { parseArgs } from 'node:util';
import { solve } from '../src/solve.ts';
import { type Feature, features, randomProblem } from '../test/oracle/random-problem.ts';
import { shrunk } from '../test/oracle/shrunk.ts';
import { type Row, type Tried, tally } from '../test/oracle/tally.ts';
import { trial } from '../test/oracle/trial.ts';

const { values } = parseArgs({
  options: {
    problems: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '3000' },
    feature: { type: 'string' },
    from: { type: 'string', default: '0' },
    count: { type: 'string' },
    shrink: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

function whole(option: 'problems' | 'seed' | 'steps' | 'from' | 'count', text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  console.error(`--${option}: “${text}”不是可用的整数 · "${text}" is no whole number of 0 or more`);
  process.exit(2);
}

const problems = whole('problems', values.problems);
const seed = whole('seed', values.seed);
const steps = whole('steps', values.steps);
const from = whole('from', values.from);
const until = Math.min(problems, values.count === undefined ? problems : from + whole('count', values.count));
const feature = values.feature ?? null;
if (feature !== null && !features.some((name) => name === feature)) {
  console.error(`--feature: “${feature}”不在其中 · "${feature}" is not one of: ${features.join(', ')}`);
  process.exit(2);
}

/** Runs of different seeds share no problem. */
const seedOf = (index: number): number => seed * 1_000_000 + index;
const drawn = (index: number) => randomProblem(seedOf(index), feature as Feature | null);
const solved = (problem: ReturnType<typeof drawn>['problem']) => trial(problem, solve(problem, { seed: 1, steps }));

const tried: (Tried & { readonly index: number })[] = [];
let told = performance.now();
for (let index = from; index < until; index++) {
  const { problem, features: having, profile } = drawn(index);
  tried.push({ index, features: having, profile, trial: solved(problem) });
  if (performance.now() - told < 5000) continue;
  told = performance.now();
  const failed = tried.filter((one) => one.trial.verdict !== 'equal').length;
  console.error(`${index + 1 - from} / ${until - from}: ${failed} not equal`);
}

const failures = tried
  .filter((one) => one.trial.verdict !== 'equal' || one.trial.disagreements.length > 0)
  .map(({ index, features: having, profile, trial: { verdict, gap, disagreements } }) => ({
    index,
    verdict,
    gap,
    profile,
    features: having,
    disagreements,
    again: `npm run -s oracle:solver -- --problems ${index + 1} --seed ${seed} --steps ${steps}${feature === null ? '' : ` --feature "${feature}"`} --from ${index}`,
    ...(values.shrink ? { problem: shrunk(drawn(index).input, (problem) => solved(problem).verdict === verdict) } : {}),
  }));
const rows = tally(tried);

if (values.json) console.log(JSON.stringify({ problems: tried.length, seed, steps, feature, rows, failures }));
else {
  console.log(`| | tried | equal | more left out | dearer | unsound | mean gap | max gap |\n|---|---|---|---|---|---|---|---|`);
  for (const row of rows) console.log(line(row));
  for (const { problem, features: having, disagreements, ...failure } of failures as ((typeof failures)[number] & {
    problem?: object;
  })[]) {
    console.log(
      `\n${failure.verdict}, ${failure.gap} units of way above the best (${failure.profile}: ${having.join(', ')})\n  ${failure.again}`,
    );
    for (const disagreement of disagreements) console.log(`  ${disagreement}`);
    if (problem !== undefined) console.log(`  ${JSON.stringify(problem)}`);
  }
}

function line({ name, tried: all, equal, moreLeftOut, dearer, unsound, meanShare, maxGap }: Row): string {
  const shareOf = `${((100 * equal) / all).toFixed(2)} %`;
  return `| ${name} | ${all} | ${equal} (${shareOf}) | ${moreLeftOut} | ${dearer} | ${unsound} | ${Math.round(100 * meanShare)} % | ${maxGap} |`;
}

process.exitCode = failures.some(({ verdict, disagreements }) => verdict === 'unsound' || disagreements.length > 0) ? 1 : 0;
