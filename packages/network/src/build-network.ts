import { Fault, type Helper, type PersonId, type Resident, type Tie } from '@linli/model';
import { compareIds } from './compare-ids.ts';

/** Who stands for whom. Maps and lists run in order of id, so the order in which records came does not show. */
export interface Network {
  readonly residents: ReadonlyMap<PersonId, Resident>;
  readonly helpers: ReadonlyMap<PersonId, Helper>;
  readonly ties: readonly Tie[];
  /** What a resident is given; nobody's list is missing, some are empty. */
  readonly tiesTo: ReadonlyMap<PersonId, readonly Tie[]>;
  /** What a helper gives; nobody's list is missing, some are empty. */
  readonly tiesFrom: ReadonlyMap<PersonId, readonly Tie[]>;
}

/**
 * Indexes the records. One person may be both resident and helper, under one id.
 * @throws Fault `tie/dangling` for a tie whose resident or helper is not among the records;
 * `resident/twice`, `helper/twice`, `tie/twice` where an id comes twice.
 */
export function buildNetwork(records: {
  readonly residents: readonly Resident[];
  readonly helpers: readonly Helper[];
  readonly ties: readonly Tie[];
}): Network {
  const residents = byId(records.residents, 'resident/twice');
  const helpers = byId(records.helpers, 'helper/twice');
  const ties = [...byId(records.ties, 'tie/twice').values()];
  const tiesTo = new Map([...residents.keys()].map((id) => [id, [] as Tie[]]));
  const tiesFrom = new Map([...helpers.keys()].map((id) => [id, [] as Tie[]]));
  for (const tie of ties) {
    const received = tiesTo.get(tie.residentId);
    const given = tiesFrom.get(tie.helperId);
    if (received === undefined || given === undefined) {
      throw new Fault('tie/dangling', `tie ${tie.id} names a ${received === undefined ? 'resident' : 'helper'} who is not here`);
    }
    received.push(tie);
    given.push(tie);
  }
  return { residents, helpers, ties, tiesTo, tiesFrom };
}

/** How many different residents a helper has a tie to. */
export const residentsHelped = ({ tiesFrom }: Network, helperId: PersonId): number =>
  new Set(tiesFrom.get(helperId)?.map(({ residentId }) => residentId)).size;

function byId<Item extends { readonly id: string }>(records: readonly Item[], code: string): Map<Item['id'], Item> {
  const sorted = [...records].sort((a, b) => compareIds(a.id, b.id));
  const index = new Map<Item['id'], Item>(sorted.map((record) => [record.id, record]));
  if (index.size !== records.length) throw new Fault(code, 'two records have one id');
  return index;
}
