import type { PersonId } from '@linli/model';
import { compareIds } from './compare-ids.ts';
import { isCovered, type Need } from './needs-of.ts';

/** A helper whom nobody could replace today: without this one, a need of each of these residents is no longer met. */
export interface SinglePoint {
  readonly helperId: PersonId;
  readonly residentIds: readonly PersonId[];
}

/** Most residents first, then by id. A need that is short already hangs on nobody: it is a gap, and losing more does not open it. */
export function singlePoints(needs: readonly Need[]): readonly SinglePoint[] {
  const hanging = new Map<PersonId, Set<PersonId>>();
  for (const need of needs) {
    if (!isCovered(need) || need.holders.length > need.duty.atLeast) continue;
    for (const helperId of need.holders) {
      hanging.set(helperId, (hanging.get(helperId) ?? new Set()).add(need.resident.id));
    }
  }
  return [...hanging]
    .map(([helperId, residents]) => ({ helperId, residentIds: [...residents].sort(compareIds) }))
    .sort((a, b) => b.residentIds.length - a.residentIds.length || compareIds(a.helperId, b.helperId));
}
