import { Fault, type PersonId, type ServiceId, type ServiceRecord, type Zone } from '@linli/model';
import type { Credited } from './credit.ts';
import { type Candidate, type CreditFacts, creditEach } from './credit-all.ts';
import type { CreditStandard } from './pack/credit-standard.ts';
import { editionFor } from './pack/edition-for.ts';

/** What the ledger holds of one service now: what was posted, less what was reversed. */
export interface PostedCredit {
  readonly packId: string;
  readonly edition: number;
  readonly units: number;
  readonly poolUnits: number;
  readonly honourUnits: number;
}

/**
 * By how much one service is to be put right: below 0 by a reversal, above 0 by a credit, under the edition named. `decision`
 * says why it is what it is now.
 */
export interface Adjustment {
  readonly serviceId: ServiceId;
  readonly packId: string;
  readonly edition: number;
  readonly units: number;
  readonly poolUnits: number;
  readonly honourUnits: number;
  readonly decision: ReturnType<typeof creditEach>[number];
}

/**
 * What a late entry, a correction or a reversal changes about the others: all `services` are judged again in the order of
 * time, each under the edition that judged it first, and only the differences come back, in the order given. `posted` must
 * hold every credit that stands; once the adjustments are posted, the ledger is as if everything had come in on time.
 * @throws Fault `pack/edition-unknown` where the edition of a posted credit is not among `editions`: the past has its own rules.
 */
export function recredit(
  services: readonly ServiceRecord[],
  posted: ReadonlyMap<ServiceId, PostedCredit>,
  editions: readonly [CreditStandard, ...CreditStandard[]],
  people: ReadonlyMap<PersonId, Candidate>,
  zone: Zone,
  facts: CreditFacts = {},
): readonly Adjustment[] {
  const judgedBy = ({ packId, edition }: PostedCredit): CreditStandard => {
    const found = editions.find((one) => one.id === packId && one.edition === edition);
    if (found === undefined) throw new Fault('pack/edition-unknown', `${packId} edition ${edition}`);
    return found;
  };
  const decisions = creditEach(
    services,
    ({ id }, date) => {
      const before = posted.get(id);
      return before === undefined ? (editionFor(editions, date) ?? editions[0]) : judgedBy(before);
    },
    people,
    zone,
    facts,
  );
  return decisions.flatMap((decision, place) => {
    const serviceId = services[place]!.id;
    const before = posted.get(serviceId);
    const after = decision.ok ? decision.value : nothing;
    const by = (field: 'units' | 'poolUnits' | 'honourUnits'): number => after[field] - (before?.[field] ?? 0);
    const change = { units: by('units'), poolUnits: by('poolUnits'), honourUnits: by('honourUnits') };
    if (Object.values(change).every((units) => units === 0)) return [];
    const { packId, edition } = decision.ok ? decision.value : before!;
    return [{ serviceId, packId, edition, ...change, decision }];
  });
}

const nothing: Pick<Credited, 'units' | 'poolUnits' | 'honourUnits'> = { units: 0, poolUnits: 0, honourUnits: 0 };
