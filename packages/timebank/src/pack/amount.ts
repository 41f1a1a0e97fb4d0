import { assert, type Text } from '@linli/model';
import * as z from 'zod';

/** Everything a standard can count in. Money stands in its smallest coin (`cny` in fen, `jpy` in yen) and is never earned. */
export const Asset = z.enum([
  'second',
  'point',
  'count',
  ...(['cny', 'jpy', 'krw', 'twd', 'hkd', 'sgd', 'usd', 'cad', 'aud', 'nzd', 'gbp', 'eur', 'chf', 'sek', 'nok', 'dkk'] as const),
]);
export type Asset = z.infer<typeof Asset>;

/** What credit is kept in: whole seconds of service, points, or a mere count of taking part that buys nothing. */
export const CreditAsset = z.enum(['second', 'point', 'count']);
export type CreditAsset = z.infer<typeof CreditAsset>;

/** One unit as people say it. `scaleSeconds`: how many seconds of credit make one, e.g. 3600 for a coin an hour. */
export interface Unit {
  readonly asset: CreditAsset;
  readonly scaleSeconds: number;
  readonly decimals?: number | undefined;
  readonly words: Text;
}

/** Decimals are for the reader: 1.5 h is 5400 s exactly, and 0.333 h, which is no whole number of seconds, is refused. */
const Part = z.number().nonnegative().max(1_000_000_000);

/**
 * A length of time or a sum of credit, as people write it: `{ hours: 2 }`, `{ minutes: 90 }`, `{ hours: 1, minutes: 30 }`,
 * `{ units: 600 }`. The parts add up; `units` are those of the standard's `unit`.
 */
export const Amount = z
  .strictObject({
    hours: Part.optional(),
    minutes: Part.optional(),
    seconds: z.number().nonnegative().max(1_000_000_000_000).optional(),
    units: Part.optional(),
  })
  .superRefine((amount, context) => {
    if (Object.values(amount).every((part) => part === undefined)) {
      context.addIssue({
        code: 'custom',
        message: 'an amount has hours, minutes, seconds or units',
        params: { code: 'pack/amount-empty' },
      });
    }
    if (!isWhole(clockSeconds(amount))) {
      context.addIssue({ code: 'custom', message: 'not a whole number of seconds', params: { code: 'pack/amount-not-whole' } });
    }
  })
  .readonly();
export interface Amount extends z.infer<typeof Amount> {}

const clockSeconds = ({ hours = 0, minutes = 0, seconds = 0 }: Amount): number => hours * 3600 + minutes * 60 + seconds;

/** 1.1 * 3600 is 3960.0000000000005 to the machine; a millionth of a second is nobody's. */
export const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6;

/** The whole seconds of credit an amount stands for. A standard that was read has only whole ones. */
export const secondsOf = (amount: Amount, { scaleSeconds }: Pick<Unit, 'scaleSeconds'>): number =>
  Math.round(clockSeconds(amount)) + Math.round((amount.units ?? 0) * scaleSeconds);

/** How many seconds of credit make the ledger's smallest unit: 1 where it keeps seconds, else the unit or a decimal of it. */
export const unitSecondsOf = ({ asset, scaleSeconds, decimals = 0 }: Omit<Unit, 'words'>): number =>
  asset === 'second' ? 1 : scaleSeconds / 10 ** decimals;

/** An amount in the ledger's whole units. Amounts of accounts and prices were checked to be whole when they were read. */
export function unitsOf(amount: Amount, unit: Omit<Unit, 'words'>): number {
  const units = secondsOf(amount, unit) / unitSecondsOf(unit);
  assert(Number.isSafeInteger(units), 'pack/not-whole-units', 'an account amount is no whole number of units');
  return units;
}
