import { addDays, type Instant, instantAt, LocalDate, localDateOf, type Zone } from '@linli/model';
import type { AccountRules } from '../pack/account-rules.ts';
import { periodOf } from '../pack/period.ts';

/**
 * When credit that counts from `effectiveAt` has had its time, R-24: at the beginning of that local day; undefined for never.
 * By age it is the same day of the month, or the last one where there is none: 31 August and six months is 28 February.
 */
export function expiresAtOf(rules: AccountRules, effectiveAt: Instant, zone: Zone): Instant | undefined {
  const { expiry } = rules;
  const date = localDateOf(effectiveAt, zone);
  switch (expiry?.kind) {
    case undefined:
    case 'never':
      return undefined;
    case 'on-date':
      return dayBegins(expiry.date, zone);
    case 'by-age':
      return dayBegins(monthsAfter(date, expiry.months), zone);
    case 'year-end': {
      const { yearFrom, years = 1, graceMonths = 0 } = expiry;
      let { until } = periodOf('year', date, yearFrom);
      for (let more = 1; more < years; more += 1) ({ until } = periodOf('year', until, yearFrom));
      return dayBegins(monthsAfter(until, graceMonths), zone);
    }
    default:
      return expiry satisfies never;
  }
}

function monthsAfter(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = (count: number): LocalDate => {
    const at = year * 12 + month - 1 + count;
    return LocalDate.parse(`${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`);
  };
  const last = Number(addDays(first(months + 1), -1).slice(8));
  return addDays(first(months), Math.min(day, last) - 1);
}

const dayBegins = (date: LocalDate, zone: Zone): Instant => instantAt(date, '00:00' as Parameters<typeof instantAt>[1], zone);
