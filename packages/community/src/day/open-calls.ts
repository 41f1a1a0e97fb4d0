import type { Call, LocalDate, PersonId, Reason, Resident } from '@linli/model';
import { type DatedDemand, expandNeeds } from '@linli/registry';
import type { CycleDefinition } from '@linli/windows';
import { phaseSpans } from '@linli/windows';
import type { Rules } from '../rules/rules.ts';
import { serviceOf } from '../rules/rules.ts';
import type { CommunityCode } from '../texts.ts';
import { windowsOf } from './demands-of-call.ts';

export interface OpenCall {
  readonly need: DatedDemand;
  readonly resident: Resident;
  readonly reason: Reason<CommunityCode>;
}

export interface CallRound {
  /** Not reached: called again, and never counted as needing nothing. In id order. */
  readonly again: readonly OpenCall[];
  /** Owed a call and not called yet. In id order. */
  readonly notCalled: readonly OpenCall[];
  /** Declined: no further call today; a social worker follows up. */
  readonly declined: readonly PersonId[];
}

/** The start of a cycle's collection, from which its standing needs stand. */
const opening = (cycle: CycleDefinition, date: LocalDate) => phaseSpans(cycle, date)[0]!.span.from;

/**
 * D-28: where the phone round of `date` stands, for everybody who is owed a call.
 * A call whose name fits several people settles them only when all of them were called and all were reached.
 */
export function callRound(rules: Rules, residents: readonly Resident[], calls: readonly Call[], date: LocalDate): CallRound {
  const outcomes = outcomesByResident(calls);
  const byId = new Map(residents.map((resident) => [resident.id, resident]));
  const callNeeds = rules.needs.filter(({ mode }) => mode === 'call');
  const owed = callNeeds.flatMap((need) =>
    expandNeeds([need], residents, date, {
      raisedAt: opening(rules.cycle, date),
      windows: windowsOf(rules.cycle, date, serviceOf(rules, need.category)?.phases ?? []),
    }),
  );
  const open = (wanted: Call['outcome'] | undefined, code: CommunityCode): OpenCall[] =>
    owed.flatMap((need) => {
      const resident = byId.get(need.demand.residentId as PersonId);
      if (resident === undefined || outcomes.get(resident.id) !== wanted) return [];
      return [{ need, resident, reason: { code } }];
    });
  return {
    again: [...open('no-answer', 'call/not-reached'), ...open('call-back', 'call/not-reached')],
    notCalled: open(undefined, 'call/not-called'),
    declined: residents.filter(({ id }) => outcomes.get(id) === 'refused').map(({ id }) => id),
  };
}

/** The last outcome of the day for each resident; being reached once settles the day. */
function outcomesByResident(calls: readonly Call[]): ReadonlyMap<PersonId, Call['outcome']> {
  const outcomes = new Map<PersonId, Call['outcome']>();
  const learn = (id: PersonId, outcome: Call['outcome']): void => {
    if (outcomes.get(id) !== 'reached') outcomes.set(id, outcome);
  };
  const uncertain = new Map<string, Call[]>();
  for (const call of calls) {
    if (call.residentId !== null) learn(call.residentId, call.outcome);
    else {
      const key = call.candidates.join(' ');
      uncertain.set(key, [...(uncertain.get(key) ?? []), call]);
    }
  }
  for (const alike of uncertain.values()) {
    const candidates = alike[0]?.candidates ?? [];
    if (alike.length < candidates.length) continue;
    const outcome = alike.every((call) => call.outcome === 'reached') ? 'reached' : 'no-answer';
    for (const id of candidates) learn(id, outcome);
  }
  return outcomes;
}
