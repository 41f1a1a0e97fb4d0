import type { LocalDate } from '@linli/model';
import { localDateOf } from '@linli/model';
import { type HelperCredit, settleServices } from '../day/settle-services.ts';
import { type House, keep, type Written } from './house.ts';

/** Half-open in local days: a month is from its first day until the first day of the next. */
export interface Period {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

export interface Settled {
  readonly period: Period;
  /** In helper id order; one line for everybody with a service in the period. */
  readonly credits: readonly HelperCredit[];
  readonly written: Written;
}

/** Credits the services of a period and posts what is new to the ledger. Settling again posts nothing twice. */
export async function settle(house: House, period: Period): Promise<Settled> {
  const session = house.store.session();
  const all = await session.list('services');
  const zone = house.rules.profile.zone;
  const services = all.filter(({ from }) => {
    const day = localDateOf(from, zone);
    return period.from <= day && day < period.until;
  });
  const posted = (await session.list('transfers')).map(({ transfer }) => transfer);
  const last = posted.at(-1)?.at ?? house.clock.now();
  const now = house.clock.now();
  const { credits, transfers } = settleServices(
    house.rules,
    services,
    posted,
    all,
    await session.list('helpers'),
    now > last ? now : last,
  );
  const kept = transfers.map((transfer, index) => ({ sequence: posted.length + index + 1, transfer }));
  const written = await keep(house, session, 'settle', {
    transfers: Object.fromEntries(kept.map((one) => [String(one.sequence).padStart(12, '0'), one])),
  });
  return { period, credits, written };
}
