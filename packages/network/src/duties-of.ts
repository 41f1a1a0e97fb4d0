import { isAtLeast, type LocalDate, livesAlone, type Reason, type Resident } from '@linli/model';
import type { CareDuty, CareTemplate } from './care-template.ts';

export type DoubtCode = 'age/unknown' | 'self-care/unknown' | 'living/unknown';

/** A duty a resident is owed. `doubts` not empty: it is owed because what would rule it out is not known. */
export interface OwedDuty {
  readonly duty: CareDuty;
  readonly doubts: readonly Reason<DoubtCode>[];
}

interface Verdict {
  readonly holds: boolean;
  readonly doubts: readonly Reason<DoubtCode>[];
}

/** The duties a template owes one resident on the day `on`, in the template's order. What is unknown never takes a duty away. */
export function dutiesOf(template: CareTemplate, resident: Resident, on: LocalDate): readonly OwedDuty[] {
  return template.duties.flatMap((duty) => {
    const { anyOf, ...conditions } = duty.appliesTo;
    const verdicts = meets(conditions, resident, on);
    if (anyOf !== undefined) verdicts.push(anyHolds(anyOf.map((one) => allHold(meets(one, resident, on)))));
    const { holds, doubts } = allHold(verdicts);
    return holds ? [{ duty, doubts }] : [];
  });
}

function meets(conditions: Omit<CareDuty['appliesTo'], 'anyOf'>, resident: Resident, on: LocalDate): Verdict[] {
  const verdicts: Verdict[] = [];
  const { minAge, selfCare, alone } = conditions;
  if (minAge !== undefined) {
    verdicts.push(verdict(isAtLeast(resident.birth, minAge, on), { code: 'age/unknown', data: { years: minAge } }));
  }
  if (selfCare !== undefined) {
    const known = resident.selfCare === null ? undefined : selfCare.includes(resident.selfCare);
    verdicts.push(verdict(known, { code: 'self-care/unknown' }));
  }
  if (alone !== undefined) verdicts.push(verdict(livesAlone(resident, on), { code: 'living/unknown' }));
  return verdicts;
}

const verdict = (known: boolean | undefined, doubt: Reason<DoubtCode>): Verdict => ({
  holds: known !== false,
  doubts: known === undefined ? [doubt] : [],
});

const allHold = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.every(({ holds }) => holds)
    ? { holds: true, doubts: verdicts.flatMap(({ doubts }) => doubts) }
    : { holds: false, doubts: [] };

/** One alternative that surely holds settles it, whatever is unknown about the others. */
function anyHolds(verdicts: readonly Verdict[]): Verdict {
  const holding = verdicts.filter(({ holds }) => holds);
  const settled = holding.some(({ doubts }) => doubts.length === 0);
  return { holds: holding.length > 0, doubts: settled ? [] : holding.flatMap(({ doubts }) => doubts) };
}
