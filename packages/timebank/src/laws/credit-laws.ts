import {
  type Decision,
  type LocalDate,
  localDateOf,
  mondayOf,
  type PersonId,
  type Reason,
  type ServiceRecord,
  type Zone,
} from '@linli/model';
import type { Credited } from '../credit.ts';
import type { Candidate } from '../credit-all.ts';
import { emptyHistory } from '../credit-history.ts';
import { secondsOf } from '../pack/amount.ts';
import type { CreditStandard, CreditStep } from '../pack/credit-standard.ts';
import type { CreditCode } from '../texts.ts';
import type { Law } from './law.ts';

/** One `creditAll`, with what it was given; a decision stands at the place of its service. */
export interface CreditRun {
  readonly services: readonly ServiceRecord[];
  readonly pack: CreditStandard;
  readonly people: ReadonlyMap<PersonId, Candidate>;
  readonly zone: Zone;
  readonly decisions: readonly Decision<Credited, CreditCode>[];
}

/** What holds of every `creditAll`. */
export const creditLaws: readonly Law<CreditRun>[] = [
  {
    id: 'L-12',
    says: 'Nobody is credited above a cap of a service, a day, a week, a month, a year or a life; one already broken gives 0.',
    breach(run) {
      for (const { cap, key, before, sum } of capSums(run)) {
        if (sum < 0 || sum > Math.max(0, cap - before)) return `${key}: ${sum} on top of ${before} where the cap is ${cap}`;
      }
      return undefined;
    },
  },
  {
    id: 'reasons-add-up',
    says: 'The reasons of a credit lead without a gap from the seconds served to the seconds credited, pooled and honoured.',
    breach({ services, decisions }) {
      for (const [index, decision] of decisions.entries()) {
        if (!decision.ok) continue;
        const { id, from, until } = services[index]!;
        const ends = addUp(decision.reasons, Math.floor((until - from) / 1000));
        if (ends === undefined) return `${id}: the reasons have a gap`;
        const { seconds, poolSeconds, honourSeconds } = decision.value;
        const isSame = ends.seconds === seconds && ends.poolSeconds === poolSeconds && ends.honourSeconds === honourSeconds;
        if (!isSame) return `${id}: the reasons end at ${ends.seconds}`;
      }
      return undefined;
    },
  },
];

interface CapSum {
  readonly cap: number;
  readonly key: string;
  readonly before: number;
  sum: number;
}

type Cap = Extract<CreditStep, { readonly do: 'cap' }>;

/** Whether a cap binds every service it counts, which is what the law is about; one with other conditions may leave some out. */
const bindsAll = ({ when = {} }: Cap): boolean => Object.keys(when).every((key) => key === 'categories');

const counts = ({ when }: Cap, category: string): boolean =>
  when?.categories === undefined ||
  when.categories.some((one) => one === category || (one.endsWith('*') && category.startsWith(one.slice(0, -1))));

function capSums({ services, pack, people, zone, decisions }: CreditRun): Iterable<CapSum> {
  const sums = new Map<string, CapSum>();
  const caps = pack.steps.flatMap((step, place) => (step.do === 'cap' && bindsAll(step) ? [{ step, place }] : []));
  for (const { step, place } of caps) {
    for (const [index, decision] of decisions.entries()) {
      const { id, helperId, from, category, beneficiary } = services[index]!;
      if (!decision.ok || !counts(step, category)) continue;
      const served = beneficiary.kind === 'person' ? beneficiary.personId : null;
      const whose = step.sameBeneficiary ? `${helperId} with ${served}` : helperId;
      const period = step.per === 'service' ? id : periodKey(step, localDateOf(from, zone));
      const { past, earlierSeconds } = people.get(helperId)?.history ?? emptyHistory;
      const before = past
        .filter((one) => step.per !== 'service' && periodKey(step, one.date) === period && counts(step, one.category))
        .filter((one) => !step.sameBeneficiary || one.beneficiaryId === served)
        .reduce(
          (sum, { seconds }) => sum + seconds,
          step.per === 'life' && !step.sameBeneficiary && !step.when ? earlierSeconds : 0,
        );
      const key = `steps.${place} ${whose} ${period}`;
      const capSum = sums.get(key) ?? { cap: secondsOf(step.most, pack.unit), key, before, sum: 0 };
      capSum.sum += decision.value.seconds;
      sums.set(key, capSum);
    }
  }
  return sums.values();
}

/** The period a day belongs to, by its own arithmetic, so that a slip in the steps is not repeated here. */
function periodKey({ per, yearFrom = '01-01' }: Cap, date: LocalDate): string {
  switch (per) {
    case 'week':
      return mondayOf(date);
    case 'month':
      return date.slice(0, 7);
    case 'year':
      return String(Number(date.slice(0, 4)) - (date.slice(5) >= yearFrom ? 0 : 1));
    default:
      return per === 'day' ? date : per;
  }
}

interface Ends {
  readonly seconds: number;
  readonly poolSeconds: number;
  readonly honourSeconds: number;
}

/** Where the reasons end, read as anybody would read them; undefined where one does not begin at the end of the last. */
function addUp(reasons: readonly Reason[], servedSeconds: number): Ends | undefined {
  const [measured, ...changes] = reasons;
  if (measured?.data?.['afterSeconds'] !== servedSeconds) return undefined;
  let seconds = servedSeconds;
  let poolSeconds = 0;
  let honourSeconds = 0;
  for (const { data } of changes) {
    if (data?.['beforeSeconds'] !== seconds) return undefined;
    seconds = Number(data['afterSeconds']);
    poolSeconds += Number(data['poolSeconds']);
    honourSeconds += Number(data['honourSeconds']);
  }
  return { seconds, poolSeconds, honourSeconds };
}
