import type { Clock, PersonId, Resident } from '@linli/model';
import type { Composition } from '@linli/sdk';
import type { Session, Store } from '@linli/storage';
import type { collections } from '../collections.ts';
import type { Effort } from '../day/plan-day.ts';
import type { Rules } from '../rules/rules.ts';

/** What every verb works with. */
export interface House {
  readonly store: Store<typeof collections>;
  readonly rules: Rules;
  readonly plugins: Composition;
  readonly clock: Clock;
  /** Names a decision that is to be kept; never the same twice. */
  readonly newCommitId: () => string;
  readonly actor: string;
  readonly effort: Effort;
}

export type HouseSession = Session<typeof collections>;

/** How many records a verb wrote; all 0 where everything was kept before. */
export interface Written {
  readonly added: number;
  readonly changed: number;
}

type Put = NonNullable<Parameters<HouseSession['commit']>[0]['put']>;

/** One decision into the store, with who and why. What is already there is not written again. */
export async function keep(house: House, session: HouseSession, why: string, put: Put): Promise<Written> {
  const { added, changed } = await session.commit({
    id: house.newCommitId(),
    at: house.clock.now(),
    actor: house.actor,
    why,
    put,
  });
  return { added, changed };
}

export const byId = <Item extends { readonly id: string }>(items: Iterable<Item>): Record<string, Item> =>
  Object.fromEntries([...items].map((item) => [item.id, item]));

export const residentsById = (residents: readonly Resident[]): ReadonlyMap<PersonId, Resident> =>
  new Map(residents.map((resident) => [resident.id, resident]));
