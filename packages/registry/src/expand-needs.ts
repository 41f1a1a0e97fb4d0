import type { Demand, Instant, LocalDate, Reason, Resident, Span } from '@linli/model';
import { DemandId, isAtLeast, livesAlone, weekdayOf } from '@linli/model';
import type { StandingNeed } from './standing-need.ts';
import type { RegistryCode } from './texts.ts';

export interface DatedDemand {
  readonly demand: Demand;
  /** Why it stands although something is not known; empty where everything is. */
  readonly reasons: readonly Reason<RegistryCode>[];
}

/**
 * The demands that standing needs raise on the day `on`: one per need and resident, in the order of needs, then residents.
 * The same day always gives the same ids. `raisedAt` and `windows` come from the day's cycle.
 */
export function expandNeeds(
  needs: readonly StandingNeed[],
  residents: readonly Resident[],
  on: LocalDate,
  { raisedAt, windows }: { readonly raisedAt: Instant; readonly windows: readonly Span[] },
): readonly DatedDemand[] {
  return needs
    .filter(({ weekdays }) => weekdays.includes(weekdayOf(on)))
    .flatMap((need) =>
      residents.flatMap((resident) => {
        const reasons = whyItApplies(need, resident, on);
        if (reasons === undefined) return [];
        const demand: Demand = {
          id: DemandId.parse(`n-${on.replaceAll('-', '')}-${need.code}-${resident.id}`),
          residentId: resident.id,
          category: need.category,
          words: need.name.zh,
          order: [],
          raisedAt,
          emergency: false,
          mode: need.mode,
          windows,
          serviceSeconds: need.serviceSeconds,
          skills: need.skills,
        };
        return [{ demand, reasons }];
      }),
    );
}

/** Undefined where a known fact takes the resident out; otherwise the unknown facts that could not. */
function whyItApplies(
  { appliesTo }: StandingNeed,
  resident: Resident,
  on: LocalDate,
): readonly Reason<RegistryCode>[] | undefined {
  const reasons: Reason<RegistryCode>[] = [];
  if (appliesTo.alone === true) {
    const alone = livesAlone(resident, on);
    if (alone === false) return undefined;
    if (alone === undefined) reasons.push({ code: 'need/living-unknown' });
  }
  if (appliesTo.minAge !== undefined) {
    const oldEnough = isAtLeast(resident.birth, appliesTo.minAge, on);
    if (oldEnough === false) return undefined;
    if (oldEnough === undefined) reasons.push({ code: 'need/age-unknown' });
  }
  return reasons;
}
