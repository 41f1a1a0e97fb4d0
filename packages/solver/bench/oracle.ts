// Random small problems, held against what enumeration finds.
//   npm run -s oracle:solver -- --problems 14000 --seed 1 [--steps 3000] [--feature X] [--from A --count C] [--shrink] [--json]
//     each solved, against the best there is
//   npm run -s oracle:solver -- --local 100000 ...    larger ones, against every single step from the plan
//   npm run -s oracle:solver -- --answers 1000 ...    everything said of the plan, against trying it all
// Ends with 1 where a plan breaks a hard rule, the checker counts it otherwise, or an answer is wrong. Progress goes to stderr.
import { parseArgs } from 'node:util';
import { check } from '../src/check.ts';
import type { Problem, ProblemInput } from '../src/problem.ts';
import { solve } from '../src/solve.ts';
import { answersOn, changesTo, onReplan, questions } from '../test/oracle/answers.ts';
import { bindingProblem, type Drawn, type Feature, features, randomProblem } from '../test/oracle/random-problem.ts';
import { shrunk } from '../test/oracle/shrunk.ts';
import { betterByOneStep } from '../test/oracle/single-steps.ts';
import { type Row, type Tried, tally } from '../test/oracle/tally.ts';
import { trial } from '../test/oracle/trial.ts';

const { values } = parseArgs({
  options: {
    problems: { type: 'string' },
    local: { type: 'string' },
    answers: { type: 'string' },
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '3000' },
    feature: { type: 'string' },
    from: { type: 'string', default: '0' },
    count: { type: 'string' },
    shrink: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

function whole(option: Exclude<keyof typeof values, 'feature' | 'shrink' | 'json'>, text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  console.error(`--${option}: “${text}”不是可用的整数 · "${text}" is no whole number of 0 or more`);
  process.exit(2);
}

const seed = whole('seed', values.seed);
const steps = whole('steps', values.steps);
const feature = values.feature ?? null;
if (feature !== null && !features.some((name) => name === feature)) {
  console.error(`--feature: “${feature}”不在其中 · "${feature}" is not one of: ${features.join(', ')}`);
  process.exit(2);
}
const mode = values.local !== undefined ? 'local' : values.answers !== undefined ? 'answers' : 'problems';
const all = whole(mode, values[mode] ?? '1000');
const from = whole('from', values.from);
const until = Math.min(all, values.count === undefined ? all : from + whole('count', values.count));

interface Failure {
  readonly index: number;
  readonly what: string;
  readonly drawn: Drawn;
  /** Whether a smaller problem fails alike. */
  readonly failsAlike: (problem: Problem) => boolean;
}

const solved = (problem: Problem) => solve(problem, { seed: 1, steps });

/** Goes through the problems; runs of different seeds share none. */
function each(draw: (seed: number) => Drawn, look: (drawn: Drawn) => Pick<Failure, 'what' | 'failsAlike'>[]): Failure[] {
  const failures: Failure[] = [];
  let told = performance.now();
  for (let index = from; index < until; index++) {
    const drawn = draw(seed * 1_000_000 + index);
    for (const failure of look(drawn)) failures.push({ index, drawn, ...failure });
    if (performance.now() - told < 5000) continue;
    told = performance.now();
    console.error(`${index + 1 - from} / ${until - from}: ${failures.length}`);
  }
  return failures;
}

function tellFailure({ index, what, drawn, failsAlike }: Failure): object {
  const option = feature === null ? '' : ` --feature "${feature}"`;
  const smaller: ProblemInput | null = values.shrink ? shrunk(drawn.input, failsAlike) : null;
  return {
    what,
    profile: drawn.profile,
    features: drawn.features,
    again: `npm run -s oracle:solver -- --${mode} ${index + 1} --seed ${seed} --steps ${steps}${option} --from ${index}`,
    ...(smaller === null ? {} : { problem: smaller }),
  };
}

function tell(head: string, result: object, failures: readonly Failure[]): void {
  const told = failures.map(tellFailure);
  if (values.json) console.log(JSON.stringify({ [mode]: until - from, seed, steps, feature, ...result, failures: told }));
  else {
    console.log(head);
    for (const failure of told) console.log(`\n${JSON.stringify(failure)}`);
  }
}

function runProblems(): boolean {
  const tried: Tried[] = [];
  const draw = (number: number): Drawn => randomProblem(number, feature as Feature | null);
  const failures = each(draw, (drawn) => {
    const found = trial(drawn.problem, solved(drawn.problem));
    tried.push({ features: drawn.features, profile: drawn.profile, trial: found });
    if (found.verdict === 'equal' && found.disagreements.length === 0) return [];
    const what = [`${found.verdict}, ${found.gap} units of way above the best`, ...found.disagreements].join('; ');
    return [{ what, failsAlike: (problem) => trial(problem, solved(problem)).verdict === found.verdict }];
  });
  const rows = tally(tried);
  const head = '| | tried | equal | more left out | dearer | unsound | mean gap | max gap |\n|---|---|---|---|---|---|---|---|';
  tell([head, ...rows.map(line)].join('\n'), { rows }, failures);
  return tried.every(({ trial: { verdict, disagreements } }) => verdict !== 'unsound' && disagreements.length === 0);
}

function line({ name, tried, equal, moreLeftOut, dearer, unsound, meanShare, maxGap }: Row): string {
  const share = `${((100 * equal) / tried).toFixed(2)} %`;
  return `| ${name} | ${tried} | ${equal} (${share}) | ${moreLeftOut} | ${dearer} | ${unsound} | ${Math.round(100 * meanShare)} % | ${maxGap} |`;
}

function runLocal(): boolean {
  let unsound = 0;
  let better = 0;
  const stepFrom = (problem: Problem): string | null => {
    const plan = solved(problem);
    return check(problem, plan).ok ? betterByOneStep(problem, plan.visits) : 'unsound';
  };
  const failures = each(bindingProblem, ({ problem }) => {
    const what = stepFrom(problem);
    if (what === null) return [];
    if (what === 'unsound') unsound++;
    else better++;
    return [
      { what, failsAlike: (smaller) => (stepFrom(smaller) === 'unsound') === (what === 'unsound') && stepFrom(smaller) !== null },
    ];
  });
  tell(`${until - from} problems: ${unsound} unsound, ${better} better by one step`, { unsound, better }, failures);
  return unsound === 0;
}

function runAnswers(): boolean {
  const counts = new Map(questions.map((question) => [question, { tried: 0, wrong: 0 }]));
  const failures = each(
    (number) => randomProblem(number, feature as Feature | null),
    ({ problem }) => {
      const plan = solved(problem);
      if (!check(problem, plan).ok) return [];
      const answers = [
        ...answersOn(problem, plan),
        ...changesTo(problem).flatMap((changed) => [2000, 1_000_000].map((price) => onReplan(changed, plan, price, steps))),
      ];
      return answers.flatMap(({ question, wrong }) => {
        const count = counts.get(question)!;
        count.tried++;
        if (wrong === null) return [];
        count.wrong++;
        return [{ what: `${question}: ${wrong}`, failsAlike: () => false }];
      });
    },
  );
  const rows = [...counts].map(([question, count]) => ({ question, ...count }));
  const head = '| | tried | wrong |\n|---|---|---|';
  tell(
    [head, ...rows.map(({ question, tried, wrong }) => `| ${question} | ${tried} | ${wrong} |`)].join('\n'),
    { rows },
    failures,
  );
  return failures.length === 0;
}

const isSound = { problems: runProblems, local: runLocal, answers: runAnswers }[mode]();
process.exitCode = isSound ? 0 : 1;
