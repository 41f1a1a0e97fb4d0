import { assert, type Decision, no, type Reason, yes } from '@linli/model/kernel';
import { candidates } from './candidates.ts';
import { type Frame, frameOf } from './frame.ts';
import { partnersOf } from './group.ts';
import { type AnswerOptions, openPlan } from './open-plan.ts';
import { byId, type Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { bendsOf } from './repair/bend.ts';
import { applied, type Change, changeKinds, type RepairCode, type Sized, wordsOf } from './repair/change.ts';
import { movesFor, withGroup } from './repair/moves.ts';
import { plannedIn, type Rota, rotaOf } from './rota.ts';
import { planOfRota, type RuleBook, total } from './score.ts';

/** A single change that lets the visit be served, proven by doing it. */
export interface Repair {
  readonly change: Change;
  /** How big it is: time, count or load for those with a number; soft cost for a move; 0 for the others. */
  readonly amount: number;
  /** The change in words. */
  readonly reason: Reason<RepairCode>;
  /** The problem after it, and a plan of that in which the visit and all that hangs on it is served. */
  readonly problem: Problem;
  readonly plan: Plan;
}

export interface RepairOptions extends AnswerOptions {
  /** Of each kind at most so many; 2 unless told. */
  readonly most?: number;
}

/**
 * The smallest single changes that would let a left-out visit be served, sorted by kind (`changeKinds`), then by size, then
 * by id. All else stays as it is. Nobody who was refused is offered. Of a linked visit the partners that are served stay;
 * those that are not are put in with it, and the change may be to theirs.
 * @throws Fault `visit/unknown`, and `plan/of-another-problem` as `explain` does.
 */
export function repair(
  problem: Problem,
  plan: Plan,
  visitId: string,
  options: RepairOptions = {},
): Decision<readonly Repair[], RepairCode> {
  const { frame, rota, book } = openPlan(problem, plan, options);
  const visit = frame.visitAt.get(visitId);
  assert(visit !== undefined, 'visit/unknown', `no visit "${visitId}" in the problem`);
  if (rota.helperOf[visit] !== -1 || candidates(book, rota, visit, 1).length > 0)
    return yes([], [{ code: 'repair/not-needed', data: { visitId } }]);
  const targets = [visit, ...partnersOf(book, rota, visit).visits];
  const tried: Tried[] = [
    ...targets.flatMap((target) => movesFor(book, rota, target)),
    ...targets.flatMap((target) => frame.helpers.flatMap((_, helper) => bendsOf(rota, helper, target))),
    ...targets.flatMap((target) => unpinned(frame, target)),
  ];
  const { most = 2 } = options;
  const allowed = total(planOfRota(rota, book).score.hard);
  const found = changeKinds.flatMap((kind) => {
    const repairs: Repair[] = [];
    for (const one of tried.filter(({ change }) => change.kind === kind).sort(bySize)) {
      if (repairs.length === most) break;
      const proven = prove(book, rota, visit, one, allowed);
      if (proven !== undefined) repairs.push(proven);
    }
    return repairs;
  });
  return found.length > 0 ? yes(found) : no('repair/none', { visitId });
}

interface Tried extends Sized {
  /** Where it is known already how all would stand. */
  readonly rota?: Rota;
}

const bySize = (a: Sized, b: Sized): number => a.amount - b.amount || byId(JSON.stringify(a.change), JSON.stringify(b.change));

const unpinned = ({ visits }: Frame, visit: number): Tried[] => {
  const { id, pinned } = visits[visit]!;
  return pinned === null ? [] : [{ change: { kind: 'unpin-visit', visitId: id }, amount: 0 }];
};

/** Does it, and counts anew: the visit is served, and no hard rule is broken more than before. */
function prove(book: RuleBook, rota: Rota, visit: number, { rota: known, ...sized }: Tried, allowed: number): Repair | undefined {
  const problem = applied(rota.frame.problem, sized.change);
  const done = known ?? servedIn(book, rotaOf(frameOf(problem), plannedIn(rota)), visit);
  if (done === undefined || done.helperOf[visit] === -1) return undefined;
  const plan = planOfRota(done, book);
  return total(plan.score.hard) > allowed ? undefined : { ...sized, reason: wordsOf(sized), problem, plan };
}

function servedIn(book: RuleBook, rota: Rota, visit: number): Rota | undefined {
  const [best] = candidates(book, rota, visit, 1);
  return best === undefined ? undefined : withGroup(rota, best);
}
