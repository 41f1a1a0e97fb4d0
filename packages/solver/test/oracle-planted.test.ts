import { describe, expect, it } from 'vitest';
import { type Explanation, explain } from '../src/explain.ts';
import { frameOf } from '../src/frame.ts';
import type { Plan, PlannedVisit } from '../src/plan.ts';
import type { Problem } from '../src/problem.ts';
import { recommend } from '../src/recommend.ts';
import { repair } from '../src/repair.ts';
import { replan } from '../src/replan.ts';
import { planOf } from '../src/score.ts';
import { solve } from '../src/solve.ts';
import { answersOn, changesTo, onReplan, type Question, type Verbs } from './oracle/answers.ts';
import { tiedTo } from './oracle/beside.ts';
import { bestPlan } from './oracle/best-plan.ts';
import { counted } from './oracle/counted.ts';
import { type Feature, randomProblem } from './oracle/random-problem.ts';
import { trial, type Verdict } from './oracle/trial.ts';

// Faults that once were in the engines, or could be, planted from outside: the oracle alone finds each, where it finds
// nothing against the best plan without it.

type Solver = (problem: Problem) => Plan;

const best: Solver = (problem) => planned(problem, bestPlan(problem).planned);
const planned = (problem: Problem, visits: readonly PlannedVisit[]): Plan => planOf(frameOf(problem), visits);

/** Solves another problem than it was asked, and tells the plan as one of what was asked. */
const instead =
  (other: (problem: Problem) => Problem): Solver =>
  (problem) =>
    planned(problem, bestPlan(other(problem)).planned);

const visits = (problem: Problem, change: (visit: Problem['visits'][number]) => object): Problem => ({
  ...problem,
  visits: problem.visits.map((visit) => ({ ...visit, ...change(visit) })),
});

const helpers = (problem: Problem, change: (helper: Problem['helpers'][number]) => object): Problem => ({
  ...problem,
  helpers: problem.helpers.map((helper) => ({ ...helper, ...change(helper) })),
});

/** The best plan without the groups that are so. */
const without =
  (isOut: (group: ReadonlySet<string>, problem: Problem, plan: readonly PlannedVisit[]) => boolean): Solver =>
  (problem) => {
    const plan = bestPlan(problem).planned;
    return planned(
      problem,
      plan.filter(({ visitId }) => !isOut(tiedTo(problem.links, visitId), problem, plan)),
    );
  };

/** What serving a group adds to the soft cost. */
const dearness = (group: ReadonlySet<string>, problem: Problem, plan: readonly PlannedVisit[]): number =>
  counted(problem, plan).soft -
  counted(
    problem,
    plan.filter(({ visitId }) => !group.has(visitId)),
  ).soft;

