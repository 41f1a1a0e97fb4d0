import type { Instant, LocalDate, Reason, ServiceId, ServiceRecord } from '@linli/model';
import { isWithin, type Period, periodOf } from './pack/period.ts';

/** One service that was credited, as later ones need to know it. */
export interface PastCredit {
  readonly serviceId: ServiceId;
  readonly date: LocalDate;
  readonly from: Instant;
  readonly until: Instant;
  readonly category: string;
  readonly beneficiaryId: string | null;
  /** The helper's own, nothing of the pool's. */
  readonly seconds: number;
  /** What entered and left the steps that look at more than one service. */
  readonly passed: Readonly<Record<string, { readonly beforeSeconds: number; readonly afterSeconds: number }>>;
}

/**
 * What one person was credited so far. `earlierSeconds` count for the whole life only; `past` must hold the services of
 * all periods that new services can touch, in any order.
 */
export interface CreditHistory {
  readonly earlierSeconds: number;
  readonly past: readonly PastCredit[];
}

export const emptyHistory: CreditHistory = { earlierSeconds: 0, past: [] };

/** A credit as history keeps it. `reasons` are those of the decision, also when they come back out of a ledger. */
export const pastCreditOf = (
  record: ServiceRecord,
  date: LocalDate,
  seconds: number,
  reasons: readonly Reason[],
): PastCredit => ({
  serviceId: record.id,
  date,
  from: record.from,
  until: record.until,
  category: record.category,
  beneficiaryId: record.beneficiary.kind === 'person' ? record.beneficiary.personId : null,
  seconds,
  passed: Object.fromEntries(
    reasons.flatMap(({ data }) => {
      const step = data?.['remembered'];
      if (step === undefined) return [];
      return [[step, { beforeSeconds: Number(data?.['beforeSeconds']), afterSeconds: Number(data?.['afterSeconds']) }]];
    }),
  ),
});

/** The history after a service that was done on the local day `date` earned `seconds`. Give it each credit once. */
export const remember = (
  { earlierSeconds, past }: CreditHistory,
  record: ServiceRecord,
  date: LocalDate,
  seconds: number,
  reasons: readonly Reason[] = [],
): CreditHistory => ({ earlierSeconds, past: [...past, pastCreditOf(record, date, seconds, reasons)] });

/** The history after a credit was taken back, in whole or by `seconds`: what was taken back gives its room again. */
export function takeBack({ earlierSeconds, past }: CreditHistory, serviceId: ServiceId, seconds?: number): CreditHistory {
  return {
    earlierSeconds,
    past: past.flatMap((one) => {
      if (one.serviceId !== serviceId) return [one];
      return seconds === undefined || seconds >= one.seconds ? [] : [{ ...one, seconds: one.seconds - seconds }];
    }),
  };
}

/** The past credits of a period around the day `on`. */
export function pastWithin(history: CreditHistory, period: Period, on: LocalDate, yearFrom?: string): readonly PastCredit[] {
  if (period === 'life') return history.past;
  const days = periodOf(period, on, yearFrom);
  return history.past.filter(({ date }) => isWithin(days, date));
}
