import type { Instant, LocalDate, ServiceId } from '@linli/model';

/** When somebody was busy with a service that earned. Half-open. */
interface CreditedSpan {
  readonly serviceId: ServiceId;
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * What one person was credited so far, own seconds only, nothing of the pool's. Months are written `2026-11`.
 * It must hold the whole life total, and the days, months and spans that new services can touch.
 */
export interface CreditHistory {
  readonly lifeSeconds: number;
  readonly monthSeconds: Readonly<Record<string, number>>;
  readonly daySeconds: Readonly<Record<string, number>>;
  readonly spans: readonly CreditedSpan[];
}

export const emptyHistory: CreditHistory = { lifeSeconds: 0, monthSeconds: {}, daySeconds: {}, spans: [] };

export const monthOf = (date: LocalDate): string => date.slice(0, 7);

/** The history after a service that was done on the local day `date` earned `seconds`. Give it each credit once. */
export function remember(
  history: CreditHistory,
  service: { readonly id: ServiceId; readonly from: Instant; readonly until: Instant },
  date: LocalDate,
  seconds: number,
): CreditHistory {
  const month = monthOf(date);
  return {
    lifeSeconds: history.lifeSeconds + seconds,
    monthSeconds: { ...history.monthSeconds, [month]: (history.monthSeconds[month] ?? 0) + seconds },
    daySeconds: { ...history.daySeconds, [date]: (history.daySeconds[date] ?? 0) + seconds },
    spans: [...history.spans, { serviceId: service.id, from: service.from, until: service.until }],
  };
}