const engines: readonly (readonly [string, Feature, Verdict, Solver])[] = [
  [
    'optional visits are never left out, however dear',
    'optional',
    'dearer',
    instead((one) => visits(one, () => ({ penalty: null, priority: 1 }))),
  ],
  [
    'a visit is left out because it is dear',
    'costs and wages',
    'more left out',
    without((...group) => dearness(...group) > 60_000),
  ],
  [
    'a visit is left out because it ends late',
    'soft ends',
    'more left out',
    without((group, problem, plan) => {
      const [one] = plan.filter(({ visitId }) => group.has(visitId));
      const soft = problem.visits.find(({ id }) => id === one!.visitId)!.windows[0]!.softUntil;
      return soft !== null && one!.until > soft;
    }),
  ],
  [
    'a late window is taken though a later one is free',
    'soft ends',
    'dearer',
    instead((one) => visits(one, ({ windows }) => ({ windows: windows.slice(0, 1) }))),
  ],
  ['a group of three is left out though it fits', 'chains of three', 'more left out', without((group) => group.size > 2)],
  [
    'one is served rather than a pair',
    'pairs together',
    'more left out',
    without((group, problem, plan) => group.size > 1 && plan.length < problem.visits.length),
  ],
  [
    'linked visits of a series are not held apart',
    'linked in a series',
    'unsound',
    instead((one) => ({
      ...one,
      spacings: one.spacings.filter(({ visits: ids }) => !one.links.some(({ first }) => ids.includes(first))),
    })),
  ],
  [
    'a series needs no more than one day between',
    'spacing',
    'unsound',
    instead((one) => ({ ...one, spacings: one.spacings.map((spacing) => ({ ...spacing, minDays: 1 })) })),
  ],
  ['the search is stuck with its first plan', 'ways not metric', 'dearer', (problem) => solve(problem, { seed: 1, steps: 0 })],
  [
    'the start after a break is lost',
    'breaks',
    'dearer',
    instead((one) => helpers(one, ({ breaks }) => ({ breaks: breaks.map(({ from, until }) => ({ from, until: until + 25 })) }))),
  ],
  ['breaks are not kept', 'breaks', 'unsound', instead((one) => helpers(one, () => ({ breaks: [] })))],
  [
    'what is carried is counted over all shifts',
    'capacities',
    'more left out',
    instead((one) => helpers(one, ({ capacity }) => ({ capacity: capacity.map((most) => Math.floor(most / 2)) }))),
  ],
  ['an effort is dropped', 'costs and wages', 'dearer', instead((one) => visits(one, () => ({ effort: {} })))],
  ['faces are not counted', 'continuity', 'dearer', instead((one) => ({ ...one, weights: { ...one.weights, continuity: 0 } }))],
  [
    'lateness is not counted',
    'soft ends',
    'dearer',
    instead((one) => ({ ...one, weights: { ...one.weights, lateness: 0, latest: 0 } })),
  ],
  ['overtime is not counted', 'overtime', 'dearer', instead((one) => ({ ...one, weights: { ...one.weights, overtime: 0 } }))],
  ['priorities are not counted', 'priorities', 'more left out', instead((one) => visits(one, () => ({ priority: 1 })))],
  [
    'a pin holds the person and not the time',
    'pins',
    'unsound',
    instead((one) =>
      visits(one, ({ pinned }) =>
        pinned === null ? {} : { pinned: null, refused: one.helpers.map(({ id }) => id).filter((id) => id !== pinned.helperId) },
      ),
    ),
  ],
  ['linked visits are served one by one', 'lags', 'unsound', instead((one) => ({ ...one, links: [] }))],
  [
    'ways are taken as if they were the same both ways',
    'ways not metric',
    'dearer',
    instead((one) => ({
      ...one,
      travel: {
        ...one.travel,
        times: one.travel.times.map((row, a) => row.map((way, b) => Math.max(way, one.travel.times[b]![a]!))),
      },
    })),
  ],
  [
    'the score is told too low',
    'wanted',
    'unsound',
    (problem) => {
      const plan = best(problem);
      return { ...plan, score: { ...plan.score, soft: { ...plan.score.soft, travel: plan.score.soft.travel - 1 } } };
    },
  ],
];

/** The first problem that shows the fault is enough. */
const MOST_TRIES = 100;
/** Few, for it to be quick. */
const MOST_VISITS = 5;

describe('planted in an engine, the oracle finds it', () => {
  it.each(engines)('%s', (_, feature, verdict, planted) => {
    for (let seed = 1; seed <= MOST_TRIES; seed++) {
      const { problem } = randomProblem(seed, feature, MOST_VISITS);
      expect(trial(problem, best(problem))).toMatchObject({ verdict: 'equal', disagreements: [] });
      if (trial(problem, planted(problem)).verdict === verdict) return;
    }
    throw new Error(`not one of ${MOST_TRIES} problems shows it`);
  });
});

const sound: Verbs = { explain, recommend, repair };

/** An explanation with something else said of the helpers of a left-out visit. */
const reasoned =
  (change: (forbiddenBy: readonly string[]) => readonly string[]): Verbs['explain'] =>
  (problem, plan) => {
    const explained = explain(problem, plan);
    return {
      ...explained,
      unassigned: explained.unassigned.map((one) => ({
        ...one,
        helpers: one.helpers.map(({ helperId, forbiddenBy }) => ({ helperId, forbiddenBy: change(forbiddenBy) })),
      })),
    } satisfies Explanation;
  };

