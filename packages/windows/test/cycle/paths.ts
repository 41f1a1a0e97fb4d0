import { DemandId, type Instant, LocalDate, PersonId } from '@linli/model';
import type { CycleTypes } from '../../src/cycle/cycle-types.ts';
import { demandLine, type LineTypes } from '../../src/cycle/demand-line.ts';
import { phaseMachine } from '../../src/cycle/phase-machine.ts';
import { duowen2020, nextDeadline, openCycle } from '../../src/index.ts';
import type { AnyPlan, PathPlan } from '../paths.ts';

const date = LocalDate.parse('2020-03-30');
const line: PathPlan<LineTypes> = {
  process: demandLine,
  facts: [{ demandId: DemandId.parse('rice'), date, emergency: false, helperId: null, why: [], toDate: null }],
  events: ({ seen }) => {
    const about = (type: string) => ({
      demandId: DemandId.parse('rice'),
      id: `${type}-${seen.length}`,
      at: seen.length as Instant,
    });
    return [
      { type: 'approve', ...about('approve') },
      { type: 'assigned', ...about('li'), helperId: PersonId.parse('li') },
      { type: 'assigned', ...about('wang'), helperId: PersonId.parse('wang') },
      { type: 'unassignable', ...about('unassignable'), reasons: [{ code: 'skill/missing' }] },
      { type: 'prepared', ...about('prepared') },
      { type: 'done', ...about('done') },
      { type: 'cancelled', ...about('cancelled'), reason: 'resident/away' },
      { type: 'carried', ...about('forward'), toDate: LocalDate.parse('2020-03-31') },
      { type: 'carried', ...about('nowhere'), toDate: date },
    ];
  },
};

/** Cycles that have all four phases, no execution, and no delivery. What their lines do is the line's own walk. */
const phases: PathPlan<CycleTypes> = {
  process: phaseMachine,
  facts: [null, 'execute', 'deliver'].map((left) => {
    const phases = duowen2020.phases.filter(({ id }) => id !== left);
    return openCycle({ ...duowen2020, phases }, date).facts;
  }),
  events: (cycle) => {
    const due = nextDeadline(cycle);
    return due === null ? [] : [-1, 0, 86_400_000].map((plus) => ({ type: 'tick', id: `${due}`, at: (due + plus) as Instant }));
  },
};

export const plans: readonly AnyPlan[] = [phases, line];
