import { type Random, seededRandom } from '@linli/model';
import { explain } from '../../src/credit.ts';
import { serviceOf } from '../../src/credit-all.ts';
import { emptyHistory, remember } from '../../src/credit-history.ts';
import { faultOf } from './add-up.ts';
import { randomCase, zone } from './random-case.ts';

export interface PairsRun {
  readonly pairs: number;
  readonly credited: number;
  readonly refused: number;
  /** How often each kind of step passed, changed, refused or was not meant. */
  readonly steps: Readonly<Record<string, number>>;
  /** The first explanation that does not add up, with the case that shows it again. */
  readonly fault: string | null;
}

/** Explains random (standard, service) pairs and re-adds every explanation by hand; stops at the first that is wrong. */
export function runPairs(wanted: number, seed: number, onProgress: (pairs: number) => void = () => {}): PairsRun {
  const random: Random = seededRandom(seed);
  const steps: Record<string, number> = {};
  let [pairs, credited, refused] = [0, 0, 0];
  for (let place = 0; pairs < wanted; place += 1) {
    const { standard, services, people, facts } = randomCase(random, 12);
    let history = { ...emptyHistory };
    for (const record of services) {
      const earner = people.get(record.helperId)!;
      const service = serviceOf(record, earner, zone, facts);
      const explanation = explain(service, standard, history);
      pairs += 1;
      const fault = faultOf(record, standard, explanation);
      if (fault !== undefined)
        return { pairs, credited, refused, steps, fault: `seed ${seed}, standard ${place}, ${record.id}: ${fault}` };
      for (const step of explanation.steps) {
        const key = `${step.do} ${step.outcome}`;
        steps[key] = (steps[key] ?? 0) + 1;
      }
      const { decision } = explanation;
      if (!decision.ok) {
        refused += 1;
        continue;
      }
      credited += 1;
      history = remember(history, record, service.date, decision.value.seconds, decision.reasons);
    }
    onProgress(pairs);
  }
  return { pairs, credited, refused, steps, fault: null };
}
