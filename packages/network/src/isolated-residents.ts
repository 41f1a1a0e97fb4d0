import type { PersonId } from '@linli/model';
import type { Network } from './build-network.ts';
import type { Need } from './needs-of.ts';

/** Who is owed contact and has no tie for it from anybody else, however rare or in whatever role; in order of id. */
export function isolatedResidents({ tiesTo }: Network, needs: readonly Need[]): readonly PersonId[] {
  const alone = new Map<PersonId, boolean>();
  for (const { resident, duty } of needs) {
    if (duty.kind !== 'contact' || alone.get(resident.id) === false) continue;
    const known = tiesTo.get(resident.id) ?? [];
    alone.set(resident.id, !known.some((tie) => tie.duty === duty.duty && tie.helperId !== resident.id));
  }
  return [...alone].filter(([, isAlone]) => isAlone).map(([id]) => id);
}
