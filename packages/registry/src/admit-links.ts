import type { Call, CallDraft, Mention, PersonId, Remark, ServiceDraft, ServiceRecord, Tie, TieDraft, Zone } from '@linli/model';
import { CallId, instantAt, ServiceId, TieId } from '@linli/model';
import type { Admitted } from './admit-people.ts';
import type { RegistryCode } from './texts.ts';

/** Finds who a mention means, among residents or among helpers. */
export interface Directory {
  residents(mention: Mention): readonly PersonId[];
  helpers(mention: Mention): readonly PersonId[];
}

type Located = { readonly at: { readonly sheet: string; readonly row: number } };

/** Collects admitted records by id; a second draft that makes the same id is refused under `duplicate`. */
class Collected<Item extends { readonly id: string }> implements Admitted<Item> {
  readonly admitted: Item[] = [];
  readonly refused: Remark<RegistryCode>[] = [];
  readonly warnings: Remark<RegistryCode>[] = [];
  readonly #rows = new Map<string, number>();
  readonly #duplicate: RegistryCode;

  constructor(duplicate: RegistryCode) {
    this.#duplicate = duplicate;
  }

  refuse(draft: Located, code: RegistryCode, data?: Readonly<Record<string, string | number>>): void {
    this.refused.push({ at: draft.at, column: null, reason: data === undefined ? { code } : { code, data } });
  }

  warn(draft: Located, code: RegistryCode, data: Readonly<Record<string, string | number>>): void {
    this.warnings.push({ at: draft.at, column: null, reason: { code, data } });
  }

  take(draft: Located, item: Item): void {
    const row = this.#rows.get(item.id);
    if (row !== undefined) {
      this.refuse(draft, this.#duplicate, { row });
      return;
    }
    this.#rows.set(item.id, draft.at.row);
    this.admitted.push(item);
  }

  /** The one person meant, or a refusal on the row. */
  one(draft: Located, mention: Mention, candidates: readonly PersonId[]): PersonId | undefined {
    const [first, second] = candidates;
    if (first !== undefined && second === undefined) return first;
    if (first === undefined) this.refuse(draft, 'mention/unknown', { name: mention.name });
    else this.refuse(draft, 'mention/ambiguous', { name: mention.name, count: candidates.length });
    return undefined;
  }
}

/** A tie needs both ends, and two people; one that is not certain is refused. */
export function admitTies(drafts: readonly TieDraft[], directory: Directory): Admitted<Tie> {
  const ties = new Collected<Tie>('tie/duplicate');
  for (const draft of drafts) {
    const residentId = ties.one(draft, draft.resident, directory.residents(draft.resident));
    if (residentId === undefined) continue;
    const helperId = ties.one(draft, draft.helper, directory.helpers(draft.helper));
    if (helperId === undefined) continue;
    if (helperId === residentId) {
      ties.refuse(draft, 'tie/with-oneself', { name: draft.helper.name });
      continue;
    }
    const { role, duty, cadence } = draft;
    ties.take(draft, { id: TieId.parse(`t-${residentId}-${helperId}-${duty}`), residentId, helperId, role, duty, cadence });
  }
  return ties;
}

/** A call whose name fits several residents is kept with all of them: somebody was heard, and must not be lost. */
export function admitCalls(drafts: readonly CallDraft[], directory: Directory, zone: Zone): Admitted<Call> {
  const calls = new Collected<Call>('call/duplicate');
  for (const draft of drafts) {
    const { name } = draft.resident;
    const candidates = directory.residents(draft.resident);
    const [first, second] = candidates;
    if (first === undefined) {
      calls.refuse(draft, 'mention/unknown', { name });
      continue;
    }
    const certain = second === undefined;
    if (!certain) calls.warn(draft, 'mention/ambiguous', { name, count: candidates.length });
    const takers = draft.takenBy === null ? [] : directory.helpers(draft.takenBy);
    const stamp = `${draft.date.replaceAll('-', '')}-${draft.time.replaceAll(':', '')}`;
    const id = `c-${stamp}-${candidates.join('+')}`;
    const call: Omit<Call, 'id'> = {
      at: instantAt(draft.date, draft.time, zone),
      residentId: certain ? first : null,
      candidates: certain ? [] : candidates,
      outcome: draft.outcome,
      order: draft.order,
      request: draft.request,
      emergency: draft.emergency,
      takenBy: takers.length === 1 ? (takers[0] ?? null) : null,
    };
    calls.take(draft, { id: CallId.parse(freeId(id, call, calls.admitted)), ...call });
  }
  return calls;
}

/** Two lines of one minute for the same people are two calls, a second wish or a second person, unless they say the same. */
function freeId(id: string, call: Omit<Call, 'id'>, calls: readonly Call[], count = 1): string {
  const numbered = count === 1 ? id : `${id}-${count}`;
  const other = calls.find((one) => one.id === numbered);
  if (other === undefined || JSON.stringify({ id: numbered, ...call }) === JSON.stringify(other)) return numbered;
  return freeId(id, call, calls, count + 1);
}

/** A service needs its helper; whom it was for may stay uncertain, for the helper's time was given either way. */
export function admitServices(drafts: readonly ServiceDraft[], directory: Directory, zone: Zone): Admitted<ServiceRecord> {
  const services = new Collected<ServiceRecord>('service/duplicate');
  for (const draft of drafts) {
    const helperId = services.one(draft, draft.helper, directory.helpers(draft.helper));
    if (helperId === undefined) continue;
    const from = instantAt(draft.date, draft.from, zone);
    const until = instantAt(draft.date, draft.until, zone);
    if (from >= until) {
      services.refuse(draft, 'service/not-after-start');
      continue;
    }
    const beneficiary = beneficiaryOf(draft, directory);
    if (beneficiary === undefined) {
      services.refuse(draft, 'mention/unknown', { name: draft.beneficiary?.name ?? '' });
      continue;
    }
    if (beneficiary.kind === 'uncertain') {
      services.warn(draft, 'mention/ambiguous', { name: draft.beneficiary?.name ?? '', count: beneficiary.candidates.length });
    }
    const stamp = `${draft.date.replaceAll('-', '')}-${draft.from.replaceAll(':', '')}`;
    services.take(draft, {
      // Meals to five doors in one slot are five services.
      id: ServiceId.parse(`s-${stamp}-${helperId}-${draft.category}-${whom(beneficiary)}`),
      helperId,
      category: draft.category,
      from,
      until,
      beneficiary,
      evidence: draft.evidence,
    });
  }
  return services;
}

const whom = (beneficiary: ServiceRecord['beneficiary']): string =>
  beneficiary.kind === 'person'
    ? beneficiary.personId
    : beneficiary.kind === 'public'
      ? 'public'
      : beneficiary.candidates.join('+');

function beneficiaryOf({ beneficiary }: ServiceDraft, directory: Directory): ServiceRecord['beneficiary'] | undefined {
  if (beneficiary === null) return { kind: 'public' };
  const candidates = directory.residents(beneficiary);
  const [first, second] = candidates;
  if (first === undefined) return undefined;
  return second === undefined ? { kind: 'person', personId: first } : { kind: 'uncertain', candidates };
}