const answers: readonly (readonly [string, Feature, Question, Partial<Verbs>])[] = [
  [
    'an alternative that leaves a way behind that is too long',
    'ways not metric',
    'alternatives',
    {
      explain: (problem, plan) => {
        const explained = explain(problem, plan);
        return {
          ...explained,
          visits: explained.visits.map((one) => {
            // As if the visit had never been planned: what its own helper then lacks is not looked at.
            const left = planned(
              problem,
              plan.visits.filter(({ visitId }) => visitId !== one.visitId),
            );
            const others = recommend(problem, left, one.visitId, problem.helpers.length);
            return { ...one, alternatives: others.ok ? others.value.filter(({ helperId }) => helperId !== one.helperId) : [] };
          }),
        };
      },
    },
  ],
  [
    'a pin is told as a window',
    'pins',
    'why nobody',
    { explain: reasoned((rules) => rules.map((rule) => (rule === 'pinned' ? 'window' : rule))) },
  ],
  [
    'a rule more than need be',
    'tight',
    'why nobody',
    { explain: reasoned((rules) => (rules.length === 1 && rules[0] === 'shift' ? ['shift', 'one-place-at-a-time'] : rules)) },
  ],
  ['a rule too few', 'tight', 'why nobody', { explain: reasoned((rules) => rules.slice(1)) }],
  [
    'partners are said to be missing who fit',
    'pairs together',
    'why no partner',
    { explain: reasoned((rules) => (rules.length === 0 ? ['together'] : rules)) },
  ],
  [
    'the best helper is not offered',
    'wanted',
    'recommend',
    {
      recommend: (problem, plan, visit, k) => {
        const answer = recommend(problem, plan, visit, k);
        return answer.ok ? { ...answer, value: answer.value.slice(1) } : answer;
      },
    },
  ],
  [
    'an offer says less than it costs',
    'skills',
    'recommend',
    {
      recommend: (problem, plan, visit, k) => {
        const answer = recommend(problem, plan, visit, k);
        if (!answer.ok) return answer;
        const cheaper = (soft: Plan['score']['soft']) => ({ ...soft, travel: soft.travel - 1000 });
        return {
          ...answer,
          value: answer.value.map((one) => ({ ...one, change: { ...one.change, soft: cheaper(one.change.soft) } })),
        };
      },
    },
  ],
  [
    'a change larger than need be',
    'max work',
    'repair: smallest of its kind',
    {
      repair: (problem, plan, visitId) => {
        const answer = repair(problem, plan, visitId);
        return answer.ok ? { ...answer, value: answer.value.map((one) => ({ ...one, amount: one.amount + 1 })) } : answer;
      },
    },
  ],
  [
    'a change that moves somebody it does not name',
    'tight',
    'repair',
    {
      repair: (problem, plan, visitId) => {
        const answer = repair(problem, plan, visitId);
        if (!answer.ok) return answer;
        const dropped = ({ plan: after }: (typeof answer.value)[number]) =>
          planned(
            problem,
            after.visits.filter((one, at) => at > 0 || one.visitId === visitId),
          );
        return { ...answer, value: answer.value.map((one) => ({ ...one, plan: dropped(one) })) };
      },
    },
  ],
];

describe('planted in an answer, the oracle finds it', () => {
  it.each(answers)('%s', (_, feature, question, planted) => {
    for (let seed = 1; seed <= MOST_TRIES; seed++) {
      const { problem } = randomProblem(seed, feature, MOST_VISITS);
      const plan = without((group) => group.has(bestPlan(problem).planned[0]?.visitId ?? ''))(problem);
      for (const answer of answersOn(problem, plan, { ...sound, ...planted }))
        if (answer.question === question && answer.wrong !== null) return;
    }
    throw new Error(`not one of ${MOST_TRIES} problems shows it`);
  });

  it('a told start that is never brought forward', () => {
    const stuck: typeof replan = (problem, before, options) => {
      const told = new Map(before.visits.map(({ visitId, from }) => [visitId, from]));
      const late = visits(problem, ({ id, windows }) => ({
        windows: windows.map((window) => ({
          ...window,
          from: Math.min(window.until - 1, Math.max(window.from, told.get(id) ?? 0)),
        })),
      }));
      return planned(problem, replan(late, before, options).visits);
    };
    for (let seed = 1; seed <= MOST_TRIES; seed++) {
      const { problem } = randomProblem(seed, 'tight', MOST_VISITS);
      const before = best(problem);
      for (const changed of changesTo(problem)) {
        const isFound = (how: typeof replan): boolean => onReplan(changed, before, 2000, 600, how).wrong !== null;
        if (!isFound(replan) && isFound(stuck)) return;
      }
    }
    throw new Error(`not one of ${MOST_TRIES} problems shows it`);
  });
});
